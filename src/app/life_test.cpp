// Lives as they are written: what is read, and that each slip of the pen is told with its line and its cure.
#include "app/life.h"

#include <gtest/gtest.h>

#include "app/demo_plays.h"

namespace shaoyin::app {
namespace {

const char* const kHead = "life: x\nkind: report\n";

// The one fault of a life whose lines are these: "line: what".
std::string fault_of(const std::string& lines) {
  const LifeRead read = read_lives("report/x.life", kHead + lines);
  if (read.faults.size() != 1) return std::to_string(read.faults.size()) + " faults";
  EXPECT_TRUE(read.lives.empty()) << "what has a fault is not played";
  EXPECT_FALSE(read.faults[0].cure.zh.empty() || read.faults[0].cure.en.empty());
  return std::to_string(read.faults[0].line) + ": " + read.faults[0].what.en;
}

}  // namespace

TEST(Life, EveryColumnIsRead) {
  const LifeRead read = read_lives("report/x.life",
                                   "pick who = resident | grid_worker@community   # every life's\n"
                                   "life: x\nkind: report\nplaces: micro\nfrom: 2023-02-01\nto: today-2d\nevery: 2 weeks\n"
                                   "pick what; unit =\n  | 灯; lighting-company\n  | 井盖; urban-management\n"
                                   "0 08:30..09:00  {who}  report(what: {what})  reported\n"
                                   "?30% +1w..3w 09:00  {unit}.liaison  child: sign#2(a; b)  called  owner x\n");
  ASSERT_TRUE(read.faults.empty()) << read.faults[0].what.en;
  ASSERT_EQ(read.lives.size(), 1u);
  const Life& life = read.lives[0];
  EXPECT_EQ(life.every, days(14));
  EXPECT_EQ(life.to->offset.ms, -days(2).ms);
  ASSERT_EQ(life.picks.size(), 2u);
  EXPECT_EQ(life.picks[1].alternatives[1], (std::vector<std::string>{"井盖", "urban-management"}));
  EXPECT_EQ(life.lines[0].after.of_day, std::pair(510, 540));
  const LifeLine& last = life.lines[1];
  EXPECT_TRUE(last.skips && last.chance == 30 && last.after.working && last.after.days_least == 1 && last.after.days_most == 3);
  EXPECT_EQ(last.act.matter + "/" + last.act.action + "/" + std::to_string(last.act.record) + "/" + last.act.inputs, "child/sign/2/a; b");
  EXPECT_EQ(last.expected, (std::vector<std::string>{"called", "owner x"}));
}

TEST(Life, ASlipOfThePenIsToldWithItsLine) {
  EXPECT_EQ(fault_of("every: often\n0  resident  report\n"), "3: This is no distance: often");
  EXPECT_EQ(fault_of("on: 2023-02-30\n0  resident  report\n"), "3: This is no date: 2023-02-30");
  EXPECT_EQ(fault_of("0  resident\n"), "3: A line needs time, actor and action, two or more spaces apart");
  EXPECT_EQ(fault_of("0  resident  report\n+2x  resident  report\n"), "4: No time can be read here: +2x");
  EXPECT_EQ(fault_of("0  resident  report(what: x\n"), "3: The inputs are not closed with ')'");
  EXPECT_EQ(fault_of("0  resident  report  REFUSED may\n"), "3: Nothing is refused in a demonstration");
  EXPECT_EQ(fault_of("pick a; b = 1; 2 | 3\n0  resident  report\n"), "3: '3' has 1 values for 2 names");
  EXPECT_EQ(fault_of("every: 2 days\ntimes: 3\n0  resident  report\n"), "1: Only one of every, times and on");
  EXPECT_EQ(fault_of(""), "1: It has no line");
}

TEST(Life, WithoutALifeNothingBelongsAnywhere) {
  EXPECT_EQ(read_lives("f", "kind: report\n").faults.size(), 1u);
  EXPECT_EQ(read_lives("f", "0  resident  report\n").faults.size(), 1u);
}

TEST(Life, ADelayKeepsToItsRangeAndWorkingDaysToTheCalendar) {
  const clock::WorkCalendar calendar("test", {}, {});
  const Instant friday = *parse_instant("2023-02-10 16:00");
  Dice dice(1, "delay");
  for (int i = 0; i < 200; ++i) {
    const Instant soon = after(*read_delay("+20m..2h"), friday, calendar, dice);
    EXPECT_TRUE(friday + minutes(20) <= soon && soon <= friday + hours(2));
    const std::string later = format_local(after(*read_delay("+1w..2w 09:00..17:00"), friday, calendar, dice));
    EXPECT_TRUE(later >= "2023-02-13 09:00" && later <= "2023-02-14 17:01") << later;
  }
  EXPECT_EQ(format_local(after(*read_delay("+2d"), friday, calendar, dice)), "2023-02-12 16:00");
  EXPECT_EQ(format_local(after(*read_delay("+1d 09:15"), friday, calendar, dice)), "2023-02-11 09:15");
  EXPECT_EQ(format_local(after(*read_delay("+1h30m"), friday, calendar, dice)), "2023-02-10 17:30");
  EXPECT_EQ(format_local(after(*read_delay("-3h"), friday, calendar, dice)), "2023-02-10 13:00");
  EXPECT_EQ(format_local(after(*read_delay("-5w"), friday, calendar, dice)), "2023-02-03 16:00");
  EXPECT_EQ(fault_of("0  resident  report\n-3h  resident  withdraw\n"), "4: No time can be read here: -3h");
  for (const char* wrong : {"2d", "+d", "+2", "+3d..1d", "+1w2h", "+2h 09:00", "+1d 25:00", "+1d..2w"}) EXPECT_FALSE(read_delay(wrong)) << wrong;
}

TEST(Life, ARoleIsFoundInItsPlace) {
  const auto role = role_at("aid_clerk@street#2");
  ASSERT_TRUE(role);
  EXPECT_EQ(role->role + " " + role->where + " " + std::to_string(role->which), "aid_clerk street 2");
  for (const char* wrong : {"clerk", "@street", "a b@street", "clerk@street#0"}) EXPECT_FALSE(role_at(wrong)) << wrong;
}

}  // namespace shaoyin::app
