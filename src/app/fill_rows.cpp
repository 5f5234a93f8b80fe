#include "app/fill_rows.h"

#include "app/once.h"
#include "core/view/project.h"

namespace shaoyin::app {
namespace {

constexpr const char* kRegister = "row_form";  // register: which form of rows is written
constexpr const char* kForm = "3";             // 2: with fields and records; 3: and when actions were done

// What cannot be read stays as it is: `shaoyin ledger verify` says what is damaged, and the other matters are not to wait for it.
Result<bool> fill_one(House& house, const Rules& rules, MatterId id, int tries = 1) {
  const auto loaded = load_matter(house, id);
  if (!loaded && loaded.error().code == ErrorCode::kDamaged) return false;
  if (!loaded) return loaded.error();
  const auto procedure = rules.by_hash.find(loaded->matter.procedure_hash);
  if (loaded->matter.historical || procedure == rules.by_hash.end() || rules.closed(loaded->matter.procedure_hash) != nullptr) return false;
  std::vector<matter::Event> events;
  for (const ledger::Link& link : loaded->stored.links) {
    auto entry = ledger::parse_entry(link.bytes);
    if (!entry) return entry.error();
    events.push_back(std::move(entry->event));
  }
  MatterRow before = loaded->stored.row;
  before.returned = 0;  // counted anew from all entries
  Batch batch;
  batch.matter = id;
  batch.expected_revision = loaded->matter.revision;
  batch.row = view::project(*procedure->second, before, loaded->matter, events);
  batch.records = view::project_records(*procedure->second, loaded->matter, events);
  CommitRequest request;
  request.district = house.district().id;
  request.now = house.now();
  request.batches.push_back(std::move(batch));
  const auto written = house.commit(request);
  if (!written && written.error().code == ErrorCode::kConflict && tries < kAttemptsMax) return fill_one(house, rules, id, tries + 1);  // it moved on: its older records are still to do
  if (!written) return written.error();
  return true;
}

Result<bool> is_done(House& house) {
  const auto rows = house.store().register_rows(house.district().id, kRegister);
  if (!rows) return rows.error();
  return !rows->empty() && rows->back().columns.contains("form") && rows->back().columns.at("form") == kForm;
}

Status remember_done(House& house) {
  CommitRequest request;
  request.district = house.district().id;
  request.now = house.now();
  request.register_rows.push_back({kRegister, "matters", 0, request.now, std::nullopt, {{"form", kForm}}});
  const auto written = house.store().commit(request);
  return written ? Status() : Status(written.error());
}

}  // namespace

Result<Filled> fill_rows_once(House& house, MatterId after, int limit) {
  if (house.district().id == DistrictId{}) return Filled{};  // a fresh folder is no district yet
  const auto done = is_done(house);
  if (!done) return done.error();
  if (*done) return Filled{};
  const auto rules = house.rules();
  const auto page = house.store().listed(house.district().id, after, limit);
  if (!page) return page.error();
  Filled filled;
  for (const Listed& one : *page) {
    const auto made = fill_one(house, *rules, one.at.row.id);
    if (!made) return made.error();
    filled.filled += *made ? 1 : 0;
  }
  if (static_cast<int>(page->size()) == limit) {
    filled.next = page->back().at.row.id;
    return filled;
  }
  if (Status status = remember_done(house); !status) return status.error();
  return filled;
}

}  // namespace shaoyin::app
