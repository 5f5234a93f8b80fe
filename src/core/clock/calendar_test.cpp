#include "core/clock/clock_test.h"

namespace shaoyin::clock {

TEST(Calendar, HasThePublishedNumberOfWorkdaysEachYear) {
  const WorkCalendar calendar = china();
  const int published[] = {249, 251, 248, 248};
  for (int year = 2023; year <= 2026; ++year) {
    const std::string january = std::to_string(year) + "-01-01";
    const std::string next = std::to_string(year + 1) + "-01-01";
    EXPECT_EQ(calendar.workdays(day(january), day(next)), published[year - 2023]) << year;
    EXPECT_TRUE(calendar.is_published(year));
  }
}

TEST(Calendar, MakesUpTheDaysTheNoticeNames) {
  const WorkCalendar calendar = china();
  EXPECT_TRUE(calendar.is_workday(day("2023-01-28")));   // Saturday after 春节
  EXPECT_TRUE(calendar.is_workday(day("2026-10-10")));   // Saturday after 国庆节
  EXPECT_FALSE(calendar.is_workday(day("2025-01-28")));  // Tuesday, 除夕
  EXPECT_FALSE(calendar.is_workday(day("2023-02-04")));  // an ordinary Saturday
  EXPECT_EQ(calendar.listed(day("2023-01-28"))->name, "春节");
  EXPECT_EQ(calendar.listed(day("2023-02-04")), nullptr);
}

TEST(Calendar, HonoursADayListedInTheNoticeOfTheNextYear) {
  const WorkCalendar calendar = china();
  EXPECT_FALSE(calendar.is_published(2022));
  EXPECT_FALSE(calendar.is_workday(day("2022-12-31")));
  EXPECT_TRUE(calendar.is_workday(day("2022-12-30")));
}

TEST(Calendar, FreesWeekendsAndFixedHolidaysWhereNothingIsPublished) {
  const WorkCalendar calendar = china();
  EXPECT_FALSE(calendar.is_published(2027));
  for (const char* free : {"2027-01-01", "2027-10-01", "2028-05-01", "2028-05-02", "2027-02-06", "2022-05-03"}) {
    EXPECT_FALSE(calendar.is_workday(day(free))) << free;
  }
  for (const char* works : {"2028-05-03", "2027-02-08", "2028-10-04", "2027-01-04", "2022-05-04"}) {
    EXPECT_TRUE(calendar.is_workday(day(works))) << works;
  }
}

TEST(Calendar, CountsAsManyWorkdaysAsAWalkOverTheDaysFinds) {
  const WorkCalendar calendar = china();
  std::int64_t walked = 0;
  const DayNumber first = day("1970-01-01");
  for (DayNumber d = first; d < day("2100-12-31"); ++d) {
    ASSERT_EQ(calendar.workdays(first, d), walked) << d;
    if (calendar.is_workday(d)) {
      ++walked;
      ASSERT_EQ(calendar.workday_after(first - 1, walked), d);
    }
  }
  EXPECT_EQ(calendar.workdays(day("2023-01-09"), day("2023-01-02")), -4);  // 2 January is free
}

TEST(Calendar, PutsAnInstantOnTheDayOfItsOwnZone) {
  const WorkCalendar calendar = china();
  const Instant evening = *parse_instant("2023-02-13T16:30:00Z");  // 00:30 of the 14th in China
  EXPECT_EQ(calendar.day_of(evening), day("2023-02-14"));
  EXPECT_EQ(said(calendar.start_of(day("2023-02-14"))), "2023-02-14 00:00");
  EXPECT_EQ(calendar.day_of(Instant{-1} - kChinaOffset), -1);
  const WorkCalendar boston("boston", {}, {}, {{540, 1020}}, hours(-5));
  EXPECT_EQ(boston.day_of(evening), day("2023-02-13"));
}

TEST(CalendarRows, RefuseAFileThatIsNoCalendarAndNameTheLine) {
  struct Case { const char* csv; ErrorCode code; const char* line; };
  const Case refused[] = {
      {"", ErrorCode::kMalformed, "line 1"},
      {"date,kind,name\n", ErrorCode::kMalformed, "line 1"},
      {"day,kind\n", ErrorCode::kMalformed, "line 1"},
      {"date,kind,name\n2023-02-29,holiday,x\n", ErrorCode::kImpossibleTime, "line 2"},
      {"date,kind,name\n2023-02-28 10:00,holiday,x\n", ErrorCode::kImpossibleTime, "line 2"},
      {"date,kind,name\n2023-02-28\n", ErrorCode::kMalformed, "line 2"},
      {"date,kind,name\n2023-02-28,holiday,a,b\n", ErrorCode::kMalformed, "line 2"},
      {"date,kind,name\n2023-10-01,holiday,a\n2023-10-02,free,a\n", ErrorCode::kNotAChoice, "line 3"},
      {"date,kind,name\n2023-10-01,holiday,a\n\n2023-10-01,workday,a\n", ErrorCode::kRegisterFault, "line 4"},
  };
  for (const Case& c : refused) {
    const Result<CalendarRows> rows = parse_calendar(c.csv);
    ASSERT_FALSE(rows.ok()) << c.csv;
    EXPECT_EQ(rows.error().code, c.code) << c.csv;
    EXPECT_EQ(rows.error().field, c.line) << c.csv;
  }
}

TEST(CalendarRows, CallAYearPublishedWhenItsOwnNationalDayIsListed) {
  const Result<CalendarRows> rows = parse_calendar(
      "\xEF\xBB\xBF"  // as spreadsheet programs save it
      "date,kind,name\r\n2022-12-31,holiday,元旦\r\n2023-10-01,holiday,国庆节\r\n");
  ASSERT_TRUE(rows.ok());
  EXPECT_EQ(rows->published, std::vector<int>{2023});
  EXPECT_EQ(rows->days.at(1).name, "国庆节");
}

}  // namespace shaoyin::clock
