// How much one matter may hold: past its limits people are told to close it and open another, and can.
#include <gtest/gtest.h>

#include "app/submit_action.h"
#include "core/procedure/decide.h"
#include "tests/stories/town.h"

namespace shaoyin {
namespace {

using matter::Actor;

class MatterLimits : public testing::Test {
 protected:
  MatterLimits() : outside_(*town_.house.rules()->book) { town_.clock.set(*parse_instant("2023-02-14 09:00")); }

  matter::Matter opened(const std::string& kind, std::map<std::string, Value> inputs) {
    app::Request request;
    request.caller.actor = community();
    request.caller.grants.push_back({{"matter.open", "whistle.blow"}, "120103"});
    request.caller.key_scope = "test";
    request.key = "matter-limits";
    request.kind = kind;
    request.place = "120103004010001001";
    request.inputs = std::move(inputs);
    const auto receipt = app::submit_action(town_.house, request);
    EXPECT_TRUE(receipt.ok()) << receipt.error().field << " " << receipt.error().detail;
    return app::load_matter(town_.house, receipt->matter)->matter;
  }
  static Actor community() { return {Actor::As::kStaff, "p-community", "community", false}; }

  // "done", or the limit that refused.
  std::string decide(const matter::Matter& matter, const Actor& actor, procedure::Act act) {
    const auto rules = town_.house.rules();
    const procedure::Facts facts{town_.clock.now(), actor, rules->calendar, rules->pack, outside_, {}, {7}};
    const auto decided = procedure::decide(*rules->of(matter), matter, act, facts);
    if (decided) return "done";
    EXPECT_EQ(decided.error().code, ErrorCode::kGuardRefused) << decided.error().field << " " << decided.error().detail;
    EXPECT_NE(decided.error().said.en.find("close it and open another"), std::string::npos);
    return decided.error().detail;
  }

  testing_town::TownHouse town_;
  app::BookOutside outside_;
};

}  // namespace

TEST_F(MatterLimits, AMatterWithTooManyRecordsTakesNoMoreAndThoseItHasGoOn) {
  matter::Matter whistle = opened("whistle", {{"field.question", Value::text("who")}, {"field.grade", Value::text("urgent")}, {"field.object", Value::text("heating")}, {"call.unit", Value::list({Value::text("heat_company")})}});
  const procedure::Act call_more{"call_more", 0, "", {{"call.unit", Value::text("gas_company")}}, 0};
  EXPECT_EQ(decide(whistle, community(), call_more), "done");
  while (whistle.records.size() < 500) {
    whistle.records.push_back(whistle.records.front());
    whistle.records.back().number = static_cast<RecordNumber>(whistle.records.size());
  }
  EXPECT_EQ(decide(whistle, community(), call_more), "records_max 500");
  EXPECT_EQ(decide(whistle, {Actor::As::kStaff, "p-heat", "heat_company", false}, {"sign", 1, "", {}, 0}), "done");
}

TEST_F(MatterLimits, AMatterReopenedTooOftenIsNotReopenedOnceMore) {
  matter::Matter report = opened("report", {{"field.what", Value::text("lamp")}});
  report.step = "closed";
  report.final = true;
  const procedure::Act again{"say_not_solved", 0, "", {{"words", Value::sealed(std::string(64, 'a'))}}, 0};
  const Actor reporter{Actor::As::kResident, "", "", true};
  report.fields["grade"] = Value::text("general");
  report.round = 49;
  EXPECT_EQ(decide(report, reporter, again), "done");
  report.round = 50;
  EXPECT_EQ(decide(report, reporter, again), "rounds_max 50");
}

TEST_F(MatterLimits, AMatterWithTooManyEventsCanOnlyEnd) {
  matter::Matter report = opened("report", {{"field.what", Value::text("lamp")}});
  const procedure::Act accept{"accept", 0, "", {{"field.category", Value::text("noise")}, {"field.grade", Value::text("general")}}, 0};
  const procedure::Act withdraw{"withdraw", 0, "", {{"reason", Value::sealed(std::string(64, 'a'))}}, 0};
  EXPECT_EQ(decide(report, community(), accept), "done");
  report.revision = 20'000;
  EXPECT_EQ(decide(report, community(), accept), "events_max 20000");
  EXPECT_EQ(decide(report, community(), withdraw), "done");
}

TEST_F(MatterLimits, AfterAClimbTheClockIsThatOfTheNextLevel) {
  matter::Matter report = opened("report", {{"field.what", Value::text("bicycles on the stairs")}});
  const auto rules = town_.house.rules();
  const auto facts = [&](const Actor& actor) { return procedure::Facts{town_.clock.now(), actor, rules->calendar, rules->pack, outside_, {}, {7}}; };
  report = procedure::decide(*rules->of(report), report, {"accept", 0, "", {{"field.category", Value::text("noise")}, {"field.grade", Value::text("general")}}, 0}, facts(community()))->after;
  report = procedure::decide(*rules->of(report), report, {"try_to_agree", 0, "", {{"attempt.level", Value::text("community")}, {"attempt.with", Value::sealed(std::string(64, 'a'))}}, 0}, facts(community()))->after;
  const auto level = [&] {
    for (const matter::RunningClock& clock : report.clocks) {
      if (clock.name == "settle" && clock.open()) return clock.variant;
    }
    return std::string("none");
  };
  EXPECT_EQ(level(), "community");
  town_.clock.set(town_.clock.now() + days(1));
  report = procedure::tick(*rules->of(report), report, facts({Actor::As::kClock, "", "", false})).after;
  EXPECT_EQ(report.owner, "street");
  EXPECT_EQ(level(), "street") << "not once more the level of the last attempt";
}

}  // namespace shaoyin
