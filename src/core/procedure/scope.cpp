#include "core/procedure/scope.h"

namespace shaoyin::procedure {
namespace {

using rule::Parameter;
using rule::Signature;
using rule::Type;
using Kind = rule::Type::Kind;

Type type(Kind kind) { return Type{kind, {}, {}, {}}; }
Type row(std::string name) { return Type{Kind::kRow, {}, {}, std::move(name)}; }
Parameter value(Kind kind) { return {Parameter::Kind::kValue, type(kind), false}; }
Parameter record() { return {Parameter::Kind::kRecord, {}, false}; }
Parameter any_row() { return {Parameter::Kind::kAnyRow, {}, false}; }

const std::map<std::string, Signature>& inside_functions() {
  static const std::map<std::string, Signature> kFunctions = {
      {"district_of", {{value(Kind::kPlace)}, type(Kind::kParty)}},
      {"street_of", {{value(Kind::kPlace)}, type(Kind::kParty)}},
      {"community_of", {{value(Kind::kPlace)}, type(Kind::kParty)}},
      {"grid_of", {{value(Kind::kPlace)}, type(Kind::kParty)}},
      {"office_of", {{value(Kind::kPlace)}, type(Kind::kParty)}},
      {"above", {{value(Kind::kParty)}, type(Kind::kParty)}},
      {"unit_of", {{value(Kind::kPerson)}, type(Kind::kParty)}},
      {"actor.may", {{value(Kind::kText)}, type(Kind::kYesNo)}},
      {"past", {{value(Kind::kInstant)}, type(Kind::kYesNo)}},
      {"last", {{record()}, row("")}},
      {"performed", {{any_row(), value(Kind::kText)}, row("deed")}},
      {"performers", {{any_row(), value(Kind::kText)}, rule::list_of(type(Kind::kPerson))}},
      {"units", {{record(), value(Kind::kText)}, rule::list_of(type(Kind::kParty))}},
      {"did", {{value(Kind::kText)}, row("deed")}},
      {"overdue", {{value(Kind::kText)}, type(Kind::kYesNo)}},
      {"due", {{value(Kind::kText)}, type(Kind::kInstant)}},
      {"workers", {{}, rule::list_of(type(Kind::kPerson))}},
      {"already", {{any_row(), value(Kind::kText), {Parameter::Kind::kValue, type(Kind::kText), true}}, type(Kind::kYesNo)}},
      {"published", {{value(Kind::kText)}, type(Kind::kYesNo)}},
      {"issued", {{value(Kind::kText)}, type(Kind::kYesNo)}},
      {"elapsed", {{value(Kind::kText)}, type(Kind::kNumber)}},
      {"days_since", {{value(Kind::kText)}, type(Kind::kNumber)}},
  };
  return kFunctions;
}

rule::Shape shape_of(const RecordSpec& spec) {
  rule::Shape shape;
  for (const auto& [name, slot] : spec.fields) shape[name] = slot.type;
  shape["step"] = Type{Kind::kStep, spec.steps, {}, {}};
  shape["round"] = type(Kind::kNumber);
  shape["number"] = type(Kind::kNumber);
  return shape;
}

class TypeWalk {
 public:
  explicit TypeWalk(Procedure& procedure) : procedure_(procedure), scope_(procedure) {}

  std::vector<Error> run() {
    expect(procedure_.variant, "variant", {}, Kind::kChoice);
    expect(procedure_.visible, "visible", {}, Kind::kYesNo);
    for (auto& [name, slot] : procedure_.fields) expect(slot.visible, "field." + name + ".visible", {}, Kind::kYesNo);
    for (FactSpec& fact : procedure_.facts) check_fact(fact);
    for (StepSpec& step : procedure_.steps) {
      expect(step.owner, "step." + step.name + ".owner", {}, Kind::kParty);
      for (ClockSpec& clock : step.clocks) check_clock(clock, "step." + step.name, {});
    }
    for (RecordSpec& record : procedure_.records) {
      expect(record.visible, "record." + record.name + ".visible", {record.name}, Kind::kYesNo);
      expect(record.law, "record." + record.name + ".law", {record.name}, Kind::kYesNo);
      for (auto& [name, slot] : record.fields) expect(slot.visible, "record." + record.name + ".field." + name + ".visible", {record.name}, Kind::kYesNo);
      for (ClockSpec& clock : record.clocks) check_clock(clock, "record." + record.name, {record.name});
    }
    for (WatchSpec& watch : procedure_.watches) expect(watch.when, "watch." + watch.name + ".when", {}, Kind::kYesNo);
    for (std::size_t i = 0; i < procedure_.autos.size(); ++i) {
      AutoMove& move = procedure_.autos[i];
      const std::string at = "auto[" + std::to_string(i) + "]";
      expect(move.when, at + ".when", {}, Kind::kYesNo);
      check_effects(move.does, at, {});
    }
    for (ActionSpec& action : procedure_.actions) {
      const std::string at = "action." + action.name;
      std::vector<std::string> bound;
      if (!action.on.empty()) bound.push_back(action.on);
      expect(action.who, at + ".who", bound, Kind::kYesNo);
      std::vector<std::string> asked = bound;
      if (const std::string added = action.adds(); !added.empty()) asked.push_back(added);
      expect(action.when, at + ".when", asked, Kind::kYesNo);
      check_effects(action.does, at, bound);
    }
    return std::move(faults_);
  }

