// Lives: how matters of one kind live in the demonstration district, written beside their procedure (procedures/<kind>/*.life). A life is a
// story without dates: it begins again and again between 2023-01-03 and today, at places and with choices that are drawn.
//
//   life:    Food hazard found and made good
//   kind:    hazard
//   places:  community
//   every:   12 days
//   pick what = 灭火器过期 | 疏散通道堆物
//   0                      street_clerk@street    open(what: {what})               reported
//   +20m..2h               fire-rescue.liaison    accept                           accepted
//   70% +1d 09:00..17:00   street_clerk@street    check#1(passed; 现场看过)         closed
//
// The whole form: docs/writing-procedures.md, "Lives". Pure; threads: any.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/house.h"
#include "app/story_lines.h"

namespace shaoyin::app {

inline constexpr int kBeginningsMax = 3000;  // of one life: more is a slip of the pen ("every: 2 hours")

// A moment of a header: a day, a day and a time, or one counted back from the demonstration's today.
struct LifeMoment {
  enum class From { kDate, kToday, kNow } from = From::kDate;
  Instant date;               // kDate: its local midnight
  Millis offset{0};           // kToday, kNow
  std::optional<int> minute;  // of the day; nothing: a morning that is drawn
};

// How long after the line before: an amount of time, or so many days and then a time of that day.
struct LifeDelay {
  Millis least{0}, most{0};
  int days_least = 0, days_most = 0;
  bool by_day = false;        // days count, `least` and `most` do not
  bool working = false;       // working days
  bool back = false;          // before it; in words of inputs only
  std::optional<std::pair<int, int>> of_day;  // minutes after midnight; nothing: the time of day of the line before
};

struct LifeLine {
  int number = 0;             // in its file
  int chance = 100;           // per cent
  bool skips = false;         // not drawn, only this line is left out; else the life ends here
  LifeDelay after;
  std::string actor;
  WrittenAct act;             // matter: "child" or the kind of one
  std::vector<std::string> expected;
};

// One draw for a whole life: each alternative gives every name a value.
struct LifePick { std::vector<std::string> names; std::vector<std::vector<std::string>> alternatives; };

struct Life {
  std::string name, kind;
  std::string file;           // "hazard/food.life"
  int number = 0;             // line of `life:` in it
  std::string places = "community";
  std::string channel;        // empty: as whoever records such a matter leaves it
  std::optional<LifeMoment> from, to;
  std::vector<LifeMoment> on; // beginnings one by one; or
  Millis every{0};            // the mean distance between them; or
  int times = 0;              // so many, spread evenly
  std::vector<LifePick> picks;
  std::vector<LifeLine> lines;
};

struct LifeFault { std::string file; int line = 0; Words what, cure; };

struct LifeRead { std::vector<Life> lives; std::vector<LifeFault> faults; };

// Reads the lives of one file; `file` is how faults name it. Never throws; what has a fault is not among the lives.
[[nodiscard]] LifeRead read_lives(const std::string& file, const std::string& text);

// What can be seen without playing: kinds, actions, inputs, steps, people, roles and places that are not there, words in braces that
// nothing fills.
[[nodiscard]] std::vector<LifeFault> check_life(const Life& life, const Rules& rules);

// "{what} and {+14d}": every word in braces through `value_of`; what it does not know stays as it is.
using Filling = std::function<std::optional<std::string>(const std::string& word)>;
[[nodiscard]] std::string filled(const std::string& text, const Filling& value_of);

// "aid_clerk@street#2": role, where, which of them; nothing when it is no such word.
struct RoleAt { std::string role, where; int which = 1; };
[[nodiscard]] std::optional<RoleAt> role_at(const std::string& word);
// Everybody a RoleAt may mean at this grid, by code: who holds the role in the office of that level; else in its area. `where` may also be a unit.
[[nodiscard]] std::vector<PersonCode> people_at(const registers::Book& book, const RoleAt& role, const GridCode& grid);

// "+14d 17:30", "+3w", "+20m", "-3h": an instant seen from another; nothing when it is no such word.
[[nodiscard]] std::optional<LifeDelay> read_delay(const std::string& text);

}  // namespace shaoyin::app
