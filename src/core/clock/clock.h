// Deadline arithmetic: how long a limit lasts under a calendar with legal holidays and make-up workdays 调休.
//
// Rules of counting (民法典 §§200-204): the day on which a limit begins is not counted; a limit in days or
// working days ends with the end of its last day (24:00; for working days the end of that day's working
// hours); a limit in months ends on the same day of the last month, or its last day; a last natural day that is
// a legal holiday or weekend moves to the end of the next workday only where the limit says `roll`.
// Minutes, hours and working hours run from the very minute.
//
// Pure; threads: callable from any thread; nothing passed in is kept.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/instant.h"
#include "core/base/result.h"
#include "core/base/words.h"

namespace shaoyin::clock {

// A civil date as days since 1970-01-01 in the calendar's own zone.
using DayNumber = std::int32_t;

struct WorkSpan { int from_minute; int to_minute; };  // minutes after local midnight, e.g. {510, 720} = 08:30-12:00

// The working calendar of a place. A year whose holiday notice is not yet published is *provisional*: weekends
// and the fixed-date holidays (1 January, 1-3 May as 1-2 May from 2025 on, 1-3 October) are free, nothing is made up.
// A day listed in a notice is as listed whatever its year: 2022-12-31 stands in the notice for 2023.
// The fixed-date holidays are known for 1970-2300; before and after, only weekends are free.
class WorkCalendar {
 public:
  struct Day { DayNumber day; bool works; std::string name; };  // a day that differs from its weekday

  // REQUIRES: `spans` not empty, ascending, not overlapping, within one day. `published` lists the years whose notice is in `days`.
  // The default spans are 08:30-12:00 and 13:30-17:30 (our default; a district edits them).
  WorkCalendar(std::string version, std::vector<Day> days, std::vector<int> published,
               std::vector<WorkSpan> spans = {{510, 720}, {810, 1050}}, Millis zone = kChinaOffset);

  [[nodiscard]] const std::string& version() const { return version_; }
  [[nodiscard]] bool is_workday(DayNumber day) const;
  [[nodiscard]] bool is_published(int year) const;
  // False when a day of [first, last] lies in a year whose notice is not published.
  [[nodiscard]] bool is_published(DayNumber first, DayNumber last) const;
  // The row of the notice for `day` (its name is the holiday's), nullptr when no notice lists it.
  [[nodiscard]] const Day* listed(DayNumber day) const;
  // How many workdays lie in [from, to); negative when to < from. Costs the same for a week and for a century.
  [[nodiscard]] std::int64_t workdays(DayNumber from, DayNumber to) const;
  // The n-th workday after `day`, which itself is not counted. REQUIRES: n > 0.
  [[nodiscard]] DayNumber workday_after(DayNumber day, std::int64_t n) const;
  [[nodiscard]] const std::vector<WorkSpan>& spans() const { return spans_; }
  [[nodiscard]] Millis zone() const { return zone_; }
  [[nodiscard]] DayNumber day_of(Instant at) const;
  [[nodiscard]] Instant start_of(DayNumber day) const;  // local midnight

 private:
  // A day whose work differs from its weekday's, with the sum of all differences up to and including it:
  // what makes counting workdays a subtraction instead of a walk.
  struct Change { DayNumber day; int sum; };

  void find_changes();
  [[nodiscard]] std::int64_t workdays_before(DayNumber day) const;  // since 1970-01-01

  std::string version_;
  std::map<DayNumber, Day> days_;
  std::vector<Change> changes_;  // ascending by day
  std::vector<int> published_;
  std::vector<WorkSpan> spans_;
  Millis zone_;
};

// What the holiday notices say, as read from their register (registers/calendar/cn.csv).
struct CalendarRows {
  std::vector<WorkCalendar::Day> days;
  std::vector<int> published;  // the years whose notice is there: those of which 1 October is listed
};

// Reads lines "2023-01-28,workday,春节" under the heading "date,kind,name"; kind is "holiday" or "workday".
// Errors, each with its line in `field`: kMalformed, kImpossibleTime (no such day), kNotAChoice (kind),
// kRegisterFault (a day listed twice).
[[nodiscard]] Result<CalendarRows> parse_calendar(std::string_view csv);

enum class Unit { kMinutes, kHours, kWorkingHours, kWorkingDays, kDays, kMonths };

// The longest limits that can be written: 10,000 working days are forty years, 1,200 months are a hundred.
// Beyond them a typing error is likelier than a rule.
inline constexpr std::int64_t kAmountMax = 10'000;
inline constexpr std::int64_t kMonthsMax = 1'200;

struct Limit {
  std::int64_t amount = 0;  // 1..kAmountMax, in months 1..kMonthsMax
  Unit unit = Unit::kHours;
  bool roll = false;        // kDays, kMonths only: a free last day moves to the end of the next workday
  friend bool operator==(const Limit&, const Limit&) = default;
};

// Reads "15 minutes", "1 hour", "24 hours", "1 working hour", "3 working days", "30 days", "1 month",
// with " roll" at the end where it applies (days and months only). Singular and plural are both read.
// Error: kMalformed, field "limit", `said` explains how a limit is written.
[[nodiscard]] Result<Limit> parse_limit(std::string_view text);
[[nodiscard]] Words say_limit(const Limit& limit);  // "3 个工作日" / "3 working days"

// `at` is the end of the last minute that counts: 24:00 of a natural day is 00:00 of the next one.
// `provisional`: some day between start and end that the calendar was asked about lies in a year whose notice is
// not published. Limits that ask no calendar (minutes, hours, days and months without roll) never are.
struct Deadline {
  Instant at;
  bool provisional = false;
  friend bool operator==(const Deadline&, const Deadline&) = default;
};

// When `limit`, begun at `start`, ends. Begun outside working hours, a working-hour limit begins with the next span.
[[nodiscard]] Deadline deadline(const WorkCalendar& calendar, Instant start, const Limit& limit);

// The time that counts between two instants: working milliseconds for working units, else plain. Zero if to <= from.
[[nodiscard]] Millis counted(const WorkCalendar& calendar, Instant from, Instant to, Unit unit);

// The first instant at which `budget` counted milliseconds after `from` are used up (so the evening of a working
// day, never the morning after); `from` itself when budget <= 0. A paused clock resumes with it:
// due = advance(calendar, resumed_at, counted(calendar, paused_at, due, unit), unit).
[[nodiscard]] Deadline advance(const WorkCalendar& calendar, Instant from, Millis budget, Unit unit);

// One row of a deadline pack: what limit a code has for a variant ("work", "hard", "urgent"; "" for all).
struct PackRow {
  std::string code;
  std::string variant;
  Limit limit;
  Words source;              // where the figure comes from, as printed to users; says "our default" where it is one
  bool our_default = false;  // true where no source gives it
};

// A named, versioned set of limits. Later rows override earlier ones of the same code and variant, so a preset
// (Gulou, Xuanwu) is the base pack followed by its own rows. An override keeps the place of the row it replaces.
class DeadlinePack {
 public:
  DeadlinePack(std::string name, std::string version, std::vector<PackRow> rows);
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const std::string& version() const { return version_; }
  // The row of `code` for `variant`, else the row of `code` for "", else nullptr.
  [[nodiscard]] const PackRow* find(std::string_view code, std::string_view variant) const;
  [[nodiscard]] bool has(std::string_view code) const;  // under any variant
  [[nodiscard]] const std::vector<PackRow>& rows() const { return rows_; }  // those in force

 private:
  std::string name_;
  std::string version_;
  std::vector<PackRow> rows_;
};

}  // namespace shaoyin::clock
