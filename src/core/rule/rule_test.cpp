// The expression language: what can be written, what is refused and why, what three values make of each other.
#include "core/rule/little_world_test.h"

#include <gtest/gtest.h>

#include <limits>

namespace shaoyin::rule {
namespace {

std::string refusal(const std::string& source) {
  const auto parsed = parse(source);
  if (!parsed) return parsed.error().detail;
  const auto type = check(*parsed, LittleScope());
  return type ? "is " + type->name() : type.error().detail;
}

Value value_of(const std::string& source, const LittleWorld& world) {
  const auto parsed = parse(source);
  EXPECT_TRUE(parsed.ok()) << source;
  const auto type = check(*parsed, LittleScope());
  EXPECT_TRUE(type.ok()) << source << ": " << type.error().detail;
  return evaluate(*parsed, world);
}

std::string zh_refusal(const std::string& source) {
  const auto parsed = parse(source);
  if (!parsed) return parsed.error().said.zh;
  const auto type = check(*parsed, LittleScope());
  return type ? "is " + type->words().zh : type.error().said.zh;
}

TEST(Parse, RefusesInChineseAroundTheWordsOfTheFile) {
  EXPECT_EQ(zh_refusal("yes and"), "应为一个值（第 8 个字符）");
  EXPECT_EQ(zh_refusal("(yes"), "应为')'（第 5 个字符）");
  EXPECT_EQ(zh_refusal("grade == 'work"), "缺少右引号 '（第 10 个字符）");
  EXPECT_EQ(zh_refusal("nonsense(1)"), "没有函数“nonsense”（第 1 个字符）");
  EXPECT_EQ(zh_refusal("not 1"), "“not”需要是否值，此处是数字（第 5 个字符）");
}

TEST(Parse, RefusesWithTheCharacterWhereItStopped) {
  EXPECT_EQ(refusal("yes and"), "expected a value (character 8)");
  EXPECT_EQ(refusal("yes yes"), "expected the end or an operator (character 5)");
  EXPECT_EQ(refusal("(yes"), "expected ')' (character 5)");
  EXPECT_EQ(refusal("grade == 'work"), "a closing ' (character 10)");
  EXPECT_EQ(refusal("yes & no"), "a name, number, 'text' or sign (character 5)");
  EXPECT_EQ(refusal("grade not 'work'"), "expected 'in' after 'not' (character 11)");
  EXPECT_EQ(refusal("all()"), "expected a record type (character 5)");
  EXPECT_EQ(refusal("three < 1234567890123456"), "a number of at most 15 digits (character 9)");
  EXPECT_EQ(refusal("1 < 2 < 3"), "expected the end or an operator (character 7)");
  EXPECT_EQ(refusal("owner."), "expected a name after '.' (character 7)");
  EXPECT_EQ(refusal(""), "expected a value (character 1)");
}

TEST(Parse, BoundsLengthAndDepth) {
  EXPECT_EQ(refusal(std::string(2001, ' ')), "expression_length_max");
  std::string deep = "yes";
  for (int i = 0; i < 30; ++i) deep = "(" + deep + ")";
  EXPECT_EQ(refusal(deep), "is yes/no");
  for (int i = 0; i < 30; ++i) deep = "(" + deep + ")";
  EXPECT_TRUE(refusal(deep).starts_with("expected fewer nested conditions"));
  std::string nots;
  for (int i = 0; i < 60; ++i) nots += "not ";
  EXPECT_TRUE(refusal(nots + "yes").starts_with("expected fewer nested conditions"));
}

TEST(Parse, AndBindsTighterThanOrAndNotTighterThanBoth) {
  const LittleWorld world;
  EXPECT_EQ(letter(value_of("yes or no and no", world)), "y");
  EXPECT_EQ(letter(value_of("(yes or no) and no", world)), "n");
  EXPECT_EQ(letter(value_of("not no and yes", world)), "y");
  EXPECT_EQ(letter(value_of("not (yes and yes)", world)), "n");
  EXPECT_EQ(letter(value_of("three - 1 - 1 == 1", world)), "y");
}

TEST(Check, SaysWhichNameOrComparisonIsWrongAndWhatWouldBeRight) {
  EXPECT_EQ(refusal("ownr == 'water'"), "'ownr' is no field, record, declared fact, owner, opener, actor or child (character 1)");
  EXPECT_EQ(refusal("owner == 3"), "party cannot be compared with number (character 7)");
  EXPECT_EQ(refusal("owner < 'water'"), "party has no order (character 7)");
  EXPECT_EQ(refusal("grade == 'wrok'"), "'wrok' is not one of work, urgent (character 10)");
  EXPECT_EQ(refusal("grade in ['work', 'hard']"), "'hard' is not one of work, urgent (character 19)");
  EXPECT_EQ(refusal("grade in 'work'"), "'in' needs a list, found text (character 10)");
  EXPECT_EQ(refusal("grade in [1]"), "choice cannot be in a list of number (character 10)");
  EXPECT_EQ(refusal("['a', 1] == ['a']"), "a list of text cannot hold number (character 7)");
  EXPECT_EQ(refusal("three and yes"), "'and' needs yes/no, found number (character 1)");
  EXPECT_EQ(refusal("owner + 1 == 2"), "'+' needs numbers, found party (character 1)");
  EXPECT_EQ(refusal("all(cal, yes)"), "there is no record type 'cal' (character 1)");
  EXPECT_EQ(refusal("all(call, call.stp == 'x')"), "call has no 'stp' (character 11)");
  EXPECT_EQ(refusal("all(call, call.step.x == 'x')"), "'step' has no parts of its own (character 11)");
  EXPECT_EQ(refusal("all(call)"), "all() needs a condition (character 1)");
  EXPECT_EQ(refusal("count(call, call.cost) > 1"), "count() needs a condition, found number (character 1)");
  EXPECT_EQ(refusal("sum(call, call.unit) > 1"), "sum() needs a number to measure (character 1)");
  EXPECT_EQ(refusal("sum(call, call.cost, call.cost) > 1"), "sum() needs a condition, found number (character 22)");
  EXPECT_EQ(refusal("any(call, yes, no)"), "any() takes one condition (character 1)");
  EXPECT_EQ(refusal("near(owner)"), "there is no function 'near' (character 1)");
  EXPECT_EQ(refusal("above(three) == owner"), "above() needs party, found number (character 7)");
  EXPECT_EQ(refusal("above() == owner"), "above() takes 1 arguments (character 1)");
  EXPECT_EQ(refusal("last(owner).unit == owner"), "last() needs a record type here (character 6)");
  EXPECT_EQ(refusal("call.step == 'called'"), "'call.step' is no field, record, declared fact, owner, opener, actor or child (character 1)");
}

TEST(Check, NobodyMayCompareWhatIsSealedInTheVault) {
  EXPECT_EQ(refusal("note == note"), "sealed text cannot be compared with sealed text (character 6)");
  EXPECT_EQ(refusal("known(note)"), "is yes/no");
}

TEST(Check, DeedsAreNoRecordsToCountAndQuantifiersNestOnlySoFar) {
  EXPECT_EQ(refusal("any(deed, yes)"), "there is no record type 'deed' (character 1)");
  EXPECT_EQ(refusal("all(call, any(call, all(call, yes)))"), "is yes/no");
  EXPECT_EQ(refusal("all(call, any(call, all(call, any(call, yes))))"), "at most 3 quantifiers in one another (character 31)");
}

TEST(Evaluate, AndOrNotFollowKleene) {
  const LittleWorld world;
  const std::vector<std::string> words = {"yes", "no", "unknown"};
  std::string ands, ors, nots;
  for (const std::string& a : words) {
    nots += letter(value_of("not " + a, world));
    for (const std::string& b : words) {
      ands += letter(value_of(a + " and " + b, world));
      ors += letter(value_of(a + " or " + b, world));
    }
  }
  EXPECT_EQ(ands, "yn?nnn?n?");
  EXPECT_EQ(ors, "yyyyn?y??");
  EXPECT_EQ(nots, "ny?");
}

TEST(Evaluate, OverNothingAllIsNoAndAllOrNoneIsYes) {
  const LittleWorld world;
  EXPECT_EQ(letter(value_of("all(call, call.step == 'called')", world)), "n");
  EXPECT_EQ(letter(value_of("all_or_none(call, call.step == 'called')", world)), "y");
  EXPECT_EQ(letter(value_of("any(call)", world)), "n");
  EXPECT_EQ(letter(value_of("count(call)", world)), "0");
  EXPECT_EQ(letter(value_of("sum(call, call.cost)", world)), "0");
  EXPECT_EQ(letter(value_of("min(call, call.cost)", world)), "?");
  EXPECT_EQ(letter(value_of("last(call).step == 'called'", world)), "?");
}

TEST(Evaluate, WhatIsUnknownOfOneRecordMattersOnlyWhereItCouldDecide) {
  LittleWorld world;
  world.add("signed", "water", 2);
  world.add_unknown("gas");
  EXPECT_EQ(letter(value_of("any(call, call.step == 'signed')", world)), "y");
  EXPECT_EQ(letter(value_of("any(call, call.step == 'refused')", world)), "?");
  EXPECT_EQ(letter(value_of("all(call, call.step == 'signed')", world)), "?");
  EXPECT_EQ(letter(value_of("all(call, call.step == 'refused')", world)), "n");
  EXPECT_EQ(letter(value_of("count(call, call.step == 'signed')", world)), "?");
  EXPECT_EQ(letter(value_of("sum(call, call.cost)", world)), "?");
  EXPECT_EQ(letter(value_of("missing + 1 > 0", world)), "?");
}

TEST(Evaluate, ASumMeasuresOnlyTheRecordsItsConditionNames) {
  LittleWorld world;
  world.add("signed", "water", 2);
  world.add("refused", "gas", 5);
  EXPECT_EQ(letter(value_of("sum(call, call.cost, call.step == 'signed')", world)), "2");
  EXPECT_EQ(letter(value_of("max(call, call.cost, call.unit == 'heat')", world)), "?");
  world.add_unknown("power");
  EXPECT_EQ(letter(value_of("sum(call, call.cost, call.step == 'signed')", world)), "?");
  EXPECT_EQ(letter(value_of("sum(call, call.cost, call.unit != 'power')", world)), "7");
}

TEST(Evaluate, EarlierRoundsCountOnlyWhereTheyAreAskedFor) {
  LittleWorld world;
  world.add("signed", "water");
  world.before.push_back(std::make_shared<LittleRow>(std::map<std::string, Value>{{"step", Value::text("refused")}}, "#0"));
  EXPECT_EQ(letter(value_of("any(call, call.step == 'refused')", world)), "n");
  EXPECT_EQ(letter(value_of("any(call of_all_rounds, call.step == 'refused')", world)), "y");
}

TEST(Evaluate, KnownIsAskedOfARecordToo) {
  LittleWorld world;
  EXPECT_EQ(letter(value_of("known(last(call))", world)), "n");
  world.add("signed", "water");
  EXPECT_EQ(letter(value_of("known(last(call))", world)), "y");
}

TEST(Evaluate, ASumTooLargeToHoldIsUnknown) {
  LittleWorld world;
  world.add("signed", "water", std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(letter(value_of("last(call).cost + 1 > 0", world)), "?");
  world.add("signed", "gas", 1);
  EXPECT_EQ(letter(value_of("sum(call, call.cost) > 0", world)), "?");
}

}  // namespace
}  // namespace shaoyin::rule
