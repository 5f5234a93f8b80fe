// Whom a whistle that grew out of a report tells: the reporter of the report, and whoever its own rules name.
#include <gtest/gtest.h>

#include <set>

#include "core/procedure/scope.h"
#include "core/rule/expr.h"
#include "tests/stories/town.h"

namespace shaoyin {
namespace {

using testing_town::TownHouse;

std::vector<app::OutboxItem> played(TownHouse& town) {
  const auto result = app::play_story(testing_town::slurp(testing_town::root() / "procedures/report/burst_pipe.story"), testing_town::files().town, town.house, town.clock);
  for (const std::string& problem : result.faults) ADD_FAILURE() << problem;
  const auto out = town.store.outbox({120103}, town.clock.now(), 1000);
  EXPECT_TRUE(out.ok());
  return *out;
}

TEST(Notices, AWhistleTellsTheReporterOfItsReport) {
  TownHouse town;
  int received = 0, of_whistle = 0;
  for (const app::OutboxItem& item : played(town)) {
    if (item.notice.to != "reporter") continue;
    received += item.notice.text == "received" ? 1 : 0;
    of_whistle += item.notice.arguments.at("kind") == "whistle" ? 1 : 0;
    const auto whose = town.store.load({120103}, {std::stoll(item.notice.arguments.at("matter"))});
    ASSERT_TRUE(whose.ok());
    EXPECT_EQ(whose->row.kind, "report") << item.notice.key;
  }
  EXPECT_EQ(received, 1) << "it is received once, not again with the whistle";
  EXPECT_GT(of_whistle, 0);
}

TEST(Notices, WhatAChildIsToldToDoSendsItsNoticesToo) {
  TownHouse town;
  auto rules = std::make_shared<app::Rules>(*town.house.rules());
  auto whistle = std::make_shared<procedure::Procedure>(*rules->current("whistle"));
  procedure::Effect notify;
  notify.kind = procedure::Effect::Kind::kNotify;
  notify.target = "well_done";
  notify.value = *rule::parse("field.lead");
  for (procedure::ActionSpec& action : whistle->actions) {
    if (action.name == "close_with_parent") action.does.push_back(notify);
  }
  ASSERT_TRUE(procedure::check_types(*whistle).empty());
  rules->add(whistle);
  town.house.set_rules(rules);
  int told = 0;
  for (const app::OutboxItem& item : played(town)) told += item.notice.text == "well_done" && item.notice.to == "unit:water_company" ? 1 : 0;
  EXPECT_EQ(told, 1);
}

// A gateway drops what has a key that it has seen.
TEST(Notices, TwoThatOneActionSendsToOneUnitHaveTwoKeys) {
  TownHouse town;
  auto rules = std::make_shared<app::Rules>(*town.house.rules());
  auto whistle = std::make_shared<procedure::Procedure>(*rules->current("whistle"));
  for (procedure::ActionSpec& action : whistle->actions) {
    if (action.name != "close_with_parent") continue;
    for (const char* text : {"well_done", "send_the_bill"}) {
      procedure::Effect notify;
      notify.kind = procedure::Effect::Kind::kNotify;
      notify.target = text;
      notify.value = *rule::parse("field.lead");
      action.does.push_back(notify);
    }
  }
  ASSERT_TRUE(procedure::check_types(*whistle).empty());
  rules->add(whistle);
  town.house.set_rules(rules);
  std::set<std::string> keys, texts;
  const auto all = played(town);
  for (const app::OutboxItem& item : all) {
    keys.insert(item.notice.key);
    texts.insert(item.notice.text);
  }
  EXPECT_TRUE(texts.contains("well_done") && texts.contains("send_the_bill"));
  EXPECT_EQ(keys.size(), all.size());
}

}  // namespace
}  // namespace shaoyin
