// Effects and looks that no shipped procedure was needed to prove: each has one little procedure and one point.
#include <gtest/gtest.h>

#include "core/procedure/decide.h"
#include "core/procedure/fill.h"
#include "core/view/project.h"
#include "tests/procedures/errand.h"
#include "tests/procedures/little_outside.h"

namespace shaoyin::procedure {
namespace {

using matter::Actor;
using matter::EventKind;

constexpr const char* kRepair = R"toml(
kind = "repair"
because = "an invented rule"
final_steps = ["done"]
[field.state]
type = "choice"
of = ["calm", "late"]
[field.other]
type = "matter?"
[field.words]
type = "text?"
[takes]
before = "evidence"
after = "proof"
[record.visit]
steps = ["planned", "made"]
final = ["made"]
at_close = "cancel"
law = "visit.unit != opener.unit and not already(visit, 'unit', 'made')"
[record.visit.field]
unit = "party"
[step.open]
owner = "opener.unit"
[step.open.clock.work]
kind = "duty"
deadline = "ERRAND-GO"
at_end = ["escalate"]
[step.open.clock.papers]
kind = "duty"
start = "effect"
until = ["done"]
deadline = "ERRAND-GO"
at_end = ["escalate"]
[[watch]]
name = "look"
every = "1 day"
when = "days_since('work') >= 2"
do = "turn_late"
[document.letter]
labels = { zh = "通知书", en = "letter" }
body = [{ zh = "{owner}", en = "by {owner}" }, { each = "visit", zh = "{visit.unit}", en = "- {visit.unit}" }]
[[action]]
name = "ask"
from = []
to = "open"
may = "errand.ask"
takes = ["field.other?", "field.words?", "before?"]
does = [{ set = "state", value = "'calm'" }]
[[action]]
name = "work"
from = ["open"]
may = "errand.do"
takes = ["before?", "after"]
[[action]]
name = "again"
from = ["open"]
to = "open"
round = "new"
may = "errand.do"
[[action]]
name = "send"
from = ["open"]
may = "errand.do"
takes = ["visit.unit[]"]
does = [{ add = "visit", each = "visit.unit[]" }]
[[action]]
name = "go"
on = "visit"
from = ["planned"]
to = "made"
may = "errand.do"
[[action]]
name = "ask_papers"
from = ["open"]
may = "errand.do"
does = [{ start = "papers" }]
[[action]]
name = "write"
from = ["open"]
may = "errand.do"
does = [{ document = "letter" }]
[[action]]
name = "put_up"
from = ["open"]
may = "errand.do"
when = "not published('poster')"
does = [{ publish = "poster" }]
[[action]]
name = "take_down"
from = ["open"]
may = "errand.do"
does = [{ withdraw = "poster" }]
[[action]]
name = "keep"
from = ["open"]
may = "errand.do"
does = [{ freeze = "field.other" }]
[[action]]
name = "end"
from = ["open"]
to = "done"
may = "errand.do"
when = "issued('letter')"
[[action]]
name = "turn_late"
by = "clock"
from = ["open"]
when = "field.state != 'late'"
does = [{ set = "state", value = "'late'" }]
)toml";

class Effects : public testing::Test {
 protected:
  Effects() : calendar_("1", {}, {2023}), pack_(errand_pack()) {
    toml_files::ProcedureRead read = toml_files::parse_procedure(kRepair, R"([public.poster]
zh = "{field.state}，{place}"
en = "{field.state} at {place}")");
    for (const Error& error : read.faults) ADD_FAILURE() << error.field << ": " << error.detail;
    procedure_ = std::move(read.procedure);
    fill_texts(procedure_);
    for (const Finding& finding : check(procedure_, pack_, errand_verbs())) ADD_FAILURE() << finding.at << ": " << finding.what.en;
    auto opened = open(procedure_, {{1}, {120103}, "G", "O", {}}, {"ask", 0, "", {{"field.other", Value::text("7")}, {"before", files({"hole"})}}, 0}, facts());
    EXPECT_TRUE(opened) << opened.error().detail;
    matter_ = opened->after;
  }

