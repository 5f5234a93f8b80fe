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

namespace {

constexpr const char* kReadRegister = "register.read";

const std::set<std::string> kOfReporter{"resident.answer", "matter.withdraw"};
const std::set<std::string> kOfAnybody{"matter.open"};

}  // namespace

std::set<std::string> resident_verbs() {
  std::set<std::string> all = kOfReporter;
  all.insert(kOfAnybody.begin(), kOfAnybody.end());
  return all;
}

access::Caller resident_caller(DistrictId district, bool is_reporter, std::string key_scope) {
  access::Caller caller;
  caller.actor = {.as = matter::Actor::As::kResident, .is_reporter = is_reporter};
  caller.key_scope = std::move(key_scope);
  caller.grants.push_back({is_reporter ? kOfReporter : kOfAnybody, std::to_string(district.value)});
  return caller;
}

std::optional<access::Caller> history_caller(const access::Caller& staff, const registers::Book& home_book, DistrictId home, DistrictId imported) {
  const std::vector<GridCode> root = home_book.path(std::to_string(home.value));
  if (!access::authorize(staff, "history.read", root).allowed) return std::nullopt;
  std::set<std::string> verbs{"matter.read"};
  if (access::authorize(staff, "export.run", root).allowed) verbs.insert("export.run");
  access::Caller caller = staff;
  caller.grants = {{std::move(verbs), std::to_string(imported.value)}};
  return caller;
}

bool reads_own(const access::Caller& caller) {
  return std::any_of(caller.grants.begin(), caller.grants.end(), [](const access::Grant& grant) {
    return grant.verbs.contains("matter.read") || grant.verbs.contains("matter.read_own");
  });
}

bool HeldAt::operator()(const GridCode& place) {
  const auto [known, fresh] = known_.try_emplace(place, false);
  if (fresh) known->second = access::authorize(caller_, verb_, book_.path(place)).allowed;
  return known->second;
}

ReadsRegister::ReadsRegister(const access::Caller& caller, const registers::Book& book) : caller_(caller), book_(book), held_(access::held_in(caller, kReadRegister)) {}

bool ReadsRegister::operator()(const GridCode& area) const {
  if (area.empty()) return !held_.empty();
  return access::authorize(caller_, kReadRegister, book_.path(area)).allowed ||
         std::any_of(held_.begin(), held_.end(), [&](const GridCode& own) { return book_.lies_in(own, area); });
}

bool ReadsMany::operator()(const PartyCode& owner, const GridCode& place, const std::vector<PartyCode>& parties) {
  const bool called = !unit_.empty() && (owner == unit_ || std::find(parties.begin(), parties.end(), unit_) != parties.end());
  return (called && own_) || held_(place);
}

bool may_read(const access::Caller& caller, const registers::Book& book, const MatterRow& row) {
  return ReadsMany(caller, book)(row.owner, row.place, row.parties);
}

std::function<bool(const std::string&, const GridCode&)> may_of(const access::Caller& caller, const registers::Book& book) {
  return [&caller, &book](const std::string& verb, const GridCode& place) { return access::authorize(caller, verb, book.path(place)).allowed; };
}

Status allow_disclosure(const access::Caller& caller, const registers::Book& book, const matter::Matter& matter, const MatterRow& row) {
  if (!may_read(caller, book, row)) return fault(ErrorCode::kNotFound, "id");  // what one may not read does not exist for one
  const std::vector<GridCode> path = book.path(row.place);
  const access::Verdict any = access::authorize(caller, "personal.reveal", path);
  const bool own_unit = !caller.actor.unit.empty() && (caller.actor.unit == matter.owner || caller.actor.unit == matter.opener_unit);
  if (any.allowed || (own_unit && access::authorize(caller, "personal.reveal_own", path).allowed)) return {};
  return fault(ErrorCode::kForbidden, {}, "personal.reveal", any.because);
}

}  // namespace shaoyin::app
