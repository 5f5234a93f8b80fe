// Which days work. Everything a calendar is asked comes down to one sorted list: the days that differ from
// their weekday, from the notices and, for years without one, from the fixed-date holidays.
#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

#include "core/base/ensure.h"
#include "core/clock/clock.h"

namespace shaoyin::clock {
namespace {

constexpr int kMinutesPerDay = 24 * 60;
constexpr int kFixedHolidaysFrom = 1970;
constexpr int kFixedHolidaysTo = 2300;        // two centuries past any instant that can be typed in
constexpr int kSecondLabourDayOnly = 2025;    // from this year on: 1-2 May

std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

DayNumber day_number(int year, unsigned month, unsigned day) {
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  return static_cast<DayNumber>(std::chrono::sys_days(date).time_since_epoch().count());
}

int year_of(DayNumber day) {
  return static_cast<int>(std::chrono::year_month_day(std::chrono::sys_days(std::chrono::days(day))).year());
}

// Days of an endless week, Monday 0. 1970-01-01 was a Thursday.
std::int64_t since_a_monday(DayNumber day) { return static_cast<std::int64_t>(day) + 3; }

bool is_weekday(DayNumber day) {
  const std::int64_t n = since_a_monday(day);
  return n - floor_div(n, 7) * 7 < 5;
}

// Mondays to Fridays before `day`, from the Monday of the week of 1970-01-01 on; negative before it.
std::int64_t weekdays_before(DayNumber day) {
  const std::int64_t n = since_a_monday(day);
  const std::int64_t weeks = floor_div(n, 7);
  return weeks * 5 + std::min<std::int64_t>(n - weeks * 7, 5);
}

std::vector<DayNumber> fixed_holidays(int year) {
  std::vector<DayNumber> days = {day_number(year, 1, 1), day_number(year, 5, 1), day_number(year, 5, 2)};
  if (year < kSecondLabourDayOnly) {
    days.push_back(day_number(year, 5, 3));
  }
  for (const unsigned day : {1u, 2u, 3u}) {
    days.push_back(day_number(year, 10, day));
  }
  return days;
}

void ensure_spans(const std::vector<WorkSpan>& spans) {
  ensure(!spans.empty(), "a calendar has at least one span of working time");
  int end = 0;
  for (const WorkSpan& span : spans) {
    ensure(span.from_minute >= end && span.from_minute < span.to_minute && span.to_minute <= kMinutesPerDay,
           "working spans ascend, do not overlap and stay within one day");
    end = span.to_minute;
  }
}

}  // namespace

WorkCalendar::WorkCalendar(std::string version, std::vector<Day> days, std::vector<int> published,
                           std::vector<WorkSpan> spans, Millis zone)
    : version_(std::move(version)), published_(std::move(published)), spans_(std::move(spans)), zone_(zone) {
  ensure_spans(spans_);
  std::sort(published_.begin(), published_.end());
  for (Day& day : days) {
    const DayNumber number = day.day;
    days_.insert_or_assign(number, std::move(day));
  }
  find_changes();
}

void WorkCalendar::find_changes() {
  std::map<DayNumber, bool> works;
  for (int year = kFixedHolidaysFrom; year <= kFixedHolidaysTo; ++year) {
    if (!is_published(year)) {
      for (const DayNumber day : fixed_holidays(year)) {
        works[day] = false;
      }
    }
  }
  for (const auto& [number, day] : days_) {
    works[number] = day.works;
  }
  int sum = 0;
  for (const auto& [day, does] : works) {
    if (does != is_weekday(day)) {
      sum += does ? 1 : -1;
      changes_.push_back({day, sum});
    }
  }
}

bool WorkCalendar::is_workday(DayNumber day) const {
  const auto change = std::lower_bound(changes_.begin(), changes_.end(), day,
                                       [](const Change& c, DayNumber d) { return c.day < d; });
  const bool differs = change != changes_.end() && change->day == day;
  return is_weekday(day) != differs;
}

bool WorkCalendar::is_published(int year) const {
  return std::binary_search(published_.begin(), published_.end(), year);
}

bool WorkCalendar::is_published(DayNumber first, DayNumber last) const {
  for (int year = year_of(first); year <= year_of(last); ++year) {
    if (!is_published(year)) {
      return false;
    }
  }
  return true;
}

const WorkCalendar::Day* WorkCalendar::listed(DayNumber day) const {
  const auto found = days_.find(day);
  return found == days_.end() ? nullptr : &found->second;
}

std::int64_t WorkCalendar::workdays_before(DayNumber day) const {
  const auto after = std::lower_bound(changes_.begin(), changes_.end(), day,
                                      [](const Change& c, DayNumber d) { return c.day < d; });
  return weekdays_before(day) + (after == changes_.begin() ? 0 : std::prev(after)->sum);
}

std::int64_t WorkCalendar::workdays(DayNumber from, DayNumber to) const {
  return workdays_before(to) - workdays_before(from);
}

DayNumber WorkCalendar::workday_after(DayNumber day, std::int64_t n) const {
  ensure(n > 0, "the first workday after a day is number 1");
  const std::int64_t before = workdays_before(day + 1);
  // Double the reach until it holds n workdays, then halve towards the day that is the n-th.
  std::int64_t reach = n + 4;
  while (workdays_before(static_cast<DayNumber>(day + 1 + reach)) - before < n) {
    reach *= 2;
  }
  std::int64_t low = day + 1;
  std::int64_t high = day + reach;
  while (low < high) {
    const std::int64_t middle = low + (high - low) / 2;
    if (workdays_before(static_cast<DayNumber>(middle + 1)) - before >= n) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return static_cast<DayNumber>(low);
}

DayNumber WorkCalendar::day_of(Instant at) const {
  return static_cast<DayNumber>(floor_div((at + zone_).ms, days(1).ms));
}

Instant WorkCalendar::start_of(DayNumber day) const { return Instant{days(day).ms} - zone_; }

}  // namespace shaoyin::clock
