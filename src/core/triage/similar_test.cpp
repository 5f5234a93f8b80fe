#include "core/triage/similar.h"

#include <gtest/gtest.h>

#include "core/triage/synthetic_test.h"
#include "core/triage/topics.h"

namespace shaoyin::triage {
namespace {

// A hundred messages about other things, so that rare and common words are what they are in a district.
std::vector<Message> district() {
  std::vector<Message> messages;
  for (const Example& example : synthetic_examples(100, 8)) messages.push_back({example.text.substr(0, example.text.find(' ')), example.text, 18'000});
  return messages;
}

const Message kLetter = {"云锦苑一楼商铺油烟扰民", "云锦苑三栋一楼新开两家烧烤店，没有排烟管道，每天营业到凌晨两点，楼上老人整夜咳嗽，多次向物业反映没有结果。", 18'100};
const Message kRekeyed = {"云锦花苑一楼商铺油烟扰民", "云锦花苑三栋一楼新开两家烧烤店，没有排烟管道，每天营业到凌晨两点，楼上老人整夜咳嗽，多次向物业反映没有结果。", 18'150};
const Message kNeighbourSays = {"云锦苑夜宵摊油烟噪音太大", "孩子晚上没法写作业。云锦苑一楼夜宵摊把桌子摆到人行道，喝酒喧哗，油烟往屋里灌。", 18'110};
const Message kElsewhere = {"望江里早点铺油烟呛人", "望江里小学旁的早点铺早上五点开始炸油条，味道进到教室里，请协调。", 18'105};

std::optional<Kind> kind_between(const std::vector<Message>& messages, std::uint32_t a, std::uint32_t b) {
  const auto near = neighbours(messages, kSameProblem);
  for (const Neighbour& one : near[a]) {
    if (one.message == b) return kind_of(messages[a], messages[b], one.likeness);
  }
  return std::nullopt;
}

TEST(Similar, ARekeyedLetterIsTheFirstNeighbour) {
  auto messages = district();
  messages.insert(messages.end(), {kLetter, kNeighbourSays, kElsewhere, kRekeyed});
  const auto near = neighbours(messages, kSameProblem);
  ASSERT_FALSE(near[100].empty());
  EXPECT_EQ(near[100][0].message, 103u);
  EXPECT_EQ(kind_of(messages[100], messages[103], near[100][0].likeness), Kind::kSameText);
  EXPECT_EQ(near[103][0].message, 100u);
}

TEST(Similar, AnotherPlaceIsAnotherProblem) {
  auto messages = district();
  messages.insert(messages.end(), {kLetter, kNeighbourSays, kElsewhere});
  EXPECT_EQ(kind_between(messages, 100, 102), std::nullopt);
}

TEST(Similar, AfterNinetyDaysItIsANewProblem) {
  auto messages = district();
  Message later = kNeighbourSays;
  Message first = {"云锦苑夜宵摊油烟噪音大", "云锦苑一楼夜宵摊油烟大，噪音大，没法睡觉。", 18'110};
  messages.insert(messages.end(), {first, later});
  EXPECT_EQ(kind_between(messages, 100, 101), Kind::kSameProblem);
  messages[101].day = 18'110 + kDaysMax + 1;
  EXPECT_EQ(kind_between(messages, 100, 101), std::nullopt);
}

TEST(Similar, TheSameComplaintWithoutASharedNameIsNotTheSameProblem) {
  const Message a{"", "", 18'000}, b{"", "", 18'001};
  EXPECT_EQ(kind_of(a, b, {.text = 0.5f, .title = 0.6f, .place = 0.0f}), std::nullopt);
  EXPECT_EQ(kind_of(a, b, {.text = 0.5f, .title = 0.6f, .place = 0.4f}), Kind::kSameProblem);
  EXPECT_EQ(kind_of(a, b, {.text = 0.9f, .title = 0.0f, .place = 0.0f}), Kind::kSameText);
}

TEST(Similar, EmptyMessagesAreLikeNothing) {
  for (const auto& near : neighbours({{"", "", {}}, {"", "", {}}, {"", "!!", {}}}, kSameProblem)) EXPECT_TRUE(near.empty());
  EXPECT_TRUE(neighbours({}, kSameProblem).empty());
}

TEST(Topics, GatherOneProblemOfOnePlace) {
  auto messages = district();
  const std::vector<Message> smoke = {
      {"云锦苑一楼烧烤店油烟扰民", "云锦苑一楼烧烤店没有排烟管道，油烟直接进屋。", {}}, {"云锦苑烧烤店油烟熏人", "住在云锦苑五楼，楼下烧烤店油烟太大。", {}},
      {"请管管云锦苑的油烟", "云锦苑烧烤店每天晚上冒油烟，不敢开窗。", {}},       {"云锦苑楼下油烟问题", "云锦苑烧烤店油烟问题反映多次，仍在营业。", {}}};
  const std::vector<Message> parking = {{"青禾里小区捆绑销售车位", "青禾里小区开发商要求买房必须买车位，捆绑销售。", {}},
                                        {"青禾里小区买房强制买车位", "青禾里小区强制业主购买车位，捆绑销售，否则不给选房。", {}},
                                        {"投诉青禾里小区车位捆绑销售", "青禾里小区车位捆绑销售，请住建部门查处。", {}}};
  messages.insert(messages.end(), smoke.begin(), smoke.end());
  messages.insert(messages.end(), parking.begin(), parking.end());
  const auto topic = topics(messages);
  for (std::size_t i = 101; i < 104; ++i) EXPECT_EQ(topic[i], topic[100]);
  for (std::size_t i = 105; i < 107; ++i) EXPECT_EQ(topic[i], topic[104]);
  EXPECT_NE(topic[100], kNoTopic);
  EXPECT_NE(topic[104], kNoTopic);
  EXPECT_NE(topic[100], topic[104]);
  for (std::size_t i = 0; i < 100; ++i) EXPECT_TRUE(topic[i] != topic[100] && topic[i] != topic[104]);
}

// The estate's name alone makes no topic.
TEST(Topics, TwoProblemsOfOnePlaceAreTwo) {
  auto messages = district();
  const std::vector<Message> both = {{"云锦苑小区烧烤店油烟扰民", "楼下烧烤店没有排烟管道，油烟直接进屋。", {}}, {"云锦苑小区烧烤店油烟熏人", "烧烤店油烟太大，没有排烟管道。", {}},
                                     {"请管管云锦苑小区烧烤店油烟", "烧烤店油烟每晚不停，没有排烟管道。", {}},   {"云锦苑小区幼儿园学位不足", "孩子今年报名没有名额，公办学位太少。", {}},
                                     {"云锦苑小区幼儿园没有学位", "公办学位太少，孩子报名排不上。", {}},           {"反映云锦苑小区幼儿园学位", "公办学位太少，报名没有名额。", {}}};
  messages.insert(messages.end(), both.begin(), both.end());
  const auto topic = topics(messages);
  EXPECT_NE(topic[100], kNoTopic);
  EXPECT_NE(topic[103], kNoTopic);
  EXPECT_NE(topic[100], topic[103]);
  EXPECT_EQ(topic[102], topic[100]);
  EXPECT_EQ(topic[105], topic[103]);
}

TEST(Topics, TwoMessagesAreNone) {
  EXPECT_EQ(topics({{"云锦苑油烟", "云锦苑油烟大", {}}, {"云锦苑油烟", "云锦苑油烟大", {}}}), (std::vector<std::uint32_t>{kNoTopic, kNoTopic}));
}

TEST(Topics, OfNothingAreNone) { EXPECT_TRUE(topics({}).empty()); }

}  // namespace
}  // namespace shaoyin::triage