 private:
  void fail(const std::string& at, const Words& why) { faults_.push_back(fault(ErrorCode::kProcedureFault, at, why.en, why)); }
  static Words needs(const Type& wanted, const Type& got) {
    return {"需要" + wanted.words().zh + "，此处是" + got.words().zh, "needs " + wanted.name() + ", found " + got.name()};
  }

  std::optional<Type> typed(rule::Condition& condition, const std::string& at, const std::vector<std::string>& bound) {
    const auto got = rule::check(condition, scope_, bound);
    if (got) return *got;
    fail(at, got.error().said);
    return std::nullopt;
  }

  void expect(rule::Condition& condition, const std::string& at, const std::vector<std::string>& bound, Kind wanted) {
    if (!condition) return;
    const auto got = typed(condition, at, bound);
    if (!got || got->kind == wanted) return;
    if (wanted == Kind::kChoice && got->is_code()) return;
    fail(at, needs(type(wanted), *got));
  }

  void check_clock(ClockSpec& clock, const std::string& owner, const std::vector<std::string>& bound) {
    const std::string at = owner + ".clock." + clock.name;
    expect(clock.due, at + ".deadline", bound, Kind::kInstant);
    expect(clock.from, at + ".from", bound, Kind::kInstant);
    expect(clock.variant, at + ".variant", bound, Kind::kChoice);
  }

  // What is counted belongs to another procedure: its columns are compared where all of them are known (desk::check_facts).
  void check_fact_over(FactSpec& fact) {
    fact.type = type(Kind::kNumber);
    for (std::size_t i = 0; i < fact.arguments.size(); ++i) {
      const std::string at = "facts." + fact.name + "." + fact.mine[i];
      const auto got = typed(fact.arguments[i], at, every_record());
      const bool plain = got && (got->is_code() || got->kind == Kind::kNumber || got->kind == Kind::kInstant || got->kind == Kind::kYesNo);
      if (got && !plain) fail(at, {got->words().zh + "不能与列比较", "a " + got->name() + " cannot be compared with a column"});
    }
  }

  // An action on a record, or one that adds it, has it at hand; elsewhere what is asked of it is not known.
  std::vector<std::string> every_record() const {
    std::vector<std::string> names;
    for (const RecordSpec& record : procedure_.records) names.push_back(record.name);
    return names;
  }

  void check_fact(FactSpec& fact) {
    if (fact.function == kOverMatters) return check_fact_over(fact);
    const auto& known = outside_functions();
    const auto found = known.find(fact.function);
    const std::string at = "facts." + fact.name;
    if (found == known.end()) return fail(at, {"没有外部事实“" + fact.function + "”", "there is no outside fact '" + fact.function + "'"});
    fact.type = found->second.result;
    if (fact.arguments.size() != found->second.parameters.size()) return fail(at, {"需要 " + std::to_string(found->second.parameters.size()) + " 个参数", "takes " + std::to_string(found->second.parameters.size()) + " arguments"});
    for (std::size_t i = 0; i < fact.arguments.size(); ++i) {
      const auto got = typed(fact.arguments[i], at, every_record());
      if (got && got->kind != found->second.parameters[i].type.kind && !got->is_code()) fail(at, needs(found->second.parameters[i].type, *got));
    }
    if (asks_permission(fact.function) && fact.arguments[1].root->kind != rule::Node::Kind::kLiteral) fail(at, {fact.function + "() 需要引号中的权限名", fact.function + "() needs a permission in quotes"});
  }

