// When a form is out of date: when what it rested on has changed, and not because somebody else did something else.
// And what is remembered of a request, how, and for how long.
#include "app/submit_action.h"
#include "app/tidy.h"
#include "tests/stories/town.h"

namespace shaoyin {
namespace {

using testing_town::TownHouse;

struct Whistle : testing::Test {
  TownHouse town;
  MatterId matter;
  int keys = 0;

  void SetUp() override {
    town.clock.set(*parse_instant("2023-02-14 09:00"));
    app::Request blow = as("community", "");
    blow.kind = "whistle";
    blow.place = "120103004010001001";
    blow.inputs = {{"field.question", Value::text("who repairs the pipe")}, {"field.grade", Value::text("urgent")}, {"field.object", Value::text("pipes-reclaimed")},
                   {"call.unit", Value::list({Value::text("property_company"), Value::text("water_company")})}};
    const auto opened = app::submit_action(town.house, blow);
    ASSERT_TRUE(opened.ok()) << opened.error().field << " " << opened.error().detail;
    matter = opened->matter;
  }

  app::Request as(const std::string& unit, const std::string& action, RecordNumber record = 0) {
    app::Request request;
    request.caller.actor = {.as = matter::Actor::As::kStaff, .person = unit + ".1", .unit = unit};
    request.caller.grants = {{{"whistle.blow", "whistle.answer", "whistle.plan", "whistle.rule"}, "120103"}};
    request.caller.key_scope = "person:" + unit;
    request.key = "changes-" + std::to_string(++keys);
    request.matter = matter;
    request.action = action;
    request.record = record;
    return request;
  }
  std::int64_t seen() { return app::load_matter(town.house, matter)->matter.revision; }
  // The answer to acting on what was seen at `revision`: empty when it was done.
  std::string act(app::Request request, std::int64_t revision) {
    request.revision = revision;
    const auto receipt = app::submit_action(town.house, request);
    return receipt ? "" : error_name(receipt.error().code);
  }
  app::Request propose(const std::string& unit, const std::string& what) {
    app::Request request = as("community", "propose_item");
    request.inputs = {{"item.unit", Value::text(unit)}, {"item.gives", Value::text("labour")}, {"item.what", Value::text(what)}, {"item.by", Value::text("2023-02-14 18:00")}};
    return request;
  }
  app::Request strike(RecordNumber line) {
    app::Request request = as("community", "strike_item", line);
    request.inputs["reason"] = Value::text("counted twice");
    return request;
  }
  app::Request start(const std::string& lead) {
    app::Request request = as("community", "start_work");
    request.inputs["field.lead"] = Value::text(lead);
    return request;
  }
  void convene() {
    ASSERT_EQ(act(as("property_company", "report_in", 1), 0), "");
    ASSERT_EQ(act(as("water_company", "report_in", 2), 0), "");
  }
};

TEST_F(Whistle, TwoUnitsSignFromTheSamePageAndBothHaveSigned) {
  const std::int64_t page = seen();
  EXPECT_EQ(act(as("property_company", "sign", 1), page), "");
  EXPECT_EQ(act(as("water_company", "sign", 2), page), "") << "another unit's record is nothing my form rested on";
}

TEST_F(Whistle, ARecordThatMovedUnderOneIsOutOfDate) {
  const std::int64_t page = seen();
  EXPECT_EQ(act(as("property_company", "sign", 1), page), "");
  EXPECT_EQ(act(as("property_company", "contact", 1), page), "out_of_date");
  EXPECT_EQ(act(as("property_company", "contact", 1), seen()), "");
}

TEST_F(Whistle, AStepThatChangedMakesEveryFormOutOfDate) {
  const std::int64_t page = seen();
  convene();
  EXPECT_EQ(act(propose("property_company", "dig"), page), "out_of_date");
}

TEST_F(Whistle, TwoUnitsAddLinesToThePlanFromTheSamePage) {
  convene();
  const std::int64_t page = seen();
  EXPECT_EQ(act(propose("property_company", "dig"), page), "");
  EXPECT_EQ(act(propose("water_company", "replace the pipe"), page), "");
}

TEST_F(Whistle, APlanLineChangedUnderOneIsRefused) {
  convene();
  ASSERT_EQ(act(propose("property_company", "dig"), 0), "");
  const std::int64_t page = seen();
  ASSERT_EQ(act(strike(1), page), "");
  EXPECT_EQ(act(as("property_company", "agree_item", 1), page), "out_of_date");
}

TEST_F(Whistle, WhoStartsTheWorkHasSeenTheWholePlan) {
  convene();
  ASSERT_EQ(act(propose("property_company", "dig"), 0), "");
  ASSERT_EQ(act(as("property_company", "agree_item", 1), 0), "");
  const std::int64_t page = seen();
  ASSERT_EQ(act(propose("water_company", "replace the pipe"), page), "");
  ASSERT_EQ(act(as("water_company", "agree_item", 2), 0), "");
  EXPECT_EQ(act(start("property_company"), page), "out_of_date") << "its guard asks about every line, and one is new";
  EXPECT_EQ(act(start("property_company"), seen()), "");
}

TEST_F(Whistle, AReminderByTheClockMakesNoFormOutOfDate) {
  const std::int64_t page = seen();
  town.clock.set(*parse_instant("2023-02-14 09:16"));
  ASSERT_GT(app::tick_due(town.house)->acted, 0);
  ASSERT_GT(seen(), page);
  EXPECT_EQ(act(as("property_company", "sign", 1), page), "");
}

TEST_F(Whistle, ARevisionThatNeverWasIsRefused) { EXPECT_EQ(act(as("property_company", "sign", 1), seen() + 1), "out_of_date"); }

TEST_F(Whistle, WhatIsRememberedOfARequestNeedsTheHousesKeyToTryOut) {
  const TownHouse other;
  const std::string bytes = "field.reporter_phone t11:invented no";
  EXPECT_NE(*town.house.request_mac(bytes), to_hex(sha256(bytes)));
  EXPECT_NE(*town.house.request_mac(bytes), *other.house.request_mac(bytes));
  EXPECT_EQ(*town.house.request_mac(bytes), *town.house.request_mac(bytes));
}

TEST_F(Whistle, AnswersAreRememberedForThirtyDaysAndThenForgotten) {
  app::Request sign = as("property_company", "sign", 1);
  ASSERT_EQ(act(sign, 0), "");
  town.clock.set(*parse_instant("2023-03-16 08:59"));
  EXPECT_EQ(app::tidy(town.house)->answers, 0);
  EXPECT_EQ(act(sign, 0), "") << "heard again";
  town.clock.set(*parse_instant("2023-03-16 09:01"));
  EXPECT_EQ(app::tidy(town.house)->answers, 2) << "the call and the signature";
  EXPECT_EQ(act(sign, 0), "not_allowed_now") << "a new request now";
}

}  // namespace
}  // namespace shaoyin
