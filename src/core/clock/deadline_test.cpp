// Dated cases that an official can check with a wall calendar. The oracle beside it tries the rest.
#include "core/clock/clock_test.h"

namespace shaoyin::clock {

struct Dated { const char* start; const char* limit; const char* end; };

void expect_cases(const std::vector<Dated>& table) {
  const WorkCalendar calendar = china();
  for (const Dated& c : table) {
    EXPECT_EQ(due(calendar, c.start, c.limit), c.end) << c.limit << " from " << c.start;
  }
}

TEST(Deadline, RunsFromTheVeryMinuteInPlainTime) {
  expect_cases({{"2023-02-14 09:07", "15 minutes", "2023-02-14 09:22"},
                {"2023-12-31 23:50", "1 hour", "2024-01-01 00:50"},
                {"2024-02-28 10:00", "24 hours", "2024-02-29 10:00"},
                {"2024-02-29 10:00", "24 hours", "2024-03-01 10:00"},
                {"2025-01-27 17:00", "24 hours", "2025-01-28 17:00"}});  // 春节 stops no plain hour
}

TEST(Deadline, SkipsLunchNightsWeekendsAndHolidaysInWorkingHours) {
  expect_cases({{"2023-02-14 09:07", "1 working hour", "2023-02-14 10:07"},
                {"2023-02-14 11:30", "1 working hour", "2023-02-14 14:00"},   // lunch
                {"2023-02-14 11:00", "1 working hour", "2023-02-14 12:00"},   // ends with the span, not after lunch
                {"2023-02-14 12:30", "1 working hour", "2023-02-14 14:30"},   // begun at lunch
                {"2023-02-14 16:30", "1 working hour", "2023-02-14 17:30"},   // ends with the day
                {"2023-02-14 17:00", "1 working hour", "2023-02-15 09:00"},   // night
                {"2023-02-14 17:30", "1 working hour", "2023-02-15 09:30"},
                {"2023-02-14 06:00", "1 working hour", "2023-02-14 09:30"},   // begun before work
                {"2023-02-17 17:00", "1 working hour", "2023-02-20 09:00"},   // weekend
                {"2023-02-18 11:00", "1 working hour", "2023-02-20 09:30"},   // begun on a Saturday
                {"2023-01-27 20:00", "2 working hours", "2023-01-28 10:30"},  // make-up Saturday
                {"2023-01-20 17:00", "1 working hour", "2023-01-28 09:00"},   // 春节 2023
                {"2025-01-27 16:30", "8 working hours", "2025-02-05 17:00"},  // 春节 2025
                {"2026-09-30 17:00", "20 working hours", "2026-10-10 14:30"},
                {"2024-02-09 17:20", "1 working hour", "2024-02-18 09:20"}});
}

TEST(Deadline, LeavesOutTheFirstDayAndEndsWithTheLastOnesWork) {
  expect_cases({{"2023-02-14 09:00", "3 working days", "2023-02-17 17:30"},
                {"2023-02-14 00:00", "3 working days", "2023-02-17 17:30"},
                {"2023-02-14 23:59", "3 working days", "2023-02-17 17:30"},
                {"2023-02-17 10:00", "1 working day", "2023-02-20 17:30"},
                {"2023-02-18 10:00", "1 working day", "2023-02-20 17:30"},
                {"2023-01-20 10:00", "3 working days", "2023-01-30 17:30"},   // 28 and 29 are made up
                {"2025-01-27 09:00", "5 working days", "2025-02-10 17:30"},   // 5, 6, 7, 8 (made up), 10
                {"2025-01-24 09:00", "1 working day", "2025-01-26 17:30"},    // a Sunday that works
                {"2026-09-30 09:00", "3 working days", "2026-10-10 17:30"},   // 8, 9, 10
                {"2026-10-09 09:00", "1 working day", "2026-10-10 17:30"},
                {"2026-10-10 09:00", "1 working day", "2026-10-12 17:30"},
                {"2023-12-29 09:00", "1 working day", "2024-01-02 17:30"},    // year end
                {"2024-02-28 09:00", "1 working day", "2024-02-29 17:30"},    // leap day
                {"2024-02-29 09:00", "2 working days", "2024-03-04 17:30"},
                {"2023-09-28 15:00", "10 working days", "2023-10-18 17:30"}});
}

TEST(Deadline, CountsNaturalDaysToMidnightWhateverTheirKind) {
  expect_cases({{"2023-02-14 09:00", "1 day", "2023-02-16 00:00"},  // 24:00 of the 15th
                {"2023-02-14 23:59", "3 days", "2023-02-18 00:00"},
                {"2024-02-26 09:00", "3 days", "2024-03-01 00:00"},  // 24:00 of the leap day
                {"2023-12-30 09:00", "1 day", "2024-01-01 00:00"},
                {"2023-02-14 09:00", "4 days", "2023-02-19 00:00"},        // a Saturday stays
                {"2023-02-14 09:00", "4 days roll", "2023-02-21 00:00"},   // or moves to Monday
                {"2023-02-14 09:00", "3 days roll", "2023-02-18 00:00"},   // a workday does not move
                {"2023-01-13 09:00", "8 days roll", "2023-01-29 00:00"},   // 21 January: next workday is Saturday 28th
                {"2026-10-05 09:00", "5 days roll", "2026-10-11 00:00"}}); // make-up Saturday is no day off
}

TEST(Deadline, CountsMonthsToTheSameDayOrTheMonthsLast) {
  expect_cases({{"2023-03-15 09:00", "1 month", "2023-04-16 00:00"},
                {"2023-01-31 09:00", "1 month", "2023-03-01 00:00"},   // 24:00 of 28 February
                {"2024-01-31 09:00", "1 month", "2024-03-01 00:00"},   // of 29 February
                {"2024-02-29 09:00", "12 months", "2025-03-01 00:00"},
                {"2024-02-29 09:00", "48 months", "2028-03-01 00:00"},
                {"2024-02-29 09:00", "1 month", "2024-03-30 00:00"},
                {"2023-11-30 09:00", "3 months", "2024-03-01 00:00"},
                {"2023-12-31 23:00", "1 month", "2024-02-01 00:00"},
                {"2023-08-30 09:00", "1 month roll", "2023-10-08 00:00"}}); // 30 September to 7 October
}

TEST(Deadline, SaysWhenItRestsOnAYearWithoutANotice) {
  expect_cases({{"2026-12-30 09:00", "1 working day", "2026-12-31 17:30"},
                {"2026-12-31 09:00", "1 working day", "2027-01-04 17:30 provisional"},
                {"2026-12-31 16:30", "1 working hour", "2026-12-31 17:30"},
                {"2026-12-31 16:31", "1 working hour", "2027-01-04 08:31 provisional"},
                {"2027-04-30 09:00", "1 working day", "2027-05-03 17:30 provisional"},
                {"2026-12-31 09:00", "48 hours", "2027-01-02 09:00"},
                {"2026-12-31 09:00", "30 days", "2027-01-31 00:00"},
                {"2026-12-02 09:00", "30 days roll", "2027-01-05 00:00 provisional"},
                {"2026-12-31 09:00", "1 month roll", "2027-02-02 00:00 provisional"},
                {"2022-12-30 09:00", "1 working day", "2023-01-03 17:30 provisional"},
                {"2022-12-31 09:00", "1 working day", "2023-01-03 17:30"}});
}

TEST(Deadline, IsComputedAnewOnceTheYearIsPublished) {
  Result<CalendarRows> rows = parse_calendar(read_repository_file("registers/calendar/cn.csv"));
  rows->published.push_back(2027);
  rows->days.push_back({day("2027-01-04"), false, "invented for the test"});
  const WorkCalendar published("cn-next", rows->days, rows->published);
  EXPECT_EQ(due(published, "2026-12-31 09:00", "1 working day"), "2027-01-01 17:30");
}

TEST(Deadline, FollowsTheWorkingHoursOfTheDistrict) {
  const WorkCalendar night_shift("n", {}, {2023}, {{0, 60}, {1380, 1440}});
  EXPECT_EQ(due(night_shift, "2023-02-14 23:30", "1 working hour"), "2023-02-15 00:30");
  EXPECT_EQ(due(night_shift, "2023-02-17 23:00", "1 working hour"), "2023-02-18 00:00");  // 24:00 of Friday
  EXPECT_EQ(due(night_shift, "2023-02-17 23:00", "2 working hours"), "2023-02-20 01:00");
  EXPECT_EQ(due(night_shift, "2023-02-14 09:00", "1 working day"), "2023-02-16 00:00");
}

TEST(Deadline, KeepsSecondsAndMilliseconds) {
  const WorkCalendar calendar = china();
  const Instant start = *parse_instant("2023-02-14T11:59:59.999+08:00");
  const Deadline end = deadline(calendar, start, {1, Unit::kWorkingHours});
  EXPECT_EQ(format_utc(end.at), "2023-02-14T06:29:59.999Z");
}

TEST(Counted, MeasuresOnlyTheTimeThatCounts) {
  const WorkCalendar calendar = china();
  EXPECT_EQ(counted(calendar, at("2023-02-14 11:00"), at("2023-02-14 14:00"), Unit::kWorkingHours), minutes(90));
  EXPECT_EQ(counted(calendar, at("2023-02-14 11:00"), at("2023-02-14 14:00"), Unit::kHours), hours(3));
  EXPECT_EQ(counted(calendar, at("2023-01-20 17:30"), at("2023-01-28 08:30"), Unit::kWorkingDays), Millis{0});
  EXPECT_EQ(counted(calendar, at("2023-01-01"), at("2024-01-01"), Unit::kWorkingDays), minutes(249 * 450));
  EXPECT_EQ(counted(calendar, at("2023-02-14 14:00"), at("2023-02-14 11:00"), Unit::kWorkingHours), Millis{0});
}

TEST(Advance, StopsInTheEveningRatherThanTheMorningAfter) {
  const WorkCalendar calendar = china();
  EXPECT_EQ(said(advance(calendar, at("2023-02-14 13:30"), hours(4), Unit::kWorkingHours).at), "2023-02-14 17:30");
  EXPECT_EQ(said(advance(calendar, at("2023-02-18 13:30"), {0}, Unit::kWorkingHours).at), "2023-02-18 13:30");
  EXPECT_EQ(said(advance(calendar, at("2023-02-18 13:30"), Millis{-5}, Unit::kHours).at), "2023-02-18 13:30");
}

TEST(Advance, ResumesAPausedClockWithTheTimeItHadLeft) {
  const WorkCalendar calendar = china();
  const Instant end = deadline(calendar, at("2023-02-14 09:00"), *parse_limit("3 working days")).at;
  const Millis left = counted(calendar, at("2023-02-16 16:30"), end, Unit::kWorkingDays);
  EXPECT_EQ(left, minutes(60 + 450));
  EXPECT_EQ(said(advance(calendar, at("2023-02-20 10:00"), left, Unit::kWorkingDays).at), "2023-02-21 11:00");
}

}  // namespace shaoyin::clock
