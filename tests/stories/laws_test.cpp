// Laws that no order of actions may break (docs/invariants.md). People of the town do whatever comes to their
// minds, mostly what is possible and now and then what is not, while the clock runs on; after every act the
// laws are checked on every matter. A failing seed is printed; SEED=<n> runs that one alone, SHAOYIN_LONG=1
// runs many more.
#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

#include "app/audit.h"
#include "core/ledger/ledger.h"
#include "tests/stories/town.h"

namespace shaoyin {
namespace {

using testing_town::TownHouse;

constexpr int kSeeds = 60;
constexpr int kSeedsLong = 5000;
constexpr int kSteps = 60;
constexpr RecordNumber kRecordsTried = 60;
constexpr int kWillingActs = 1500;  // far more than anybody needs: the choice is blind

class Walk {
 public:
  explicit Walk(std::uint64_t seed) : random_(seed) { town_.clock.set(*parse_instant("2023-02-14 09:00")); }

  void run() {
    open();
    for (int i = 0; i < kSteps && !testing::Test::HasFailure(); ++i) {
      town_.clock.set(town_.clock.now() + minutes(1 + pick(240)));
      if (pick(12) == 0) { open(); }
      else if (pick(4) == 0) { tick(); }
      else { act(); }
      check_all();
    }
  }

  // From wherever the walk has left them, people who want an end bring every matter to one.
  void bring_to_an_end() {
    for (int acts = 0; acts < kWillingActs && !open_matters().empty() && !testing::Test::HasFailure(); ++acts) {
      town_.clock.set(town_.clock.now() + minutes(5));
      std::vector<app::Request> ways = willing();
      if (ways.empty()) { town_.clock.set(town_.clock.now() + days(1)); tick(); continue; }
      app::Request request = one_of(ways);
      const auto loaded = app::load_matter(town_.house, request.matter);
      ASSERT_TRUE(loaded.ok());
      fill(request, *town_.house.rules()->of(loaded->matter)->action(request.action));
      submit(std::move(request));
    }
    for (const MatterId id : open_matters()) {
      const auto loaded = app::load_matter(town_.house, id);
      std::string records;
      for (const matter::Record& record : loaded->matter.records) {
        const auto unit = record.fields.find("unit");
        records += " " + record.type + "#" + std::to_string(record.number) + "/" + std::to_string(record.round) + " " + record.step + (unit == record.fields.end() ? "" : " " + unit->second.as_text()) + ";";
      }
      ADD_FAILURE() << "no way out of " << loaded->matter.kind << "." << loaded->matter.step << ", owner " << loaded->matter.owner << ", round " << loaded->matter.round << ":" << records;
    }
  }

  int done() const { return done_; }
  int refused() const { return refused_; }

 private:
  std::int64_t pick(std::int64_t below) { return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(below)); }
  template <class T>
  const T& one_of(const std::vector<T>& items) { return items[static_cast<std::size_t>(pick(static_cast<std::int64_t>(items.size())))]; }

  access::Caller caller() {
    const auto& actors = testing_town::files().town.actors;
    access::Caller made;
    if (pick(8) == 0) {
      made.actor.as = matter::Actor::As::kResident;
      made.actor.is_reporter = pick(2) == 0;
      made.grants.push_back({{"matter.open", "resident.answer", "matter.withdraw"}, "120103"});
      made.key_scope = "resident";
      return made;
    }
    const app::StoryActor& actor = one_of(actors);
    made.actor = {matter::Actor::As::kStaff, "p-" + actor.name, actor.unit, false};
    made.grants.push_back({actor.verbs, actor.area});
    made.key_scope = actor.name;
    return made;
  }

  // Mostly somebody who holds the permission; now and then anybody.
  access::Caller caller_with(const std::string& verb) {
    access::Caller made = caller();
    for (int tries = 0; tries < 40 && pick(30) != 0 && !made.grants[0].verbs.contains(verb); ++tries) made = caller();
    return made;
  }

  Value input(const procedure::Slot& slot) {
    using Kind = rule::Type::Kind;
    static const std::vector<std::string> kUnits = {"property_company", "water_company", "gas_company", "community"};
    static const std::vector<std::string> kCategories = {"pipes-reclaimed", "heating", "noise"};
    if (slot.evidence) return Value::list({Value::text(to_hex(sha256(std::to_string(pick(1000)))))});
    switch (slot.type.kind) {
      case Kind::kParty: return Value::text(one_of(kUnits));
      case Kind::kCategory: return Value::text(one_of(kCategories));
      case Kind::kChoice: return Value::text(one_of(slot.type.options));
      case Kind::kInstant: return Value::instant(town_.clock.now() + hours(1 + pick(400)));
      case Kind::kYesNo: return Value::yes_no(pick(2) == 0);
      case Kind::kNumber: return Value::number(pick(10));
      case Kind::kMatter: return Value::text(std::to_string(one_of(matters()).value));
      default: return Value::text("words " + std::to_string(pick(1000)));
    }
  }

