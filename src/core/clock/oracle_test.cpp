// A second way to count, written without a look at the first: a wall clock that steps minute by minute and asks
// of each minute whether it works. Slow and obvious; whatever calendar, limit or pause comes, both must agree.
#include <algorithm>
#include <chrono>
#include <set>

#include "core/clock/clock_test.h"

namespace shaoyin::clock {
namespace {

constexpr std::int64_t kMinute = 60'000;
constexpr int kMinutesOfDay = 1440;

// An invented calendar in the simplest terms: for each day whether it works, for each minute of a day too.
struct Wall {
  std::int64_t offset_minutes = 480;
  std::set<int> published;
  std::map<std::int64_t, bool> listed;  // day -> works
  std::vector<bool> minute_works = std::vector<bool>(kMinutesOfDay, false);
  std::vector<WorkSpan> spans;

  static std::chrono::year_month_day date(std::int64_t day) {
    return std::chrono::sys_days(std::chrono::days(day));
  }
  bool published_year_of(std::int64_t day) const { return published.contains(static_cast<int>(date(day).year())); }
  bool day_works(std::int64_t day) const {
    if (const auto row = listed.find(day); row != listed.end()) {
      return row->second;
    }
    const std::chrono::weekday weekday{std::chrono::sys_days(std::chrono::days(day))};
    if (weekday == std::chrono::Saturday || weekday == std::chrono::Sunday) {
      return false;
    }
    return published_year_of(day) || !fixed_holiday(date(day));
  }
  static bool fixed_holiday(std::chrono::year_month_day d) {
    const auto month = static_cast<unsigned>(d.month());
    const auto number = static_cast<unsigned>(d.day());
    const unsigned labour = static_cast<int>(d.year()) >= 2025 ? 2 : 3;
    return (month == 1 && number == 1) || (month == 5 && number <= labour) || (month == 10 && number <= 3);
  }
  std::int64_t day_of(std::int64_t minute) const {
    std::int64_t local = minute + offset_minutes;
    std::int64_t day = local / kMinutesOfDay;
    return local % kMinutesOfDay < 0 ? day - 1 : day;
  }
  std::int64_t midnight(std::int64_t day) const { return day * kMinutesOfDay - offset_minutes; }
  // Does the minute that begins at `minute` work?
  bool works(std::int64_t minute) const {
    const std::int64_t day = day_of(minute);
    return day_works(day) && minute_works[static_cast<std::size_t>(minute - midnight(day))];
  }
  bool rests(std::int64_t first, std::int64_t last) const {
    for (std::int64_t day = first; day <= last; ++day) {
      if (!published_year_of(day)) {
        return true;
      }
    }
    return false;
  }
  // The end of the minute after which `budget` working minutes have passed since `start`.
  std::int64_t after_working_minutes(std::int64_t start, std::int64_t budget) const {
    std::int64_t now = start;
    while (budget > 0) {
      if (works(now)) {
        --budget;
      }
      ++now;
    }
    return now;
  }
  std::int64_t last_working_minute_end(std::int64_t day) const {
    std::int64_t end = kMinutesOfDay;
    while (!minute_works[static_cast<std::size_t>(end - 1)]) {
      --end;
    }
    return midnight(day) + end;
  }
  std::int64_t same_day_later(std::int64_t day, std::int64_t months) const {
    const auto d = date(day);
    const std::int64_t month_index = static_cast<int>(d.year()) * 12 + static_cast<unsigned>(d.month()) - 1 + months;
    const std::chrono::year_month month{std::chrono::year(static_cast<int>(month_index / 12)),
                                        std::chrono::month(static_cast<unsigned>(month_index % 12 + 1))};
    unsigned number = static_cast<unsigned>(d.day());
    while (!std::chrono::year_month_day(month / std::chrono::day(number)).ok()) {
      --number;
    }
    return std::chrono::sys_days(month / std::chrono::day(number)).time_since_epoch().count();
  }

