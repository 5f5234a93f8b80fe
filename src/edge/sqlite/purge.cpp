// What erasing leaves to be done. The erased matter is out of the index at once; but the index is made of segments that are
// never changed, so an old one still names the terms until it is merged into another, and pages of before stand in the log.
//
// The segments of that moment are merged into one, a piece at a time, so that nobody who waits for the writer notices; then
// the log is emptied. What is still to do is remembered in the database: a restart goes on.
#include "edge/sqlite/sqlite_store.h"

namespace shaoyin::sqlite {
namespace {

// Pages of the index that one step writes (4 KB each): some milliseconds of the writer.
constexpr int kPurgePages = 64;

enum class Phase { kNothing, kBegin, kGoOn };

Phase phase_of(Database& database) {
  Rows rows = database.query("SELECT begun FROM purge ORDER BY begun LIMIT 1");
  if (!rows.next()) {
    return Phase::kNothing;
  }
  return rows.yes(0) ? Phase::kGoOn : Phase::kBegin;
}

// True when the merging has come to its end. FTS5: a negative number begins merging all segments there are into one, positive
// ones go on with it; a step that changes less than two rows had nothing to do.
bool merge_some(Database& database, Phase phase) {
  if (phase == Phase::kBegin) {
    database.run("INSERT INTO search (search, rank) VALUES ('merge', $1)", std::int64_t{-kPurgePages});
    database.run("UPDATE purge SET begun = 1");
    return false;
  }
  const int before = sqlite3_total_changes(database.handle());
  database.run("INSERT INTO search (search, rank) VALUES ('merge', $1)", std::int64_t{kPurgePages});
  return sqlite3_total_changes(database.handle()) - before < 2;
}

// Empties the log; false when a reader still needs a page of it.
bool empty_log(const std::string& file, const std::string& vfs) {
  Database own(file, SQLITE_OPEN_READWRITE, vfs);
  Rows answer = own.query("PRAGMA wal_checkpoint(TRUNCATE)");
  return answer.next() && !answer.yes(0);
}

}  // namespace

Result<bool> SqliteStore::purge_step() {
  const Result<Phase> phase = readers_->read([](Database& database) -> Result<Phase> { return phase_of(database); });
  if (!phase || *phase == Phase::kNothing) {
    return phase ? Result<bool>(false) : Result<bool>(phase.error());
  }
  bool merged = false;
  if (const Status step = writer_->run([&](Database& database) -> Status { merged = merge_some(database, phase_of(database)); return {}; }); !step) {
    return step.error();
  }
  if (!merged) {
    return true;
  }
  try {
    // From here: a checkpoint cannot run inside the writer's transaction.
    if (!empty_log(file_, vfs_)) {
      return true;
    }
  } catch (const SqlFailed& failed) {
    return error_of(failed);
  }
  // Something erased in the meantime has put it back to the beginning, and then it stays.
  const Status ended = writer_->run([&](Database& database) -> Status { database.run("DELETE FROM purge WHERE begun = 1"); return {}; });
  return ended ? Result<bool>(true) : Result<bool>(ended.error());
}

}  // namespace shaoyin::sqlite
