// What a newly published work calendar does to clocks that run, and what one matter's broken clock does to the others.
#include <gtest/gtest.h>

#include <functional>
#include <utility>

#include "app/submit_action.h"
#include "tests/stories/town.h"

namespace shaoyin {
namespace {

using testing_town::TownHouse;

// New Year of 2031 with a day more than the law says, published late in 2030.
clock::WorkCalendar calendar(bool published) {
  const clock::WorkCalendar bare("bare", {}, {});
  const clock::DayNumber new_year = bare.day_of(*parse_instant("2031-01-01 12:00"));
  if (!published) return {"2030 only", {}, {2030}};
  return {"2030 and 2031", {{new_year, false, "元旦"}, {new_year + 1, false, "元旦"}, {new_year + 2, false, "元旦"}}, {2030, 2031}};
}

class Recompute : public testing::Test {
 protected:
  Recompute() {
    town_.clock.set(*parse_instant("2030-12-27 09:00"));
    publish(false);
  }

  void publish(bool published) {
    auto rules = std::make_shared<app::Rules>(*town_.house.rules());
    rules->calendar = calendar(published);
    town_.house.set_rules(rules);
  }

  app::Request request(const std::string& action) {
    app::Request made;
    made.caller.actor = {matter::Actor::As::kStaff, "p-community", "community", false};
    made.caller.grants.push_back({{"matter.open", "matter.read", "matter.accept", "matter.absorb", "matter.withdraw", "matter.dispatch", "matter.work", "matter.extend"}, "120103"});
    made.caller.key_scope = "test";
    made.key = "recompute-" + std::to_string(++keys_);
    made.action = action;
    return made;
  }
  MatterId report() {
    app::Request open = request("");
    open.kind = "report";
    open.place = "120103004010001001";
    open.inputs["field.what"] = Value::text("a lamp is dark");
    const auto opened = app::submit_action(town_.house, open);
    EXPECT_TRUE(opened.ok()) << opened.error().field << " " << opened.error().detail;
    return opened->matter;
  }
  void act(MatterId matter, const std::string& action, std::map<std::string, Value> inputs) {
    app::Request done = request(action);
    done.matter = matter;
    done.inputs = std::move(inputs);
    const auto receipt = app::submit_action(town_.house, done);
    ASSERT_TRUE(receipt.ok()) << action << ": " << error_name(receipt.error().code) << " " << receipt.error().field << " " << receipt.error().detail;
  }
  MatterId accepted(const std::string& grade) {
    const MatterId matter = report();
    town_.clock.set(town_.house.now() + minutes(1));  // nobody accepts in the instant of the report
    act(matter, "accept", {{"field.category", Value::text("noise")}, {"field.grade", Value::text(grade)}});
    town_.clock.set(town_.house.now() + minutes(1));
    return matter;
  }
  app::Loaded loaded(MatterId matter) { return *app::load_matter(town_.house, matter); }
  std::string promised(MatterId matter) { return format_local(*loaded(matter).matter.promised()); }

