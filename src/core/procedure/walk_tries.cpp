#include <algorithm>
#include <fmt/format.h>

#include "core/procedure/check_parts.h"
#include "core/procedure/walk_parts.h"

namespace shaoyin::procedure {
namespace {

using matter::Actor;
using matter::Matter;
using rule::Node;
using Inputs = std::map<std::string, Value>;

constexpr std::size_t kInputsMax = 48;  // combinations of inputs of one action: more would only repeat themselves

// Of a doer, rules ask later only whether somebody is the same or another: one doer among many shows both.
constexpr std::size_t kDoersMax = 1;

clock::DeadlinePack generous(const Procedure& procedure) {
  std::vector<clock::PackRow> rows;
  const auto add = [&](const ClockSpec& clock) {
    if (!clock.code.empty()) rows.push_back({clock.code, "", {1, clock::Unit::kHours, false}, {"", {"walk", "walk"}}, true});
  };
  for (const StepClock& clock : step_clocks(procedure)) add(*clock.clock);
  for (const RecordSpec& record : procedure.records) {
    for (const ClockSpec& clock : record.clocks) add(clock);
  }
  return {"walk", "1", std::move(rows)};
}

// Nothing, one, much, and whatever number a rule names: a sum that must be a hundred is met by one record of a hundred.
std::vector<Value> numbers_of(const Lens& lens) {
  std::set<std::int64_t> all = lens.numbers;
  all.insert({0, 1, 1'000'000});
  std::vector<Value> values;
  for (const std::int64_t number : all) values.push_back(Value::number(number));
  return values;
}

// The values worth trying where rules look at them.
std::vector<Value> values_of(const Lens& lens, const rule::Type& type) {
  using Kind = rule::Type::Kind;
  switch (type.kind) {
    case Kind::kYesNo: return {Value::yes_no(true), Value::yes_no(false)};
    case Kind::kNumber: return numbers_of(lens);
    case Kind::kParty: return {Value::text("A"), Value::text("B")};
    case Kind::kInstant: return {Value::instant(SmallWorld::kLater), Value::instant(SmallWorld::kSoon)};
    case Kind::kSealed: return {Value::sealed("sealed")};
    case Kind::kList: return {Value::list({Value::text("file")})};
    case Kind::kPerson: return {Value::text("a1"), Value::text("b1")};
    case Kind::kMatter: return {Value::text("7")};
    case Kind::kChoice: break;
    default: return {Value::text("x")};
  }
  std::vector<Value> choices;  // those that rules name, and one that stands for all others
  bool other = false;
  for (const std::string& option : type.options) {
    if (!lens.words.contains(option) && std::exchange(other, true)) continue;
    choices.push_back(Value::text(option));
  }
  return choices;
}

// Those that the bounds of a field or input allow; where they leave none of them, the bounds themselves.
std::vector<Value> allowed(std::vector<Value> values, const Slot& slot, const SmallWorld& world) {
  using Kind = rule::Type::Kind;
  if (slot.type.kind == Kind::kInstant && slot.before_now) return {Value::instant(SmallWorld::kNow - hours(1)), Value::instant(SmallWorld::kNow - hours(2))};
  if (slot.type.kind == Kind::kInstant && slot.within) {
    const Instant last = clock::deadline(world.facts({}).calendar, SmallWorld::kNow, *slot.within).at;
    for (Value& value : values) value = Value::instant(std::min(value.as_instant(), last));
    if (values.size() > 1 && values[1] == values[0]) values[1] = Value::instant(last - minutes(1));
  }
  if (slot.type.kind != Kind::kNumber) return values;
  const auto outside = [&](const Value& one) { return (slot.least && one.as_number() < *slot.least) || (slot.most && one.as_number() > *slot.most); };
  std::erase_if(values, outside);
  for (const auto& bound : {slot.most, slot.least}) {
    if (bound && std::find(values.begin(), values.end(), Value::number(*bound)) == values.end()) values.push_back(Value::number(*bound));
  }
  return values;
}

bool sees_actor(const ActionSpec& action) {
  bool sees = false;
  const auto look = [&](const rule::Condition& condition) {
    if (condition) for_each_node(*condition.root, [&](const Node& node) { sees = sees || (node.kind == Node::Kind::kName && node.path[0] == "actor") || node.word == "actor.may"; });
  };
  look(action.when);
  for (const Effect& effect : action.does) {
    look(effect.value);
    look(effect.where);
    for (const auto& [name, condition] : effect.with) look(condition);
  }
  return sees;
}

class Trier {
 public:
  Trier(const Procedure& procedure, const Lens& lens, const SmallWorld& world, int records_max) : p_(procedure), lens_(lens), world_(world), width_(records_max) {}

