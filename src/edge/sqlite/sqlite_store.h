// The Store in one folder: an SQLite database (WAL, synchronous = FULL), one writer that groups commits, a few
// readers, the folder locked against a second server. The default for one machine; measured in docs/benchmarks.md.
//
// DIR/lock         held while open
// DIR/shaoyin.db   and its -wal and -shm
//
// Threads: any.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/ports/store.h"
#include "edge/sqlite/folder_lock.h"
#include "edge/sqlite/readers.h"
#include "edge/sqlite/search.h"
#include "edge/sqlite/writer.h"

namespace shaoyin::sqlite {

struct Options {
  int readers = 4;             // as many as threads that read at once; each holds up to 16 MB of pages
  WriterLimits writer;
  std::int64_t pages_max = 0;  // cap of the database in 4 KB pages, 0: the disk's
  std::string vfs;             // SQLite's virtual file system; empty: the machine's own (others serve fault tests)
};

class SqliteStore final : public app::Store, public app::Accounts {
 public:
  // Opens, or makes, the store in `folder`. Errors: kLocked (a server has it; `said` advises --server), kDamaged
  // (not a database, or a schema that is not this release's), kStorage.
  [[nodiscard]] static Result<std::unique_ptr<SqliteStore>> open(const std::string& folder, const Options& options = {});

  Result<app::Receipt> commit(const app::CommitRequest& request) override;
  Result<std::optional<app::Receipt>> receipt(DistrictId district, const std::string& key_scope, const std::string& key,
                                              const std::string& request_hash) override;
  Result<app::Stored> load(DistrictId district, MatterId matter) override;
  Result<app::RowAt> row(DistrictId district, MatterId matter) override;
  Result<MatterId> find_number(DistrictId district, const std::string& number) override;
  Result<std::vector<app::TextRow>> texts(DistrictId district, MatterId matter) override;
  Result<app::Page> list(DistrictId district, const app::Filter& filter) override;
  Result<std::vector<MatterId>> all(DistrictId district) override;
  Result<std::vector<app::Listed>> listed(DistrictId district, MatterId after, int limit) override;
  Result<std::vector<app::FeedItem>> feed(DistrictId district, std::int64_t after, int limit) override;
  Result<std::int64_t> feed_head(DistrictId district) override;
  Result<std::vector<MatterId>> due(DistrictId district, Instant now, int limit) override;
  Result<std::vector<app::OutboxItem>> outbox(DistrictId district, Instant now, int limit) override;
  Status delivered(DistrictId district, std::int64_t id) override;
  Result<int> forget_answers(DistrictId district, Instant before, int limit) override;
  Result<std::vector<registers::Row>> register_rows(DistrictId district, const std::string& reg) override;
  Status note_file(DistrictId district, const app::FileRow& file, const app::FileQuota& quota) override;
  Result<std::vector<app::FileRow>> files(DistrictId district, MatterId matter) override;
  Result<std::vector<app::FileRow>> forget_unused_files(DistrictId district, Instant before, int limit) override;
  Result<bool> purge_step() override;

  Result<std::optional<app::Account>> account(DistrictId district, const std::string& login) override;
  Result<std::vector<app::Account>> accounts(DistrictId district) override;
  Status add_account(DistrictId district, const app::Account& account) override;
  Result<app::Account> change_account(DistrictId district, const std::string& login, const app::AccountChange& change) override;
  Status put_session(DistrictId district, const app::Session& session, const app::SessionGrounds& grounds) override;
  Result<std::optional<app::Session>> session(DistrictId district, const std::string& token_hash) override;
  Status touch_session(DistrictId district, const std::string& token_hash, Instant used) override;
  Status end_session(DistrictId district, const std::string& token_hash) override;
  Result<int> forget_sessions(DistrictId district, const app::SessionsOver& over, int limit) override;

  // For what can be made again from the beginning, such as a demonstration: see Writer::wait_for_disk().
  void wait_for_disk(bool wait) { writer_->wait_for_disk(wait); }

  // Not ok once writing has stopped after a disk error; reads still work.
  [[nodiscard]] Status health() { return writer_->health(); }

  // Every district that has a matter or a register row.
  [[nodiscard]] Result<std::vector<DistrictId>> districts();

  // What `doctor` asks: database pages, foreign keys, search index, feed without gaps, rows that agree with their
  // chains' heads. One line per fault, none when all is well. Reads the whole database. (The chains themselves
  // are checked by ledger::verify_chain over load().)
  [[nodiscard]] Result<std::vector<std::string>> check();

  // A consistent copy of the database as a single file, while writing goes on. `file` must not exist. kStorage.
  [[nodiscard]] Status copy_to(const std::string& file);

 private:
  SqliteStore(std::unique_ptr<FolderLock> lock, std::unique_ptr<SearchQueue> search, std::unique_ptr<Writer> writer,
              std::unique_ptr<Readers> readers, std::string file, std::string vfs);

  std::unique_ptr<FolderLock> lock_;  // released last
  std::unique_ptr<SearchQueue> search_;
  std::unique_ptr<Readers> readers_;
  std::unique_ptr<Writer> writer_;
  std::string file_;
  std::string vfs_;
};

}  // namespace shaoyin::sqlite
