// What was ruled is known at once to whoever asks next, whoever ruled; and a decision asks as of its own now.
#include <gtest/gtest.h>

#include <thread>

#include "app/transaction.h"
#include "core/procedure/scope.h"
#include "core/rule/expr.h"
#include "tests/stories/town.h"

namespace shaoyin {
namespace {

using testing_town::TownHouse;

registers::Row ruling(const std::string& unit, Instant decided) {
  registers::Row row{"precedent", "noise@120103", 0, decided, std::nullopt, {}};
  row.columns = {{"object", "noise"}, {"area", "120103"}, {"unit", unit}, {"decided", format_utc(decided)}};
  return row;
}

Result<app::Receipt> ruled_for(TownHouse& town, const std::string& unit, Instant decided) {
  app::CommitRequest request;
  request.district = town.house.district().id;
  request.now = decided;
  request.register_rows.push_back(ruling(unit, decided));
  return town.house.commit(request);
}

std::string ruled(TownHouse& town) {
  const auto rules = town.house.rules();
  return rules->book->precedents().empty() ? "" : rules->book->precedents().front().unit;
}

std::string stored(TownHouse& town) { return town.store.register_rows(town.house.district().id, "precedent")->back().columns.at("unit"); }

app::Request request(const std::string& key, MatterId matter, const std::string& action) {
  app::Request made;
  made.caller.actor = {matter::Actor::As::kStaff, "p-community", "community", false};
  made.caller.grants.push_back({{"matter.open", "matter.accept", "matter.settle"}, "120103"});
  made.caller.key_scope = "test";
  made.key = "rulings-" + key;
  made.matter = matter;
  made.action = action;
  return made;
}

// The machine may stop a thread between storing and whatever comes next; here it likes to.
struct Interrupted final : memory::MemoryStore {
  Result<app::Receipt> commit(const app::CommitRequest& request) override {
    auto receipt = MemoryStore::commit(request);
    const bool late = request.register_rows.front().columns.at("unit") == "community";
    for (int i = 0; late && i < 200; ++i) std::this_thread::yield();
    return receipt;
  }
};

// A report about noise that its first level tries to settle.
MatterId settling(TownHouse& town) {
  app::Request open = request("open", {}, "");
  open.kind = "report";
  open.place = "120103004010001001";
  open.inputs["field.what"] = Value::text("drums at night");
  const auto opened = app::submit_action(town.house, open);
  EXPECT_TRUE(opened.ok()) << opened.error().field << " " << opened.error().detail;
  town.clock.set(town.house.now() + minutes(1));
  app::Request accept = request("accept", opened->matter, "accept");
  accept.inputs = {{"field.category", Value::text("noise")}, {"field.grade", Value::text("simple")}};
  EXPECT_TRUE(app::submit_action(town.house, accept).ok());
  app::Request attempt = request("try", opened->matter, "try_to_agree");
  attempt.inputs = {{"attempt.level", Value::text("micro_grid")}, {"attempt.with", Value::text("the drummers")}};
  const auto tried = app::submit_action(town.house, attempt);
  EXPECT_TRUE(tried.ok()) << tried.error().field << " " << tried.error().detail;
  return opened->matter;
}

// The town's rules, in which a matter that climbs by its clock makes a ruling.
std::shared_ptr<const app::Rules> with_a_ruling_clock(TownHouse& town) {
  auto rules = std::make_shared<app::Rules>(*town.house.rules());
  auto report = std::make_shared<procedure::Procedure>(*rules->current("report"));
  procedure::Effect effect;
  effect.kind = procedure::Effect::Kind::kPrecedent;
  effect.with = {{"object", *rule::parse("field.category")}, {"place", *rule::parse("community")}, {"owner", *rule::parse("owner")}};
  for (procedure::ActionSpec& action : report->actions) {
    if (action.name == "climb") action.does.push_back(effect);
  }
  EXPECT_TRUE(procedure::check_types(*report).empty());
  rules->add(report);
  return rules;
}

}  // namespace

TEST(Rulings, ARulingThatAClockMadeIsInForceAtOnce) {
  TownHouse town;
  town.clock.set(*parse_instant("2023-03-01 09:00"));
  town.house.set_rules(with_a_ruling_clock(town));
  const MatterId matter = settling(town);
  EXPECT_EQ(ruled(town), "");
  for (int rounds = 0; rounds < 20 && ruled(town).empty(); ++rounds) {
    town.clock.set(*app::load_matter(town.house, matter)->matter.look_again());
    ASSERT_TRUE(app::tick_matter(town.house, matter).ok());
  }
  ASSERT_FALSE(town.store.register_rows(town.house.district().id, "precedent")->empty()) << "it was ruled";
  EXPECT_EQ(ruled(town), stored(town)) << "and the next one asks the rules in force";
}

TEST(Rulings, OfTwoAtOnceTheOneStoredLastIsInForce) {
  TownHouse town;
  Interrupted store;
  app::House house({{120103}, "GS"}, store, town.vault, town.clock, town.chance, TownHouse::make_rules({}));
  const Instant at = *parse_instant("2023-03-01 09:00");
  const auto rule_for = [&](const char* unit) {
    app::CommitRequest request;
    request.district = house.district().id;
    request.now = at;
    request.register_rows.push_back(ruling(unit, at));
    EXPECT_TRUE(house.commit(request).ok());
  };
  for (int round = 0; round < 300; ++round) {
    std::thread one(rule_for, "community");
    std::thread other(rule_for, "street");
    one.join();
    other.join();
    const auto rules = house.rules();
    const auto rows = store.register_rows(house.district().id, "precedent");
    ASSERT_EQ(rules->book->precedents().front().unit, rows->back().columns.at("unit")) << "round " << round;
  }
}

TEST(Rulings, ARulingDuringAReloadIsNotLost) {
  TownHouse town;
  const Instant at = *parse_instant("2023-03-01 09:00");
  const auto reload = [&]() -> Result<std::shared_ptr<const app::Rules>> {
    auto rules = std::make_shared<app::Rules>(*town.house.rules());
    std::vector<registers::Row> rows = testing_town::files().town.rows;
    const auto precedents = town.store.register_rows(town.house.district().id, "precedent");
    rows.insert(rows.end(), precedents->begin(), precedents->end());
    rules->book = registers::Book::build(rows, at);
    return std::shared_ptr<const app::Rules>(std::move(rules));
  };
  for (int round = 0; round < 100; ++round) {
    std::thread one([&] { EXPECT_TRUE(ruled_for(town, round % 2 == 0 ? "community" : "street", at).ok()); });
    std::thread other([&] { EXPECT_TRUE(town.house.change_rules(reload).ok()); });
    one.join();
    other.join();
    ASSERT_EQ(ruled(town), stored(town)) << "round " << round;
  }
}

TEST(Rulings, OnlyADecisionDrawsANumber) {
  TownHouse town;
  app::Transaction transaction(town.house, {});
  const std::int64_t before = town.house.new_id().value;
  EXPECT_FALSE(transaction.facts().fresh.present());
  EXPECT_EQ(town.house.new_id().value, before + 1) << "to look draws none";
  EXPECT_EQ(transaction.deciding().fresh.value, before + 2);
}

TEST(Rulings, RulesThatCannotBeReadChangeNothing) {
  TownHouse town;
  const auto before = town.house.rules();
  const Status refused = town.house.change_rules([]() -> Result<std::shared_ptr<const app::Rules>> { return fault(ErrorCode::kStorage, "registers"); });
  EXPECT_EQ(refused.error().code, ErrorCode::kStorage);
  EXPECT_EQ(town.house.rules(), before);
}

TEST(Rulings, ADecisionKnowsWhatWasRuledBeforeItsOwnNow) {
  TownHouse town;
  const Instant decided = *parse_instant("2023-03-01 09:00");
  town.clock.set(decided + minutes(1));  // the clock goes on while a decision is made
  ASSERT_TRUE(ruled_for(town, "street", decided).ok());
  const std::vector<procedure::FactQuestion> asked{{"precedent", "precedent", {Value::text("120103004010"), Value::text("noise")}}};
  const auto known = [&](Instant now) { return app::answer_facts(town.house, town.house.rules(), asked, {{}, "report", "", now})->known.at("precedent"); };
  EXPECT_FALSE(known(decided - minutes(1)).known());
  EXPECT_EQ(known(decided + minutes(1)), Value::text("street"));
}

}  // namespace shaoyin
