// The step graph of a procedure and the expressions in it, as the checks see them.
#include <algorithm>

#include "core/procedure/check_parts.h"
#include "core/rule/evaluate.h"

namespace shaoyin::procedure {
namespace {

void see_effects(const std::vector<Effect>& effects, const std::string& at, const std::function<void(const Use&)>& see) {
  for (std::size_t i = 0; i < effects.size(); ++i) {
    const std::string here = at + ".does[" + std::to_string(i) + "]";
    if (effects[i].value) see({Use::Of::kEffect, here, &effects[i].value, &effects[i]});
    if (effects[i].where) see({Use::Of::kEffect, here + ".where", &effects[i].where, &effects[i]});
    for (const auto& [name, condition] : effects[i].with) {
      if (condition) see({Use::Of::kEffect, here + ".with." + name, &condition, &effects[i]});
    }
  }
}

void see_clocks(const std::vector<ClockSpec>& clocks, const std::string& at, const std::function<void(const Use&)>& see) {
  for (const ClockSpec& clock : clocks) {
    const std::string here = at + ".clock." + clock.name;
    if (clock.due) see({Use::Of::kClock, here + ".deadline", &clock.due});
    if (clock.from) see({Use::Of::kClock, here + ".from", &clock.from});
    if (clock.variant) see({Use::Of::kClock, here + ".variant", &clock.variant});
  }
}

// The steps a clock's marks and end move to.
std::vector<std::string> moves_of(const ClockSpec& clock) {
  std::vector<std::string> steps;
  const auto add = [&](const std::vector<ClockDoes>& does) {
    for (const ClockDoes& one : does) {
      if (one.kind == ClockDoes::Kind::kMove) steps.push_back(one.target);
    }
  };
  for (const Mark& mark : clock.marks) add(mark.does);
  add(clock.at_end);
  return steps;
}

// Knows nothing but which step the record at hand is in.
class OnlyStep : public rule::World, public rule::Row {
 public:
  explicit OnlyStep(std::string step) : step_(std::move(step)) {}
  [[nodiscard]] Value column(const std::string& name) const override { return name == "step" ? Value::text(step_) : Value::nothing(); }
  [[nodiscard]] Words label() const override { return {}; }
  [[nodiscard]] Value name(const std::vector<std::string>&) const override { return Value::nothing(); }
  [[nodiscard]] std::vector<std::shared_ptr<const rule::Row>> rows(const std::string&, bool) const override { return {}; }
  [[nodiscard]] rule::Term call(const std::string&, const std::vector<rule::Argument>&) const override { return {}; }
  [[nodiscard]] Words label_name(const std::vector<std::string>&) const override { return {}; }
  [[nodiscard]] Words label_column(const std::string&, const std::string&) const override { return {}; }
  [[nodiscard]] Words label_record(const std::string&) const override { return {}; }
  [[nodiscard]] Words label_value(const Value&, const rule::Type&) const override { return {}; }
  [[nodiscard]] Words label_call(const std::string&, const std::vector<rule::Argument>&) const override { return {}; }

