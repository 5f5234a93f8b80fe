// Facts that ask who could act, watches that look without leaving an entry, and numbers that only one open matter may have.
#include <gtest/gtest.h>

#include <thread>

#include "app/audit.h"
#include "app/submit_action.h"
#include "edge/toml/procedure_file.h"
#include "tests/stories/town.h"

namespace shaoyin {
namespace {

using testing_town::TownHouse;

constexpr const char* kErrand = R"toml(
kind = "errand"
because = "an invented rule"
final_steps = ["done"]
visible = "actor.unit == opener.unit or actor.unit == 'district'"
[field.unit]
type = "party"
[field.external]
type = "number?"
[field.late]
type = "yes_no?"
[facts]
able = "unit_may(field.unit, 'whistle.answer', place)"
helpers_able = "person_may(helper.person, 'whistle.answer', place)"
called_able = "unit_may(call.unit, 'whistle.answer', place)"
[facts.same]
over = "errand"
count = true
where = "field.external == mine.field.external and not final"
told = true
[record.helper]
steps = ["named"]
final = ["named"]
at_close = "cancel"
[record.helper.field]
person = "person"
[record.call]
steps = ["made"]
final = ["made"]
at_close = "cancel"
[record.call.field]
unit = "party"
[step.open]
owner = "opener.unit"
[step.open.clock.look]
kind = "duty"
deadline = "CALL-BACK"
at_end = ["escalate"]
[[watch]]
name = "glance"
every = "1 day"
when = "days_since('ask') >= 3"
do = "turn_late"
[[action]]
name = "ask"
from = []
to = "open"
may = "matter.open"
takes = ["field.unit", "field.external?"]
facts = ["able", "same"]
when = "fact.able and (not known(field.external) or fact.same == 0)"
[[action]]
name = "name_helper"
from = ["open"]
may = "matter.open"
does = [{ add = "helper" }]
facts = ["helpers_able"]
when = "fact.helpers_able"
[[action]]
name = "call"
from = ["open"]
may = "matter.open"
takes = ["call.unit[]"]
does = [{ add = "call", each = "call.unit[]" }]
facts = ["called_able"]
when = "fact.called_able"
[[action]]
name = "end"
from = ["open"]
to = "done"
may = "matter.open"
[[action]]
name = "turn_late"
by = "clock"
from = ["open"]
when = "not known(field.late)"
does = [{ set = "late", value = "true" }]
)toml";

// The town's people without those of stories: one foreman who answers, one clerk who does not.
std::shared_ptr<const registers::Book> book_of(const std::string& area) {
  auto rows = testing_town::files().town.rows;
  std::erase_if(rows, [](const registers::Row& row) { return row.reg == "person"; });
  const auto add = [&](const char* reg, const std::string& code, std::map<std::string, std::string> columns) {
    columns["name_zh"] = columns["name_en"] = code;
    rows.push_back({reg, code, 1, Instant{0}, std::nullopt, std::move(columns)});
  };
  add("role", "foreman", {{"verbs", "whistle.answer"}});
  add("role", "clerk", {{"verbs", "matter.read"}});
  add("person", "foreman", {{"unit", "property_company"}, {"role", "foreman"}, {"area", area}});
  add("person", "clerk", {{"unit", "gas_company"}, {"role", "clerk"}, {"area", "120103"}});
  return registers::Book::build(rows, *parse_instant("2023-01-01"));
}

struct WhoMay : testing::Test {
  WhoMay() { keep("120103"); town.clock.set(*parse_instant("2023-03-01 09:00")); }
  void keep(const std::string& area) {
    auto rules = std::make_shared<app::Rules>(*town.house.rules());
    auto made = toml_files::parse_procedure(kErrand, "");
    for (const Error& error : made.faults) ADD_FAILURE() << error.field << ": " << error.detail;
    rules->add(std::make_shared<procedure::Procedure>(std::move(made.procedure)));
    rules->book = book_of(area);
    town.house.set_rules(rules);
  }
  access::Caller caller(const std::string& unit) const {
    access::Caller made;
    made.actor.as = matter::Actor::As::kStaff;
    made.actor.person = "p-" + unit;
    made.actor.unit = unit;
    made.key_scope = unit;
    made.grants.push_back({{"matter.open", "matter.read"}, "120103"});
    return made;
  }
  Result<app::Receipt> open(const std::string& unit, std::optional<int> external = {}, const std::string& by = "street") {
    app::Request request;
    request.kind = "errand";
    request.place = "120103004010";
    request.inputs["field.unit"] = Value::text(unit);
    if (external) request.inputs["field.external"] = Value::number(*external);
    request.caller = caller(by);
    request.key = "who-may-key-" + std::to_string(++keys);
    return app::submit_action(town.house, request);
  }
  Result<app::Receipt> act(MatterId matter, const std::string& action, std::map<std::string, Value> inputs = {}) {
    app::Request request;
    request.matter = matter;
    request.action = action;
    request.inputs = std::move(inputs);
    request.caller = caller("street");
    request.key = "who-may-key-" + std::to_string(++keys);
    return app::submit_action(town.house, request);
  }
  app::Loaded load(MatterId id) { return *app::load_matter(town.house, id); }
  // The clock runs to `until`, acting whenever the store says that something is due.
  void run_to(const std::string& until) {
    const Instant end = *parse_instant(until);
    for (int i = 0; i < 200; ++i) {
      std::optional<Instant> next;
      const auto all = town.store.all({120103});
      for (const MatterId id : *all) {
        const auto look = town.store.row({120103}, id)->row.look_again;
        if (look && *look <= end && (!next || *look < *next)) next = look;
      }
      if (!next) break;
      town.clock.set(std::max(*next, town.clock.now()));
      EXPECT_TRUE(app::tick_due(town.house));
    }
    town.clock.set(end);
  }

