// Opening: lock, database, settings, schema, connections.
#include <fmt/format.h>
#include <sys/stat.h>

#include "edge/sqlite/migrate.h"
#include "edge/sqlite/sqlite_store.h"

namespace shaoyin::sqlite {
namespace {

// 4 KB pages: with larger ones each changed row writes more to the log. FULL: an answer survives a power cut.
// secure_delete: erased text is overwritten, not only unlinked.
constexpr const char* kSettings =
    "PRAGMA page_size = 4096; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
    "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536; PRAGMA trusted_schema = OFF;"
    "PRAGMA wal_autocheckpoint = 4000";  // 16 MB of log: a checkpoint's own fsyncs are spread over more commits

std::unique_ptr<Database> open_for_writing(const std::string& file, const Options& options) {
  const mode_t before = ::umask(077);  // nobody else on the machine may read the files
  auto database = std::make_unique<Database>(file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, options.vfs);
  database->execute(kSettings);
  ::umask(before);
  if (options.pages_max > 0) {
    database->execute(fmt::format("PRAGMA max_page_count = {}", options.pages_max));
  }
  return database;
}

}  // namespace

SqliteStore::SqliteStore(std::unique_ptr<FolderLock> lock, std::unique_ptr<SearchQueue> search, std::unique_ptr<Writer> writer,
                         std::unique_ptr<Readers> readers, std::string file, std::string vfs)
    : lock_(std::move(lock)), search_(std::move(search)), readers_(std::move(readers)), writer_(std::move(writer)), file_(std::move(file)),
      vfs_(std::move(vfs)) {}

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const std::string& folder, const Options& options) {
  Result<std::unique_ptr<FolderLock>> lock = FolderLock::take(folder);
  if (!lock) {
    return lock.error();
  }
  const std::string file = folder + "/shaoyin.db";
  try {
    std::unique_ptr<Database> database = open_for_writing(file, options);
    if (const Status shaped = migrate(*database); !shaped) {
      return shaped.error();
    }
    auto readers = std::make_unique<Readers>(file, options.readers, options.vfs);
    auto search = std::make_unique<SearchQueue>();
    auto writer = std::make_unique<Writer>(std::move(database), options.writer,
                                           [queue = search.get()](Database& open) { queue->write(open); });
    return std::unique_ptr<SqliteStore>(new SqliteStore(*std::move(lock), std::move(search), std::move(writer),
                                                        std::move(readers), file, options.vfs));
  } catch (const SqlFailed& failed) {
    return error_of(failed);
  }
}

}  // namespace shaoyin::sqlite
