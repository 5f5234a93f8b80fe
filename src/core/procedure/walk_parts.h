// The parts of walk(): what of a matter its rules can see, the small world it lives in, and the moves from a state.
// Used by walk*.cpp only.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/procedure/check.h"
#include "core/procedure/decide.h"

namespace shaoyin::procedure {

// What conditions, owners and effects can tell apart. Two matters that look equal through it behave equally, so
// one of them is enough.
struct Lens {
  std::set<std::string> fields;                               // looked at by value
  std::set<std::string> known_fields;                         // choose a deadline: whether they are known is enough
  std::set<std::pair<std::string, std::string>> columns;      // record type, field
  std::set<std::string> facts;
  std::set<std::pair<std::string, std::string>> deed_persons; // record type or "", action
  std::set<std::pair<std::string, std::string>> deed_units;
  std::map<std::string, std::set<std::string>> all_rounds;    // record types looked at in earlier rounds too: columns
  std::set<std::string> counted;                              // record types of which earlier rounds are counted
  std::set<std::string> last;                                 // record types whose last one is asked for
  std::set<std::string> overdue;                              // clocks
  std::set<std::string> published;                            // notices whose being public decides
  std::set<std::string> issued;                               // documents
  std::set<std::int64_t> numbers;                             // numbers that rules name
  std::set<std::string> words;                                // texts in quotes: choices and steps told apart
  std::set<std::string> child_steps;
  bool child = false;
  bool child_final = false;
  bool parent = false;
  bool workers = false;                // who worked decides
  bool past = false;                   // a watch asks whether a moment has gone by
  std::set<std::string> types;                                // record types that conditions look at
  std::set<std::string> inert;                                // record types that nothing looks at and that never move
  bool opener = false;                                        // the person who opened it

  [[nodiscard]] bool sees_deed(const std::string& record, const std::string& action) const { return deed_persons.contains({record, action}) || deed_units.contains({record, action}); }
};
[[nodiscard]] Lens lens_of(const Procedure& procedure);

// One line that is equal for matters that behave equally. Order of records, numbers and times do not count, and
// neither does which of the units A and B is which.
[[nodiscard]] std::string seen_through(const Lens& lens, const Procedure& procedure, const matter::Matter& matter);
// The part of it that tells one record from another.
[[nodiscard]] std::string seen_through(const Lens& lens, const matter::Matter& matter, const matter::Record& record);
// Takes away what the lens does not see: stopped clocks, escalation levels, times.
void blur(const Lens& lens, matter::Matter& matter);

// The world of a walk: two units A and B that are called, the opener's community O, the subdistrict S, the district D.
class SmallWorld : public Outside {
 public:
  explicit SmallWorld(const Procedure& procedure);
  [[nodiscard]] PartyCode district_of(const GridCode&) const override { return "D"; }
  [[nodiscard]] PartyCode street_of(const GridCode&) const override { return "S"; }
  [[nodiscard]] PartyCode community_of(const GridCode&) const override { return "O"; }
  [[nodiscard]] PartyCode grid_of(const GridCode&) const override { return "O"; }
  [[nodiscard]] PartyCode office_of(const GridCode&) const override { return "O"; }
  [[nodiscard]] PartyCode above(const PartyCode& unit) const override { return unit == "O" ? "S" : "D"; }
  [[nodiscard]] PartyCode unit_of(const PersonCode& person) const override;
  [[nodiscard]] Words label(const Value& value, const rule::Type&) const override { return {value.as_text(), value.as_text()}; }

  [[nodiscard]] Facts facts(matter::Actor actor) const;
  [[nodiscard]] static const std::vector<matter::Actor>& actors();
  static constexpr Instant kNow{1'700'000'000'000};
  static constexpr Instant kLater = kNow + days(300);  // no clock gets there by itself; within what a field may allow
  static constexpr Instant kSoon = kNow + minutes(30); // before any clock ends, and before kLater: both sides of whatever compares two moments

 private:
  clock::WorkCalendar calendar_;
  clock::DeadlinePack pack_;  // every code for every variant: what is missing is found elsewhere
};

// One thing that could be tried in a state.
struct Try {
  std::string said;               // "report_in a1", "clock sign ends"
  enum class Kind { kAct, kClock, kChild } kind = Kind::kAct;
  Act act;
  matter::Actor actor;
  std::map<std::string, Value> known;  // outside facts
  int clock = 0;
  int mark = -1;                  // -1: its end; of a watch: how long ago everything was, as kAges has it
  matter::Child child;
};

// How far a watch may find everything behind: just begun, halfway, long overdue.
inline constexpr int kAges = 3;

// Everything anybody could try in `matter`, with one actor of each kind that the rules tell apart. `refused` gets
// the actions whose `who` refused somebody.
[[nodiscard]] std::vector<Try> tries(const Procedure& procedure, const Lens& lens, const SmallWorld& world, const matter::Matter& matter, int records_max, std::set<std::string>& refused);
// The ways to open a matter.
[[nodiscard]] std::vector<Try> openings(const Procedure& procedure, const Lens& lens, const SmallWorld& world, int records_max);

}  // namespace shaoyin::procedure