  static Value files(const std::vector<std::string>& names) {
    std::vector<Value> all;
    for (const std::string& name : names) all.push_back(Value::text(name));
    return Value::list(std::move(all));
  }
  Facts facts(Actor::As as = Actor::As::kStaff) const { return {now_, {as, as == Actor::As::kStaff ? "o1" : "", as == Actor::As::kStaff ? "O" : "", false}, calendar_, pack_, outside_, {}, {99}}; }

  Result<Decision> act(const std::string& action, std::map<std::string, Value> inputs = {}, RecordNumber record = 0) {
    auto decision = decide(procedure_, matter_, {action, record, "", std::move(inputs), 0}, facts());
    if (decision) matter_ = decision->after;
    return decision;
  }
  Decision wait(Millis time) {
    now_ = now_ + time;
    Decision decision = tick(procedure_, matter_, facts(Actor::As::kClock));
    matter_ = decision.after;
    return decision;
  }
  const matter::RunningClock* clock(const std::string& name) const {
    for (const matter::RunningClock& clock : matter_.clocks) {
      if (clock.open() && clock.name == name) return &clock;
    }
    return nullptr;
  }

  clock::WorkCalendar calendar_;
  clock::DeadlinePack pack_;
  LittleOutside outside_;
  Procedure procedure_;
  Instant now_ = *parse_instant("2023-03-01 09:00");
  matter::Matter matter_;
};

TEST_F(Effects, WhatShowedTheHoleDoesNotProveItsRepair) {
  const auto refused = act("work", {{"after", files({"hole"})}});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().field, "after");
  EXPECT_EQ(refused.error().detail, "proof");
}

TEST_F(Effects, OnePhotoDoesNotShowBeforeAndAfter) {
  EXPECT_FALSE(act("work", {{"before", files({"new"})}, {"after", files({"new"})}}));
  EXPECT_TRUE(act("work", {{"before", files({"new"})}, {"after", files({"newer"})}}));
}

TEST_F(Effects, AProofServesTwiceInItsRoundAndNeverAfter) {
  EXPECT_TRUE(act("work", {{"after", files({"mended"})}}));
  EXPECT_TRUE(act("work", {{"after", files({"mended"})}}));
  EXPECT_TRUE(act("again"));
  EXPECT_FALSE(act("work", {{"after", files({"mended"})}}));
  EXPECT_TRUE(act("work", {{"after", files({"mended anew"})}}));
}

TEST_F(Effects, ARecordThatBreaksTheLawOfItsTypeIsNotAdded) {
  const matter::Matter before = matter_;
  const auto twice = act("send", {{"visit.unit", files({"A", "A"})}});
  ASSERT_FALSE(twice);
  EXPECT_EQ(twice.error().field, "visit.unit[1]");
  EXPECT_EQ(twice.error().detail, "law");
  EXPECT_FALSE(act("send", {{"visit.unit", files({"A", "O"})}}));
  EXPECT_EQ(matter_.revision, before.revision);
  EXPECT_TRUE(act("send", {{"visit.unit", files({"A", "B"})}}));
  EXPECT_FALSE(act("send", {{"visit.unit", files({"B"})}}));
}

TEST_F(Effects, TheLawLeavesOutRecordsInTheStepItNames) {
  EXPECT_TRUE(act("send", {{"visit.unit", files({"A"})}}));
  EXPECT_TRUE(act("go", {}, 1));
  EXPECT_TRUE(act("send", {{"visit.unit", files({"A"})}}));
}

TEST_F(Effects, AClockByEffectBeginsWhenAskedAndAnewWhenAskedAgain) {
  EXPECT_EQ(clock("papers"), nullptr);
  EXPECT_TRUE(act("ask_papers"));
  ASSERT_NE(clock("papers"), nullptr);
  const Instant first = clock("papers")->due;
  now_ = now_ + minutes(10);
  EXPECT_TRUE(act("ask_papers"));
  EXPECT_EQ(clock("papers")->due, first + minutes(10));
  EXPECT_EQ(std::count_if(matter_.clocks.begin(), matter_.clocks.end(), [](const auto& one) { return one.open() && one.name == "papers"; }), 1);
}

