// Facts over other matters: what has been paid to a household by other claims decides about this one.
#include <gtest/gtest.h>

#include "core/desk/fact.h"
#include "core/procedure/check.h"
#include "edge/toml/procedure_file.h"
#include "tests/stories/town.h"

namespace shaoyin {
namespace {

using testing_town::TownHouse;

constexpr const char* kHousehold = R"toml(
kind = "household"
because = "an invented rule"
final_steps = ["gone"]
[step.known]
owner = "opener.unit"
[step.known.clock.look]
kind = "duty"
deadline = "CALL-BACK"
at_end = ["escalate"]
[[action]]
name = "file"
from = []
to = "known"
may = "matter.open"
[[action]]
name = "leave"
from = ["known"]
to = "gone"
may = "matter.close"
)toml";

constexpr const char* kClaim = R"toml(
kind = "claim"
because = "an invented rule"
visible = "actor.unit == opener.unit"
final_steps = ["closed"]
[field.household]
type = "matter"
[field.amount]
type = "number"
[field.other]
type = "matter?"
[facts.paid]
over = "claim.payment"
sum = "payment.amount"
where = "matter.field.household == mine.field.household and payment.step == 'paid'"
[facts.claims]
over = "claim"
count = true
where = "field.household == mine.field.household and not final"
[facts.of_other]
over = "claim"
count = true
where = "field.household == mine.field.other"
[facts.of_nobody]
over = "nothing_of_that_name"
count = true
[facts.twins]
over = "claim.payment"
count = true
where = "payment.amount == mine.payment.amount"
[facts.spent]
over = "claim.payment"
count = true
where = "payment.voucher == mine.payment.voucher and payment.step == 'paid'"
[record.payment]
steps = ["asked", "paid"]
final = ["paid"]
at_close = "cancel"
[record.payment.field]
amount = "number"
voucher = "number?"
[step.open]
owner = "opener.unit"
[step.open.clock.look]
kind = "duty"
deadline = "CALL-BACK"
at_end = ["escalate"]
[[action]]
name = "claim"
from = []
to = "open"
may = "matter.open"
takes = ["field.household", "field.amount", "field.other?"]
facts = ["paid", "claims"]
when = "fact.paid + field.amount <= 1000"
[[action]]
name = "ask"
from = ["open"]
may = "matter.work"
does = [{ add = "payment" }]
facts = ["twins"]
when = "fact.twins == 0"
[[action]]
name = "pay"
on = "payment"
from = ["asked"]
to = "paid"
may = "matter.work"
[[action]]
name = "pay_by"
on = "payment"
from = ["asked"]
to = "paid"
may = "matter.work"
takes = ["payment.voucher"]
facts = ["spent"]
when = "fact.spent == 0"
[[action]]
name = "compare"
from = ["open"]
may = "matter.work"
facts = ["of_other"]
when = "fact.of_other == 0"
[[action]]
name = "ask_nobody"
from = ["open"]
may = "matter.work"
facts = ["of_nobody"]
when = "fact.of_nobody == 0"
[[action]]
name = "close"
from = ["open"]
to = "closed"
may = "matter.close"
)toml";

std::shared_ptr<procedure::Procedure> read(const char* source) {
  auto made = toml_files::parse_procedure(source, "");
  for (const Error& error : made.faults) ADD_FAILURE() << error.field << ": " << error.detail;
  return std::make_shared<procedure::Procedure>(std::move(made.procedure));
}

struct CountMatters : testing::Test {
  CountMatters() {
    auto rules = std::make_shared<app::Rules>(*town.house.rules());
    rules->add(read(kHousehold));
    rules->add(read(kClaim));
    town.house.set_rules(rules);
    town.clock.set(*parse_instant("2023-03-01 09:00"));
    family = opened("household", {});
    neighbours = opened("household", {});
  }

