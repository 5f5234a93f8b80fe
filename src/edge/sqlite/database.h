// A thin layer over libsqlite3: connections, cached statements, typed binding by number ($1, $2 …).
//
// Faults of storage are thrown as SqlFailed and never leave edge/sqlite: the store's doors (writer.h, readers.h)
// turn them into Error values. Everything else here would be a check after every line.
// Threads: one connection, one thread at a time.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/ids.h"
#include "core/base/instant.h"
#include "core/base/result.h"

namespace shaoyin::sqlite {

struct SqlFailed {
  int code = 0;      // SQLite's extended result code
  std::string what;  // its message and the statement; holds no bound values, so nothing personal
};

// What a storage fault is to a caller: kDamaged for a corrupt file, kBusy, else kStorage.
[[nodiscard]] Error error_of(const SqlFailed& failed);

struct Blob { std::string_view bytes; };

class Database;

// The rows of one query, one at a time. Ends its statement when it goes.
class Rows {
 public:
  Rows(Database& database, sqlite3_stmt* statement, bool owned) : database_(&database), statement_(statement), owned_(owned) {}
  ~Rows();
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;

  bool next();
  [[nodiscard]] bool has(int column) const { return sqlite3_column_type(statement_, column) != SQLITE_NULL; }
  [[nodiscard]] std::int64_t number(int column) const { return sqlite3_column_int64(statement_, column); }
  [[nodiscard]] bool yes(int column) const { return number(column) != 0; }
  [[nodiscard]] Instant instant(int column) const { return {number(column)}; }
  [[nodiscard]] std::optional<Instant> maybe_instant(int column) const;
  [[nodiscard]] std::string text(int column) const;  // text or blob

 private:
  Database* database_;
  sqlite3_stmt* statement_;
  bool owned_;  // not cached: finalized at the end
};

class Database {
 public:
  Database(const std::string& path, int flags, const std::string& vfs = {});
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  // `sql` must be a fixed text: its prepared form is kept.
  template <class... Values>
  [[nodiscard]] Rows query(std::string_view sql, const Values&... values) {
    Prepared& prepared = prepare(sql);
    int at = 0;
    (bind(prepared, ++at, values), ...);
    return {*this, prepared.statement, false};
  }

  // Runs to the end and returns the number of changed rows.
  template <class... Values>
  int run(std::string_view sql, const Values&... values) {
    Rows rows = query(sql, values...);
    while (rows.next()) {
    }
    return sqlite3_changes(handle_);
  }

  // For SQL that is put together: prepared afresh, values in order.
  using Value = std::variant<std::int64_t, std::string>;
  [[nodiscard]] Rows query_once(const std::string& sql, const std::vector<Value>& values);

  // Several statements without values: pragmas and migrations.
  void execute(const std::string& sql);

  [[nodiscard]] sqlite3* handle() { return handle_; }
  [[nodiscard]] bool in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }
  [[noreturn]] void fail(std::string_view doing);

 private:
  struct Prepared {
    sqlite3_stmt* statement = nullptr;
    std::vector<int> places;  // of $1, $2 …; 0 when the statement does not use it
  };

  Prepared& prepare(std::string_view sql);
  void check(int result);
  void bind(const Prepared& prepared, int at, std::int64_t value);
  void bind(const Prepared& prepared, int at, int value) { bind(prepared, at, std::int64_t{value}); }
  void bind(const Prepared& prepared, int at, bool value) { bind(prepared, at, std::int64_t{value ? 1 : 0}); }
  void bind(const Prepared& prepared, int at, Instant value) { bind(prepared, at, value.ms); }
  void bind(const Prepared& prepared, int at, MatterId value) { bind(prepared, at, value.value); }
  void bind(const Prepared& prepared, int at, DistrictId value) { bind(prepared, at, value.value); }
  void bind(const Prepared& prepared, int at, const std::optional<Instant>& value);
  void bind(const Prepared& prepared, int at, std::string_view value);
  void bind(const Prepared& prepared, int at, const std::string& value) { bind(prepared, at, std::string_view(value)); }
  void bind(const Prepared& prepared, int at, const char* value) { bind(prepared, at, std::string_view(value)); }
  void bind(const Prepared& prepared, int at, Blob value);

  sqlite3* handle_ = nullptr;
  std::map<std::string, Prepared, std::less<>> statements_;
};

// Reads of several statements that see one state of the store.
class ReadTransaction {
 public:
  explicit ReadTransaction(Database& database) : database_(database) { database_.run("BEGIN"); }
  ~ReadTransaction();
  ReadTransaction(const ReadTransaction&) = delete;
  ReadTransaction& operator=(const ReadTransaction&) = delete;

 private:
  Database& database_;
};

}  // namespace shaoyin::sqlite
