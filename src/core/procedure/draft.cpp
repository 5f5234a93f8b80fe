#include "core/procedure/draft.h"

#include <algorithm>

#include "core/procedure/fill.h"

namespace shaoyin::procedure {
namespace {

using matter::EventKind;
using matter::RunningClock;

// A set of automatic moves that has not come to rest after this many is a fault of the procedure; check()
// proves that none is shipped.
constexpr int kAutoMovesMax = 16;

// The first field of the record that its law reads: what the form calls it.
std::string column_in(const rule::Node& node, const std::string& record) {
  if (node.kind == rule::Node::Kind::kName && node.path.size() == 2 && node.path[0] == record) return node.path[1];
  for (const rule::Expr& kid : node.kids) {
    if (std::string found = column_in(*kid, record); !found.empty()) return found;
  }
  return {};
}

std::string input_of_law(const RecordSpec& spec) {
  const std::string column = spec.law ? column_in(*spec.law.root, spec.name) : std::string();
  return column.empty() ? spec.name : spec.name + "." + column;
}

}  // namespace

Draft::Data on_record(const std::string& record, RecordNumber number, Draft::Data data) {
  if (!record.empty()) {
    data["record"] = Value::text(record);
    data["record_number"] = Value::number(number);
  }
  return data;
}

void Draft::cannot(const std::string& at, const Words& why) {
  if (!fault_) fault_ = shaoyin::fault(ErrorCode::kProcedureFault, at, procedure_.kind + "@" + procedure_.hash.substr(0, kHashShown), why);
}

void Draft::emit_as(const matter::Actor& by, EventKind kind, Data data) {
  matter::Event event{kind, facts_.now, by, std::move(data)};
  matter_ = evolve(std::move(matter_), event);
  events_.push_back(std::move(event));
}

void Draft::emit(EventKind kind, Data data) { emit_as(facts_.actor, kind, std::move(data)); }

void Draft::emit_own(EventKind kind, Data data) {
  matter::Actor engine;
  engine.as = matter::Actor::As::kEngine;
  emit_as(engine, kind, std::move(data));
}

void Draft::give_to(const PartyCode& owner) {
  if (!owner.empty() && owner != matter_.owner) emit_own(EventKind::kOwnerSet, {{"owner", Value::text(owner)}});
}

void Draft::set_owner_of(const StepSpec& step) {
  if (!step.owner) return;
  const Value owner = rule::evaluate(step.owner, world());
  if (owner.known()) give_to(owner.as_text());
}

void Draft::enter(const std::string& step, bool new_round, bool by_engine) {
  const StepSpec* spec = procedure_.step(step);
  ensure(spec != nullptr, "a checked procedure moves to its own steps only");
  Data data{{"from", Value::text(matter_.step)}, {"to", Value::text(step)}, {"final", Value::yes_no(spec->final)}};
  if (new_round) data["round"] = Value::number(matter_.round + 1);
  by_engine ? emit_own(EventKind::kMoved, std::move(data)) : emit(EventKind::kMoved, std::move(data));
  stop_clocks("", 0, step, spec->final);
  if (spec->final) stop_all_at_end();
  if (spec->final) take_all_down();
  set_owner_of(*spec);
  start_clocks(spec->clocks, "", 0, step);
  keep_watches(*spec);
}

void Draft::move_record(const std::string& record, RecordNumber number, const std::string& step, bool by_engine) {
  const matter::Record* found = matter_.find(record, number);
  const RecordSpec* spec = procedure_.record(record);
  ensure(found && spec, "a record that is there moves");
  if (found->step == step) return;
  Data data = on_record(record, number, {{"from", Value::text(found->step)}, {"to", Value::text(step)}});
  by_engine ? emit_own(EventKind::kRecordMoved, std::move(data)) : emit(EventKind::kRecordMoved, std::move(data));
  stop_clocks(record, number, step, spec->is_final(step));
  start_clocks(spec->clocks, record, number, step);
}

// The law of a record type is judged of each one before it is there, whoever adds it and by whichever action.
bool Draft::lawful(const RecordSpec& spec, const Data& fields, const std::string& named_by) {
  if (!spec.law) return true;
  const MatterWorld here = world();
  const rule::Explained told = rule::explain(spec.law, here, here.bind_new(spec, fields));
  if (told.value.is_yes()) return true;
  const Words own = procedure_.text("record." + spec.name + ".law");
  if (!fault_) {
    fault_ = shaoyin::fault(ErrorCode::kGuardRefused, named_by, "law", {own.zh + "（" + told.why.zh + "）", own.en + " (" + told.why.en + ")"});
  }
  return false;
}

void Draft::add_record(const std::string& record, const Data& fields, const std::string& named_by) {
  const RecordSpec* spec = procedure_.record(record);
  ensure(spec != nullptr, "a checked procedure adds its own records only");
  if (!lawful(*spec, fields, named_by)) return;
  RecordNumber number = 1;
  for (const matter::Record& one : matter_.records) number += one.type == record ? 1 : 0;
  Data data = on_record(record, number, {{"round", Value::number(matter_.round)}, {"step", Value::text(spec->steps.front())}});
  for (const auto& [name, value] : fields) {
    if (value.known()) data["field." + name] = value;
  }
  emit(EventKind::kRecordAdded, std::move(data));
  start_clocks(spec->clocks, record, number, spec->steps.front());
}

void Draft::apply(const std::vector<Effect>& effects, const Data& inputs, const rule::Bound& bound) {
  for (const Effect& effect : effects) apply_one(effect, inputs, bound);
}

void Draft::apply_one(const Effect& effect, const Data& inputs, const rule::Bound& bound) {
  using Kind = Effect::Kind;
  const auto value = [&]() { return rule::evaluate(effect.value, world(), bound); };
  const bool filters = effect.kind == Kind::kMove || effect.kind == Kind::kReset;
  if (!filters && effect.where && !rule::evaluate(effect.where, world(), bound).is_yes()) return;
  switch (effect.kind) {
    case Kind::kSet: emit(EventKind::kFieldSet, {{"field", Value::text(effect.target)}, {"value", value()}}); break;
    case Kind::kAdd: add_records(effect, inputs, bound); break;
    case Kind::kMove: case Kind::kReset: move_records(effect, bound); break;
    case Kind::kGiveTo: {
      const Value to = value();
      if (to.known()) give_to(to.as_text());
      break;
    }
    case Kind::kStart: begin_anew(effect.target); break;
    case Kind::kPause: case Kind::kResume: case Kind::kStop: case Kind::kExtend: change_clock(effect, bound); break;
    case Kind::kNotify: {
      const Value to = value();
      if (to.known()) notices_.push_back({(effect.to_person ? "person:" : "unit:") + to.as_text(), effect.target, {}});
      break;
    }
    case Kind::kLink: {
      const Value to = value();
      if (to.known()) emit(EventKind::kLinked, {{"matter", Value::number(std::strtoll(to.as_text().c_str(), nullptr, 10))}, {"how", Value::text(effect.target)}});
      break;
    }
    case Kind::kPublish:
      publish(effect.target);
      break;
    case Kind::kWithdraw:
      take_down(effect.target, facts_.actor);
      break;
    case Kind::kDocument: {
      std::int64_t number = 1;
      for (const matter::Issued& one : matter_.issued) number += one.document == effect.target ? 1 : 0;
      emit(EventKind::kIssued, {{"document", Value::text(effect.target)}, {"document_number", Value::number(number)}});
      break;
    }
    case Kind::kFreeze: {
      const Value other = value();
      if (other.known()) consequences_.push_back({Consequence::Kind::kFreeze, effect.value.source, false, {}, {std::strtoll(other.as_text().c_str(), nullptr, 10)}});
      break;
    }
    case Kind::kSpawn: case Kind::kTellChild: case Kind::kPrecedent: call_for(effect, bound); break;
    case Kind::kAbsorb: {
      const Value into = value();
      const MatterId other{std::strtoll(into.as_text().c_str(), nullptr, 10)};
      emit(EventKind::kAbsorbed, {{"into", Value::number(other.value)}});
      consequences_.push_back({Consequence::Kind::kAbsorb, effect.value.source, false, {}, other});
      break;
    }
  }
}

// Its words are those of this moment, and stay so: what was public when can be told later.
void Draft::publish(const std::string& what) {
  const Words words = fill(procedure_.text("public." + what), procedure_, world(), nullptr, {});
  emit(EventKind::kPublished, {{"what", Value::text(what)}, {"zh", Value::text(words.zh)}, {"en", Value::text(words.en)}});
  consequences_.push_back({Consequence::Kind::kPublish, what, false, {{"zh", Value::text(words.zh)}, {"en", Value::text(words.en)}}, {}});
}

// A matter that has ended says nothing any more, and nobody could take it down later.
void Draft::take_all_down() {
  std::vector<std::string> up;
  for (const auto& [what, notice] : matter_.published) up.push_back(what);
  for (const std::string& what : up) take_down(what, {});
}

void Draft::take_down(const std::string& what, const matter::Actor& by) {
  if (!matter_.published.contains(what)) return;
  emit_as(by, EventKind::kWithdrawn, {{"what", Value::text(what)}});
  consequences_.push_back({Consequence::Kind::kWithdraw, what, false, {}, {}});
}

// One record, or one for each item of a list: what is given once holds for all of them.
void Draft::add_records(const Effect& effect, const Data& inputs, const rule::Bound& bound) {
  const std::string prefix = effect.target + ".";
  const auto list = effect.each.empty() ? inputs.end() : inputs.find(effect.each);
  const std::size_t count = effect.each.empty() ? 1 : list == inputs.end() ? 0 : list->second.items().size();
  for (std::size_t i = 0; i < count; ++i) {
    Data fields;
    for (const auto& [name, given] : inputs) {
      if (!name.starts_with(prefix)) continue;
      const bool spread = !effect.each.empty() && given.kind() == Value::Kind::kList;
      if (!spread) { fields[name.substr(prefix.size())] = given; }
      else if (i < given.items().size()) { fields[name.substr(prefix.size())] = given.items()[i]; }
    }
    for (const auto& [name, condition] : effect.with) fields[name] = rule::evaluate(condition, world(), bound);
    add_record(effect.target, fields, effect.each.empty() ? input_of_law(*procedure_.record(effect.target)) : effect.each + "[" + std::to_string(i) + "]");
  }
}

// What happens outside this matter, in the same transaction.
void Draft::call_for(const Effect& effect, const rule::Bound& bound) {
  using Kind = Effect::Kind;
  Consequence consequence{effect.kind == Kind::kSpawn ? Consequence::Kind::kSpawn
                          : effect.kind == Kind::kTellChild ? Consequence::Kind::kTellChild : Consequence::Kind::kPrecedent,
                          effect.target, effect.wait, {}, {}};
  for (const auto& [name, condition] : effect.with) consequence.with[name] = rule::evaluate(condition, world(), bound);
  if (effect.kind == Kind::kSpawn) {  // what it is called is known now, its step only when it answers
    ensure(facts_.fresh.present(), "a decision that may spawn is given a fresh number");
    if (spawned_) return cannot("spawn", {"一次办理发起了两个子事项；请管理员修改规程", "One decision began two child matters; the operator must mend the procedure"});
    spawned_ = true;
    consequence.matter = facts_.fresh;
    emit(EventKind::kSpawned, {{"matter", Value::number(facts_.fresh.value)}, {"kind", Value::text(effect.target)}, {"waits", Value::yes_no(effect.wait)}});
  }
  consequences_.push_back(std::move(consequence));
  if (effect.kind == Kind::kTellChild && !matter_.children.empty()) {  // until it answers, its step is not known
    emit_own(EventKind::kChildMoved, {{"matter", Value::number(matter_.children.back().id.value)}});
  }
}

// `where` may name the record at hand beside the one that moves; where both are of one type the name is that of the one that moves.
void Draft::move_records(const Effect& effect, const rule::Bound& at_hand) {
  std::vector<RecordNumber> numbers;
  for (const matter::Record& record : matter_.records) {
    if (record.type != effect.target || record.round != matter_.round) continue;
    if (effect.where) {
      const MatterWorld here = world();
      rule::Bound bound = at_hand;
      for (auto& one : here.bind(record.type, record.number)) bound.push_back(std::move(one));
      if (!rule::evaluate(effect.where, here, bound).is_yes()) continue;
    }
    numbers.push_back(record.number);
  }
  const std::string to = effect.kind == Effect::Kind::kReset ? procedure_.record(effect.target)->steps.front() : effect.to;
  for (const RecordNumber number : numbers) move_record(effect.target, number, to, true);
}

void Draft::settle() {
  for (int moves = 0; moves < kAutoMovesMax; ++moves) {
    const AutoMove* applies = nullptr;
    for (const AutoMove& move : procedure_.autos) {
      if (move.from == matter_.step && (!move.when || rule::evaluate(move.when, world()).is_yes())) {
        applies = &move;
        break;
      }
    }
    if (!applies) return;
    apply(applies->does, {}, {});
    enter(applies->to, false, true);
  }
  cannot("auto", {"规程的自动流转停不下来，无法继续；请管理员修改规程", "The automatic moves of the procedure do not come to rest; the operator must mend it"});
}

Words Draft::cannot_end() const {
  for (const matter::Record& record : matter_.records) {
    const RecordSpec* spec = procedure_.record(record.type);
    if (!spec || spec->at_close != AtClose::kMustBeFinal || spec->is_final(record.step)) continue;
    const Words label = procedure_.text("record." + record.type), step = procedure_.text("record." + record.type + ".step." + record.step);
    const std::string number = " #" + std::to_string(record.number);
    return {label.zh + number + " 尚未了结（" + step.zh + "）", label.en + number + " is not settled yet (" + step.en + ")"};
  }
  return {};
}

Decision Draft::finish() && {
  return {std::move(events_), std::move(matter_), std::move(consequences_), std::move(notices_), std::move(fault_)};
}

}  // namespace shaoyin::procedure
