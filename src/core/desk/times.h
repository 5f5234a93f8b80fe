// Days, weeks and months as views count them, and the moments that conditions over columns may name: `now`, `today`,
// `start_of_month`, date('2026-11-23'), days_ago(7). They are parameters of one evaluation: nobody reads a clock.
// Pure.  Threads: any.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/clock/clock.h"

namespace shaoyin::desk {

using clock::DayNumber;

enum class Per { kDay, kWeek, kMonth };  // a week begins on Monday

struct Times {
  Instant now;
  const clock::WorkCalendar& calendar;  // borrowed; says where a day begins
};

[[nodiscard]] const std::vector<std::string>& moment_names();
[[nodiscard]] std::optional<Instant> moment(const Times& times, std::string_view name);

// "2026-11-23". Error kImpossibleTime: no such day between 1970 and 2100.
[[nodiscard]] Result<DayNumber> parse_day(const std::string& text);
[[nodiscard]] std::string day_text(DayNumber day);

// The first day of the period in which `day` lies, and that of the one after. REQUIRES of next(): `first` begins one.
[[nodiscard]] DayNumber first_of(Per per, DayNumber day);
[[nodiscard]] DayNumber next(Per per, DayNumber first);

}  // namespace shaoyin::desk