  // Every combination of inputs and facts for `action`, done by `actor`.
  void add(const ActionSpec& action, RecordNumber record, const Actor& actor, std::vector<Try>& out) const {
    std::vector<std::string> targets = action.to;
    if (targets.size() < 2) targets = {""};
    for (const Inputs& inputs : inputs_of(action)) {
      for (const Inputs& known : facts_of(action)) {
        for (const std::string& to : targets) {
          Try one;
          one.said = said(action, record, actor, to);
          one.act = {action.name, record, to, inputs, 0};
          one.actor = actor;
          one.known = known;
          out.push_back(std::move(one));
        }
      }
    }
  }

  // One actor for each way the rules can tell actors apart, of those that `who` lets act.
  std::vector<Actor> actors_for(const Matter& matter, const ActionSpec& action, RecordNumber record, std::set<std::string>& refused) const {
    std::vector<Actor> allowed;
    std::set<std::string> kinds;
    const bool all = sees_actor(action) || action.opens();
    for (const Actor& actor : SmallWorld::actors()) {
      if (!judge_who(p_, matter, action, record, world_.facts(actor)).holds) { refused.insert(action.name); continue; }
      const bool enough = !all && kinds.size() >= kDoersMax;
      if (!enough && kinds.insert(kind_of(actor, action, all)).second) allowed.push_back(actor);
    }
    return allowed;
  }

 private:
  static std::string said(const ActionSpec& action, RecordNumber record, const Actor& actor, const std::string& to) {
    const std::string who = actor.as == Actor::As::kResident ? "resident" : actor.as == Actor::As::kEngine ? "engine" : actor.unit;
    return fmt::format("{}{}{} ({})", action.name, record ? fmt::format(" #{}", record) : "", to.empty() ? "" : " -> " + to, who);
  }

  std::string kind_of(const Actor& actor, const ActionSpec& action, bool all) const {
    if (all) return actor.person + "/" + actor.unit;
    std::string kind;
    const auto tell = [&](const std::pair<std::string, std::string>& deed) {
      if (lens_.deed_persons.contains(deed)) kind += actor.person;
      if (lens_.deed_units.contains(deed)) kind += "@" + actor.unit;
    };
    tell({action.on, action.name});
    if (lens_.workers && action.work) kind += actor.person;
    for (const Effect& effect : action.does) {
      if (effect.kind == Effect::Kind::kAdd) tell({effect.target, "add"});
    }
    return kind;
  }

  bool looked_at(const Input& input) const {
    if (input.field.empty()) return false;
    return input.record.empty() ? lens_.fields.contains(input.field) : lens_.columns.contains({input.record, input.field});
  }

  std::vector<Value> options_of(const Input& input, std::size_t length) const {
    const bool looked = looked_at(input);
    const bool chooses = input.record.empty() && lens_.known_fields.contains(input.field);
    if (input.slot.optional && !looked && !chooses) return {Value::nothing()};
    std::vector<Value> options = allowed(values_of(lens_, input.slot.type), input.slot, world_);
    if (input.slot.proof) options = {Value::list({Value::text("proof")})};
    if (!looked) options.resize(1);
    if (input.slot.list) options = lists_of(options, length);
    if (input.slot.optional) options.push_back(Value::nothing());
    return options;
  }

