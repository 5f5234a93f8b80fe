#include "edge/sqlite/sqlite_store.h"

#include <fmt/format.h>

#include <algorithm>

#include "edge/sqlite/columns.h"
#include "edge/sqlite/commit.h"
#include "edge/sqlite/search.h"

namespace shaoyin::sqlite {

using app::FeedItem;
using app::OutboxItem;
using app::Receipt;
using app::Stored;
using app::TextRow;

namespace {

matter::EventKind kind_from(const std::string& name) {
  matter::EventKind kind{};
  if (!matter::event_kind(name, kind)) {
    throw SqlFailed{SQLITE_CORRUPT, "an unknown kind of event"};
  }
  return kind;
}

std::vector<ledger::Link> links_of(Database& database, DistrictId district, MatterId matter) {
  Rows rows = database.query("SELECT revision, at, kind, bytes, hash FROM entry WHERE district_id = $1 AND matter = $2 "
                             "ORDER BY revision",
                             district, matter);
  std::vector<ledger::Link> links;
  while (rows.next()) {
    links.push_back({rows.number(0), rows.instant(1), kind_from(rows.text(2)), rows.text(3), read_hash(rows.text(4))});
  }
  return links;
}

std::vector<MatterId> ids_from(Rows rows) {
  std::vector<MatterId> ids;
  while (rows.next()) {
    ids.push_back({rows.number(0)});
  }
  return ids;
}

}  // namespace

Result<Receipt> SqliteStore::commit(const app::CommitRequest& request) {
  Receipt given;
  const Status done = writer_->run([&](Database& database) -> Status {
    const Result<Receipt> receipt = commit_request(database, request, *search_);
    if (!receipt) {
      return receipt.error();
    }
    given = *receipt;
    return {};
  });
  return done ? Result<Receipt>(given) : Result<Receipt>(done.error());
}

Result<std::optional<Receipt>> SqliteStore::receipt(DistrictId district, const std::string& key_scope,
                                                    const std::string& key, const std::string& request_hash) {
  return readers_->read(
      [&](Database& database) { return earlier_receipt(database, district, key_scope, key, request_hash); });
}

Result<Stored> SqliteStore::load(DistrictId district, MatterId matter) {
  static const std::string kSql = fmt::format(
      "SELECT {}, wrapped_key, secret_hash FROM matter WHERE district_id = $1 AND matter = $2", kMatterColumns);
  return readers_->read([&](Database& database) -> Result<Stored> {
    Stored stored;
    Rows rows = database.query(kSql, district, matter);
    if (!rows.next()) {
      return fault(ErrorCode::kNotFound, "matter");
    }
    stored.row = row_from(rows);
    stored.wrapped_key = rows.text(kMatterColumnCount);
    stored.secret_hash = rows.text(kMatterColumnCount + 1);
    stored.links = links_of(database, district, matter);
    return stored;
  });
}

Result<app::RowAt> SqliteStore::row(DistrictId district, MatterId matter) {
  static const std::string kSql =
      fmt::format("SELECT {}, revision FROM matter WHERE district_id = $1 AND matter = $2", kMatterColumns);
  return readers_->read([&](Database& database) -> Result<app::RowAt> {
    Rows rows = database.query(kSql, district, matter);
    if (!rows.next()) {
      return fault(ErrorCode::kNotFound, "matter");
    }
    return app::RowAt{row_from(rows), rows.number(kMatterColumnCount)};
  });
}

namespace {

// The records of the matters between two ids, in order, given to their matters.
void add_records(Database& database, DistrictId district, std::vector<app::Listed>& listed) {
  if (listed.empty()) {
    return;
  }
  Rows rows = database.query("SELECT matter, type, number, round, step, fields FROM record_row "
                             "WHERE district_id = $1 AND matter >= $2 AND matter <= $3 ORDER BY matter, type, number",
                             district, listed.front().at.row.id, listed.back().at.row.id);
  auto of = listed.begin();
  while (rows.next()) {
    while (of->at.row.id.value < rows.number(0)) {
      ++of;
    }
    of->records.push_back({rows.text(1), static_cast<RecordNumber>(rows.number(2)), static_cast<int>(rows.number(3)), rows.text(4), read_fields(rows.text(5))});
  }
}

}  // namespace

Result<std::vector<app::Listed>> SqliteStore::listed(DistrictId district, MatterId after, int limit) {
  static const std::string kSql = fmt::format(
      "SELECT {}, revision FROM matter WHERE district_id = $1 AND matter > $2 ORDER BY matter LIMIT $3", kMatterColumns);
  return readers_->read([&](Database& database) -> Result<std::vector<app::Listed>> {
    std::vector<app::Listed> all;
    {
      Rows rows = database.query(kSql, district, after, std::max(limit, 0));
      while (rows.next()) {
        all.push_back({{row_from(rows), rows.number(kMatterColumnCount)}, {}});
      }
    }
    add_records(database, district, all);
    return all;
  });
}

Result<MatterId> SqliteStore::find_number(DistrictId district, const std::string& number) {
  return readers_->read([&](Database& database) -> Result<MatterId> {
    Rows rows = database.query("SELECT matter FROM matter WHERE district_id = $1 AND number = $2", district, number);
    if (!rows.next()) {
      return fault(ErrorCode::kNotFound, "number");
    }
    return MatterId{rows.number(0)};
  });
}

Result<std::vector<TextRow>> SqliteStore::texts(DistrictId district, MatterId matter) {
  return readers_->read([&](Database& database) -> Result<std::vector<TextRow>> {
    Rows rows = database.query("SELECT commitment, stands_at, cipher, masked FROM content "
                               "WHERE district_id = $1 AND matter = $2 ORDER BY ordinal",
                               district, matter);
    std::vector<TextRow> texts;
    while (rows.next()) {
      texts.push_back({rows.text(0), rows.text(1), rows.text(2), rows.text(3)});
    }
    return texts;
  });
}

Result<std::vector<MatterId>> SqliteStore::all(DistrictId district) {
  return readers_->read([&](Database& database) -> Result<std::vector<MatterId>> {
    return ids_from(database.query("SELECT matter FROM matter WHERE district_id = $1 ORDER BY matter", district));
  });
}

Result<std::vector<FeedItem>> SqliteStore::feed(DistrictId district, std::int64_t after, int limit) {
  return readers_->read([&](Database& database) -> Result<std::vector<FeedItem>> {
    Rows rows = database.query("SELECT position, matter, revision, kind, at FROM entry "
                               "WHERE district_id = $1 AND position > $2 ORDER BY position LIMIT $3",
                               district, after, std::max(limit, 0));
    std::vector<FeedItem> items;
    while (rows.next()) {
      items.push_back({rows.number(0), {rows.number(1)}, rows.number(2), kind_from(rows.text(3)), rows.instant(4)});
    }
    return items;
  });
}

Result<std::int64_t> SqliteStore::feed_head(DistrictId district) {
  return readers_->read([&](Database& database) -> Result<std::int64_t> {
    Rows rows = database.query("SELECT coalesce(max(position), 0) FROM entry WHERE district_id = $1", district);
    ensure(rows.next(), "max answers");
    return rows.number(0);
  });
}

Result<std::vector<MatterId>> SqliteStore::due(DistrictId district, Instant now, int limit) {
  return readers_->read([&](Database& database) -> Result<std::vector<MatterId>> {
    return ids_from(database.query("SELECT matter FROM matter WHERE district_id = $1 AND look_again IS NOT NULL "
                                   "AND historical = 0 AND look_again <= $2 ORDER BY look_again, matter LIMIT $3",
                                   district, now, std::max(limit, 0)));
  });
}

Result<std::vector<OutboxItem>> SqliteStore::outbox(DistrictId district, Instant now, int limit) {
  std::vector<OutboxItem> items;
  const Status done = writer_->run([&](Database& database) -> Status {
    Rows rows = database.query("SELECT id, matter, key, to_whom, text, arguments, at, tries FROM outbox "
                               "WHERE district_id = $1 AND (tried IS NULL OR tried <= $2) ORDER BY id LIMIT $3",
                               district, Instant{now.ms - app::kOutboxLease.ms}, std::max(limit, 0));
    while (rows.next()) {
      app::Notice notice{rows.text(2), rows.text(3), rows.text(4), read_map(rows.text(5))};
      items.push_back({rows.number(0), {rows.number(1)}, std::move(notice), rows.instant(6), static_cast<int>(rows.number(7))});
    }
    for (const OutboxItem& item : items) {
      database.run("UPDATE outbox SET tried = $3, tries = tries + 1 WHERE district_id = $1 AND id = $2", district, item.id, now);
    }
    return {};
  });
  return done ? Result<std::vector<OutboxItem>>(std::move(items)) : Result<std::vector<OutboxItem>>(done.error());
}

Status SqliteStore::delivered(DistrictId district, std::int64_t id) {
  return writer_->run([&](Database& database) -> Status {
    database.run("DELETE FROM outbox WHERE district_id = $1 AND id = $2", district, id);
    return {};
  });
}

Result<int> SqliteStore::forget_answers(DistrictId district, Instant before, int limit) {
  int forgotten = 0;
  const Status done = writer_->run([&](Database& database) -> Status {
    forgotten = static_cast<int>(database.run(
        "DELETE FROM answered WHERE (district_id, scope, key) IN (SELECT district_id, scope, key FROM answered "
        "WHERE district_id = $1 AND at < $2 ORDER BY at LIMIT $3)",
        district, before, std::max(limit, 0)));
    return {};
  });
  return done ? Result<int>(forgotten) : Result<int>(done.error());
}

Result<std::vector<registers::Row>> SqliteStore::register_rows(DistrictId district, const std::string& reg) {
  return readers_->read([&](Database& database) -> Result<std::vector<registers::Row>> {
    Rows rows = database.query("SELECT code, version, valid_from, valid_to, columns FROM register_row "
                               "WHERE district_id = $1 AND reg = $2 ORDER BY code, version",
                               district, reg);
    std::vector<registers::Row> found;
    while (rows.next()) {
      found.push_back({reg, rows.text(0), rows.number(1), rows.instant(2), rows.maybe_instant(3), read_map(rows.text(4))});
    }
    return found;
  });
}

}  // namespace shaoyin::sqlite