  access::Caller caller(const std::string& unit) const {
    access::Caller made;
    made.actor.as = matter::Actor::As::kStaff;
    made.actor.person = "p-" + unit;
    made.actor.unit = unit;
    made.key_scope = unit;
    made.grants.push_back({{"matter.open", "matter.work", "matter.close", "matter.read"}, "120103"});
    return made;
  }
  Result<app::Receipt> submit(app::Request request, const std::string& unit = "street") {
    town.clock.set(town.clock.now() + minutes(1));
    request.caller = caller(unit);
    request.key = "count-key-" + std::to_string(++keys);
    return app::submit_action(town.house, request);
  }
  Result<app::Receipt> open(const std::string& kind, std::map<std::string, Value> inputs, const std::string& unit = "street") {
    app::Request request;
    request.kind = kind;
    request.place = "120103004010";
    request.inputs = std::move(inputs);
    return submit(std::move(request), unit);
  }
  MatterId opened(const std::string& kind, std::map<std::string, Value> inputs, const std::string& unit = "street") {
    const auto receipt = open(kind, std::move(inputs), unit);
    EXPECT_TRUE(receipt) << (receipt ? "" : receipt.error().said.en + receipt.error().field);
    return receipt ? receipt->matter : MatterId{};
  }
  static Value code(MatterId id) { return Value::text(std::to_string(id.value)); }
  std::map<std::string, Value> of(MatterId household, int amount) const { return {{"field.household", code(household)}, {"field.amount", Value::number(amount)}}; }
  Result<app::Receipt> act(MatterId matter, const std::string& action, std::map<std::string, Value> inputs = {}, RecordNumber record = 0, const std::string& unit = "street") {
    app::Request request;
    request.matter = matter;
    request.action = action;
    request.inputs = std::move(inputs);
    request.record = record;
    return submit(std::move(request), unit);
  }
  void paid(MatterId claim, int amount, const std::string& unit = "street") {
    EXPECT_TRUE(act(claim, "ask", {{"payment.amount", Value::number(amount)}}, 0, unit));
    EXPECT_TRUE(act(claim, "pay", {}, 1, unit));
  }
  Value fact(MatterId matter, const std::string& name) { return app::load_matter(town.house, matter)->matter.facts.at(name); }

  TownHouse town;
  MatterId family, neighbours;
  int keys = 0;
};

TEST_F(CountMatters, WhatOthersWerePaidDecidesAndIsFrozen) {
  paid(opened("claim", of(family, 800)), 800);
  const auto refused = open("claim", of(family, 300));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kGuardRefused);
  const MatterId second = opened("claim", of(family, 200));
  EXPECT_EQ(fact(second, "paid"), Value::number(800));
  paid(second, 199);
  EXPECT_EQ(fact(second, "paid"), Value::number(800)) << "what was known then stays";
}

TEST_F(CountMatters, OnlyRowsThatMeetTheConditionCount) {
  const MatterId claim = opened("claim", of(family, 800));
  EXPECT_TRUE(act(claim, "ask", {{"payment.amount", Value::number(800)}})) << "asked for, not paid";
  paid(opened("claim", of(neighbours, 700)), 700);
  const MatterId next = opened("claim", of(family, 900));
  EXPECT_EQ(fact(next, "paid"), Value::number(0));
  EXPECT_EQ(fact(next, "claims"), Value::number(1));
  EXPECT_TRUE(act(claim, "close"));
  EXPECT_EQ(fact(opened("claim", of(family, 1)), "claims"), Value::number(1)) << "the closed one no longer counts";
}

TEST_F(CountMatters, TheEngineCountsWhatTheCallerCannotSee) {
  paid(opened("claim", of(family, 900)), 900);
  EXPECT_FALSE(open("claim", of(family, 200), "community"));
}

TEST_F(CountMatters, AMatterDoesNotCountItself) {
  const MatterId claim = opened("claim", of(family, 100));
  EXPECT_TRUE(act(claim, "ask", {{"payment.amount", Value::number(5)}}));
  EXPECT_TRUE(act(claim, "ask", {{"payment.amount", Value::number(5)}})) << "its own twin is none";
  EXPECT_FALSE(act(opened("claim", of(family, 100)), "ask", {{"payment.amount", Value::number(5)}})) << "that of another is: the record to be added was asked about";
}