  void check_effects(std::vector<Effect>& effects, const std::string& action, const std::vector<std::string>& bound) {
    for (std::size_t i = 0; i < effects.size(); ++i) {
      Effect& effect = effects[i];
      const std::string at = action + ".does[" + std::to_string(i) + "]";
      std::vector<std::string> inner = bound;
      if (effect.kind == Effect::Kind::kMove || effect.kind == Effect::Kind::kReset) inner.push_back(effect.target);
      expect(effect.where, at + ".where", inner, Kind::kYesNo);
      if (effect.value) {
        if (effect.kind == Effect::Kind::kNotify && effect.to_person) { expect(effect.value, at, bound, Kind::kPerson); }
        else if (effect.kind == Effect::Kind::kGiveTo || effect.kind == Effect::Kind::kNotify) { expect(effect.value, at, bound, Kind::kParty); }
        else if (effect.kind == Effect::Kind::kExtend) { expect(effect.value, at, bound, Kind::kInstant); }
        else if (effect.kind == Effect::Kind::kFreeze) { expect(effect.value, at, bound, Kind::kMatter); }
        else { typed(effect.value, at, bound); }
      }
      for (auto& [name, condition] : effect.with) typed(condition, at + ".with." + name, bound);
    }
  }

  Procedure& procedure_;
  ProcedureScope scope_;
  std::vector<Error> faults_;
};

}  // namespace

const std::map<std::string, Signature>& outside_functions() {
  static const std::map<std::string, Signature> kFunctions = {
      // The unit a closed whistle or ruling named for such a thing at such a place; unknown when none did.
      {"precedent", {{value(Kind::kPlace), value(Kind::kCategory)}, type(Kind::kParty)}},
      // The unit that routing names, by a ruling or by the route table; unknown when there is a gap or a double.
      {"route", {{value(Kind::kPlace), value(Kind::kCategory)}, type(Kind::kParty)}},
      // Whether the emergency repair fund's rules cover things of this category.
      {"fund_covers", {{value(Kind::kCategory)}, type(Kind::kYesNo)}},
      // The rule of the fund that says so: its code, read by people as its reason.
      {"fund_rule", {{value(Kind::kCategory)}, {Kind::kText, {}, {}, "fund_rule"}}},
      // What the district has set, for this unit where it has a row of its own; unknown when nobody has set it.
      {"parameter", {{value(Kind::kText), value(Kind::kParty)}, type(Kind::kNumber)}},
      // Whether anybody of the unit, or the person, may do something there: holds the permission and has an account that is not disabled.
      {kUnitMay, {{value(Kind::kParty), value(Kind::kText), value(Kind::kPlace)}, type(Kind::kYesNo)}},
      {kPersonMay, {{value(Kind::kPerson), value(Kind::kText), value(Kind::kPlace)}, type(Kind::kYesNo)}},
      // An open matter of the same kind, category and place reported within the last 90 days; unknown when none.
      {"same_place_open", {{value(Kind::kPlace), value(Kind::kCategory)}, type(Kind::kMatter)}},
      // The first whistle about such a thing at such a place; unknown when there was none.
      {"earlier_whistle", {{value(Kind::kPlace), value(Kind::kCategory)}, type(Kind::kMatter)}},
  };
  return kFunctions;
}

ProcedureScope::ProcedureScope(const Procedure& procedure) : procedure_(procedure) {
  for (const RecordSpec& spec : procedure.records) shapes_[spec.name] = shape_of(spec);
  shapes_["deed"] = {{"person", type(Kind::kPerson)}, {"unit", type(Kind::kParty)}};
}

std::optional<Type> ProcedureScope::name(const std::vector<std::string>& path) const {
  const std::string& head = path[0];
  if (path.size() == 1) {
    if (head == "owner") return type(Kind::kParty);
    if (head == "place" || head == "community") return type(Kind::kPlace);
    if (head == "round") return type(Kind::kNumber);
    if (head == "has_parent") return type(Kind::kYesNo);
    return std::nullopt;
  }
  if (path.size() != 2) return std::nullopt;
  const std::string& part = path[1];
  if (head == "field") {
    const Slot* slot = procedure_.field(part);
    return slot ? std::optional(slot->type) : std::nullopt;
  }
  if (head == "fact") {
    const FactSpec* fact = procedure_.fact(part);
    return fact ? std::optional(fact->type) : std::nullopt;
  }
  if (head == "opener" || head == "actor") {
    if (part == "unit") return type(Kind::kParty);
    if (part == "person") return type(Kind::kPerson);
    if (part == "is_reporter" && head == "actor") return type(Kind::kYesNo);
  }
  if (head == "child") {
    if (part == "step" || part == "outcome") return type(Kind::kText);
    if (part == "final") return type(Kind::kYesNo);
  }
  return std::nullopt;
}

const rule::Shape* ProcedureScope::shape(const std::string& name) const {
  const auto found = shapes_.find(name);
  return found == shapes_.end() ? nullptr : &found->second;
}

const Signature* ProcedureScope::function(const std::string& name) const {
  const auto found = inside_functions().find(name);
  return found == inside_functions().end() ? nullptr : &found->second;
}

std::vector<Error> check_types(Procedure& procedure) { return TypeWalk(procedure).run(); }

}  // namespace shaoyin::procedure
