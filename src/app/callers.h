// Who a caller is by the registers, and which matters a caller may read. Grants are looked up for each request, so a
// changed role holds at once, and one that ends by its date within a tick (Service::round). Pure; any thread.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>

#include "app/house.h"
#include "core/access/authorize.h"

namespace shaoyin::app {

// The member of staff with the verbs of their role in their area; nullopt when no register row names them today.
[[nodiscard]] std::optional<access::Caller> staff_caller(const registers::Book& book, const PersonCode& person);

// A resident without an account: may report, and answer about the matter whose receipt code they hold.
[[nodiscard]] access::Caller resident_caller(DistrictId district, bool is_reporter, std::string key_scope);

// The verbs residents hold without any role.
[[nodiscard]] std::set<std::string> resident_verbs();
// What a member of staff may do in a district that an import made: read it, and take it away with export.run too, when they
// hold the verb history.read on the root of `home`, the district that names its staff; else nothing. Names, addresses and phones stay hidden there: who
// wrote them never agreed to this house.
[[nodiscard]] std::optional<access::Caller> history_caller(const access::Caller& staff, const registers::Book& home_book, DistrictId home, DistrictId imported);

// Whether the matters of one's own unit may be read: the verb matter.read or matter.read_own, held anywhere. Who edits
// users and registers holds neither.
[[nodiscard]] bool reads_own(const access::Caller& caller);

// A matter is read by who holds matter.read at its place; and in the units that own it or were called to it, by who
// reads_own().
[[nodiscard]] bool may_read(const access::Caller& caller, const registers::Book& book, const MatterRow& row);

// Whether a caller holds a verb at a place, for very many places: each is looked at once. One thread at a time.
class HeldAt {
 public:
  HeldAt(const access::Caller& caller, const registers::Book& book, std::string verb) : caller_(caller), book_(book), verb_(std::move(verb)) {}  // borrowed
  [[nodiscard]] bool operator()(const GridCode& place);

 private:
  const access::Caller& caller_;
  const registers::Book& book_;
  const std::string verb_;
  std::unordered_map<GridCode, bool> known_;
};

// Which rows of registers that are not open to everybody a caller reads: what stands for a place is read by who holds register.read
// there. What stands for a wider area, or names none, holds where the verb is held too, so it is read there.
class ReadsRegister {
 public:
  ReadsRegister(const access::Caller& caller, const registers::Book& book);  // borrowed
  [[nodiscard]] const std::vector<GridCode>& held() const { return held_; }
  [[nodiscard]] bool operator()(const GridCode& area) const;

 private:
  const access::Caller& caller_;
  const registers::Book& book_;
  std::vector<GridCode> held_;
};

// may_read() for very many matters of one caller. One thread at a time.
class ReadsMany {
 public:
  ReadsMany(const access::Caller& caller, const registers::Book& book) : unit_(caller.actor.unit), own_(reads_own(caller)), held_(caller, book, "matter.read") {}
  [[nodiscard]] bool operator()(const PartyCode& owner, const GridCode& place, const std::vector<PartyCode>& parties);

 private:
  const PartyCode& unit_;
  const bool own_;
  HeldAt held_;
};

// procedure::Facts::may of this caller. Both are borrowed.
[[nodiscard]] std::function<bool(const std::string&, const GridCode&)> may_of(const access::Caller& caller, const registers::Book& book);

// Whether protected content (names, phones, the texts as they were written) may be shown, which is an act of its own
// (app/content.h): to who holds personal.reveal at the matter's place, or personal.reveal_own there and belongs to the unit
// that owns or opened it. Error kForbidden.
[[nodiscard]] Status allow_disclosure(const access::Caller& caller, const registers::Book& book, const matter::Matter& matter, const MatterRow& row);

}  // namespace shaoyin::app
