#include "main/wiring/chains.h"

#include "app/readers.h"
#include "core/ledger/ledger.h"
#include "main/wiring/procedure_shelf.h"

namespace shaoyin::wiring {
namespace {

// The procedures by which rows were made, out of the district's own register: no file of today is asked.
Result<app::Rules> rules_of(sqlite::SqliteStore& store, DistrictId district) {
  const auto stored = store.register_rows(district, "procedure");
  if (!stored) return stored.error();
  app::Rules rules{nullptr, clock::WorkCalendar("", {}, {}), clock::DeadlinePack("", "", {}), {}, {}, {}};
  take_versions(*stored, rules);
  return rules;
}

void verify_one(const app::Audit& audit, MatterId matter, ChainReport& report) {
  ++report.matters;
  const auto stored = audit.store.load(audit.district, matter);
  if (!stored) {
    report.faults.push_back({"", matter, stored.error().detail});
    return;
  }
  report.entries += static_cast<std::int64_t>(stored->links.size());
  const Status sound = ledger::verify_chain(audit.district, matter, stored->links);
  if (!sound) {
    report.faults.push_back({stored->row.number, matter, sound.error().detail});
    return;
  }
  const auto beside = app::audit_matter(audit, matter, *stored);
  if (!beside) report.faults.push_back({stored->row.number, matter, beside.error().detail});
  for (const app::AuditFault& one : beside ? *beside : std::vector<app::AuditFault>{}) report.faults.push_back({one.number, one.matter, one.part});
}

Status verify_district(const app::Audit& audit, ChainReport& report) {
  const auto matters = audit.store.all(audit.district);
  if (!matters) return matters.error();
  const std::int64_t before = report.entries;
  for (const MatterId matter : *matters) verify_one(audit, matter, report);
  const auto gaps = app::audit_feed(audit, report.entries - before);
  if (!gaps) return gaps.error();
  for (const app::AuditFault& one : *gaps) report.faults.push_back({std::to_string(audit.district.value), {}, one.part});
  return {};
}

}  // namespace

Result<ChainReport> verify_chains(sqlite::SqliteStore& store, app::Vault* vault) {
  const auto districts = store.districts();
  if (!districts) return districts.error();
  ChainReport report;
  for (const DistrictId district : *districts) {
    const auto rules = rules_of(store, district);
    if (!rules) return rules.error();
    if (Status status = verify_district({store, vault, *rules, district}, report); !status) return status.error();
  }
  return report;
}

Result<ChainReport> verify_matter(sqlite::SqliteStore& store, app::Vault* vault, const std::string& number) {
  const auto districts = store.districts();
  if (!districts) return districts.error();
  for (const DistrictId district : *districts) {
    const auto found = app::find_number(store, district, number);
    if (!found) continue;
    const auto rules = rules_of(store, district);
    if (!rules) return rules.error();
    ChainReport report;
    verify_one({store, vault, *rules, district}, *found, report);
    return report;
  }
  return fault(ErrorCode::kNotFound, "number", number);
}

}  // namespace shaoyin::wiring
