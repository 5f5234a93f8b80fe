#include "core/triage/heat.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/triage/chance.h"

namespace shaoyin::triage {
namespace {

constexpr std::int64_t kToday = 18'000;

std::vector<Voice> residents(std::size_t count, std::int64_t day = kToday) {
  std::vector<Voice> voices;
  for (std::size_t i = 0; i < count; ++i) voices.push_back({"r" + std::to_string(i), day, 0, 0, "", false});
  return voices;
}

TEST(Heat, IsTheNumberOfResidentsToday) {
  const Heat four = heat(residents(4), kToday);
  EXPECT_DOUBLE_EQ(four.value, 4.0);
  EXPECT_EQ(four.residents, 4u);
  EXPECT_DOUBLE_EQ(four.spread, 1.0);
}

TEST(Heat, FadesByAThirdInAFortnight) { EXPECT_NEAR(heat(residents(1, kToday - 14), kToday).value, std::exp(-1.0), 1e-12); }

// Two thousand likes are worth less than two more residents.
TEST(Heat, VotesDoNotLead) {
  auto liked = residents(1);
  liked[0].supports = 2'097;
  EXPECT_LT(heat(liked, kToday).value, heat(residents(3), kToday).value);
  auto disliked = residents(1);
  disliked[0].opposes = 50;
  EXPECT_DOUBLE_EQ(heat(disliked, kToday).value, 1.0);
}

TEST(Heat, OnePersonWritingTwentyTimesIsOneResident) {
  std::vector<Voice> twenty(20, {"r", kToday, 0, 0, "", false});
  const Heat h = heat(twenty, kToday);
  EXPECT_EQ(h.residents, 1u);
  EXPECT_LT(h.value, 1.61);
  EXPECT_FALSE(is_hot(h, {}));
}

TEST(Heat, CountsBadAnswersAndSpread) {
  auto voices = residents(4);
  const double calm = heat(voices, kToday).value;
  voices[0].troubled = true;
  EXPECT_NEAR(heat(voices, kToday).value, calm + 0.5, 1e-12);
  for (std::size_t i = 0; i < 4; ++i) voices[i].grid = "g" + std::to_string(i);
  EXPECT_NEAR(heat(voices, kToday).value, (calm + 0.5) * (1 + 0.3 * std::log(5.0)), 1e-12);
}

TEST(Heat, IsHotOnlyAgainstItsOwnHabit) {
  auto voices = residents(4);
  EXPECT_TRUE(is_hot(heat(voices, kToday), habit(voices, kToday)));          // new
  EXPECT_FALSE(is_hot(heat(residents(3), kToday), habit(residents(3), kToday)));  // three neighbours
  std::vector<Voice> steady;
  for (std::int64_t week = 0; week < 12; ++week) {
    for (Voice voice : residents(4, kToday - 7 * week)) voice.resident += "w" + std::to_string(week), steady.push_back(voice);
  }
  EXPECT_FALSE(is_hot(heat(steady, kToday), habit(steady, kToday)));         // four every week is how it always is
  for (Voice voice : residents(20)) voice.resident += "now", steady.push_back(voice);
  EXPECT_TRUE(is_hot(heat(steady, kToday), habit(steady, kToday)));
}

TEST(Heat, TomorrowDoesNotCountYet) { EXPECT_EQ(heat(residents(5, kToday + 1), kToday).messages, 0u); }

// A law: one more message never cools, and order does not matter.
TEST(Heat, OneMoreMessageNeverCools) {
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    SCOPED_TRACE("SEED=" + std::to_string(seed));
    Chance chance(seed);
    std::vector<Voice> voices;
    double before = 0;
    for (int i = 0; i < 40; ++i) {
      voices.push_back({"r" + std::to_string(chance.next() % 9), kToday - static_cast<std::int64_t>(chance.next() % 60), static_cast<std::uint32_t>(chance.next() % 30),
                        static_cast<std::uint32_t>(chance.next() % 30), chance.next() % 2 == 0 ? "" : "g" + std::to_string(chance.next() % 4), chance.next() % 5 == 0});
      const double now = heat(voices, kToday).value;
      ASSERT_GE(now, before - 1e-12);
      before = now;
    }
    chance.shuffle(voices);
    ASSERT_NEAR(heat(voices, kToday).value, before, 1e-9);
  }
}

}  // namespace
}  // namespace shaoyin::triage
