#include "app/source_time.h"

#include <gtest/gtest.h>

#include "core/base/instant.h"

namespace shaoyin::app {
namespace {

std::string read(std::string_view text, TimeFormat format) {
  const std::optional<WallTime> wall = read_wall_time(text, format);
  if (!wall) {
    return "nothing";
  }
  return format_utc({wall->ms}).substr(0, 19) + (wall->bare ? " bare" : "");
}

std::string year_first(std::string_view text) { return read(text, TimeFormat::kYearFirst); }
std::string month_first(std::string_view text) { return read(text, TimeFormat::kMonthFirst); }

TEST(SourceTime, ReadsYearFirst) {
  EXPECT_EQ(year_first("2019/2/28 11:25:05"), "2019-02-28T11:25:05");
  EXPECT_EQ(year_first("2019-02-28T1:05"), "2019-02-28T01:05:00");
  EXPECT_EQ(year_first("2012/2/28"), "2012-02-28T00:00:00 bare");
}

TEST(SourceTime, ReadsSerialNumbers) {
  EXPECT_EQ(year_first("25569"), "1970-01-01T00:00:00 bare");
  EXPECT_EQ(year_first("43524.5"), "2019-02-28T12:00:00");
  EXPECT_EQ(year_first("43524.475752314815"), "2019-02-28T11:25:05") << "to the nearest second";
  EXPECT_EQ(year_first("60"), "nothing") << "a number that is hardly a time";
  EXPECT_EQ(year_first("188006"), "nothing");
  EXPECT_EQ(month_first("43524.5"), "nothing");
}

TEST(SourceTime, ReadsMonthFirstWithHalfDays) {
  EXPECT_EQ(month_first("01/05/2015 12:40:41 PM"), "2015-01-05T12:40:41");
  EXPECT_EQ(month_first("01/05/2015 12:40:41 AM"), "2015-01-05T00:40:41");
  EXPECT_EQ(month_first("12/31/2015 11:10:09 PM"), "2015-12-31T23:10:09");
  EXPECT_EQ(month_first("12/31/2015 23:10"), "2015-12-31T23:10:00");
  EXPECT_EQ(month_first("12/31/2015"), "2015-12-31T00:00:00 bare");
}

TEST(SourceTime, RefusesWhatNoCalendarHas) {
  for (const char* text : {"", "2019/2/29", "2019/13/1", "2019/0/1", "2019/2/28 24:00:00", "2019/2/28 11:60", "1969/12/31",
                           "2101/1/1", "2019/2/28 11:25:05 x", "2019/2", "昨天", "2019/2/28 11", "-5", "nan", "1e5"}) {
    EXPECT_EQ(year_first(text), "nothing") << text;
  }
  for (const char* text : {"13/01/2015", "02/30/2015", "01/05/2015 13:00:00 PM", "01/05/2015 0:10:00 AM", "01-05-2015"}) {
    EXPECT_EQ(month_first(text), "nothing") << text;
  }
}

}  // namespace
}  // namespace shaoyin::app
