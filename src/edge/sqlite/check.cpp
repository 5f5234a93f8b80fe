// What `doctor` asks of a store, and its consistent copy.
#include <fmt/format.h>

#include <filesystem>

#include "edge/sqlite/sqlite_store.h"

namespace shaoyin::sqlite {
namespace {

void note_rows(Database& database, const std::string& sql, const char* what, std::vector<std::string>& faults) {
  Rows rows = database.query_once(sql, {});
  while (rows.next()) {
    if (rows.text(0) != "ok") {
      faults.push_back(fmt::format("{}: {}", what, rows.text(0)));
    }
  }
}

// Each asks for rows that should not be; the first column tells which.
struct Question {
  const char* what;
  const char* sql;
};
constexpr Question kQuestions[] = {
    {"database", "PRAGMA integrity_check(20)"},
    {"foreign key", "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 20"},
    {"feed with a gap in district",
     "SELECT district_id FROM entry GROUP BY district_id HAVING count(*) <> max(position) OR min(position) <> 1"},
    {"matter whose row and last entry differ",
     "SELECT m.number FROM matter m LEFT JOIN entry e ON e.district_id = m.district_id AND e.matter = m.matter "
     "AND e.revision = m.revision WHERE e.hash IS NOT m.head LIMIT 20"},
};

}  // namespace

Result<std::vector<std::string>> SqliteStore::check() {
  Result<std::vector<std::string>> faults = readers_->read([](Database& database) -> Result<std::vector<std::string>> {
    std::vector<std::string> found;
    for (const Question& question : kQuestions) {
      note_rows(database, question.sql, question.what, found);
    }
    return found;
  });
  if (!faults) {
    return faults;
  }
  // SQLite words this check as an insertion, so the writer asks it; nothing is changed.
  const Status index = writer_->run([](Database& database) -> Status {
    database.run("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)");
    return {};
  });
  if (!index) {
    faults->push_back("search index: " + index.error().detail);
  }
  return faults;
}

Result<std::vector<DistrictId>> SqliteStore::districts() {
  return readers_->read([](Database& database) -> Result<std::vector<DistrictId>> {
    Rows rows = database.query("SELECT district_id FROM matter UNION SELECT district_id FROM register_row ORDER BY 1");
    std::vector<DistrictId> all;
    while (rows.next()) {
      all.push_back({rows.number(0)});
    }
    return all;
  });
}

Status SqliteStore::copy_to(const std::string& file) {
  if (std::filesystem::exists(file)) {
    return fault(ErrorCode::kStorage, "backup", file + " exists");
  }
  try {
    // A connection of its own: a pooled reader would be away for the whole copy.
    Database from(file_, SQLITE_OPEN_READONLY, vfs_);
    Database to(file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    to.execute("PRAGMA synchronous = FULL");
    sqlite3_backup* backup = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
    if (backup == nullptr) {
      to.fail("backup");
    }
    sqlite3_backup_step(backup, -1);  // one step is one snapshot; in WAL mode the writer does not wait for it
    if (sqlite3_backup_finish(backup) != SQLITE_OK) {
      to.fail("backup");
    }
    to.execute("PRAGMA journal_mode = DELETE");  // one file, no companions
    return {};
  } catch (const SqlFailed& failed) {
    return error_of(failed);
  }
}

}  // namespace shaoyin::sqlite