  TownHouse town_;
  int keys_ = 0;
};

}  // namespace

TEST_F(Recompute, APromiseThatRestedOnAnUnpublishedYearMovesAsAVisibleEvent) {
  const MatterId matter = accepted("simple");
  const std::string before = promised(matter);
  EXPECT_TRUE(loaded(matter).stored.row.provisional);
  publish(true);
  const auto done = app::recompute_open(town_.house);
  ASSERT_TRUE(done.ok());
  EXPECT_EQ(done->acted, 1);
  EXPECT_GT(promised(matter), before) << "two more days are free";
  const app::Loaded after = loaded(matter);
  EXPECT_FALSE(after.stored.row.provisional);
  EXPECT_EQ(after.stored.row.promised, after.matter.promised()) << "the list says the same";
  const auto last = ledger::parse_entry(after.stored.links.back().bytes);
  EXPECT_EQ(last->event.kind, matter::EventKind::kClockRecomputed);
  EXPECT_EQ(last->event.text("calendar"), "2030 and 2031");
  EXPECT_EQ(app::recompute_open(town_.house)->acted, 0) << "once";
}

TEST_F(Recompute, KeepsTheEarlierPromiseOfAnAbsorbedMatter) {
  const MatterId later = accepted("complex"), earlier = accepted("simple");
  const std::string kept = promised(earlier);
  ASSERT_GT(promised(later), kept);
  act(earlier, "absorb", {{"field.same_as", Value::text(std::to_string(later.value))}});
  ASSERT_EQ(promised(later), kept);
  publish(true);
  ASSERT_TRUE(app::recompute_open(town_.house).ok());
  EXPECT_EQ(promised(later), kept);
}

TEST_F(Recompute, LeavesAnApprovedExtensionAsItWasApproved) {
  const MatterId matter = accepted("general");
  act(matter, "dispatch", {{"field.unit", Value::text("community")}});
  act(matter, "ask_extension", {{"extension.until", Value::instant(*parse_instant("2031-01-20 17:30"))}, {"extension.reason", Value::text("racks")}});
  app::Request rule = request("rule_extension");
  rule.caller.actor.person = "p-boss";
  rule.caller.grants.push_back({{"matter.approve"}, "120103"});
  rule.matter = matter;
  rule.record = 1;
  rule.to = "approved";
  rule.inputs["reason"] = Value::text("fine");
  ASSERT_TRUE(app::submit_action(town_.house, rule).ok());
  publish(true);
  ASSERT_TRUE(app::recompute_open(town_.house).ok());
  EXPECT_EQ(promised(matter), "2031-01-20 17:30");
}

TEST_F(Recompute, IsDoneOnceForEachCalendar) {
  const MatterId matter = accepted("simple");
  ASSERT_TRUE(app::recompute_once(town_.house).ok());
  const std::string before = promised(matter);
  ASSERT_TRUE(app::recompute_once(town_.house).ok());
  EXPECT_FALSE(app::recompute_once(town_.house)->has_value()) << "this calendar was seen";
  publish(true);
  const auto done = app::recompute_once(town_.house);
  ASSERT_TRUE(done.ok() && done->has_value());
  EXPECT_EQ((*done)->acted, 1);
  EXPECT_NE(promised(matter), before);
}

TEST_F(Recompute, IsTriedAgainUntilNoMatterIsLeftOnTheCalendarOfBefore) {
  const MatterId matter = accepted("simple");
  ASSERT_TRUE(app::recompute_once(town_.house).ok());
  const std::string before = promised(matter);
  publish(true);
  const auto whole = town_.house.rules();
  auto broken = std::make_shared<app::Rules>(*whole);
  broken->unfit.push_back({"report", whole->current("report")->hash, false, "here", {"坏", "broken"}, {}});
  town_.house.set_rules(broken);
  EXPECT_EQ((*app::recompute_once(town_.house))->failed, 1);
  town_.house.set_rules(whole);
  const auto again = app::recompute_once(town_.house);
  ASSERT_TRUE(again.ok() && again->has_value()) << "it was not done yet";
  EXPECT_EQ((*again)->acted, 1);
  EXPECT_NE(promised(matter), before);
  EXPECT_FALSE(app::recompute_once(town_.house)->has_value());
}

namespace {

// A clock that is looked at so often that somebody has acted in between.
class BusyClock : public app::WallClock {
 public:
  [[nodiscard]] Instant now() const override {
    if (between && --looks == 0) std::exchange(between, nullptr)();
    return at;
  }
  Instant at = *parse_instant("2030-12-27 09:00");
  mutable int looks = app::kPageMax;  // amid the first page: each matter takes more than one look
  mutable std::function<void()> between;
};

}  // namespace

TEST(RecomputeAll, MissesNoMatterWhileOthersAreClosed) {
  memory::MemoryStore store;
  vault::SodiumVault vault{vault::Key{}};
  system::SystemChance chance;
  BusyClock clock;
  auto rules = std::make_shared<app::Rules>(*TownHouse::make_rules(""));
  rules->calendar = calendar(false);
  app::House house({{120103}, "GS"}, store, vault, clock, chance, rules);
  std::vector<MatterId> all;
  const auto submit = [&](MatterId matter, const std::string& action, std::map<std::string, Value> inputs) {
    app::Request request;
    request.caller.actor = {matter::Actor::As::kStaff, "p-community", "community", false};
    request.caller.grants.push_back({{"matter.open", "matter.accept", "matter.withdraw"}, "120103"});
    request.caller.key_scope = "test";
    static int keys = 0;
    request.key = "recompute-all-" + std::to_string(++keys);
    request.matter = matter;
    request.action = action;
    request.kind = matter.present() ? "" : "report";
    request.place = "120103004010001001";
    request.inputs = std::move(inputs);
    const auto receipt = app::submit_action(house, request);
    EXPECT_TRUE(receipt.ok()) << receipt.error().field << " " << receipt.error().detail;
    return receipt->matter;
  };
  for (int i = 0; i < app::kPageMax + 20; ++i) {
    clock.at = clock.at + Millis{1};
    all.push_back(submit({}, "", {{"field.what", Value::text("lamp")}}));
    submit(all.back(), "accept", {{"field.category", Value::text("noise")}, {"field.grade", Value::text("general")}});
  }
  rules = std::make_shared<app::Rules>(*rules);
  rules->calendar = calendar(true);
  house.set_rules(rules);
  clock.between = [&] {
    for (std::size_t i = 0; i < 10; ++i) submit(all[i], "withdraw", {{"reason", Value::text("gone")}});
  };
  ASSERT_TRUE(app::recompute_open(house).ok());
  int left = 0;
  for (std::size_t i = 10; i < all.size(); ++i) left += app::load_matter(house, all[i])->stored.row.provisional ? 1 : 0;
  EXPECT_EQ(left, 0) << "still rest on the calendar of before";
}

TEST(SetAside, ClocksThatCannotActDoNotStopTheOthers) {
  TownHouse town;
  town.clock.set(*parse_instant("2023-02-14 09:00"));
  const auto open = [&](const std::string& kind, std::map<std::string, Value> inputs) {
    app::Request request;
    request.caller.actor = {matter::Actor::As::kStaff, "p-community", "community", false};
    request.caller.grants.push_back({{"matter.open", "whistle.blow"}, "120103"});
    request.caller.key_scope = "test";
    static int keys = 0;
    request.key = "set-aside-" + std::to_string(++keys);
    request.kind = kind;
    request.place = "120103004010001001";
    request.inputs = std::move(inputs);
    const auto receipt = app::submit_action(town.house, request);
    EXPECT_TRUE(receipt.ok()) << receipt.error().field << " " << receipt.error().detail;
    return receipt->matter;
  };
  for (int i = 0; i < 2; ++i) {
    open("whistle", {{"field.question", Value::text("who")}, {"field.grade", Value::text("urgent")}, {"field.object", Value::text("heating")}, {"call.unit", Value::list({Value::text("heat_company")})}});
  }
  const MatterId healthy = open("report", {{"field.what", Value::text("lamp")}});
  auto rules = std::make_shared<app::Rules>(*town.house.rules());
  const auto whistle = rules->current("whistle");
  rules->unfit.push_back({"whistle", whistle->hash, false, "here", {"坏", "broken"}, {}});
  town.house.set_rules(rules);
  town.clock.set(*parse_instant("2023-02-15 09:00"));
  app::SetAside aside;
  EXPECT_EQ(app::tick_due(town.house, 2, &aside)->failed, 2);
  ASSERT_EQ(aside.all().size(), 2u);
  EXPECT_EQ(aside.all().front().error.code, ErrorCode::kProcedureFault);
  EXPECT_EQ(app::tick_due(town.house, 2, &aside)->acted, 1) << "the third had its turn";
  EXPECT_TRUE(app::load_matter(town.house, healthy)->stored.row.overdue);
  rules = std::make_shared<app::Rules>(*rules);
  rules->unfit.clear();
  town.house.set_rules(rules);
  EXPECT_EQ(app::tick_due(town.house, 2, &aside)->matters, 0) << "a minute has not passed";
  town.clock.set(town.clock.now() + minutes(2));
  EXPECT_EQ(app::tick_due(town.house, 2, &aside)->acted, 2);
  EXPECT_TRUE(aside.all().empty());
}

}  // namespace shaoyin
