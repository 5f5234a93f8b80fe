#include "core/triage/levels.h"

#include <gtest/gtest.h>

#include "core/triage/synthetic_test.h"

namespace shaoyin::triage {
namespace {

Taxonomy table() {
  return *Taxonomy::of({{"utilities", "", "公用设施"},
                        {"utilities.water", "utilities", "供水"},
                        {"utilities.water.burst", "utilities.water", "自来水爆管 水管爆裂"},
                        {"utilities.water.outage", "utilities.water", "停水"},
                        {"utilities.lamp", "utilities", "照明"},
                        {"utilities.lamp.dark", "utilities.lamp", "路灯不亮"},
                        {"nuisance", "", "扰民"},
                        {"nuisance.smoke", "nuisance", "餐饮油烟"},
                        {"nuisance.noise", "nuisance", "施工噪声"}});
}

std::vector<std::string> codes(const std::vector<Candidate>& candidates) {
  std::vector<std::string> result;
  for (const Candidate& one : candidates) result.push_back(one.code);
  return result;
}

TEST(WordRules, FindTheCategoryWhoseWordsAreThere) {
  const WordRules rules(table());
  EXPECT_EQ(codes(rules.suggest("3号楼水管爆裂，水流一地")).front(), "utilities.water.burst");
  EXPECT_EQ(codes(rules.suggest("楼下饭店油烟太大")).front(), "nuisance.smoke");
  EXPECT_EQ(codes(rules.suggest("门口路灯不亮已经三天")).front(), "utilities.lamp.dark");
}

TEST(WordRules, SayWhichWordsTheyRestOn) {
  const std::string message = "请问，楼下油烟什么时候管";
  const WordRules rules(table());
  const auto found = rules.suggest(message);
  ASSERT_EQ(found.size(), 1u);
  ASSERT_EQ(found[0].because.size(), 1u);
  EXPECT_EQ(message.substr(found[0].because[0].from, found[0].because[0].to - found[0].because[0].from), "油烟");
}

TEST(WordRules, KeepToTheBranchThatIsSettled) {
  const WordRules rules(table());
  EXPECT_EQ(codes(rules.suggest("停水了，还有施工噪声", "nuisance")), std::vector<std::string>{"nuisance.noise"});
  EXPECT_LE(rules.suggest("停水 路灯不亮 油烟 噪声 水管爆裂").size(), WordRules::kCandidatesMax);
}

// A pair of letters from the middle of a long name is no reason.
TEST(WordRules, ANameHalfThereIsNotThere) { EXPECT_TRUE(WordRules(*Taxonomy::of({{"pipe", "", "小区内中水管道"}})).suggest("小区内路灯坏了").empty()); }

TEST(WordRules, SayNothingWhereNoWordIs) {
  for (const char* strange : {"", "您好", "幼儿园学位", "\xFF"}) EXPECT_TRUE(WordRules(table()).suggest(strange).empty()) << strange;
}

TEST(TaxonomyTable, KnowsPathsAndRefusesWhatIsNoTree) {
  EXPECT_EQ(table().path("utilities.water.burst"), (std::vector<std::string>{"utilities", "utilities.water", "utilities.water.burst"}));
  EXPECT_EQ(table().children(""), (std::vector<std::string>{"utilities", "nuisance"}));
  const auto code = [](std::vector<Category> rows) { return Taxonomy::of(std::move(rows)).error().code; };
  EXPECT_EQ(code({{"", "", "x"}}), ErrorCode::kMissingField);
  EXPECT_EQ(code({{"a", "", "x"}, {"a", "", "y"}}), ErrorCode::kConflict);
  EXPECT_EQ(code({{"a", "b", "x"}}), ErrorCode::kUnknownReference);
  EXPECT_EQ(code({{"a", "b", "x"}, {"b", "a", "y"}}), ErrorCode::kTooLong);  // a circle is deeper than any table
}

// Invented messages under a two-level table: the four subjects, two under each top category.
const std::map<std::string, std::string> kCodes = {{"城建", "built.roads"}, {"交通", "built.traffic"}, {"环保", "life.air"}, {"教育", "life.school"}};
Taxonomy two_levels() {
  return *Taxonomy::of({{"built", "", "建设"}, {"built.roads", "built", "道路设施"}, {"built.traffic", "built", "公交出租"},
                        {"life", "", "生活"}, {"life.air", "life", "油烟污染"}, {"life.school", "life", "幼儿园学校"}});
}
std::vector<Example> coded(std::size_t count, std::uint64_t seed) {
  auto examples = synthetic_examples(count, seed);
  for (Example& example : examples) example.label = kCodes.at(example.label);
  return examples;
}
std::vector<std::string> settled(const LevelSuggestion& s) {
  std::vector<std::string> result;
  for (const Step& step : s.settled) result.push_back(step.code);
  return result;
}

TEST(Levels, GoDownAsFarAsIsKnownAndNoFurther) {
  const auto levels = train_levels(coded(700, 2), two_levels(), 1);
  ASSERT_TRUE(levels);
  const WordRules rules(two_levels());
  const auto sure = suggest_levels(*levels, rules, "乙家园楼下餐馆油烟直排，气味刺鼻");
  EXPECT_EQ(settled(sure), (std::vector<std::string>{"life", "life.air"}));
  EXPECT_GE(sure.settled[0].p, sure.settled[1].p);
  const auto unsure = suggest_levels(*levels, rules, "xyz", kFairlyFrom);
  EXPECT_TRUE(unsure.settled.empty());
  EXPECT_EQ(unsure.alternatives.size(), 2u);
  EXPECT_TRUE(suggest_levels(*levels, rules, "乙家园楼下餐馆油烟直排", 1.01).settled.empty());
}

TEST(Levels, LeaveAChildWithFewExamplesToTheWords) {
  std::vector<Example> examples;
  std::size_t schools = 0;
  for (Example& example : coded(900, 3)) {
    if (example.label == "life.school" && ++schools >= kChildExamplesMin) continue;
    examples.push_back(std::move(example));
  }
  const auto levels = train_levels(examples, two_levels(), 1);
  ASSERT_TRUE(levels);
  EXPECT_FALSE(levels->below.contains("life"));
  EXPECT_TRUE(levels->below.contains("built"));
  const auto s = suggest_levels(*levels, WordRules(two_levels()), "丁里社区餐馆油烟直排，油烟污染");
  EXPECT_EQ(settled(s), std::vector<std::string>{"life"});
  EXPECT_EQ(codes(s.candidates), std::vector<std::string>{"life.air"});
}

TEST(Levels, OfAYoungDistrictAreWordsOnly) {
  const auto levels = train_levels(coded(kLearnedFrom - 1, 4), two_levels(), 1);
  ASSERT_TRUE(levels);
  EXPECT_FALSE(levels->top);
  const auto s = suggest_levels(*levels, WordRules(two_levels()), "幼儿园名额不足");
  EXPECT_TRUE(s.settled.empty());
  EXPECT_EQ(codes(s.candidates), std::vector<std::string>{"life.school"});
}

TEST(Levels, RefuseACategoryThatTheTableDoesNotKnow) {
  EXPECT_EQ(train_levels({{"1", "nowhere", "x"}}, two_levels(), 1).error().code, ErrorCode::kUnknownReference);
}

TEST(Levels, ComeBackAsTheyWentOutAndInNoOtherBytes) {
  const auto levels = train_levels(coded(700, 2), two_levels(), 1);
  const std::string bytes = levels_bytes(*levels);
  EXPECT_EQ(bytes, levels_bytes(*train_levels(coded(700, 2), two_levels(), 1)));
  EXPECT_EQ(levels_bytes(*read_levels(bytes)), bytes);
  EXPECT_EQ(levels_bytes(*read_levels(levels_bytes({}))), levels_bytes({}));
  EXPECT_FALSE(read_levels(""));
  EXPECT_FALSE(read_levels(bytes + "x"));
  for (std::size_t length = 0; length < bytes.size(); length += bytes.size() / 50) EXPECT_FALSE(read_levels(bytes.substr(0, length))) << length;
  for (std::size_t at = 0; at < bytes.size(); at += bytes.size() / 300 + 1) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    const auto read = read_levels(changed);
    EXPECT_TRUE(!read || levels_bytes(*read) == changed) << at;  // a name may become another name
  }
}

}  // namespace
}  // namespace shaoyin::triage