  void fill(app::Request& request, const procedure::ActionSpec& action, const std::string& prefix = {}) {
    for (const procedure::Input& wanted : action.takes) {
      if (wanted.slot.optional && pick(2) == 0) continue;
      if (pick(40) == 0) continue;  // forgotten
      if (!wanted.slot.list) { request.inputs[prefix + wanted.name] = input(wanted.slot); continue; }
      std::vector<Value> items;
      for (std::int64_t n = 1 + pick(3); n > 0; --n) items.push_back(input(wanted.slot));
      request.inputs[prefix + wanted.name] = Value::list(std::move(items));
    }
    for (const procedure::Effect& effect : action.does) {
      if (effect.kind == procedure::Effect::Kind::kSpawn) fill(request, town_.house.rules()->current(effect.target)->opening(), "child.");
    }
  }

  std::vector<MatterId> open_matters() {
    std::vector<MatterId> all;
    for (const MatterId id : matters()) {
      if (!town_.store.load({120103}, id)->row.final) all.push_back(id);
    }
    return all;
  }

  static bool waits(const procedure::Procedure& procedure, const matter::Matter& matter, const std::string& type) {
    const procedure::RecordSpec* spec = type.empty() ? nullptr : procedure.record(type);
    return spec != nullptr && std::any_of(matter.records.begin(), matter.records.end(), [&](const matter::Record& record) {
      return record.type == type && record.round == matter.round && !spec->is_final(record.step);
    });
  }

  // What somebody could now do to some open matter that leads on: nothing that starts over, hands on or calls for more.
  std::vector<app::Request> willing() {
    static const std::set<std::string> kUnwilling = {"say_not_solved", "reopen", "refuse", "return_with_reason", "ask_hold", "ask_extension", "blow_whistle",
                                                     "check_fund", "work", "add_photos", "try_to_agree", "try_again", "pass_up", "absorb", "withdraw"};
    const auto rules = town_.house.rules();
    const app::BookOutside outside(*rules->book);
    std::vector<access::Caller> people;
    for (const app::StoryActor& actor : testing_town::files().town.actors) {
      people.push_back({{matter::Actor::As::kStaff, "p-" + actor.name, actor.unit, false}, {{actor.verbs, actor.area}}, actor.name});
    }
    people.push_back({{matter::Actor::As::kResident, {}, {}, true}, {{{"resident.answer"}, "120103"}}, "resident"});
    std::vector<app::Request> ways;
    for (const MatterId id : open_matters()) {
      const auto loaded = app::load_matter(town_.house, id);
      const auto procedure = rules->of(loaded->matter);
      for (const access::Caller& caller : people) {
        const procedure::Facts facts{town_.clock.now(), caller.actor, rules->calendar, rules->pack, outside, {}};
        for (const procedure::ActionSpec& action : procedure->actions) {
          if (action.by != procedure::ActionSpec::By::kPerson || action.opens() || kUnwilling.contains(action.name) || !caller.grants[0].verbs.contains(action.may)) continue;
          const procedure::StepSpec* step = procedure->step(loaded->matter.step);
          if (action.name == "call_more" && (step == nullptr || !step->contested)) continue;  // only where nobody is left to own it
          if (action.name == "strike_item" && pick(10) != 0) continue;  // only now and then: else nothing is ever agreed
          const bool replaces = std::any_of(action.does.begin(), action.does.end(), [](const procedure::Effect& effect) { return effect.kind == procedure::Effect::Kind::kMove; });
          if (!replaces && waits(*procedure, loaded->matter, action.adds())) continue;  // first what has been begun
          const RecordNumber records = action.on.empty() ? 0 : kRecordsTried;
          for (RecordNumber record = action.on.empty() ? 0 : 1; record <= records; ++record) {
            if (!procedure::possible(*procedure, loaded->matter, action, record, facts).all()) continue;
            for (const std::string& to : action.to.size() > 1 ? action.to : std::vector<std::string>{""}) {
              app::Request way;
              way.caller = caller;
              way.matter = id;
              way.action = action.name;
              way.record = record;
              way.to = to;
              ways.push_back(std::move(way));
            }
          }
        }
      }
    }
    return ways;
  }

  std::vector<MatterId> matters() { return *town_.store.all({120103}); }

  void submit(app::Request request) {
    request.key = "walk-key-" + std::to_string(++keys_);
    const auto receipt = app::submit_action(town_.house, request);
    if (receipt) { ++done_; } else { ++refused_; }
    if (!receipt) {
      EXPECT_NE(receipt.error().code, ErrorCode::kDamaged);
      return;
    }
    // The same key again changes nothing and is answered the same.
    const auto again = app::submit_action(town_.house, request);
    ASSERT_TRUE(again.ok());
    EXPECT_EQ(again->hash, receipt->hash);
  }

  void open() {
    static const std::vector<std::string> kPlaces = {"120103004010001001", "120103004010001", "120103004011"};
    app::Request request;
    request.kind = pick(3) == 0 ? "whistle" : "report";
    request.caller = caller_with(town_.house.rules()->current(request.kind)->opening().may);
    request.place = one_of(kPlaces);
    fill(request, town_.house.rules()->current(request.kind)->opening());
    submit(std::move(request));
  }