TEST_F(Effects, AWatchLooksDailyAndActsOnceItsConditionHolds) {
  wait(days(1));
  EXPECT_EQ(matter_.fields.at("state"), Value::text("calm"));
  wait(days(1));
  EXPECT_EQ(matter_.fields.at("state"), Value::text("late"));
  const Decision third = wait(days(1));
  EXPECT_TRUE(std::none_of(third.events.begin(), third.events.end(), [](const auto& event) { return event.kind == EventKind::kFieldSet; }));
}

TEST_F(Effects, ALookThatFindsNothingIsNoEntryAndTheNextIsAtMidnight) {
  std::erase_if(matter_.clocks, [](const auto& one) { return one.kind != matter::ClockKind::kLook; });
  now_ = clock("look")->next;
  EXPECT_EQ(format_local(now_), "2023-03-02 00:00");
  const Decision first = wait(minutes(1));
  EXPECT_TRUE(first.events.empty());
  ASSERT_TRUE(first.look_again);
  EXPECT_EQ(format_local(*first.look_again), "2023-03-03 00:00");
  wait(days(5));
  EXPECT_EQ(matter_.fields.at("state"), Value::text("late"));
  EXPECT_EQ(format_local(*look_again(procedure_, matter_, calendar_, now_)), "2023-03-08 00:00");
}

TEST_F(Effects, AWatchDoesNotLookBetweenItsLooks) {
  std::erase_if(matter_.clocks, [](const auto& one) { return one.kind != matter::ClockKind::kLook; });
  now_ = *parse_instant("2023-03-03 10:00");  // two days are over since nine
  Facts between = facts(Actor::As::kClock);
  between.seen_to = *parse_instant("2023-03-03 09:30");
  EXPECT_TRUE(tick(procedure_, matter_, between).events.empty());
  between.seen_to = *parse_instant("2023-03-02 09:30");  // the look at midnight is owed
  EXPECT_FALSE(tick(procedure_, matter_, between).events.empty());
}

TEST_F(Effects, AfterALongSilenceAWatchLooksOnce) {
  const Decision decision = wait(days(40));
  const auto looks = std::count_if(decision.events.begin(), decision.events.end(), [&](const auto& event) {
    return event.kind == EventKind::kClockMarked && event.number("clock_number") == clock("look")->number;
  });
  EXPECT_EQ(looks, 1);
  EXPECT_GT(clock("look")->next, now_);
}

TEST_F(Effects, AWatchIsNeverLateAndEndsWithTheMatter) {
  wait(days(3));
  EXPECT_FALSE(clock("look")->overdue());
  EXPECT_TRUE(act("write"));
  EXPECT_TRUE(act("end"));
  EXPECT_EQ(clock("look"), nullptr);
}

TEST_F(Effects, NothingIsDueWhenAWatchLooks) {
  EXPECT_TRUE(act("ask_papers"));
  wait(minutes(90));  // both deadlines are an hour; the watch looks at midnight
  const view::MatterRow row = view::project(procedure_, {}, matter_, {});
  ASSERT_TRUE(row.next_due.has_value());
  EXPECT_EQ(*row.next_due, std::min(clock("work")->due, clock("papers")->due));
}

TEST_F(Effects, ADocumentIsNumberedAndConditionsKnowOfIt) {
  EXPECT_FALSE(act("end"));
  EXPECT_TRUE(act("write"));
  EXPECT_TRUE(act("write"));
  ASSERT_EQ(matter_.issued.size(), 2U);
  EXPECT_EQ(matter_.issued[1].number, 2);
  EXPECT_EQ(matter_.issued[1].revision, matter_.revision);
  EXPECT_TRUE(act("end"));
}

TEST_F(Effects, WhatIsUpIsTakenDownOnce) {
  const auto up = act("put_up");
  ASSERT_TRUE(up);
  EXPECT_EQ(up->consequences.front().kind, Consequence::Kind::kPublish);
  const auto twice = act("put_up");
  ASSERT_FALSE(twice);
  EXPECT_EQ(twice.error().said.en.find('{'), std::string::npos) << twice.error().said.en;
  const auto down = act("take_down");
  ASSERT_TRUE(down);
  EXPECT_EQ(down->consequences.front().kind, Consequence::Kind::kWithdraw);
  EXPECT_TRUE(act("take_down")->consequences.empty());
  EXPECT_TRUE(act("put_up"));
}

