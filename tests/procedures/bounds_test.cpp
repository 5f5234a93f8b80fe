// What a form may hold: moments that must have come, numbers within their bounds, two moments in their order; and records that
// move because of another record.
#include <gtest/gtest.h>

#include "core/procedure/decide.h"
#include "tests/procedures/errand.h"
#include "tests/procedures/little_outside.h"

namespace shaoyin::procedure {
namespace {

using matter::Actor;

constexpr const char* kShift = R"toml(
kind = "shift"
because = "an invented rule"
final_steps = ["done"]
[field.found]
type = "instant"
before = "now"
[field.begins]
type = "instant"
[field.ends]
type = "instant"
[field.people]
type = "number?"
min = 1
max = 60
[takes]
seen = { type = "instant", before = "now" }
left = { type = "number", min = 0 }
[record.tour]
steps = ["planned", "made"]
final = ["made"]
at_close = "cancel"
[record.tour.field]
told = { type = "instant", before = "now" }
people = { type = "number", max = 3 }
[record.swap]
steps = ["asked", "agreed"]
final = ["agreed"]
at_close = "cancel"
[record.swap.field]
people = "number"
[step.open]
owner = "opener.unit"
[step.open.clock.stand]
kind = "duty"
deadline = "ERRAND-GO"
at_end = ["escalate"]
[[action]]
name = "ask"
from = []
to = "open"
may = "errand.ask"
takes = ["field.found", "field.ends", "field.begins", "field.people?"]
when = "field.ends > field.begins"
[[action]]
name = "plan"
from = ["open"]
may = "errand.do"
takes = ["tour.told[]", "tour.people[]"]
does = [{ add = "tour", each = "tour.people[]" }]
[[action]]
name = "look"
from = ["open"]
may = "errand.do"
takes = ["seen", "left"]
[[action]]
name = "ask_swap"
from = ["open"]
may = "errand.do"
does = [{ add = "swap" }]
[[action]]
name = "agree"
on = "swap"
from = ["asked"]
to = "agreed"
may = "errand.do"
does = [{ move = "tour", to = "made", where = "tour.people == swap.people and swap.step == 'agreed'" }]
[[action]]
name = "end"
from = ["open"]
to = "done"
may = "errand.do"
)toml";

class Bounds : public testing::Test {
 protected:
  Bounds() : calendar_("1", {}, {2023}), pack_(errand_pack()) {
    toml_files::ProcedureRead read = read_errand(kShift);
    for (const Error& error : read.faults) ADD_FAILURE() << error.field << ": " << error.detail;
    procedure_ = std::move(read.procedure);
    for (const Finding& finding : check(procedure_, pack_, errand_verbs())) ADD_FAILURE() << finding.at << ": " << finding.what.en;
  }
  Facts facts() const { return {now_, {Actor::As::kStaff, "o1", "O", false}, calendar_, pack_, outside_, {}, {99}}; }
  using Inputs = std::map<std::string, Value>;
  Inputs form() const { return {{"field.found", Value::instant(now_ - hours(1))}, {"field.begins", Value::instant(now_)}, {"field.ends", Value::instant(now_ + hours(8))}}; }
  Result<Decision> opened(Inputs inputs) const { return open(procedure_, {{1}, {120103}, "G", "O", {}}, {"ask", 0, "", std::move(inputs), 0}, facts()); }
  Result<Decision> with(const std::string& name, Value value) const {
    Inputs inputs = form();
    inputs[name] = std::move(value);
    return opened(std::move(inputs));
  }
  Result<Decision> act(const std::string& action, Inputs inputs, RecordNumber record = 0) {
    if (matter_.revision == 0) matter_ = opened(form())->after;
    auto decision = decide(procedure_, matter_, {action, record, "", std::move(inputs), 0}, facts());
    if (decision) matter_ = decision->after;
    return decision;
  }
  // What reading kShift says with one part of it put otherwise.
  static std::string fault_of(const std::string& part, const std::string& otherwise) {
    std::string source = kShift;
    source.replace(source.find(part), part.size(), otherwise);
    const auto read = toml_files::parse_procedure(source, "");
    return read.faults.empty() ? std::string() : read.faults.front().field;
  }