  // Lists of `length`: all of one, and where there are two the mixed one.
  static std::vector<Value> lists_of(const std::vector<Value>& options, std::size_t length) {
    std::vector<Value> lists;
    for (const Value& option : options) lists.push_back(Value::list(std::vector<Value>(length, option)));
    if (options.size() < 2 || length < 2) return lists;
    std::vector<Value> mixed;
    // A law may ask for different units: the third is the subdistrict.
    const bool units = options[0] == Value::text("A");
    for (std::size_t i = 0; i < length; ++i) mixed.push_back(units && i == 2 ? Value::text("S") : options[i % 2]);
    lists.push_back(Value::list(std::move(mixed)));
    return lists;
  }

  static void widen(std::vector<Inputs>& all, const std::string& name, const std::vector<Value>& options) {
    std::vector<Inputs> wider;
    for (const Inputs& inputs : all) {
      for (const Value& option : options) {
        if (wider.size() >= kInputsMax) break;
        wider.push_back(inputs);
        if (option.known()) wider.back()[name] = option;
      }
    }
    all = std::move(wider);
  }

  std::vector<Inputs> inputs_of(const ActionSpec& action) const {
    const bool lists = std::any_of(action.takes.begin(), action.takes.end(), [](const Input& input) { return input.slot.list; });
    std::vector<Inputs> all;
    for (int length = 1; length <= (lists ? width_ : 1); ++length) {
      std::vector<Inputs> some(1);
      for (const Input& input : action.takes) widen(some, input.name, options_of(input, static_cast<std::size_t>(length)));
      all.insert(all.end(), some.begin(), some.end());
    }
    return all;
  }

  std::vector<Inputs> facts_of(const ActionSpec& action) const {
    std::vector<Inputs> all(1);
    for (const std::string& name : action.facts) {
      const FactSpec* fact = p_.fact(name);
      if (!fact || !lens_.facts.contains(name)) continue;
      std::vector<Value> options = values_of(lens_, fact->type);
      const bool tries_all = fact->type.kind == rule::Type::Kind::kYesNo || fact->function == kOverMatters;  // none, one, many of them
      if (!tries_all) options.resize(1);
      options.push_back(Value::nothing());
      widen(all, name, options);
    }
    return all;
  }

