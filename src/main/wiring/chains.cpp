#include "main/wiring/chains.h"

#include "app/readers.h"
#include "core/ledger/ledger.h"

namespace shaoyin::wiring {
namespace {

void verify_one(sqlite::SqliteStore& store, DistrictId district, MatterId matter, ChainReport& report) {
  ++report.matters;
  const auto stored = store.load(district, matter);
  if (!stored) {
    report.faults.push_back({"", matter, stored.error().detail});
    return;
  }
  report.entries += static_cast<std::int64_t>(stored->links.size());
  const Status sound = ledger::verify_chain(district, matter, stored->links);
  if (!sound) report.faults.push_back({stored->row.number, matter, sound.error().detail});
}

}  // namespace

Result<ChainReport> verify_chains(sqlite::SqliteStore& store) {
  const auto districts = store.districts();
  if (!districts) return districts.error();
  ChainReport report;
  for (const DistrictId district : *districts) {
    const auto matters = store.all(district);
    if (!matters) return matters.error();
    for (const MatterId matter : *matters) verify_one(store, district, matter, report);
  }
  return report;
}

Result<ChainReport> verify_matter(sqlite::SqliteStore& store, const std::string& number) {
  const auto districts = store.districts();
  if (!districts) return districts.error();
  for (const DistrictId district : *districts) {
    const auto found = app::find_number(store, district, number);
    if (!found) continue;
    ChainReport report;
    verify_one(store, district, *found, report);
    return report;
  }
  return fault(ErrorCode::kNotFound, "number", number);
}

}  // namespace shaoyin::wiring