TEST_F(CountMatters, WhatIsGivenForTheRecordAtHandIsAskedAbout) {
  const auto pay = [&](MatterId claim, int voucher) { return act(claim, "pay_by", {{"payment.voucher", Value::number(voucher)}}, 1); };
  const MatterId first = opened("claim", of(family, 10)), second = opened("claim", of(neighbours, 10));
  EXPECT_TRUE(act(first, "ask", {{"payment.amount", Value::number(1)}}));
  EXPECT_TRUE(act(second, "ask", {{"payment.amount", Value::number(2)}}));
  EXPECT_TRUE(pay(first, 77));
  EXPECT_FALSE(pay(second, 77)) << "one voucher pays once, in whichever matter";
  EXPECT_TRUE(pay(second, 78));
}

TEST_F(CountMatters, WhatRestsOnSomethingUnknownIsNotKnown) {
  const MatterId claim = opened("claim", of(family, 100));
  const auto refused = act(claim, "compare");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kGuardRefused) << "nought is not what nobody asked about";
  EXPECT_FALSE(act(claim, "ask_nobody")) << "there is no such kind of matter";
}

TEST_F(CountMatters, APageOffersWhatWillBeCountedOnlyThen) {
  const MatterId claim = opened("claim", of(family, 100));
  const auto rules = town.house.rules();
  const auto loaded = app::load_matter(town.house, claim);
  const app::BookOutside outside(*rules->book);
  const procedure::Facts facts{town.clock.now(), caller("street").actor, rules->calendar, rules->pack, outside, {}};
  const auto kind = rules->of(loaded->matter);
  EXPECT_TRUE(procedure::possible(*kind, loaded->matter, *kind->action("compare"), 0, facts).all());
}

// What desk::check_facts says of a claim with one part put otherwise.
std::vector<std::string> said_of(const std::string& part, const std::string& otherwise) {
  std::string source = kClaim;
  source.replace(source.find(part), part.size(), otherwise);
  const auto claim = toml_files::parse_procedure(source, "");
  std::vector<std::string> at;
  for (const Error& error : claim.faults) at.push_back(error.field);
  if (!at.empty()) return at;
  const auto whole = std::make_shared<const procedure::Procedure>(claim.procedure);
  const desk::ColumnsOf columns = [&](const desk::Over& over) { return over.kind == "claim" ? desk::columns_of(over, {whole}) : desk::Columns{}; };
  for (const procedure::Finding& one : desk::check_facts(*whole, columns, {"any", {}, {}})) {
    at.push_back((one.severity == procedure::Severity::kError ? "" : "warning ") + one.at);
  }
  return at;
}

TEST(CountedFacts, AreCheckedAgainstTheColumnsOfTheOtherKind) {
  const std::string warned = "warning facts.of_nobody.over";
  using Found = std::vector<std::string>;
  EXPECT_EQ(said_of("'paid'\"\n[facts.claims]", "'paid'\"\n[facts.claims]"), Found{warned});
  EXPECT_EQ(said_of("claim.payment\"\nsum", "claim.wages\"\nsum"), (Found{"facts.paid.over", warned}));
  EXPECT_EQ(said_of("sum = \"payment.amount\"", "sum = \"payment.step\""), (Found{"facts.paid.sum", warned}));
  EXPECT_EQ(said_of("payment.step == 'paid'", "payment.step == 'gone'"), (Found{"facts.paid.where", warned}));
  EXPECT_EQ(said_of("field.household == mine.field.household and not final", "field.hut == mine.field.household"), (Found{"facts.claims.where", warned}));
  EXPECT_EQ(said_of("field.household == mine.field.household and not final", "field.household == mine.field.amount"), (Found{"facts.claims.where", warned})) << "a number is no matter";
  EXPECT_EQ(said_of("field.household == mine.field.household and not final", "field.household == mine.field.hut"), Found{"facts.claims.mine.field.hut"});
  EXPECT_EQ(said_of("sum = \"payment.amount\"", "sum = \"payment.amount\"\ncount = true"), Found{"facts.paid"});
}

}  // namespace
}  // namespace shaoyin
