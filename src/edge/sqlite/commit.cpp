#include "edge/sqlite/commit.h"

#include <fmt/format.h>

#include <set>

#include "core/base/ensure.h"
#include "edge/sqlite/columns.h"
#include "edge/sqlite/search.h"

namespace shaoyin::sqlite {
namespace {

using app::Batch;
using app::CommitRequest;
using app::MatterRow;
using app::Receipt;

// What is stored of a matter before a batch.
struct Before {
  std::int64_t revision = 0;
  Hash head{};
  MatterRow row;
};

Before before(Database& database, DistrictId district, MatterId matter) {
  static const std::string kSql =
      fmt::format("SELECT {}, revision, head FROM matter WHERE district_id = $1 AND matter = $2", kMatterColumns);
  Rows rows = database.query(kSql, district, matter);
  if (!rows.next()) {
    return {};
  }
  return {rows.number(kMatterColumnCount), read_hash(rows.text(kMatterColumnCount + 1)), row_from(rows)};
}

// Adds `by` to a counter of the district and returns its new value.
std::int64_t count(Database& database, DistrictId district, const std::string& name, std::int64_t by) {
  Rows rows = database.query(
      "INSERT INTO counter (district_id, name, value) VALUES ($1, $2, $3) "
      "ON CONFLICT (district_id, name) DO UPDATE SET value = value + excluded.value RETURNING value",
      district, name, by);
  ensure(rows.next(), "a counter answers");
  const std::int64_t value = rows.number(0);
  ensure(!rows.next(), "a counter has one row");  // runs the statement to its end
  return value;
}

bool number_taken(Database& database, DistrictId district, const std::string& number) {
  return database.query("SELECT 1 FROM matter WHERE district_id = $1 AND number = $2", district, number).next();
}

Result<std::string> number_for(Database& database, const CommitRequest& request, const Batch& batch) {
  if (!batch.row.number.empty()) {
    if (number_taken(database, request.district, batch.row.number)) {
      return fault(ErrorCode::kConflict, "number", batch.row.number);
    }
    return batch.row.number;
  }
  ensure(!request.number_prefix.empty(), "a new matter without a number needs a number prefix");
  std::string number;
  do {
    number = fmt::format("{}{:06}", request.number_prefix,
                         count(database, request.district, "number " + request.number_prefix, 1));
  } while (number_taken(database, request.district, number));  // an import may have brought its own
  return number;
}

void insert_matter(Database& database, DistrictId district, const Batch& batch, const std::string& number,
                   std::int64_t revision, const Hash& head) {
  static const std::string kSql = fmt::format(
      "INSERT INTO matter ({}, district_id, revision, head, wrapped_key, secret_hash) VALUES "
      "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, "
      "$25, $26, $27, $28, $29, $30, $31)",
      kMatterColumns);
  const MatterRow& row = batch.row;
  database.run(kSql, batch.matter, number, row.kind, row.step, row.final, row.owner, row.place, row.community, row.street,
               row.category, row.title, row.channel, row.opened, row.updated, row.promised, row.next_due, row.look_again,
               row.closed, row.overdue, row.contested, row.returned, row.provisional, row.historical, row.parent,
               written(row.parties), written(row.fields), district, revision, Blob{as_bytes(head)}, Blob{batch.wrapped_key},
               batch.secret_hash);
}

// Columns that no index holds change with every step; the others are written only when they differ, because SQLite
// rewrites every index over a column that is named, changed or not.
void update_matter(Database& database, DistrictId district, const Batch& batch, const Before& old, std::int64_t revision,
                   const Hash& head) {
  const MatterRow& row = batch.row;
  database.run(
      "UPDATE matter SET revision = $3, head = $4, step = $5, category = $6, title = $7, channel = $8, updated = $9, "
      "promised = $10, closed = $11, overdue = $12, contested = $13, returned = $14, provisional = $15, parties = $16, "
      "kind = $17, place = $18, community = $19, street = $20, fields = $21 WHERE district_id = $1 AND matter = $2",
      district, batch.matter, revision, Blob{as_bytes(head)}, row.step, row.category, row.title, row.channel, row.updated,
      row.promised, row.closed, row.overdue, row.contested, row.returned, row.provisional, written(row.parties), row.kind,
      row.place, row.community, row.street, written(row.fields));
  if (row.next_due != old.row.next_due || row.owner != old.row.owner || row.final != old.row.final) {
    database.run("UPDATE matter SET next_due = $3, owner = $4, final = $5 WHERE district_id = $1 AND matter = $2",
                 district, batch.matter, row.next_due, row.owner, row.final);
  }
  if (row.look_again != old.row.look_again || row.historical != old.row.historical) {
    database.run("UPDATE matter SET look_again = $3, historical = $4 WHERE district_id = $1 AND matter = $2", district,
                 batch.matter, row.look_again, row.historical);
  }
  if (row.opened != old.row.opened || row.parent != old.row.parent) {
    database.run("UPDATE matter SET opened = $3, parent = $4 WHERE district_id = $1 AND matter = $2", district,
                 batch.matter, row.opened, row.parent);
  }
}

std::set<PartyCode> concerned(const MatterRow& row) {
  std::set<PartyCode> parties(row.parties.begin(), row.parties.end());
  parties.insert(row.owner);
  parties.erase("");
  return parties;
}

void write_concerned(Database& database, DistrictId district, const Batch& batch, const Before& old) {
  const std::set<PartyCode> was = concerned(old.row);
  const std::set<PartyCode> is = concerned(batch.row);
  for (const PartyCode& party : is) {
    if (!was.contains(party)) {
      database.run("INSERT INTO concerned (district_id, party, matter) VALUES ($1, $2, $3)", district, party, batch.matter);
    }
  }
  for (const PartyCode& party : was) {
    if (!is.contains(party)) {
      database.run("DELETE FROM concerned WHERE district_id = $1 AND party = $2 AND matter = $3", district, party,
                   batch.matter);
    }
  }
}

void write_records(Database& database, DistrictId district, const Batch& batch) {
  for (const view::RecordRow& record : batch.records) {
    database.run("INSERT INTO record_row (district_id, matter, type, number, round, step, fields) VALUES ($1, $2, $3, $4, $5, $6, $7) "
                 "ON CONFLICT (district_id, matter, type, number) DO UPDATE SET round = $5, step = $6, fields = $7",
                 district, batch.matter, record.type, record.number, record.round, record.step, written(record.fields));
  }
}

// Returns the position of the last entry, 0 for none.
std::int64_t write_entries(Database& database, DistrictId district, const Batch& batch) {
  if (batch.links.empty()) {
    return 0;
  }
  const auto size = static_cast<std::int64_t>(batch.links.size());
  const std::int64_t last = count(database, district, "feed", size);
  std::int64_t position = last - size;
  for (const ledger::Link& link : batch.links) {
    database.run("INSERT INTO entry (district_id, matter, revision, position, at, kind, bytes, hash) "
                 "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                 district, batch.matter, link.revision, ++position, link.at, matter::event_name(link.kind),
                 Blob{link.bytes}, Blob{as_bytes(link.hash)});
  }
  return last;
}

void write_texts(Database& database, DistrictId district, const Batch& batch) {
  if (batch.texts.empty()) {
    return;
  }
  std::int64_t ordinal = 0;
  {
    Rows rows = database.query("SELECT coalesce(max(ordinal), 0) FROM content WHERE district_id = $1 AND matter = $2",
                               district, batch.matter);
    ensure(rows.next(), "max answers");
    ordinal = rows.number(0);
  }
  for (const app::TextRow& text : batch.texts) {
    database.run("INSERT INTO content (district_id, matter, ordinal, commitment, stands_at, cipher, masked) "
                 "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                 district, batch.matter, ++ordinal, text.commitment, text.where, Blob{text.cipher}, text.masked);
  }
}

void write_notices(Database& database, const CommitRequest& request, const Batch& batch) {
  if (batch.notices.empty()) {
    return;
  }
  const auto size = static_cast<std::int64_t>(batch.notices.size());
  std::int64_t id = count(database, request.district, "outbox", size) - size;
  for (const app::Notice& notice : batch.notices) {
    database.run("INSERT INTO outbox (district_id, id, matter, key, to_whom, text, arguments, at, tries) "
                 "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0)",
                 request.district, ++id, batch.matter, notice.key, notice.to, notice.text, written(notice.arguments),
                 request.now);
  }
}

void mark_used(Database& database, DistrictId district, const Batch& batch) {
  for (const std::string& name : batch.used_files) {
    database.run("UPDATE file SET used = 1 WHERE district_id = $1 AND matter = $2 AND name = $3", district, batch.matter, name);
  }
}

void erase(Database& database, DistrictId district, MatterId matter) {
  database.run("UPDATE matter SET wrapped_key = x'', title = '' WHERE district_id = $1 AND matter = $2", district, matter);
  database.run("UPDATE content SET cipher = x'', masked = '' WHERE district_id = $1 AND matter = $2", district, matter);
  database.run("DELETE FROM file WHERE district_id = $1 AND matter = $2", district, matter);
  database.run("INSERT INTO purge (district_id, begun) VALUES ($1, 0) ON CONFLICT (district_id) DO UPDATE SET begun = 0", district);
}

Result<Receipt> commit_batch(Database& database, const CommitRequest& request, const Batch& batch, SearchQueue& search) {
  const DistrictId district = request.district;
  const Before old = before(database, district, batch.matter);
  if (old.revision != batch.expected_revision) {
    return fault(ErrorCode::kConflict, "revision", std::to_string(old.revision));
  }
  const bool is_new = old.revision == 0;
  ensure(!is_new || !batch.links.empty(), "a new matter has at least one event");
  ensure(ledger::continues_chain(old.revision, old.head, batch.links), "a batch carries on its matter's chain");
  const Result<std::string> number = is_new ? number_for(database, request, batch) : old.row.number;
  if (!number) {
    return number.error();
  }
  const Hash head = batch.links.empty() ? old.head : batch.links.back().hash;
  const std::int64_t revision = old.revision + static_cast<std::int64_t>(batch.links.size());
  if (is_new) {
    insert_matter(database, district, batch, *number, revision, head);
  } else {
    update_matter(database, district, batch, old, revision, head);
  }
  write_concerned(database, district, batch, old);
  write_records(database, district, batch);
  const std::int64_t position = write_entries(database, district, batch);
  write_texts(database, district, batch);
  mark_used(database, district, batch);
  if (batch.erase) {
    erase(database, district, batch.matter);
  }
  if (is_new || batch.erase || !batch.texts.empty() || batch.row.title != old.row.title) {
    search.note(district, batch.matter);
  }
  write_notices(database, request, batch);
  return Receipt{batch.matter, *number, revision, batch.row.step, to_hex(head), position};
}

void write_register_row(Database& database, DistrictId district, const registers::Row& row) {
  database.run("UPDATE register_row SET valid_to = $4 WHERE district_id = $1 AND reg = $2 AND code = $3 "
               "AND (valid_to IS NULL OR valid_to > $4)",
               district, row.reg, row.code, row.valid_from);
  database.run("INSERT INTO register_row (district_id, reg, code, version, valid_from, valid_to, columns) "
               "SELECT $1, $2, $3, coalesce(max(version), 0) + 1, $4, $5, $6 FROM register_row "
               "WHERE district_id = $1 AND reg = $2 AND code = $3",
               district, row.reg, row.code, row.valid_from, row.valid_to, written(row.columns));
}

void remember(Database& database, const CommitRequest& request, const Receipt& receipt) {
  if (request.key.empty()) {
    return;
  }
  database.run("INSERT INTO answered (district_id, scope, key, at, request_hash, matter, number, revision, step, hash, "
               "position) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
               request.district, request.key_scope, request.key, request.now, request.request_hash, receipt.matter,
               receipt.number, receipt.revision, receipt.step, receipt.hash, receipt.position);
}

}  // namespace

Result<std::optional<Receipt>> earlier_receipt(Database& database, DistrictId district, const std::string& scope,
                                               const std::string& key, const std::string& request_hash) {
  if (key.empty()) {
    return std::optional<Receipt>{};
  }
  Rows rows = database.query("SELECT request_hash, matter, number, revision, step, hash, position FROM answered "
                             "WHERE district_id = $1 AND scope = $2 AND key = $3",
                             district, scope, key);
  if (!rows.next()) {
    return std::optional<Receipt>{};
  }
  if (rows.text(0) != request_hash) {
    return fault(ErrorCode::kKeyReused, "Idempotency-Key");
  }
  return std::optional<Receipt>{{{rows.number(1)}, rows.text(2), rows.number(3), rows.text(4), rows.text(5), rows.number(6)}};
}

Result<Receipt> commit_request(Database& database, const CommitRequest& request, SearchQueue& search) {
  const auto earlier = earlier_receipt(database, request.district, request.key_scope, request.key, request.request_hash);
  if (!earlier) {
    return earlier.error();
  }
  if (*earlier) {
    return **earlier;
  }
  Receipt first;
  for (std::size_t i = 0; i < request.batches.size(); ++i) {
    const Result<Receipt> receipt = commit_batch(database, request, request.batches[i], search);
    if (!receipt) {
      return receipt.error();
    }
    if (i == 0) {
      first = *receipt;
    }
  }
  for (const registers::Row& row : request.register_rows) {
    write_register_row(database, request.district, row);
  }
  remember(database, request, first);
  return first;
}

}  // namespace shaoyin::sqlite
