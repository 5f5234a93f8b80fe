// The sentences that explain how a condition came out, in zh and en, and that they agree with its value.
#include <gtest/gtest.h>

#include <random>

#include "core/rule/little_world_test.h"

namespace shaoyin::rule {
namespace {

std::string why(const std::string& source, const LittleWorld& world) {
  const auto parsed = parse(source);
  EXPECT_TRUE(parsed && check(*parsed, LittleScope())) << source;
  const Explained told = explain(*parsed, world);
  return letter(told.value) + " | " + told.why.zh + " | " + told.why.en;
}

TEST(Explain, TellsWhatIsMissingAndWhatMadeItSo) {
  LittleWorld world;
  world.add("signed", "water");
  world.add("refused", "gas");
  EXPECT_EQ(why("grade == 'urgent'", world), "n | 哨别应为“urgent”，现为“work” | the grade must be urgent; it is work");
  EXPECT_EQ(why("three >= 5", world), "n | 次数不得小于5，现为3 | the count must be at least 5; it is 3");
  EXPECT_EQ(why("owner == 'gas' and no", world), "n | 责任单位应为“gas”，现为“water”；不符合：有附件 | the owner must be gas; it is water; does not hold: a file is attached");
  EXPECT_EQ(why("owner == 'gas' or grade == 'urgent'", world), "n | 责任单位应为“gas”，现为“water”，并且哨别应为“urgent”，现为“work” | the owner must be gas; it is water, and the grade must be urgent; it is work");
  EXPECT_EQ(why("owner == 'water' or no", world), "y | 责任单位为“water” | the owner is water");
  EXPECT_EQ(why("unknown", world), "? | 还不知道已核实 | the check is not known yet");
  EXPECT_EQ(why("missing > 3", world), "? | 还不知道金额 | the amount is not known yet");
  EXPECT_EQ(why("all(call, call.step == 'signed')", world),
            "n | 2个被吹哨单位中1个符合；还差：#2：环节应为“signed”，现为“refused” | 1 of 2 (called unit) qualify; not yet: #2: step must be signed; it is refused");
  EXPECT_EQ(why("any(call, call.step == 'signed')", world), "y | 2个被吹哨单位中1个符合 | 1 of 2 (called unit) qualify");
  EXPECT_EQ(why("count(call, call.step == 'refused') >= 3", world), "n | 被吹哨单位的个数不得小于3，现为1 | the number of called unit must be at least 3; it is 1");
  EXPECT_EQ(why("all(call, call.step == 'signed')", LittleWorld()), "n | 还没有被吹哨单位 | there is no called unit yet");
}

TEST(Explain, SaysUnderANotWhatStandsInTheWay) {
  LittleWorld world;
  world.add("signed", "water");
  world.add("refused", "gas");
  EXPECT_EQ(why("not yes", world), "n | 已公示 | it is published");
  EXPECT_EQ(why("not (owner == 'gas')", world), "y | 责任单位为“water” | the owner is water");
  EXPECT_EQ(why("not (owner == 'water')", world), "n | 责任单位不得为“water”，现为“water” | the owner must not be water; it is water");
  EXPECT_EQ(why("not any(call, call.step == 'refused')", world), "n | 2个被吹哨单位中1个符合；不应有：#2：环节为“refused” | 1 of 2 (called unit) qualify; there should be none: #2: step is refused");
}

// Writes random well-typed conditions.
class Writer {
 public:
  explicit Writer(unsigned seed) : dice_(seed) {}
  std::string condition(int depth, bool in_call = false) {
    if (depth == 0) {
      static const std::vector<std::string> kPlain = {"yes", "no", "unknown", "true", "known(missing)", "known(last(call))", "owner in ['water', 'gas']", "grade != 'urgent'", "last(call).step == 'signed'", "any(call)"};
      return in_call && roll(2) == 0 ? std::string("call.step ") + (roll(2) ? "==" : "!=") + " 'signed'" : kPlain[static_cast<std::size_t>(roll(static_cast<int>(kPlain.size())))];
    }
    switch (roll(in_call ? 5 : 7)) {
      case 0: return "(" + condition(depth - 1, in_call) + " and " + condition(depth - 1, in_call) + ")";
      case 1: return "(" + condition(depth - 1, in_call) + " or " + condition(depth - 1, in_call) + ")";
      case 2: return "not " + condition(depth - 1, in_call);
      case 3: return number(in_call) + " " + order() + " " + number(in_call);
      case 4: return condition(0, in_call);
      case 5: return quantifier() + "(call, " + condition(depth - 1, true) + ")";
      default: return "count(call of_all_rounds, " + condition(depth - 1, true) + ") " + order() + " " + number(false);
    }
  }

 private:
  int roll(int sides) { return static_cast<int>(dice_() % static_cast<unsigned>(sides)); }
  std::string order() { return std::vector<std::string>{"<", "<=", ">", ">=", "==", "!="}[static_cast<std::size_t>(roll(6))]; }
  std::string quantifier() { return std::vector<std::string>{"all", "any", "all_or_none"}[static_cast<std::size_t>(roll(3))]; }
  std::string number(bool in_call) {
    switch (roll(in_call ? 5 : 4)) {
      case 0: return "three + 1";
      case 1: return "missing";
      case 2: return "sum(call, call.cost)";
      case 3: return "2";
      default: return "call.cost";
    }
  }
  std::mt19937 dice_;
};

TEST(Explain, AgreesWithEvaluateOnRandomConditionsAndAlwaysSaysSomething) {
  const unsigned seed = 20230214;
  SCOPED_TRACE("seed " + std::to_string(seed));
  Writer writer(seed);
  LittleWorld world;
  for (int i = 0; i < 3000; ++i) {
    if (i % 500 == 0) i % 1000 == 0 ? world.add("signed", "water", i) : world.add_unknown("gas");
    const std::string source = writer.condition(1 + i % 4);
    const auto parsed = parse(source);
    ASSERT_TRUE(parsed.ok()) << source << ": " << parsed.error().detail;
    const auto type = check(*parsed, LittleScope());
    ASSERT_TRUE(type.ok()) << source << ": " << type.error().detail;
    ASSERT_EQ(type->kind, Type::Kind::kYesNo);
    const Value value = evaluate(*parsed, world);
    const Explained told = explain(*parsed, world);
    ASSERT_EQ(value, told.value) << source;
    ASSERT_FALSE(told.why.zh.empty() || told.why.en.empty()) << source;
  }
}

}  // namespace
}  // namespace shaoyin::rule
