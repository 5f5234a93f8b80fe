#include "edge/sqlite/database.h"

#include <fmt/format.h>

namespace shaoyin::sqlite {

Error error_of(const SqlFailed& failed) {
  const int primary = failed.code & 0xFF;
  if (primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB) {
    return fault(ErrorCode::kDamaged, "store", failed.what);
  }
  if (primary == SQLITE_BUSY || primary == SQLITE_LOCKED) {
    return fault(ErrorCode::kBusy, "store", failed.what);
  }
  return fault(ErrorCode::kStorage, "store", failed.what);
}

Rows::~Rows() {
  if (owned_) {
    sqlite3_finalize(statement_);
  } else {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
  }
}

bool Rows::next() {
  const int result = sqlite3_step(statement_);
  if (result != SQLITE_ROW && result != SQLITE_DONE) {
    database_->fail(sqlite3_sql(statement_));
  }
  return result == SQLITE_ROW;
}

std::optional<Instant> Rows::maybe_instant(int column) const {
  return has(column) ? std::optional<Instant>{instant(column)} : std::nullopt;
}

std::string Rows::text(int column) const {
  const void* bytes = sqlite3_column_blob(statement_, column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
  return bytes == nullptr ? std::string() : std::string(static_cast<const char*>(bytes), size);
}

Database::Database(const std::string& path, int flags, const std::string& vfs) {
  const int result = sqlite3_open_v2(path.c_str(), &handle_, flags | SQLITE_OPEN_NOMUTEX, vfs.empty() ? nullptr : vfs.c_str());
  if (result != SQLITE_OK) {
    const SqlFailed failed{result, fmt::format("{} (opening the database)", sqlite3_errstr(result))};
    sqlite3_close(handle_);
    throw failed;
  }
  sqlite3_extended_result_codes(handle_, 1);
  sqlite3_busy_timeout(handle_, 5000);
}

Database::~Database() {
  for (const auto& [sql, prepared] : statements_) {
    sqlite3_finalize(prepared.statement);
  }
  sqlite3_close(handle_);
}

void Database::fail(std::string_view doing) {
  throw SqlFailed{sqlite3_extended_errcode(handle_), fmt::format("{} ({})", sqlite3_errmsg(handle_), doing)};
}

void Database::check(int result) {
  if (result != SQLITE_OK) {
    fail("binding");
  }
}

Database::Prepared& Database::prepare(std::string_view sql) {
  if (const auto found = statements_.find(sql); found != statements_.end()) {
    return found->second;
  }
  Prepared prepared;
  if (sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                         &prepared.statement, nullptr) != SQLITE_OK) {
    fail(sql);
  }
  constexpr int kPlacesMax = 40;  // more than any statement has
  for (int n = 1; n <= kPlacesMax; ++n) {
    prepared.places.push_back(sqlite3_bind_parameter_index(prepared.statement, fmt::format("${}", n).c_str()));
  }
  return statements_.emplace(sql, std::move(prepared)).first->second;
}

void Database::bind(const Prepared& prepared, int at, std::int64_t value) {
  check(sqlite3_bind_int64(prepared.statement, prepared.places[static_cast<std::size_t>(at - 1)], value));
}

void Database::bind(const Prepared& prepared, int at, const std::optional<Instant>& value) {
  if (value) {
    bind(prepared, at, value->ms);
  }  // unbound is NULL
}

// Values outlive the statement's run, except that Rows may be read after a temporary is gone: copy.
void Database::bind(const Prepared& prepared, int at, std::string_view value) {
  check(sqlite3_bind_text(prepared.statement, prepared.places[static_cast<std::size_t>(at - 1)],
                          value.empty() ? "" : value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT));
}

void Database::bind(const Prepared& prepared, int at, Blob value) {
  check(sqlite3_bind_blob64(prepared.statement, prepared.places[static_cast<std::size_t>(at - 1)],
                            value.bytes.empty() ? "" : value.bytes.data(), value.bytes.size(), SQLITE_TRANSIENT));
}

Rows Database::query_once(const std::string& sql, const std::vector<Value>& values) {
  Prepared prepared;
  if (sqlite3_prepare_v2(handle_, sql.c_str(), static_cast<int>(sql.size()), &prepared.statement, nullptr) != SQLITE_OK) {
    fail(sql);
  }
  for (std::size_t n = 1; n <= values.size(); ++n) {
    prepared.places.push_back(sqlite3_bind_parameter_index(prepared.statement, fmt::format("${}", n).c_str()));
    std::visit([&](const auto& value) { bind(prepared, static_cast<int>(n), value); }, values[n - 1]);
  }
  return {*this, prepared.statement, true};
}

void Database::execute(const std::string& sql) {
  if (sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    fail(sql.substr(0, 80));
  }
}

ReadTransaction::~ReadTransaction() {
  // Nothing was written, so ROLLBACK is only the cheapest end; it cannot fail in a way that matters.
  sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

}  // namespace shaoyin::sqlite