  TownHouse town;
  std::atomic<int> keys = 0;
};

Value units(const std::vector<std::string>& codes) {
  std::vector<Value> all;
  for (const std::string& code : codes) all.push_back(Value::text(code));
  return Value::list(std::move(all));
}

TEST_F(WhoMay, AUnitNobodyOfWhichMayActIsRefused) {
  const auto refused = open("gas_company");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kGuardRefused);
  const auto taken = open("property_company");
  ASSERT_TRUE(taken);
  EXPECT_EQ(load(taken->matter).matter.facts.at("able"), Value::yes_no(true)) << "frozen into the entry";
}

TEST_F(WhoMay, APermissionHoldsInItsAreaOnly) {
  keep("120103004011");
  EXPECT_FALSE(open("property_company"));
}

TEST_F(WhoMay, WithoutAnAccountNobodyActs) {
  town.house.keep_accounts(town.store);
  EXPECT_FALSE(open("property_company"));
  ASSERT_TRUE(town.store.add_account({120103}, {"foreman", "foreman", "hash", false}));
  EXPECT_TRUE(open("property_company"));
  ASSERT_TRUE(town.store.change_account({120103}, "foreman", {.password_hash = {}, .disabled = true}));
  EXPECT_FALSE(open("property_company"));
}

TEST_F(WhoMay, APersonWhoMayNotIsNotNamed) {
  const MatterId matter = open("property_company")->matter;
  EXPECT_FALSE(act(matter, "name_helper", {{"helper.person", Value::text("clerk")}}));
  EXPECT_TRUE(act(matter, "name_helper", {{"helper.person", Value::text("foreman")}}));
}

TEST_F(WhoMay, OfAListEachUnitMust) {
  const MatterId matter = open("property_company")->matter;
  EXPECT_FALSE(act(matter, "call", {{"call.unit", units({"property_company", "gas_company"})}}));
  EXPECT_TRUE(act(matter, "call", {{"call.unit", units({"property_company"})}}));
}

TEST_F(WhoMay, ASecondOpenMatterOfOneNumberIsRefusedAndNamesTheFirstToWhoSeesIt) {
  const auto first = open("property_company", 77);
  ASSERT_TRUE(first);
  const auto seen = open("property_company", 77), unseen = open("property_company", 77, "community");
  ASSERT_FALSE(seen);
  ASSERT_FALSE(unseen);
  EXPECT_NE(seen.error().said.en.find(first->number), std::string::npos) << seen.error().said.en;
  EXPECT_NE(seen.error().said.zh.find(first->number), std::string::npos) << seen.error().said.zh;
  EXPECT_EQ(unseen.error().said.en.find(first->number), std::string::npos) << unseen.error().said.en;
  EXPECT_TRUE(open("property_company", 78));
  EXPECT_TRUE(open("property_company")) << "no number is no double";
  EXPECT_TRUE(act(first->matter, "end"));
  EXPECT_TRUE(open("property_company", 77)) << "of open ones only";
}

TEST_F(WhoMay, OfEightAtOnceOneHasTheNumber) {
  std::atomic<int> opened = 0;
  std::vector<std::thread> all;
  for (int i = 0; i < 8; ++i) all.emplace_back([&] { opened += open("property_company", 5).ok() ? 1 : 0; });
  for (std::thread& one : all) one.join();
  EXPECT_EQ(opened, 1);
}

TEST_F(WhoMay, ALookThatFindsNothingToDoLeavesNoEntry) {
  const MatterId matter = open("property_company")->matter;
  const auto looks = [&] {
    const auto links = load(matter).stored.links;
    return std::count_if(links.begin(), links.end(), [](const ledger::Link& link) { return link.kind == matter::EventKind::kClockMarked; });
  };
  run_to("2023-03-03 12:00");
  EXPECT_EQ(looks(), 0);
  EXPECT_EQ(load(matter).matter.fields.contains("late"), false);
  EXPECT_GT(*town.store.row({120103}, matter)->row.look_again, town.clock.now());
  run_to("2023-03-20 12:00");
  EXPECT_EQ(looks(), 1) << "when it acted";
  EXPECT_EQ(load(matter).matter.fields.at("late"), Value::yes_no(true));
  EXPECT_EQ(format_local(load(matter).matter.clocks.back().next), "2023-03-06 00:00") << "the midnight after it acted";
}

TEST_F(WhoMay, AnActMakesAWatchLookNoSooner) {
  const MatterId matter = open("property_company")->matter;
  run_to("2023-03-04 08:00");
  EXPECT_TRUE(act(matter, "call", {{"call.unit", units({"property_company"})}}));
  run_to("2023-03-04 23:00");
  EXPECT_FALSE(load(matter).matter.fields.contains("late")) << "three days were over at nine; it looks at midnight";
}

}  // namespace
}  // namespace shaoyin
