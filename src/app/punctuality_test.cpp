#include "app/punctuality.h"

#include <gtest/gtest.h>

namespace shaoyin::app {
namespace {

PunctualityRow row(std::int64_t number, std::int64_t target, std::int64_t closed, std::optional<bool> says) {
  return {{number}, "BOS-" + std::to_string(number), {target}, {closed}, says};
}

TEST(Punctuality, TheInstantOfTheTargetIsStillOnTime) {
  const PunctualityReport report = judge_punctuality({row(1, 1000, 1000, true), row(2, 1000, 1001, false)});
  EXPECT_EQ(report.judged, 2);
  EXPECT_EQ(report.on_time, 1);
  EXPECT_EQ(report.overdue, 1);
  EXPECT_EQ(report.agree, 2);
  EXPECT_TRUE(report.disagreements.empty());
}

TEST(Punctuality, EveryRowThatDoesNotAgreeIsListed) {
  const PunctualityReport report =
      judge_punctuality({row(1, 1000, 900, false), row(2, 1000, 900, std::nullopt), row(3, 1000, 2000, true), row(4, 1000, 900, true)});
  EXPECT_EQ(report.agree, 1);
  EXPECT_EQ(report.no_flag, 1);
  ASSERT_EQ(report.disagreements.size(), 3U);
  EXPECT_EQ(report.disagreements[0].row.number, "BOS-1");
  EXPECT_TRUE(report.disagreements[0].on_time);
  EXPECT_FALSE(report.disagreements[1].row.source_on_time.has_value());
  EXPECT_FALSE(report.disagreements[2].on_time);
}

TEST(Punctuality, ALiveMatterIsNotJudged) {
  Stored stored;
  const Result<std::optional<PunctualityRow>> none = punctuality_row(stored);
  ASSERT_TRUE(none);
  EXPECT_FALSE(none->has_value());
}

}  // namespace
}  // namespace shaoyin::app
