// What is forecast is what a simple world would bring, and the error that is printed is one that was made.
#include "core/indicator/forecast.h"

#include <gtest/gtest.h>

#include <cmath>

namespace shaoyin::indicator {
namespace {

constexpr double kSeason[] = {-9, 4, 2, 0, 1, -1, 3, 5, -2, -4, 0, 1};  // adds up to nothing

std::vector<double> world(std::size_t months, double base, double slope, double swing) {
  std::vector<double> made;
  for (std::size_t i = 0; i < months; ++i) made.push_back(base + slope * static_cast<double>(i) + swing * kSeason[i % kYear]);
  return made;
}

TEST(Forecast, OfTheSameEveryYearIsLastYear) {
  const auto made = forecast(world(36, 100, 0, 3), 14);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->method, Method::kSeasonalNaive) << "where both are right the plainer one is taken";
  EXPECT_DOUBLE_EQ(made->error.mae, 0);
  EXPECT_DOUBLE_EQ(*made->error.mape, 0);
  const auto truth = world(50, 100, 0, 3);
  for (std::size_t h = 0; h < 14; ++h) EXPECT_DOUBLE_EQ(made->ahead[h], truth[36 + h]) << h;
}

TEST(Forecast, FollowsATrendThatLastYearDoesNotKnow) {
  const auto made = forecast(world(48, 100, 2, 3), 6);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->method, Method::kHoltWinters);
  EXPECT_NEAR(made->error.mae, 0, 1e-6);
  EXPECT_NEAR(made->other.mae, 24, 1e-6) << "twelve months at two a month";
  const auto truth = world(54, 100, 2, 3);
  for (std::size_t h = 0; h < 6; ++h) EXPECT_NEAR(made->ahead[h], truth[48 + h], 1e-6) << h;
}

// By hand: alpha = beta = gamma = 0.5 after one year of 10 each month. A month of 14: level 12, trend 1, season 1; so the next is
// 12 + 1 + 0, and the same month a year on 12 + 12 + 1.
TEST(Forecast, SmoothsAsTheFormulaSays) {
  std::vector<double> months(kYear, 10.0);
  months.push_back(14);
  const auto ahead = by_smoothing(months, {0.5, 0.5, 0.5}, 12);
  EXPECT_DOUBLE_EQ(ahead.front(), 13);
  EXPECT_DOUBLE_EQ(ahead.back(), 25);
}

TEST(Forecast, ItsErrorIsOfMonthsItHadNotSeen) {
  auto months = world(36, 100, 0, 1);
  months.back() += 60;  // once, at the end
  const auto made = forecast(months, 1);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->method, Method::kSeasonalNaive);
  EXPECT_DOUBLE_EQ(made->error.mae, 60.0 / 12);
  EXPECT_DOUBLE_EQ(*made->error.mape, 60.0 / 161 / 12);
}

TEST(Forecast, HasNoPercentageOfNothing) {
  auto months = world(36, 100, 0, 1);
  months[30] = 0;
  EXPECT_FALSE(forecast(months, 1)->error.mape);
  EXPECT_GT(forecast(months, 1)->error.mae, 0);
}

TEST(Forecast, IsRefusedBelowTwoYearsInWords) {
  const auto few = forecast(world(23, 1, 0, 0), 1);
  ASSERT_FALSE(few);
  EXPECT_EQ(few.error().code, ErrorCode::kTooShort);
  EXPECT_NE(few.error().said.en.find("there are 23"), std::string::npos);
  EXPECT_NE(few.error().said.zh.find("现有 23 个月"), std::string::npos);
  EXPECT_TRUE(forecast(world(24, 1, 0, 0), 1));
  EXPECT_FALSE(forecast(std::vector<double>(kForecastMonthsMax + 1, 1.0), 1));
}

}  // namespace
}  // namespace shaoyin::indicator
