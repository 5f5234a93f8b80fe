#include <gtest/gtest.h>

#include "core/base/instant.h"
#include "core/base/sha256.h"
#include "core/base/utf8.h"

namespace shaoyin {

TEST(Instant, ReadsChinaTimeWhenNoZoneIsWritten) {
  EXPECT_EQ(format_utc(*parse_instant("2023-02-14 09:00")), "2023-02-14T01:00:00.000Z");
  EXPECT_EQ(format_utc(*parse_instant("2023-02-14T09:00:30+08:00")), "2023-02-14T01:00:30.000Z");
  EXPECT_EQ(format_local(*parse_instant("2024-02-29T16:30:00Z")), "2024-03-01 00:30");
}

TEST(Instant, RefusesADayThatNoCalendarHas) {
  for (const char* bad : {"2023-02-29", "2023-13-01", "2023-00-10", "1969-01-01", "2101-01-01", "2023-02-14T24:00",
                          "2023-02-14T09:60", "14/02/2023", "", "2023-02-14T09:00Zjunk"}) {
    const auto got = parse_instant(bad);
    ASSERT_FALSE(got.ok()) << bad;
    EXPECT_EQ(got.error().code, ErrorCode::kImpossibleTime);
  }
}

TEST(Sha256, AgreesWithThePublishedVector) {
  EXPECT_EQ(to_hex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Utf8, RefusesOverlongSurrogateNulAndCutForms) {
  EXPECT_TRUE(is_clean_utf8("再生水管 burst\n"));
  for (const std::string& bad : {std::string("\xC0\xAF"), std::string("\xED\xA0\x80"), std::string("a\0b", 3),
                                std::string("\xE4\xBD"), std::string("\x1B[2J"), std::string("\xF5\x80\x80\x80")}) {
    EXPECT_FALSE(is_clean_utf8(bad));
  }
}

TEST(Utf8, PadsAndCutsByColumnsNotBytes) {
  EXPECT_EQ(display_width("吹哨 ab"), 7u);
  EXPECT_EQ(fit_width("吹哨", 6), "吹哨  ");
  EXPECT_EQ(fit_width("吹哨报到", 6), "吹哨… ");
}

TEST(Utf8, ATextInWhichNothingCanBeSeenIsBlank) {
  for (const char* blank : {"", " \t\n", "\u3000", "\u202e\u200b\ufeff"}) EXPECT_TRUE(is_blank(blank));
  for (const char* text : {"灯", " a ", "\u202e灯"}) EXPECT_FALSE(is_blank(text));
  EXPECT_EQ(without_hidden("\ufeff路\u200b灯\u202e坏\u2069了 a\u200db"), "路灯坏了 a\u200db");
}

}  // namespace shaoyin
