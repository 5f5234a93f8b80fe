#include "edge/system/system.h"

#include <gtest/gtest.h>

namespace shaoyin::system {

TEST(SystemClock, TellsAMomentOfThisCentury) {
  const Instant now = SystemClock().now();
  EXPECT_GT(now.ms, 1'600'000'000'000);
  EXPECT_LT(now.ms, 4'102'444'800'000);
}

TEST(SystemChance, SecretsAreHexOfTheAskedLengthAndNeverTheSame) {
  SystemChance chance;
  const std::string one = chance.secret(16);
  EXPECT_EQ(one.size(), 32u);
  EXPECT_EQ(one.find_first_not_of("0123456789abcdef"), std::string::npos);
  EXPECT_NE(one, chance.secret(16));
}

}  // namespace shaoyin::system
