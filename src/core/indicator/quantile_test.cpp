// The median is the middle, and a share between two values lies between them.
#include "core/indicator/quantile.h"

#include <gtest/gtest.h>

namespace shaoyin::indicator {
namespace {

TEST(Quantile, IsTheMiddleAndWhatSpreadsheetsSay) {
  EXPECT_EQ(quantile({7}, 50), 7);
  EXPECT_EQ(quantile({30, 10, 20}, 50), 20) << "whatever their order";
  EXPECT_EQ(quantile({10, 20, 30, 40}, 50), 25);
  EXPECT_EQ(quantile({10, 20, 30, 40, 50, 60, 70, 80, 90, 100}, 90), 91);
  EXPECT_EQ(quantile({1, 2, 3}, 0), 1);
  EXPECT_EQ(quantile({1, 2, 3}, 100), 3);
}

TEST(Quantile, DoesNotOverflowOverALifetimeOfMilliseconds) {
  const std::int64_t century = 3'155'760'000'000;
  EXPECT_EQ(quantile({0, century}, 90), century / 10 * 9);
}

}  // namespace
}  // namespace shaoyin::indicator