TEST_F(Effects, FreezingAsksForTheOtherMatterAndRestsOnItsHead) {
  const auto kept = act("keep");
  ASSERT_TRUE(kept);
  ASSERT_EQ(kept->consequences.size(), 1U);
  EXPECT_EQ(kept->consequences.front().matter, MatterId{7});
  const Decision resting = rest_on(procedure_, matter_, {{7}, 12, "abc"}, facts());
  ASSERT_EQ(resting.after.links.size(), 1U);
  EXPECT_EQ(resting.after.links[0].how, "frozen");
  EXPECT_EQ(resting.after.links[0].revision, 12);
  EXPECT_EQ(resting.after.links[0].hash, "abc");
}

TEST_F(Effects, TextsAreFilledFromTheMatterAndNothingElse) {
  EXPECT_TRUE(act("send", {{"visit.unit", files({"A"})}}));
  const Facts known = facts();
  const MatterWorld world(procedure_, matter_, known);
  EXPECT_EQ(fill(procedure_.text("public.poster"), procedure_, world, nullptr, {}).en, "calm at G");
  EXPECT_EQ(fill(procedure_.documents[0].body[1].words, procedure_, world, &matter_.records[0], {}).en, "- A");
  EXPECT_EQ(fill({"{field.words}", "{field.words}"}, procedure_, world, nullptr, {}).en, "——");
}

TEST_F(Effects, WhatIsUpComesDownWithTheMatterInTheWordsItHad) {
  EXPECT_TRUE(act("put_up"));
  EXPECT_EQ(matter_.published.at("poster").words.en, "calm at G");
  EXPECT_TRUE(act("write"));
  const auto ended = act("end");
  ASSERT_TRUE(ended);
  EXPECT_TRUE(matter_.published.empty());
  EXPECT_EQ(ended->consequences.front().kind, Consequence::Kind::kWithdraw);
}

TEST_F(Effects, APhotoThatProvesTheWorkShowsNoLongerHowItWasBefore) {
  EXPECT_TRUE(act("work", {{"after", files({"mended"})}}));
  EXPECT_FALSE(act("work", {{"before", files({"mended"})}, {"after", files({"other"})}}));
  EXPECT_TRUE(act("again"));
  EXPECT_TRUE(act("work", {{"before", files({"mended"})}, {"after", files({"mended again"})}})) << "in the next round it is how it was";
}

TEST_F(Effects, WhatTheMatterItCameFromHasShownProvesNothing) {
  Facts known = facts();
  known.shown_before.insert("resident's");
  const auto refused = decide(procedure_, matter_, {"work", 0, "", {{"after", files({"resident's"})}}, 0}, known);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().detail, "proof");
}

TEST(PublishedTexts, AreNotThoseOfAMatterOnlySomeMaySee) {
  toml_files::ProcedureRead read = toml_files::parse_procedure("visible = \"actor.unit == owner\"\n" + slurp(here("errand.toml")), "[public.poster]\nzh = \"{field.grade}\"\nen = \"{field.grade}\"");
  ASSERT_TRUE(read.faults.empty());
  fill_texts(read.procedure);
  const auto findings = check(read.procedure, errand_pack(), errand_verbs());
  EXPECT_TRUE(std::any_of(findings.begin(), findings.end(), [](const Finding& finding) { return finding.what.en.find("cannot be published") != std::string::npos; }));
}

TEST(PublishedTexts, HoldNothingPersonalAndNoFreeText) {
  toml_files::ProcedureRead read = toml_files::parse_procedure(slurp(here("errand.toml")), "[public.poster]\nzh = \"{field.name}\"\nen = \"{field.name}\"");
  ASSERT_TRUE(read.faults.empty());
  fill_texts(read.procedure);
  const auto findings = check(read.procedure, errand_pack(), errand_verbs());
  EXPECT_TRUE(std::any_of(findings.begin(), findings.end(), [](const Finding& finding) { return finding.at == "texts.public.poster"; }));
}

}  // namespace
}  // namespace shaoyin::procedure
