// Clock arithmetic: when a limit ends, how much of it has run, when the rest of it ends.
//
// Working time is measured on one axis, `worked`: the working milliseconds since a fixed day. Counting is a
// subtraction on it and advancing its inverse, so neither walks over days and a pause never loses a millisecond.
#include <algorithm>
#include <chrono>

#include "core/base/ensure.h"
#include "core/clock/clock.h"

namespace shaoyin::clock {
namespace {

bool is_working(Unit unit) { return unit == Unit::kWorkingHours || unit == Unit::kWorkingDays; }

Millis length(const WorkSpan& span) { return minutes(span.to_minute - span.from_minute); }

Millis length_of_workday(const WorkCalendar& calendar) {
  Millis sum;
  for (const WorkSpan& span : calendar.spans()) {
    sum = sum + length(span);
  }
  return sum;
}

// Working time of the day of `at` that lies before `at`; nothing on a free day.
Millis worked_today(const WorkCalendar& calendar, Instant at) {
  const DayNumber day = calendar.day_of(at);
  Millis sum;
  if (calendar.is_workday(day)) {
    const Millis into_day = at - calendar.start_of(day);
    for (const WorkSpan& span : calendar.spans()) {
      sum = sum + std::clamp(Millis{into_day.ms - minutes(span.from_minute).ms}, Millis{0}, length(span));
    }
  }
  return sum;
}

// The instant of a workday by which `part` of its working time is used up. 0 < part <= its whole length.
Instant instant_within(const WorkCalendar& calendar, DayNumber day, Millis part) {
  for (const WorkSpan& span : calendar.spans()) {
    if (part <= length(span)) {
      return calendar.start_of(day) + minutes(span.from_minute) + part;
    }
    part.ms -= length(span).ms;
  }
  ensure(false, "a part of a workday is no longer than the workday");
  return calendar.start_of(day);
}

Instant end_of_work(const WorkCalendar& calendar, DayNumber day) {
  return calendar.start_of(day) + minutes(calendar.spans().back().to_minute);
}

Instant end_of_day(const WorkCalendar& calendar, DayNumber day) { return calendar.start_of(day + 1); }

// The same day `months` later, or the last day of that month when it has no such day (民法典 §202).
DayNumber months_later(DayNumber day, std::int64_t months) {
  namespace chr = std::chrono;
  chr::year_month_day date = chr::year_month_day(chr::sys_days(chr::days(day))) + chr::months(months);
  if (!date.ok()) {
    date = date.year() / date.month() / chr::last;
  }
  return static_cast<DayNumber>(chr::sys_days(date).time_since_epoch().count());
}

Deadline advance_working(const WorkCalendar& calendar, Instant from, Millis budget) {
  const DayNumber first = calendar.day_of(from);
  // Counted from the morning of the first day, so that every day on the way is a whole one.
  const std::int64_t total = worked_today(calendar, from).ms + budget.ms;
  const std::int64_t whole = length_of_workday(calendar).ms;
  const std::int64_t days_before_last = (total - 1) / whole;
  const DayNumber last = calendar.workday_after(first - 1, days_before_last + 1);
  const Instant at = instant_within(calendar, last, Millis{total - days_before_last * whole});
  return {at, !calendar.is_published(first, last)};
}

Deadline in_working_days(const WorkCalendar& calendar, DayNumber start, std::int64_t amount) {
  const DayNumber last = calendar.workday_after(start, amount);
  return {end_of_work(calendar, last), !calendar.is_published(start + 1, last)};
}

Deadline on_natural_day(const WorkCalendar& calendar, DayNumber last, bool roll) {
  if (!roll) {
    return {end_of_day(calendar, last), false};
  }
  const DayNumber rolled = calendar.workday_after(last - 1, 1);
  return {end_of_day(calendar, rolled), !calendar.is_published(last, rolled)};
}

}  // namespace

Deadline deadline(const WorkCalendar& calendar, Instant start, const Limit& limit) {
  ensure(limit.amount > 0, "a limit lasts");
  const DayNumber day = calendar.day_of(start);
  switch (limit.unit) {
    case Unit::kMinutes: return {start + minutes(limit.amount), false};
    case Unit::kHours: return {start + hours(limit.amount), false};
    case Unit::kWorkingHours: return advance_working(calendar, start, hours(limit.amount));
    case Unit::kWorkingDays: return in_working_days(calendar, day, limit.amount);
    case Unit::kDays: return on_natural_day(calendar, static_cast<DayNumber>(day + limit.amount), limit.roll);
    case Unit::kMonths: return on_natural_day(calendar, months_later(day, limit.amount), limit.roll);
  }
  ensure(false, "every unit has a deadline");
  return {start, false};
}

Millis counted(const WorkCalendar& calendar, Instant from, Instant to, Unit unit) {
  if (to <= from) {
    return {0};
  }
  if (!is_working(unit)) {
    return to - from;
  }
  const std::int64_t whole_days = calendar.workdays(calendar.day_of(from), calendar.day_of(to));
  return {whole_days * length_of_workday(calendar).ms + worked_today(calendar, to).ms -
          worked_today(calendar, from).ms};
}

Deadline advance(const WorkCalendar& calendar, Instant from, Millis budget, Unit unit) {
  if (budget.ms <= 0) {
    return {from, false};
  }
  return is_working(unit) ? advance_working(calendar, from, budget) : Deadline{from + budget, false};
}

}  // namespace shaoyin::clock
