// Plays stories: one line is one action, and after each line the step, the refusal or the deadline is checked.
// A story is written by an official and runs through the whole house: submit_action, decide, the store, the clock.
//
//   story: Burst reclaimed-water pipe
//   preset: gulou
//   place: 120103004010001001
//   2023-02-14 09:00  community         whistle: blow(grade: urgent; unit: property_company, water_company; …)   called   sign by 09:15
//              09:22  gas_company       report_in#1                       REFUSED who
//              10:10  district          rule(designated; their contract)  called
//
// Columns are two or more spaces apart: time, actor, [matter:] action[#record](inputs), expected step, further
// expectations. Inputs are `name: value`, separated by `;`; without a name they fill, in order, the choice of
// step and the action's inputs. Expectations: a step of the matter acted on; REFUSED who|may|when|step|<field>;
// `<clock> by [+Nd ]HH:MM`; `owner <unit>`; `<matter>: <step>`; `note <action or event>`.
// `#` begins a comment. Between lines the clock itself acts whenever it is due.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/submit_action.h"

namespace shaoyin::app {

// A clock that stories (and tests) set.
class SetClock : public WallClock {
 public:
  [[nodiscard]] Instant now() const override { return now_; }
  void set(Instant now) { now_ = now; }

 private:
  Instant now_{};
};

// Who acts in stories: a name, the unit and what it may do.
struct StoryActor {
  std::string name;
  PartyCode unit;
  std::set<std::string> verbs;
  GridCode area;
};

// What a folder of stories is played on.
struct Town {
  std::vector<registers::Row> rows;
  std::vector<StoryActor> actors;
};

struct StoryResult {
  std::string name;
  std::vector<std::string> faults;     // "line 12: expected convened, is called"; empty when the story holds
  std::set<std::string> steps;         // "report.accepted", "whistle.call.refused"
  std::set<std::string> done;          // "whistle.blow"
  std::set<std::string> refused;       // "whistle.report_in.who"
  std::set<std::string> autos;         // "whistle.called>convened"
};

// The preset a story asks for ("" for none), so that the caller can make the rules before playing.
[[nodiscard]] std::string story_preset(const std::string& text);

// Plays `text` on a fresh house whose clock is `clock`. Never throws; a malformed line is a fault.
[[nodiscard]] StoryResult play_story(const std::string& text, const Town& town, House& house, SetClock& clock);

}  // namespace shaoyin::app