  const Procedure& p_;
  const Lens& lens_;
  const SmallWorld& world_;
  int width_;
};

// Reminding and escalating change nothing that the lens sees.
bool only_speaks(const std::vector<ClockDoes>& does) {
  return std::all_of(does.begin(), does.end(), [](const ClockDoes& one) { return one.kind == ClockDoes::Kind::kRemind || one.kind == ClockDoes::Kind::kEscalate; });
}

void try_clocks(const Procedure& procedure, const Lens& lens, const Matter& matter, std::vector<Try>& out) {
  for (const matter::RunningClock& clock : matter.clocks) {
    if (clock.state != matter::RunningClock::State::kRunning) continue;
    if (clock.kind == matter::ClockKind::kLook) {
      for (int age = 0; age < kAges; ++age) {
        Try one;
        one.kind = Try::Kind::kClock;
        one.said = fmt::format("watch {} looks ({})", clock.name, age);
        one.clock = clock.number;
        one.mark = age;
        out.push_back(std::move(one));
      }
      continue;
    }
    const std::vector<ClockSpec>* specs = nullptr;
    if (const RecordSpec* record = procedure.record(clock.record)) specs = &record->clocks;
    const auto find = [&](const ClockSpec& spec) { return spec.name == clock.name; };
    const ClockSpec* spec = nullptr;
    if (specs) {
      const auto found = std::find_if(specs->begin(), specs->end(), find);
      if (found != specs->end()) spec = &*found;
    } else {
      for (const StepClock& one : step_clocks(procedure)) {
        if (!spec && find(*one.clock)) spec = one.clock;
      }
    }
    if (!spec) continue;
    const auto add = [&](int mark) {
      Try one;
      one.kind = Try::Kind::kClock;
      one.said = fmt::format("clock {} {}", clock.name, mark < 0 ? "ends" : "passes a mark");
      one.clock = clock.number;
      one.mark = mark;
      out.push_back(std::move(one));
    };
    const bool seen = lens.overdue.contains(clock.name) && !clock.overdue();
    if (seen || clock.kind == matter::ClockKind::kRight || !only_speaks(spec->at_end)) add(-1);
    for (std::size_t i = 0; i < spec->marks.size(); ++i) {
      if (!only_speaks(spec->marks[i].does)) add(static_cast<int>(i));
    }
  }
}

void try_child(const Lens& lens, const Matter& matter, std::vector<Try>& out) {
  if (!lens.child || matter.children.empty() || matter.final) return;
  std::set<std::string> steps = lens.child_steps;
  steps.insert("elsewhere");
  for (const std::string& step : steps) {
    for (const bool final : {false, true}) {
      if (final && !lens.child_final) continue;
      Try one;
      one.kind = Try::Kind::kChild;
      one.said = "child moves to " + step;
      one.child = matter.children.back();
      one.child.step = step;
      one.child.final = final;
      out.push_back(std::move(one));
    }
  }
}

}  // namespace

PartyCode SmallWorld::unit_of(const PersonCode& person) const {
  const auto found = std::find_if(actors().begin(), actors().end(), [&](const Actor& actor) { return !person.empty() && actor.person == person; });
  return found == actors().end() ? PartyCode() : found->unit;
}

// Of each unit the first person holds whatever permission is asked for, the second none: both sides of actor.may().
Facts SmallWorld::facts(Actor actor) const {
  const bool holds = actor.person.ends_with("1");
  return {kNow, std::move(actor), calendar_, pack_, *this, {}, {99}, {}, {}, [holds](const std::string&, const GridCode&) { return holds; }};
}

SmallWorld::SmallWorld(const Procedure& procedure) : calendar_("walk", {}, {2023}), pack_(generous(procedure)) {}

const std::vector<Actor>& SmallWorld::actors() {
  using As = Actor::As;
  static const std::vector<Actor> kActors = {{As::kStaff, "o1", "O", false}, {As::kStaff, "a1", "A", false}, {As::kStaff, "a2", "A", false}, {As::kStaff, "b1", "B", false}, {As::kStaff, "b2", "B", false},
                                             {As::kStaff, "s1", "S", false}, {As::kStaff, "d1", "D", false}, {As::kResident, "", "", true}};
  return kActors;
}

std::vector<Try> openings(const Procedure& procedure, const Lens& lens, const SmallWorld& world, int records_max) {
  std::vector<Try> out;
  const Trier trier(procedure, lens, world, records_max);
  const ActionSpec& opening = procedure.opening();
  if (!sees_actor(opening)) {
    trier.add(opening, 0, SmallWorld::actors().front(), out);
    trier.add(opening, 0, SmallWorld::actors().back(), out);
    return out;
  }
  for (const Actor& actor : SmallWorld::actors()) trier.add(opening, 0, actor, out);
  return out;
}

std::vector<Try> tries(const Procedure& procedure, const Lens& lens, const SmallWorld& world, const Matter& matter, int records_max, std::set<std::string>& refused) {
  std::vector<Try> out;
  const Trier trier(procedure, lens, world, records_max);
  const Actor engine{Actor::As::kEngine, "", "", false};
  const auto add = [&](const ActionSpec& action, RecordNumber record) {
    if (action.by == ActionSpec::By::kEngine) return trier.add(action, record, engine, out);
    for (const Actor& actor : trier.actors_for(matter, action, record, refused)) trier.add(action, record, actor, out);
  };
  for (const ActionSpec& action : procedure.actions) {
    if (action.opens() || action.by == ActionSpec::By::kClock) continue;
    if (action.by == ActionSpec::By::kEngine && !matter.parent.present()) continue;
    if (action.on.empty()) {
      if (holds_word(action.from, matter.step)) add(action, 0);
      continue;
    }
    if (action.in.empty() ? matter.final : !holds_word(action.in, matter.step)) continue;
    std::set<std::string> seen;
    for (const matter::Record& record : matter.records) {
      if (record.type != action.on || record.round != matter.round || !holds_word(action.from, record.step)) continue;
      if (seen.insert(seen_through(lens, matter, record)).second) add(action, record.number);
    }
  }
  try_clocks(procedure, lens, matter, out);
  try_child(lens, matter, out);
  return out;
}

}  // namespace shaoyin::procedure
