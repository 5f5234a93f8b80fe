#include "core/triage/emergency.h"

#include <gtest/gtest.h>

#include "core/triage/chance.h"

namespace shaoyin::triage {
namespace {

EmergencyWords words() { return *EmergencyWords::of({{"gas", "燃气泄漏 煤气+臭味"}, {"fire", "着火 起火"}, {"self-harm", "不想活 跳楼"}}); }

std::vector<std::string> codes(const std::string& message) {
  std::vector<std::string> result;
  for (const Alarm& alarm : words().find(message)) result.push_back(alarm.code);
  return result;
}

TEST(Emergency, WordsAlertWhereverTheyStand) {
  EXPECT_EQ(codes("楼道里好像燃气泄漏了"), std::vector<std::string>{"gas"});
  EXPECT_EQ(codes("关于物业费的问题……另外三楼起火了"), std::vector<std::string>{"fire"});
  EXPECT_EQ(codes("配电箱着火，有人要跳楼"), (std::vector<std::string>{"fire", "self-harm"}));
}

TEST(Emergency, PartsMayStandInAnyOrderInOneClause) {
  EXPECT_EQ(codes("楼梯间有臭味，怀疑是煤气"), std::vector<std::string>{"gas"});
  EXPECT_TRUE(codes("煤气公司办事大厅态度很好，下午去菜市场买菜的时候顺路经过垃圾站觉得有一点臭味").empty());
}

// Width, blanks and function words must not hide what is urgent.
TEST(Emergency, IsFoundHoweverItWasTyped) {
  EXPECT_EQ(codes("燃 气 泄 漏！"), std::vector<std::string>{"gas"});
  EXPECT_EQ(codes("着了火"), std::vector<std::string>{"fire"});
}

// "Not" is no reason to wait: who reads it decides.
TEST(Emergency, NothingTalksAnAlertAway) { EXPECT_EQ(codes("不是着火，只是演习"), std::vector<std::string>{"fire"}); }

TEST(Emergency, SaysWhichWordsRaisedIt) {
  const std::string message = "您好，楼梯间有臭味，怀疑是煤气。";
  const auto alarms = words().find(message);
  ASSERT_EQ(alarms.size(), 1u);
  EXPECT_EQ(message.substr(alarms[0].from, alarms[0].to - alarms[0].from), "臭味，怀疑是煤气");
}

TEST(Emergency, OrdinaryMessagesRaiseNone) {
  for (const char* calm : {"", "路灯不亮", "燃气费怎么交", "幼儿园学位"}) EXPECT_TRUE(codes(calm).empty()) << calm;
}

TEST(Emergency, RefusesRowsThatCouldNeverAlert) {
  const auto refused = [](std::vector<EmergencyRow> rows) { return EmergencyWords::of(rows).error(); };
  EXPECT_EQ(refused({{"", "着火"}}).code, ErrorCode::kMissingField);
  EXPECT_EQ(refused({{"fire", "着火"}, {"gas", "  "}}).field, "phrases[1]");
  EXPECT_EQ(refused({{"gas", "煤气+了"}}).code, ErrorCode::kMissingField);  // 了 is read away
  EXPECT_EQ(refused({{"gas", "+"}}).code, ErrorCode::kMissingField);
  std::string many;
  for (std::size_t i = 0; i <= EmergencyWords::kPartsMax; ++i) many += "着火 ";
  EXPECT_EQ(refused({{"fire", many}}).code, ErrorCode::kTooLong);
}

// Whatever surrounds it: a phrase that is there is found, and what is pointed at lies within the message.
TEST(Emergency, IsFoundInAnyNoise) {
  const EmergencyWords list = words();
  const std::vector<std::string> noise = {"路", "灯", "，", " ", "13", "Ａ", "\xFF", "的", "幼儿园", "煤气", "\n"};
  Chance chance(20230214);
  for (int round = 0; round < 2'000; ++round) {
    std::string message;
    const auto add_noise = [&] {
      for (std::uint64_t n = chance.next() % 12; n > 0; --n) message += noise[chance.next() % noise.size()];
    };
    add_noise();
    message += "着火";
    add_noise();
    const auto alarms = list.find(message);
    ASSERT_EQ(std::count_if(alarms.begin(), alarms.end(), [](const Alarm& a) { return a.code == "fire"; }), 1) << message;
    for (const Alarm& alarm : alarms) ASSERT_TRUE(alarm.from < alarm.to && alarm.to <= message.size());
  }
}

}  // namespace
}  // namespace shaoyin::triage
