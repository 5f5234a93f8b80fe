#include "app/callers.h"

#include <algorithm>

namespace shaoyin::app {

std::optional<access::Caller> staff_caller(const registers::Book& book, const PersonCode& person) {
  const registers::Person* found = book.person(person);
  if (found == nullptr) return std::nullopt;
  access::Caller caller;
  caller.actor = {.as = matter::Actor::As::kStaff, .person = person, .unit = found->unit};
  caller.key_scope = "person:" + person;
  if (const registers::Role* role = book.role(found->role)) caller.grants.push_back({role->verbs, found->area});
  return caller;
}

access::Caller resident_caller(DistrictId district, bool is_reporter, std::string key_scope) {
  access::Caller caller;
  caller.actor = {.as = matter::Actor::As::kResident, .is_reporter = is_reporter};
  caller.key_scope = std::move(key_scope);
  const std::set<std::string> verbs = is_reporter ? std::set<std::string>{"resident.answer", "matter.withdraw"} : std::set<std::string>{"matter.open"};
  caller.grants.push_back({verbs, std::to_string(district.value)});
  return caller;
}

std::optional<access::Caller> history_caller(const access::Caller& staff, const registers::Book& home_book, DistrictId home, DistrictId imported) {
  if (!access::authorize(staff, "history.read", home_book.path(std::to_string(home.value))).allowed) return std::nullopt;
  access::Caller caller = staff;
  caller.grants = {{{"matter.read"}, std::to_string(imported.value)}};
  return caller;
}

bool reads_own(const access::Caller& caller) {
  return std::any_of(caller.grants.begin(), caller.grants.end(), [](const access::Grant& grant) {
    return grant.verbs.contains("matter.read") || grant.verbs.contains("matter.read_own");
  });
}

bool may_read(const access::Caller& caller, const registers::Book& book, const MatterRow& row) {
  const PartyCode& unit = caller.actor.unit;
  const bool called = !unit.empty() && (row.owner == unit || std::find(row.parties.begin(), row.parties.end(), unit) != row.parties.end());
  return (called && reads_own(caller)) || access::authorize(caller, "matter.read", book.path(row.place)).allowed;
}

bool may_see_personal(const access::Caller& caller, const registers::Book& book, const MatterRow& row) {
  return may_read(caller, book, row) && access::authorize(caller, "personal.reveal", book.path(row.place)).allowed;
}

}  // namespace shaoyin::app
