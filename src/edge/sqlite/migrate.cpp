#include "edge/sqlite/migrate.h"

#include <fmt/format.h>

#include "core/base/sha256.h"

namespace shaoyin::sqlite {
namespace {

Error refused(const std::string& name, const char* detail) {
  return fault(ErrorCode::kDamaged, "schema", fmt::format("{}: {}", name, detail),
               {fmt::format("数据库结构 {} 与本程序不符，请使用写入该数据目录的版本或更新的版本", name),
                fmt::format("The database's schema {} is not this program's. Use the release that wrote this data "
                            "folder, or a newer one", name)});
}

void apply(Database& database, const Migration& migration) {
  database.run("BEGIN IMMEDIATE");
  try {
    database.execute(migration.sql);
    database.run("INSERT INTO schema_migrations (name, checksum) VALUES ($1, $2)", migration.name,
                 to_hex(sha256(migration.sql)));
    database.run("COMMIT");
  } catch (const SqlFailed&) {
    if (database.in_transaction()) {
      database.execute("ROLLBACK");
    }
    throw;
  }
}

}  // namespace

const std::vector<Migration>& migrations() {
  static const std::vector<Migration> kAll = {
#include <schema_files.inc>
  };
  return kAll;
}

Status migrate(Database& database, const std::vector<Migration>& wanted) {
  database.execute("CREATE TABLE IF NOT EXISTS schema_migrations ("
                   "name TEXT PRIMARY KEY, checksum TEXT NOT NULL) STRICT, WITHOUT ROWID");
  std::size_t applied = 0;
  {
    Rows rows = database.query("SELECT name, checksum FROM schema_migrations ORDER BY name");
    for (; rows.next(); ++applied) {
      if (applied >= wanted.size() || wanted[applied].name != rows.text(0)) {
        return refused(rows.text(0), "unknown to this release");
      }
      if (to_hex(sha256(wanted[applied].sql)) != rows.text(1)) {
        return refused(rows.text(0), "changed after it was applied");
      }
    }
  }
  for (; applied < wanted.size(); ++applied) {
    apply(database, wanted[applied]);
  }
  return {};
}

}  // namespace shaoyin::sqlite
