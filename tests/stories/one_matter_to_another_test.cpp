// What one act knows of others: names given earlier are masked later, a problem that comes back leads to its first whistle, and a matter
// joins another by whatever its procedure calls the act.
#include <gtest/gtest.h>

#include "app/submit_action.h"
#include "tests/stories/town.h"

namespace shaoyin {
namespace {

using testing_town::TownHouse;

class Acts : public testing::Test {
 protected:
  Acts() { town_.clock.set(*parse_instant("2023-03-01 09:00")); }

  app::Request request(MatterId matter, const std::string& action, std::map<std::string, Value> inputs) {
    app::Request made;
    made.caller.actor = {matter::Actor::As::kStaff, "p-community", "community", false};
    made.caller.grants.push_back({{"matter.open", "matter.read", "matter.accept", "matter.absorb", "matter.withdraw", "matter.work", "whistle.blow"}, "120103"});
    made.caller.key_scope = "test";
    made.key = "acts-test-" + std::to_string(++keys_);
    made.matter = matter;
    made.action = action;
    made.inputs = std::move(inputs);
    return made;
  }
  MatterId open(const std::string& kind, std::map<std::string, Value> inputs) {
    app::Request opening = request({}, "", std::move(inputs));
    opening.kind = kind;
    opening.place = "120103004010001001";
    town_.clock.set(town_.house.now() + minutes(1));
    const auto receipt = app::submit_action(town_.house, opening);
    EXPECT_TRUE(receipt) << receipt.error().field << " " << receipt.error().detail;
    return receipt ? receipt->matter : MatterId{};
  }
  Result<app::Receipt> act(MatterId matter, const std::string& action, std::map<std::string, Value> inputs) {
    town_.clock.set(town_.house.now() + minutes(1));
    return app::submit_action(town_.house, request(matter, action, std::move(inputs)));
  }
  MatterId whistle() {
    return open("whistle", {{"field.question", Value::text("who repairs the pipe")}, {"field.grade", Value::text("urgent")}, {"field.object", Value::text("pipes-reclaimed")},
                            {"call.unit", Value::list({Value::text("water_company")})}, {"call.asked", Value::list({Value::text("repair it")})}});
  }
  MatterId report(const std::string& name = {}) {
    std::map<std::string, Value> inputs{{"field.what", Value::text("a pipe has burst")}};
    if (!name.empty()) inputs["field.reporter_name"] = Value::text(name);
    return open("report", std::move(inputs));
  }
  MatterId accepted(MatterId matter) {
    EXPECT_TRUE(act(matter, "accept", {{"field.category", Value::text("pipes-reclaimed")}, {"field.grade", Value::text("urgent")}}).ok());
    return matter;
  }
  std::string in_clear(MatterId matter) {
    std::string all;
    const auto texts = town_.store.texts({120103}, matter);
    for (const app::TextRow& text : *texts) all += text.masked + "\n";
    return all;
  }

  TownHouse town_;
  int keys_ = 0;
};

TEST_F(Acts, ANameGivenWithTheReportIsMaskedInWhatIsWrittenLater) {
  const MatterId matter = accepted(report("欧阳晓梅"));
  const auto whistled = act(matter, "blow_whistle", {{"child.field.question", Value::text("欧阳晓梅家漏水，谁来修")}, {"child.field.grade", Value::text("urgent")},
                                                      {"child.call.unit", Value::list({Value::text("water_company")})}});
  ASSERT_TRUE(whistled) << whistled.error().field << " " << whistled.error().detail;
  EXPECT_EQ(in_clear(matter).find("欧阳晓梅"), std::string::npos);
  const MatterId child = app::load_matter(town_.house, matter)->matter.children.back().id;
  const std::string words = in_clear(child);
  EXPECT_EQ(words.find("欧阳晓梅"), std::string::npos) << words;
  EXPECT_NE(words.find("漏水"), std::string::npos) << "the rest stays: " << words;
  const auto taken_back = act(child, "withdraw", {{"reason", Value::text("欧阳晓梅说不用了")}});
  ASSERT_TRUE(taken_back) << taken_back.error().detail;
  EXPECT_EQ(in_clear(child).find("欧阳晓梅"), std::string::npos) << "the one it was called from knows the name";
}

TEST_F(Acts, WhatHappensForTheThirdTimeLeadsToTheFirstWhistle) {
  const MatterId first = whistle();
  whistle();
  const MatterId third = whistle();
  const auto loaded = app::load_matter(town_.house, third);
  ASSERT_EQ(loaded->matter.links.size(), 1u);
  EXPECT_EQ(loaded->matter.links.front().matter, first);
}

TEST_F(Acts, AMatterJoinsAnotherByWhateverItsProcedureCallsIt) {
  auto rules = std::make_shared<app::Rules>(*town_.house.rules());
  auto renamed = std::make_shared<procedure::Procedure>(*rules->current("report"));
  for (procedure::ActionSpec& action : renamed->actions) {
    if (action.name == "absorb") action.name = "merge";
  }
  rules->add(renamed);
  town_.house.set_rules(rules);
  const MatterId first = accepted(report()), second = accepted(report());
  const auto joined = act(second, "merge", {{"field.same_as", Value::text(std::to_string(first.value))}});
  ASSERT_TRUE(joined) << joined.error().field << " " << joined.error().detail;
  EXPECT_EQ(app::load_matter(town_.house, second)->matter.absorbed_into, first);
}

}  // namespace
}  // namespace shaoyin