  Deadline deadline(std::int64_t start, const Limit& limit) const {
    const auto answer = [](std::int64_t minute, bool provisional) {
      return Deadline{Instant{minute * kMinute}, provisional};
    };
    const std::int64_t day = day_of(start);
    switch (limit.unit) {
      case Unit::kMinutes: return answer(start + limit.amount, false);
      case Unit::kHours: return answer(start + limit.amount * 60, false);
      case Unit::kWorkingHours: {
        const std::int64_t end = after_working_minutes(start, limit.amount * 60);
        return answer(end, rests(day, day_of(end - 1)));
      }
      case Unit::kWorkingDays: {
        std::int64_t last = day;
        for (std::int64_t n = 0; n < limit.amount; n += day_works(last) ? 1 : 0) {
          ++last;
        }
        return answer(last_working_minute_end(last), rests(day + 1, last));
      }
      case Unit::kDays:
      case Unit::kMonths: {
        std::int64_t last = limit.unit == Unit::kDays ? day + limit.amount : same_day_later(day, limit.amount);
        const std::int64_t planned = last;
        while (limit.roll && !day_works(last)) {
          ++last;
        }
        return answer(midnight(last + 1), limit.roll && rests(planned, last));
      }
    }
    return {};
  }
  std::int64_t counted(std::int64_t from, std::int64_t to, Unit unit) const {
    if (unit != Unit::kWorkingHours && unit != Unit::kWorkingDays) {
      return std::max<std::int64_t>(0, to - from);
    }
    std::int64_t sum = 0;
    for (std::int64_t now = from; now < to; ++now) {
      sum += works(now) ? 1 : 0;
    }
    return sum;
  }
};

using Chance = std::mt19937_64;

std::int64_t any(Chance& chance, std::int64_t low, std::int64_t high) {
  return std::uniform_int_distribution<std::int64_t>(low, high)(chance);
}

// Working hours of an invented district: one to four spans, minutes chosen freely, now and then touching midnight.
std::vector<WorkSpan> any_spans(Chance& chance) {
  std::set<int> edges;
  const auto count = static_cast<std::size_t>(any(chance, 1, 4)) * 2;
  if (any(chance, 0, 5) == 0) {
    edges.insert({0, kMinutesOfDay});
  }
  while (edges.size() < count) {
    edges.insert(static_cast<int>(any(chance, 0, kMinutesOfDay)));
  }
  std::vector<WorkSpan> spans;
  for (auto edge = edges.begin(); edge != edges.end();) {
    const int from = *edge++;
    spans.push_back({from, *edge++});
  }
  return spans;
}

Wall any_wall(Chance& chance) {
  Wall wall;
  wall.offset_minutes = any(chance, -12 * 60, 14 * 60);
  for (int year = 2020; year <= 2030; ++year) {
    if (any(chance, 0, 2) != 0) {
      wall.published.insert(year);
    }
  }
  for (int n = 0; n < 150; ++n) {
    wall.listed[any(chance, day("2020-01-01"), day("2031-01-01"))] = any(chance, 0, 1) == 1;
  }
  wall.spans = any_spans(chance);
  return wall;
}

Wall chinas_wall(const CalendarRows& rows) {
  Wall wall;
  wall.published.insert(rows.published.begin(), rows.published.end());
  for (const WorkCalendar::Day& row : rows.days) {
    wall.listed[row.day] = row.works;
  }
  wall.spans = {{510, 720}, {810, 1050}};
  return wall;
}

WorkCalendar calendar_of(Wall& wall) {
  for (const WorkSpan& span : wall.spans) {
    std::fill(wall.minute_works.begin() + span.from_minute, wall.minute_works.begin() + span.to_minute, true);
  }
  std::vector<WorkCalendar::Day> days;
  for (const auto& [number, works] : wall.listed) {
    days.push_back({static_cast<DayNumber>(number), works, "x"});
  }
  return {"random", days, {wall.published.begin(), wall.published.end()}, wall.spans, minutes(wall.offset_minutes)};
}

// Mostly anywhere, often on the very edge of a span or of a day, where mistakes live.
std::int64_t any_start(Chance& chance, const Wall& wall) {
  const std::int64_t date = any(chance, day("2021-12-01"), day("2027-12-31"));
  const std::int64_t midnight = wall.midnight(date);
  const WorkSpan& span = wall.spans[static_cast<std::size_t>(any(chance, 0, std::ssize(wall.spans) - 1))];
  switch (any(chance, 0, 5)) {
    case 0: return midnight + span.from_minute;
    case 1: return midnight + span.to_minute;
    case 2: return midnight + any(chance, -1, 1);
    case 3: return midnight + span.to_minute + any(chance, -1, 1);
    default: return midnight + any(chance, 0, kMinutesOfDay - 1);
  }
}

Limit any_limit(Chance& chance) {
  switch (any(chance, 0, 7)) {
    case 0: return {any(chance, 1, 3000), Unit::kMinutes};
    case 1: return {any(chance, 1, 100), Unit::kHours};
    case 2:
    case 3: return {any(chance, 1, 30), Unit::kWorkingHours};
    case 4:
    case 5: return {any(chance, 1, 40), Unit::kWorkingDays};
    case 6: return {any(chance, 1, 100), Unit::kDays, any(chance, 0, 1) == 1};
    default: return {any(chance, 1, 30), Unit::kMonths, any(chance, 0, 1) == 1};
  }
}

// Half of the cases live in China's calendar, the rest in an invented one that is changed every hundred cases.
template <class Case>
void try_cases(int count, Case&& one) {
  const std::uint64_t root = seed();
  const CalendarRows rows = *parse_calendar(read_repository_file("registers/calendar/cn.csv"));
  Chance chance(root);
  for (int n = 0; n < count && !::testing::Test::HasFailure(); n += 100) {
    Wall wall = n / 100 % 2 == 0 ? chinas_wall(rows) : any_wall(chance);
    const WorkCalendar calendar = calendar_of(wall);
    for (int i = 0; i < 100 && !::testing::Test::HasFailure(); ++i) {
      SCOPED_TRACE("SEED=" + std::to_string(root) + " case " + std::to_string(n + i));
      one(chance, wall, calendar);
    }
  }
}

Instant instant_of(std::int64_t minute) { return Instant{minute * kMinute}; }

}  // namespace

TEST(Oracle, EveryDeadlineIsWhereAWalkMinuteByMinuteEnds) {
  try_cases(cases(20'000), [](Chance& chance, const Wall& wall, const WorkCalendar& calendar) {
    const std::int64_t start = any_start(chance, wall);
    const Limit limit = any_limit(chance);
    const Deadline walked = wall.deadline(start, limit);
    const Deadline got = deadline(calendar, instant_of(start), limit);
    ASSERT_EQ(got, walked) << say_limit(limit).en << " from " << format_utc(instant_of(start)) << ": "
                           << format_utc(got.at) << " walked " << format_utc(walked.at);
  });
}

TEST(Oracle, AsMuchTimeCountsAsAWalkMinuteByMinuteFinds) {
  try_cases(cases(20'000) / 10, [](Chance& chance, const Wall& wall, const WorkCalendar& calendar) {
    const std::int64_t from = any_start(chance, wall);
    const std::int64_t to = from + any(chance, -10, 60 * kMinutesOfDay);
    const Unit unit = any(chance, 0, 3) == 0 ? Unit::kHours : Unit::kWorkingHours;
    ASSERT_EQ(counted(calendar, instant_of(from), instant_of(to), unit), minutes(wall.counted(from, to, unit)))
        << format_utc(instant_of(from)) << " to " << format_utc(instant_of(to));
  });
}

// Seconds and milliseconds are too fine for the walk; here the two functions must be each other's inverse.
TEST(Oracle, AdvancingUsesUpExactlyItsBudgetAndNotAMillisecondEarlier) {
  try_cases(cases(20'000), [](Chance& chance, const Wall& wall, const WorkCalendar& calendar) {
    const Instant from = instant_of(any_start(chance, wall)) + Millis{any(chance, 0, kMinute - 1)};
    const Millis budget{any(chance, 1, hours(400).ms)};
    const Unit unit = static_cast<Unit>(any(chance, 0, 5));
    const Deadline end = advance(calendar, from, budget, unit);
    ASSERT_EQ(counted(calendar, from, end.at, unit), budget);
    ASSERT_LT(counted(calendar, from, end.at - Millis{1}, unit), budget);
  });
}

// Whatever is paused and resumed however often, the time that counted is the time that was given.
TEST(Oracle, PausesNeitherGiveNorTakeTime) {
  try_cases(cases(20'000), [](Chance& chance, const Wall& wall, const WorkCalendar& calendar) {
    const Limit limit = any_limit(chance);
    Instant running_since = instant_of(any_start(chance, wall));
    Instant due = deadline(calendar, running_since, limit).at;
    const Millis given = counted(calendar, running_since, due, limit.unit);
    Millis used{0};
    for (std::int64_t pause = any(chance, 0, 4); pause > 0; --pause) {
      const Instant paused{any(chance, running_since.ms, due.ms)};
      used = used + counted(calendar, running_since, paused, limit.unit);
      const Millis left = counted(calendar, paused, due, limit.unit);
      running_since = paused + Millis{any(chance, 0, days(40).ms)};
      due = advance(calendar, running_since, left, limit.unit).at;
    }
    ASSERT_EQ(used + counted(calendar, running_since, due, limit.unit), given) << say_limit(limit).en;
  });
}

// However a span of time is cut, its parts count as much as the whole, and a step back counts nothing.
TEST(Oracle, TimeCountsTheSameHoweverItIsCut) {
  try_cases(cases(20'000), [](Chance& chance, const Wall& wall, const WorkCalendar& calendar) {
    const Instant from = instant_of(any_start(chance, wall)) + Millis{any(chance, 0, kMinute - 1)};
    const Instant middle = from + Millis{any(chance, 0, days(400).ms)};
    const Instant to = middle + Millis{any(chance, 0, days(400).ms)};
    const Unit unit = static_cast<Unit>(any(chance, 0, 5));
    ASSERT_EQ(counted(calendar, from, middle, unit) + counted(calendar, middle, to, unit),
              counted(calendar, from, to, unit));
    ASSERT_EQ(counted(calendar, to, from, unit), Millis{0});
  });
}

// Nobody gains by reporting a minute sooner or loses by it: ends keep the order of beginnings.
TEST(Oracle, ALaterStartNeverEndsEarlier) {
  try_cases(cases(20'000), [](Chance& chance, const Wall& wall, const WorkCalendar& calendar) {
    const Limit limit = any_limit(chance);
    const std::int64_t start = any_start(chance, wall);
    const std::int64_t later = start + any(chance, 0, 3 * kMinutesOfDay);
    ASSERT_LE(deadline(calendar, instant_of(start), limit).at, deadline(calendar, instant_of(later), limit).at)
        << say_limit(limit).en << " from " << format_utc(instant_of(start));
    ASSERT_LT(instant_of(start), deadline(calendar, instant_of(start), limit).at);
  });
}

}  // namespace shaoyin::clock
