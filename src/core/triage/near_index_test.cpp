#include "core/triage/near_index.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/triage/comparer.h"
#include "core/triage/synthetic_test.h"
#include "core/triage/topics.h"

namespace shaoyin::triage {
namespace {

geo::Point at(double lon, double lat) { return *geo::Point::check({lon, lat}); }

Circumstances where(std::int64_t day, std::string grid = "", std::string category = "") { return {day, std::move(grid), {}, std::nullopt, std::move(category)}; }

bool finds(const NearIndex& index, NearIndex::Number number, std::string_view title, std::string_view text, const Circumstances& query) {
  const auto found = index.candidates(title, text, query);
  return std::find(found.begin(), found.end(), number) != found.end();
}

TEST(NearIndex, FindsTheSameTextHoweverLongAgo) {
  NearIndex index;
  const std::string text = "云锦苑三栋一楼新开两家烧烤店，没有排烟管道，每天营业到凌晨两点。";
  index.add("云锦苑油烟", text, where(10'000));
  EXPECT_TRUE(finds(index, 0, "云锦花苑油烟", text, where(18'000)));
  EXPECT_FALSE(finds(index, 0, "公交车太少", "上班高峰等了半小时", where(18'000)));
}

TEST(NearIndex, FindsTheSameGridAndItsNeighboursForNinetyDays) {
  NearIndex index;
  index.add("油烟太大", "楼下烧烤店", where(18'000, "g1"));
  Circumstances query = where(18'090, "g1");
  EXPECT_TRUE(finds(index, 0, "夜宵摊", "吵得睡不着", query));
  query.day = 18'091;
  EXPECT_FALSE(finds(index, 0, "夜宵摊", "吵得睡不着", query));
  query = where(18'001, "g2");
  EXPECT_FALSE(finds(index, 0, "夜宵摊", "吵得睡不着", query));
  query.near_grids = {"g9", "g1"};
  EXPECT_TRUE(finds(index, 0, "夜宵摊", "吵得睡不着", query));
}

// Whatever side of a cell's border: every point within 300 m is found.
TEST(NearIndex, FindsEveryPointWithinThreeHundredMetres) {
  Chance chance(20230214);
  const auto share = [&] { return static_cast<double>(chance.next() % 1'000'000) / 1e6; };
  std::size_t near = 0;
  for (int round = 0; round < 2'000; ++round) {
    const double lat = 20 + 33 * share(), lon = 75 + 60 * share();
    const geo::Point here = at(lon, lat), there = at(lon + 0.01 * (share() - 0.5), lat + 0.008 * (share() - 0.5));
    NearIndex index;
    index.add("a", "b", {18'000, "", {}, there, ""});
    if (geo::distance_m(here, there) > kNearM) continue;
    ++near;
    ASSERT_TRUE(finds(index, 0, "c", "d", {18'000, "", {}, here, ""})) << lon << " " << lat;
  }
  EXPECT_GT(near, 200u);
}

TEST(NearIndex, NamesNoMoreThanItPromises) {
  NearIndex index;
  for (int i = 0; i < 1'000; ++i) index.add("同一句话的标题", "同一封信，写了很多遍，寄给很多人。", where(18'000, "g1"));
  const auto found = index.candidates("同一句话的标题", "同一封信，写了很多遍，寄给很多人。", where(18'000, "g1"));
  ASSERT_EQ(found.size(), NearIndex::kCandidatesMax);
  EXPECT_EQ(found.front(), 999u);  // the newest first
  EXPECT_TRUE(NearIndex().candidates("x", "y", {}).empty());
}

TEST(NearIndex, IsTheSameForTheSameMatters) {
  const auto build = [] {
    NearIndex index;
    for (const Example& one : synthetic_examples(300, 6)) index.add("", one.text, where(18'000, one.label));
    std::vector<std::vector<NearIndex::Number>> all;
    for (const Example& one : synthetic_examples(50, 7)) all.push_back(index.candidates("", one.text, where(18'001, one.label)));
    return all;
  };
  EXPECT_EQ(build(), build());
}

TEST(SameProblem, ShowsItsPartsApart) {
  Circumstances a = where(18'000, "g1", "smoke"), b = where(18'045, "g1", "smoke");
  const ProblemParts parts = problem_parts(a, b, {.text = 0.2f, .title = 0.3f, .place = 0.0f});
  EXPECT_NEAR(parts.text, 0.3, 1e-6);
  EXPECT_DOUBLE_EQ(parts.place, 0.6);
  EXPECT_DOUBLE_EQ(parts.category, 1.0);
  EXPECT_DOUBLE_EQ(parts.time, 0.5);
  EXPECT_TRUE(may_be_same_problem(parts, 100));
}

TEST(SameProblem, NeedsWordsAPlaceAndATimeInCommon) {
  const Likeness alike{.text = 0.6f, .title = 0.6f, .place = 0.0f};
  EXPECT_FALSE(may_be_same_problem(problem_parts(where(18'000, "g1", "smoke"), where(18'000, "g2", "smoke"), alike), 100));   // elsewhere
  EXPECT_FALSE(may_be_same_problem(problem_parts(where(18'000, "g1", "smoke"), where(18'200, "g1", "smoke"), alike), 100));   // long ago
  const Likeness unlike{.text = 0.01f, .title = 0.0f, .place = 0.0f};
  EXPECT_FALSE(may_be_same_problem(problem_parts(where(18'000, "g1", "smoke"), where(18'000, "g1", "smoke"), unlike), 100));  // other words
  EXPECT_TRUE(may_be_same_problem(problem_parts(where(18'000, "g1", "smoke"), where(18'000, "g1", "smoke"), unlike), 8));     // few words: category and place
  EXPECT_FALSE(may_be_same_problem(problem_parts(where(18'000, "g1", "smoke"), where(18'000, "g1", "noise"), unlike), 8));
}

TEST(SameProblem, PointsCountByTheirDistance) {
  Circumstances a{18'000, "g1", {}, at(117.2, 39.1), ""}, b = a;
  EXPECT_NEAR(problem_parts(a, b, {}).place, 1.0, 1e-9);
  b.point = at(117.2, 39.1 + 150 / 111'195.0);
  EXPECT_NEAR(problem_parts(a, b, {}).place, 0.5, 0.01);
  b.point = at(117.21, 39.1);
  EXPECT_EQ(problem_parts(a, b, {}).place, 0.0);
}

// One against one says what the whole table says.
TEST(Comparer, AgreesWithTheTable) {
  std::vector<Message> messages;
  for (const Example& one : synthetic_examples(120, 8)) messages.push_back({one.text.substr(0, one.text.find(' ')), one.text, 18'000});
  Comparer comparer;
  std::vector<MessageGrams> grams;
  for (const Message& message : messages) grams.push_back(grams_of(message)), comparer.learn(grams.back());
  std::size_t compared = 0;
  const auto near = neighbours(messages, kSameProblem);
  for (std::uint32_t m = 0; m < near.size(); ++m) {
    for (const Neighbour& other : near[m]) {
      const Likeness one = Comparer::compare(comparer.weigh(grams[m]), comparer.weigh(grams[other.message]));
      ASSERT_NEAR(one.text, other.likeness.text, 0.05);
      ASSERT_NEAR(one.place, other.likeness.place, 0.35);  // a shared count may hide one gram of three
      ASSERT_NEAR(one.problem(), other.likeness.problem(), 0.1);
      ++compared;
    }
  }
  EXPECT_GT(compared, 100u);
}

TEST(Topics, ANewMessageJoinsTheTopicItIsMostLike) {
  const auto likeness = [](float title) { return Likeness{.text = title, .title = title, .place = 1.0f, .beyond = 1.0f}; };
  const InTopic smoke{3, likeness(0.4f)}, parking{5, likeness(0.1f)};
  EXPECT_EQ(topic_to_join({smoke, smoke, smoke, parking, parking, parking}), 3u);
  EXPECT_EQ(topic_to_join({{5, likeness(0.0f)}, {5, likeness(0.0f)}}), kNoTopic);
  EXPECT_EQ(topic_to_join({{3, likeness(0.05f)}}), kNoTopic);  // one distant relation
  EXPECT_EQ(topic_to_join({}), kNoTopic);
}

}  // namespace
}  // namespace shaoyin::triage
