// Log-in names and sessions.
#include "edge/sqlite/sqlite_store.h"

namespace shaoyin::sqlite {

using app::Account;
using app::Session;

namespace {

std::optional<Account> account_in(Database& database, DistrictId district, const std::string& login) {
  Rows rows = database.query("SELECT person, login, password_hash, disabled FROM account "
                             "WHERE district_id = $1 AND login = $2",
                             district, login);
  return rows.next() ? std::optional<Account>{{rows.text(0), rows.text(1), rows.text(2), rows.yes(3)}} : std::nullopt;
}

}  // namespace

Result<std::optional<Account>> SqliteStore::account(DistrictId district, const std::string& login) {
  return readers_->read([&](Database& database) -> Result<std::optional<Account>> { return account_in(database, district, login); });
}

Result<std::vector<Account>> SqliteStore::accounts(DistrictId district) {
  return readers_->read([&](Database& database) -> Result<std::vector<Account>> {
    Rows rows = database.query("SELECT person, login, password_hash, disabled FROM account "
                               "WHERE district_id = $1 ORDER BY login",
                               district);
    std::vector<Account> all;
    while (rows.next()) {
      all.push_back({rows.text(0), rows.text(1), rows.text(2), rows.yes(3)});
    }
    return all;
  });
}

Status SqliteStore::add_account(DistrictId district, const Account& account) {
  return writer_->run([&](Database& database) -> Status {
    const auto added = database.run("INSERT INTO account (district_id, login, person, password_hash, disabled) "
                                    "VALUES ($1, $2, $3, $4, $5) ON CONFLICT (district_id, login) DO NOTHING",
                                    district, account.login, account.person, account.password_hash, account.disabled);
    return added == 1 ? Status() : Status(app::login_taken(account.login));
  });
}

Result<Account> SqliteStore::change_account(DistrictId district, const std::string& login, const app::AccountChange& change) {
  std::optional<Account> now;
  const Status done = writer_->run([&](Database& database) -> Status {
    if (change.password_hash) {
      database.run("UPDATE account SET password_hash = $3 WHERE district_id = $1 AND login = $2", district, login, *change.password_hash);
    }
    if (change.disabled) {
      database.run("UPDATE account SET disabled = $3 WHERE district_id = $1 AND login = $2", district, login, *change.disabled);
    }
    now = account_in(database, district, login);
    if (!now) {
      return app::no_account(login);
    }
    if (change.ends_sessions()) {
      database.run("DELETE FROM session WHERE district_id = $1 AND person = $2", district, now->person);
    }
    return {};
  });
  return done ? Result<Account>(std::move(*now)) : Result<Account>(done.error());
}

namespace {

bool hold(Database& database, DistrictId district, const app::SessionGrounds& grounds) {
  if (!grounds.login.empty()) {
    Rows account = database.query("SELECT 1 FROM account WHERE district_id = $1 AND login = $2 AND password_hash = $3 AND NOT disabled",
                                  district, grounds.login, grounds.password_hash);
    if (!account.next()) {
      return false;
    }
  }
  if (grounds.token_hash.empty()) {
    return true;
  }
  Rows session = database.query("SELECT 1 FROM session WHERE district_id = $1 AND token_hash = $2", district, grounds.token_hash);
  return session.next();
}

}  // namespace

Status SqliteStore::put_session(DistrictId district, const Session& session, const app::SessionGrounds& grounds) {
  return writer_->run([&](Database& database) -> Status {
    if (!hold(database, district, grounds)) {
      return fault(ErrorCode::kUnauthenticated);
    }
    database.run("INSERT INTO session (district_id, token_hash, person, csrf, created, used, bearer, label) "
                 "VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (district_id, token_hash) DO UPDATE SET "
                 "person = $3, csrf = $4, created = $5, used = $6, bearer = $7, label = $8",
                 district, session.token_hash, session.person, session.csrf, session.created, session.used, session.bearer,
                 session.label);
    return {};
  });
}

Result<std::optional<Session>> SqliteStore::session(DistrictId district, const std::string& token_hash) {
  return readers_->read([&](Database& database) -> Result<std::optional<Session>> {
    Rows rows = database.query("SELECT token_hash, person, csrf, created, used, bearer, label FROM session "
                               "WHERE district_id = $1 AND token_hash = $2",
                               district, token_hash);
    if (!rows.next()) {
      return std::optional<Session>{};
    }
    return std::optional<Session>{{rows.text(0), rows.text(1), rows.text(2), rows.instant(3), rows.instant(4),
                                   rows.yes(5), rows.text(6)}};
  });
}

Status SqliteStore::touch_session(DistrictId district, const std::string& token_hash, Instant used) {
  return writer_->run([&](Database& database) -> Status {
    database.run("UPDATE session SET used = $3 WHERE district_id = $1 AND token_hash = $2", district, token_hash, used);
    return {};
  });
}

Status SqliteStore::end_session(DistrictId district, const std::string& token_hash) {
  return writer_->run([&](Database& database) -> Status {
    database.run("DELETE FROM session WHERE district_id = $1 AND token_hash = $2", district, token_hash);
    return {};
  });
}

Result<int> SqliteStore::forget_sessions(DistrictId district, const app::SessionsOver& over, int limit) {
  int forgotten = 0;
  const Status done = writer_->run([&](Database& database) -> Status {
    forgotten = static_cast<int>(database.run(
        "DELETE FROM session WHERE (district_id, token_hash) IN (SELECT district_id, token_hash FROM session WHERE "
        "district_id = $1 AND CASE bearer WHEN 1 THEN created <= $2 ELSE created <= $3 OR used <= $4 END LIMIT $5)",
        district, over.bearer_created, over.cookie_created, over.cookie_used, std::max(limit, 0)));
    return {};
  });
  return done ? Result<int>(forgotten) : Result<int>(done.error());
}

}  // namespace shaoyin::sqlite
