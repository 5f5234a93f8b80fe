#include "core/desk/times.h"

#include <chrono>

namespace shaoyin::desk {
namespace {

namespace chr = std::chrono;

chr::sys_days date_of(DayNumber day) { return chr::sys_days(chr::days(day)); }
DayNumber number_of(chr::sys_days date) { return static_cast<DayNumber>(date.time_since_epoch().count()); }
DayNumber number_of(chr::year year, chr::month month) { return number_of(chr::sys_days(chr::year_month_day(year, month, chr::day(1)))); }

}  // namespace

const std::vector<std::string>& moment_names() {
  static const std::vector<std::string> kNames{"now", "today", "tomorrow", "start_of_week", "start_of_next_week", "start_of_month", "start_of_next_month", "start_of_year", "start_of_next_year"};
  return kNames;
}

std::optional<Instant> moment(const Times& times, std::string_view name) {
  if (name == "now") return times.now;
  const DayNumber today = times.calendar.day_of(times.now);
  const chr::year year = chr::year_month_day(date_of(today)).year();
  const auto start = [&](DayNumber day) { return times.calendar.start_of(day); };
  if (name == "today") return start(today);
  if (name == "tomorrow") return start(today + 1);
  if (name == "start_of_week") return start(first_of(Per::kWeek, today));
  if (name == "start_of_next_week") return start(next(Per::kWeek, first_of(Per::kWeek, today)));
  if (name == "start_of_month") return start(first_of(Per::kMonth, today));
  if (name == "start_of_next_month") return start(next(Per::kMonth, first_of(Per::kMonth, today)));
  if (name == "start_of_year") return start(number_of(year, chr::January));
  if (name == "start_of_next_year") return start(number_of(year + chr::years(1), chr::January));
  return std::nullopt;
}

Result<DayNumber> parse_day(const std::string& text) {
  const auto read = text.size() == 10 ? parse_instant(text + "T00:00:00Z") : Result<Instant>(fault(ErrorCode::kImpossibleTime));
  if (!read) return fault(ErrorCode::kImpossibleTime, {}, "2026-11-23", {"“" + text + "”不是日期，应如 2026-11-23", "'" + text + "' is no date such as 2026-11-23"});
  return static_cast<DayNumber>(read->ms / days(1).ms);
}

std::string day_text(DayNumber day) { return format_utc({static_cast<std::int64_t>(day) * days(1).ms}).substr(0, 10); }

DayNumber first_of(Per per, DayNumber day) {
  if (per == Per::kDay) return day;
  if (per == Per::kWeek) return day - static_cast<DayNumber>(chr::weekday(date_of(day)).iso_encoding() - 1);
  const chr::year_month_day date(date_of(day));
  return number_of(date.year(), date.month());
}

DayNumber next(Per per, DayNumber first) {
  if (per == Per::kDay) return first + 1;
  if (per == Per::kWeek) return first + 7;
  const chr::year_month_day after = chr::year_month_day(date_of(first)) + chr::months(1);
  return number_of(after.year(), after.month());
}

}  // namespace shaoyin::desk