  clock::WorkCalendar calendar_;
  clock::DeadlinePack pack_;
  LittleOutside outside_;
  Procedure procedure_;
  Instant now_ = *parse_instant("2023-03-01 09:00");
  matter::Matter matter_;
};

TEST_F(Bounds, WhatHasHappenedDoesNotLieAhead) {
  EXPECT_TRUE(with("field.found", Value::instant(now_)));
  EXPECT_TRUE(with("field.found", Value::instant(now_ + minutes(5)))) << "by the clock of a phone that runs ahead";
  const auto refused = with("field.found", Value::instant(now_ + minutes(6)));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kImpossibleTime);
  EXPECT_EQ(refused.error().field, "field.found");
  EXPECT_NE(refused.error().said.en.find("must not lie in the future"), std::string::npos);
  EXPECT_NE(refused.error().said.zh.find("不能在将来"), std::string::npos);
}

TEST_F(Bounds, NumbersStayWithinTheirs) {
  for (const int fits : {1, 60}) EXPECT_TRUE(with("field.people", Value::number(fits))) << fits;
  for (const int wrong : {-1, 0, 61}) {
    const auto refused = with("field.people", Value::number(wrong));
    ASSERT_FALSE(refused) << wrong;
    EXPECT_EQ(refused.error().field, "field.people");
    EXPECT_NE(refused.error().said.en.find(wrong < 1 ? "at least 1" : "at most 60"), std::string::npos) << refused.error().said.en;
  }
}

TEST_F(Bounds, HoldForInputsAndForEachRecordOfAList) {
  const auto moments = [&](Millis late) { return Value::list({Value::instant(now_), Value::instant(now_ + late)}); };
  const Value few = Value::list({Value::number(1), Value::number(3)}), many = Value::list({Value::number(1), Value::number(4)});
  EXPECT_EQ(act("plan", {{"tour.told", moments(hours(1))}, {"tour.people", few}}).error().field, "tour.told[1]");
  EXPECT_EQ(act("plan", {{"tour.told", moments(minutes(0))}, {"tour.people", many}}).error().field, "tour.people[1]");
  EXPECT_TRUE(act("plan", {{"tour.told", moments(minutes(0))}, {"tour.people", few}}));
  EXPECT_EQ(act("look", {{"seen", Value::instant(now_ + days(1))}, {"left", Value::number(0)}}).error().field, "seen");
  EXPECT_EQ(act("look", {{"seen", Value::instant(now_)}, {"left", Value::number(-1)}}).error().field, "left");
  EXPECT_TRUE(act("look", {{"seen", Value::instant(now_)}, {"left", Value::number(0)}}));
}

TEST_F(Bounds, ThatCannotHoldOrBoundNothingAreFaultsOfTheFile) {
  EXPECT_EQ(fault_of("before = \"now\"", "before = \"noon\""), "field.found.before");
  EXPECT_EQ(fault_of("before = \"now\"", "before = \"now\"\nafter = \"now\""), "field.found.before");
  EXPECT_EQ(fault_of("type = \"number?\"", "type = \"yes_no?\""), "field.people.min");
  EXPECT_EQ(fault_of("min = 1", "min = 61"), "field.people.min");
  EXPECT_EQ(fault_of("min = 1", "min = \"one\""), "field.people.min");
  EXPECT_EQ(fault_of("people = \"number\"", "people = { type = \"number\", before = \"now\" }"), "record.swap.field.people");
}

TEST_F(Bounds, WhatEndsBeforeItBeginsIsNotOpened) {
  const auto refused = with("field.ends", Value::instant(now_ - hours(1)));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kGuardRefused);
  EXPECT_EQ(refused.error().field, "ask");
  EXPECT_NE(refused.error().said.en.find("ends must be more than"), std::string::npos) << refused.error().said.en;
}

TEST_F(Bounds, EveryLifeIsWalkedOnBothSidesOfTheOpeningsGuard) {
  const WalkReport report = walk(procedure_, pack_, {1, 1, 20'000, 100'000});
  for (const Finding& finding : report.findings) ADD_FAILURE() << finding.at << ": " << finding.what.en;
}

TEST_F(Bounds, ARecordMovesBecauseOfTheRecordAtHand) {
  const Value now = Value::instant(now_);
  EXPECT_TRUE(act("plan", {{"tour.told", Value::list({now, now})}, {"tour.people", Value::list({Value::number(1), Value::number(2)})}}));
  EXPECT_TRUE(act("ask_swap", {{"swap.people", Value::number(2)}}));
  EXPECT_TRUE(act("agree", {}, 1));
  EXPECT_EQ(matter_.find("tour", 1)->step, "planned");
  EXPECT_EQ(matter_.find("tour", 2)->step, "made");
}

}  // namespace
}  // namespace shaoyin::procedure