 private:
  std::string step_;
};

// Whether an effect may touch a record in `step`: no when its `where` rules that out whatever else holds.
bool may_touch(const Effect& effect, const std::string& step) {
  if (!effect.where) return true;
  const auto row = std::make_shared<OnlyStep>(step);
  bool plain = true;  // a quantifier sees records this world does not have
  for_each_node(*effect.where.root, [&](const rule::Node& node) { plain = plain && node.kind != rule::Node::Kind::kQuantifier && node.kind != rule::Node::Kind::kCall; });
  return !plain || !rule::evaluate(effect.where, *row, {{effect.target, row}}).is_no();
}

void add_effect_moves(const std::vector<Effect>& effects, const RecordSpec& record, const std::string& name, std::vector<Arrow>& arrows) {
  for (const Effect& effect : effects) {
    if (effect.target != record.name || record.steps.empty()) continue;
    if (effect.kind != Effect::Kind::kMove && effect.kind != Effect::Kind::kReset) continue;
    const std::string to = effect.kind == Effect::Kind::kReset ? record.steps.front() : effect.to;
    for (const std::string& from : record.steps) {
      if (from != to && may_touch(effect, from)) arrows.push_back({Arrow::By::kAction, from, to, name});
    }
  }
}

std::vector<Arrow> arrows_of_actions(const Procedure& procedure) {
  std::vector<Arrow> arrows;
  for (const ActionSpec& action : procedure.actions) {
    if (!action.on.empty()) continue;
    for (const std::string& to : action.to) {
      for (const std::string& from : action.from) arrows.push_back({Arrow::By::kAction, from, to, action.name});
    }
  }
  for (std::size_t i = 0; i < procedure.autos.size(); ++i) {
    arrows.push_back({Arrow::By::kAuto, procedure.autos[i].from, procedure.autos[i].to, std::to_string(i)});
  }
  return arrows;
}

std::set<std::string> carried(const StepClock& clock, const std::vector<Arrow>& arrows) {
  if (clock.clock->until.empty()) return {clock.step->name};
  std::vector<Arrow> open;
  std::copy_if(arrows.begin(), arrows.end(), std::back_inserter(open), [&](const Arrow& arrow) { return !holds_word(clock.clock->until, arrow.to); });
  return reached(open, {clock.step->name});
}

}  // namespace

bool holds_word(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

void for_each_use(const Procedure& procedure, const std::function<void(const Use&)>& see) {
  if (procedure.variant) see({Use::Of::kClock, "variant", &procedure.variant});
  if (procedure.visible) see({Use::Of::kVisible, "visible", &procedure.visible});
  for (const auto& [name, slot] : procedure.fields) {
    if (slot.visible) see({Use::Of::kVisible, "field." + name + ".visible", &slot.visible});
  }
  for (const FactSpec& fact : procedure.facts) {
    for (const rule::Condition& argument : fact.arguments) see({Use::Of::kFact, "facts." + fact.name, &argument});
  }
  for (const StepSpec& step : procedure.steps) {
    if (step.owner) see({Use::Of::kOwner, "step." + step.name + ".owner", &step.owner});
    see_clocks(step.clocks, "step." + step.name, see);
  }
  for (const RecordSpec& record : procedure.records) {
    if (record.law) see({Use::Of::kLaw, "record." + record.name + ".law", &record.law});
    if (record.visible) see({Use::Of::kVisible, "record." + record.name + ".visible", &record.visible});
    for (const auto& [name, slot] : record.fields) {
      if (slot.visible) see({Use::Of::kVisible, "record." + record.name + ".field." + name + ".visible", &slot.visible});
    }
    see_clocks(record.clocks, "record." + record.name, see);
  }
  for (const WatchSpec& watch : procedure.watches) {
    if (watch.when) see({Use::Of::kWatch, "watch." + watch.name + ".when", &watch.when});
  }
  for (std::size_t i = 0; i < procedure.autos.size(); ++i) {
    const std::string at = "auto[" + std::to_string(i) + "]";
    if (procedure.autos[i].when) see({Use::Of::kAuto, at + ".when", &procedure.autos[i].when});
    see_effects(procedure.autos[i].does, at, see);
  }
  for (const ActionSpec& action : procedure.actions) {
    const std::string at = "action." + action.name;
    if (action.who) see({Use::Of::kWho, at + ".who", &action.who});
    if (action.when) see({Use::Of::kGuard, at + ".when", &action.when});
    see_effects(action.does, at, see);
  }
}

void for_each_node(const rule::Node& root, const std::function<void(const rule::Node&)>& see) {
  see(root);
  for (const rule::Expr& kid : root.kids) for_each_node(*kid, see);
}

std::vector<StepClock> step_clocks(const Procedure& procedure) {
  std::vector<StepClock> clocks;
  for (const StepSpec& step : procedure.steps) {
    for (const ClockSpec& clock : step.clocks) clocks.push_back({&step, &clock});
  }
  return clocks;
}

std::vector<Arrow> arrows_of(const Procedure& procedure) {
  std::vector<Arrow> arrows = arrows_of_actions(procedure);
  const std::vector<Arrow> plain = arrows;  // a clock's own moves do not widen where it runs: they are few and short
  for (const StepClock& clock : step_clocks(procedure)) {
    for (const std::string& to : moves_of(*clock.clock)) {
      for (const std::string& from : carried(clock, plain)) {
        if (from != to) arrows.push_back({Arrow::By::kClock, from, to, clock.clock->name});
      }
    }
  }
  return arrows;
}

std::vector<Arrow> arrows_of(const Procedure& procedure, const RecordSpec& record) {
  std::vector<Arrow> arrows;
  for (const ActionSpec& action : procedure.actions) {
    add_effect_moves(action.does, record, action.name, arrows);
    if (action.on != record.name) continue;
    for (const std::string& to : action.to) {
      for (const std::string& from : action.from) arrows.push_back({Arrow::By::kAction, from, to, action.name});
    }
  }
  for (std::size_t i = 0; i < procedure.autos.size(); ++i) add_effect_moves(procedure.autos[i].does, record, std::to_string(i), arrows);
  for (const ClockSpec& clock : record.clocks) {
    for (const std::string& to : moves_of(clock)) {
      for (const std::string& from : record.steps) {
        if (from != to && !holds_word(clock.until, from)) arrows.push_back({Arrow::By::kClock, from, to, clock.name});
      }
    }
  }
  return arrows;
}

std::set<std::string> reached(const std::vector<Arrow>& arrows, const std::set<std::string>& start, bool backwards) {
  std::set<std::string> seen = start;
  for (bool grew = true; grew;) {
    grew = false;
    for (const Arrow& arrow : arrows) {
      const std::string& tail = backwards ? arrow.to : arrow.from;
      const std::string& head = backwards ? arrow.from : arrow.to;
      if (seen.contains(tail) && seen.insert(head).second) grew = true;
    }
  }
  return seen;
}

std::set<std::string> runs_in(const Procedure& procedure, const StepClock& clock) { return carried(clock, arrows_of(procedure)); }

namespace {

bool touches(const std::vector<Effect>& effects, Effect::Kind kind, const std::string& clock) {
  return std::any_of(effects.begin(), effects.end(), [&](const Effect& effect) { return effect.target == clock && effect.kind == kind; });
}

// What the arrow's action or automatic move does to clocks; a clock's own move does nothing to others.
const std::vector<Effect>& effects_of(const Procedure& procedure, const Arrow& arrow) {
  static const std::vector<Effect> kNone;
  if (arrow.by == Arrow::By::kAuto) return procedure.autos[static_cast<std::size_t>(std::stoi(arrow.name))].does;
  const ActionSpec* action = arrow.by == Arrow::By::kAction ? procedure.action(arrow.name) : nullptr;
  return action == nullptr ? kNone : action->does;
}

// Where the matter is after an action that need not move it.
std::vector<std::string> stays_in(const Procedure& procedure, const ActionSpec& action) {
  if (action.on.empty()) return action.to.empty() ? action.from : std::vector<std::string>{};
  if (!action.in.empty()) return action.in;
  std::vector<std::string> open;
  for (const StepSpec& step : procedure.steps) {
    if (!step.final) open.push_back(step.name);
  }
  return open;
}

// `how` is pause or stop. A paused clock stands until it is resumed; a stopped one until its step begins it anew.
std::set<std::string> stands_by(const Procedure& procedure, const StepClock& clock, Effect::Kind how) {
  const std::string& name = clock.clock->name;
  const std::set<std::string> running = runs_in(procedure, clock);
  std::set<std::string> still;
  std::vector<Arrow> on;  // ways on which it goes on standing still
  for (const Arrow& arrow : arrows_of(procedure)) {
    const std::vector<Effect>& effects = effects_of(procedure, arrow);
    const bool begins_anew = how == Effect::Kind::kStop && arrow.to == clock.step->name;
    if (touches(effects, how, name) && running.contains(arrow.from) && !begins_anew) still.insert(arrow.to);
    if (!touches(effects, Effect::Kind::kResume, name) && !begins_anew) on.push_back(arrow);
  }
  for (const ActionSpec& action : procedure.actions) {
    if (!touches(action.does, how, name)) continue;
    for (const std::string& step : stays_in(procedure, action)) {
      if (running.contains(step)) still.insert(step);
    }
  }
  return reached(on, still);
}

}  // namespace

std::set<std::string> stands_in(const Procedure& procedure, const StepClock& clock) {
  std::set<std::string> still = stands_by(procedure, clock, Effect::Kind::kPause);
  still.merge(stands_by(procedure, clock, Effect::Kind::kStop));
  return still;
}

bool spawns(const Procedure& procedure) {
  const auto any = [](const std::vector<Effect>& effects) {
    return std::any_of(effects.begin(), effects.end(), [](const Effect& effect) { return effect.kind == Effect::Kind::kSpawn; });
  };
  return std::any_of(procedure.actions.begin(), procedure.actions.end(), [&](const ActionSpec& action) { return any(action.does); }) ||
         std::any_of(procedure.autos.begin(), procedure.autos.end(), [&](const AutoMove& move) { return any(move.does); });
}

}  // namespace shaoyin::procedure
