#include "edge/system/zones.h"

#include <gtest/gtest.h>

namespace shaoyin::system {
namespace {

TEST(Zones, KnowsDaylightSavingAndThatChinaHasNone) {
  const Result<clock::Zone> new_york = read_zone("America/New_York");
  ASSERT_TRUE(new_york);
  EXPECT_EQ(new_york->offset_at(*parse_instant("2015-01-05T17:00:00Z")), hours(-5));
  EXPECT_EQ(new_york->offset_at(*parse_instant("2015-03-08T06:59:59Z")), hours(-5));
  EXPECT_EQ(new_york->offset_at(*parse_instant("2015-03-08T07:00:00Z")), hours(-4));
  const Result<clock::Zone> china = read_zone("Asia/Shanghai");
  ASSERT_TRUE(china);
  EXPECT_EQ(china->offset_at(*parse_instant("2019-07-01T00:00:00Z")), kChinaOffset);
}

TEST(Zones, RefusesAnUnknownZone) {
  EXPECT_EQ(read_zone("Mars/Olympus").error().code, ErrorCode::kNotAChoice);
  EXPECT_EQ(read_zone("../../etc/passwd").error().code, ErrorCode::kNotAChoice);
}

}  // namespace
}  // namespace shaoyin::system