  void act() {
    const auto all = matters();
    if (all.empty()) return;
    app::Request request;
    request.caller = caller();
    request.matter = one_of(all);
    const auto loaded = app::load_matter(town_.house, request.matter);
    ASSERT_TRUE(loaded.ok());
    const auto procedure = town_.house.rules()->of(loaded->matter);
    const procedure::ActionSpec* action = nullptr;
    for (int tries = 0; tries < 200; ++tries) {  // mostly something this person could do
      action = &one_of(procedure->actions);
      if (action->by != procedure::ActionSpec::By::kPerson || action->opens()) continue;
      request.caller = caller_with(action->may);
      request.record = action->on.empty() ? 0 : static_cast<RecordNumber>(1 + pick(4));
      const auto rules = town_.house.rules();
      const app::BookOutside outside(*rules->book);
      const procedure::Facts facts{town_.clock.now(), request.caller.actor, rules->calendar, rules->pack, outside, {}};
      if (procedure::possible(*procedure, loaded->matter, *action, request.record, facts).all()) break;
    }
    request.action = action->name;
    if (action->to.size() > 1) request.to = one_of(action->to);
    if (pick(20) == 0) request.revision = loaded->matter.revision - 1;
    fill(request, *action);
    submit(std::move(request));
  }

  void tick() {
    const auto ticked = app::tick_due(town_.house);
    ASSERT_TRUE(ticked.ok());
    EXPECT_EQ(ticked->failed, 0);
    const auto again = app::tick_due(town_.house);  // a clock that has acted does not act twice at one instant
    ASSERT_TRUE(again.ok());
    EXPECT_EQ(again->acted, 0) << "a clock acted twice";
  }

  void check_all() {
    for (const MatterId id : matters()) check(id);
  }

  void check(MatterId id) {
    const auto stored = town_.store.load({120103}, id);
    ASSERT_TRUE(stored.ok());
    ASSERT_TRUE(ledger::verify_chain({120103}, id, stored->links).ok());
    const auto replayed = app::replay(id, {120103}, stored->links);
    ASSERT_TRUE(replayed.ok());
    const matter::Matter& m = *replayed;
    const auto beside = app::audit_matter({town_.store, &town_.vault, *town_.house.rules(), {120103}}, id, *stored);
    ASSERT_TRUE(beside.ok());
    for (const app::AuditFault& one : *beside) ADD_FAILURE() << m.kind << "." << m.step << " " << one.part;
    EXPECT_FALSE(m.owner.empty()) << "no owner in " << m.kind << "." << m.step;
    EXPECT_EQ(m.final, stored->row.final);
    EXPECT_EQ(m.step, stored->row.step);
    EXPECT_EQ(m.owner, stored->row.owner);
    if (m.final) {
      for (const matter::RunningClock& clock : m.clocks) EXPECT_FALSE(clock.open()) << m.kind << " ended with clock " << clock.name;
    } else {
      EXPECT_TRUE(m.look_again().has_value()) << "stranded: " << m.kind << "." << m.step << " has no clock that will act";
    }
    for (const matter::Child& child : m.children) {
      const auto row = town_.store.load({120103}, child.id);
      ASSERT_TRUE(row.ok());
      EXPECT_EQ(row->row.channel, "") << "nobody sent it in: a step of the " << m.kind << " asked for it";
      EXPECT_EQ(row->row.step, child.step) << "a " << m.kind << " in " << m.step << " believes an old step of its child";
    }
  }

  std::mt19937_64 random_;
  TownHouse town_;
  int keys_ = 0;
  int done_ = 0;
  int refused_ = 0;
};

std::vector<std::uint64_t> seeds() {
  if (const char* one = std::getenv("SEED")) return {std::strtoull(one, nullptr, 10)};
  const char* is_long = std::getenv("SHAOYIN_LONG");
  std::vector<std::uint64_t> all;
  for (int i = 1; i <= (is_long && *is_long ? kSeedsLong : kSeeds); ++i) all.push_back(static_cast<std::uint64_t>(i));
  return all;
}

}  // namespace

TEST(Laws, NoOrderOfActionsLosesAMatter) {
  int done = 0, refused = 0;
  for (const std::uint64_t seed : seeds()) {
    SCOPED_TRACE("SEED=" + std::to_string(seed));
    Walk walk(seed);
    walk.run();
    done += walk.done();
    refused += walk.refused();
    if (testing::Test::HasFailure()) break;
  }
  RecordProperty("done", done);
  RecordProperty("refused", refused);
  std::printf("walks: %d acts done, %d refused\n", done, refused);
  EXPECT_GT(done, refused / 20) << "the walk is refused nearly everything and proves little";
}

TEST(Laws, FromEverywhereThereIsAWayToAnEnd) {
  const std::vector<std::uint64_t> all = seeds();
  for (std::size_t i = 0; i < all.size(); i += 4) {  // every fourth: the end takes longer than the walk
    SCOPED_TRACE("SEED=" + std::to_string(all[i]));
    Walk walk(all[i]);
    walk.run();
    walk.bring_to_an_end();
    if (testing::Test::HasFailure()) break;
  }
}

}  // namespace shaoyin
