#include "core/clock/zone.h"

#include <gtest/gtest.h>

namespace shaoyin::clock {
namespace {

// New York in 2015: winter time until 8 March 07:00 UTC, summer time until 1 November 06:00 UTC.
Zone new_york() {
  return Zone("America/New_York", {{*parse_instant("2014-11-02T06:00:00Z"), hours(-5)},
                                   {*parse_instant("2015-03-08T07:00:00Z"), hours(-4)},
                                   {*parse_instant("2015-11-01T06:00:00Z"), hours(-5)}});
}

std::string read(const std::string& wall, Zone::Doubt doubt = Zone::Doubt::kNone) {
  const Zone::Reading reading = new_york().at_wall(parse_instant(wall, Millis{0})->ms);
  EXPECT_EQ(reading.doubt, doubt) << wall;
  return format_utc(reading.at);
}

TEST(Zone, WinterAndSummerDifferByAnHour) {
  EXPECT_EQ(read("2015-01-05 12:40:41"), "2015-01-05T17:40:41.000Z");
  EXPECT_EQ(read("2015-07-23 10:51:00"), "2015-07-23T14:51:00.000Z");
  EXPECT_EQ(read("2010-07-01 00:00:00"), "2010-07-01T05:00:00.000Z") << "before the first span its offset holds";
}

TEST(Zone, ATimeThatComesTwiceIsItsFirst) {
  EXPECT_EQ(read("2015-11-01 00:59:59"), "2015-11-01T04:59:59.000Z");
  EXPECT_EQ(read("2015-11-01 01:30:00", Zone::Doubt::kTwice), "2015-11-01T05:30:00.000Z");
  EXPECT_EQ(read("2015-11-01 02:00:00"), "2015-11-01T07:00:00.000Z");
}

TEST(Zone, ATimeThatNeverComesIsReadWithTheOffsetBefore) {
  EXPECT_EQ(read("2015-03-08 01:59:59"), "2015-03-08T06:59:59.000Z");
  EXPECT_EQ(read("2015-03-08 02:30:00", Zone::Doubt::kSkipped), "2015-03-08T07:30:00.000Z");
  EXPECT_EQ(read("2015-03-08 03:00:00"), "2015-03-08T07:00:00.000Z");
}

// Every instant, shown on the wall and read back, is itself, but for the hour that comes twice.
TEST(Zone, WhatTheWallShowsLeadsBack) {
  const Zone zone = new_york();
  for (Instant at = *parse_instant("2015-01-01T00:00:00Z"); at < *parse_instant("2015-12-31T00:00:00Z"); at = at + minutes(7)) {
    const Zone::Reading back = zone.at_wall(at.ms + zone.offset_at(at).ms);
    ASSERT_TRUE(back.at == at || (back.doubt == Zone::Doubt::kTwice && back.at == at - hours(1))) << format_utc(at);
  }
}

TEST(Zone, AFixedZoneHasNoDoubts) {
  const Zone china = Zone::fixed("Asia/Shanghai", kChinaOffset);
  EXPECT_EQ(format_utc(china.at_wall(parse_instant("2019-02-28 11:25:05", Millis{0})->ms).at), "2019-02-28T03:25:05.000Z");
}

}  // namespace
}  // namespace shaoyin::clock
