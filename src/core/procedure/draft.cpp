#include "core/procedure/draft.h"

#include <algorithm>

namespace shaoyin::procedure {
namespace {

using matter::EventKind;
using matter::RunningClock;

// A set of automatic moves that has not come to rest after this many is a fault of the procedure; check()
// proves that none is shipped.
constexpr int kAutoMovesMax = 16;

bool holds(const std::vector<std::string>& steps, const std::string& step) {
  return std::find(steps.begin(), steps.end(), step) != steps.end();
}

const char* kind_name(matter::ClockKind kind) {
  switch (kind) {
    case matter::ClockKind::kPromise: return "promise";
    case matter::ClockKind::kDuty: return "duty";
    case matter::ClockKind::kRight: return "right";
  }
  return "duty";
}

Draft::Data on_record(const std::string& record, RecordNumber number, Draft::Data data = {}) {
  if (!record.empty()) {
    data["record"] = Value::text(record);
    data["record_number"] = Value::number(number);
  }
  return data;
}

}  // namespace

const ClockSpec* spec_of(const Procedure& procedure, const RunningClock& clock) {
  const auto find = [&](const std::vector<ClockSpec>& specs) -> const ClockSpec* {
    for (const ClockSpec& spec : specs) {
      if (spec.name == clock.name) return &spec;
    }
    return nullptr;
  };
  if (!clock.record.empty()) {
    const RecordSpec* record = procedure.record(clock.record);
    return record ? find(record->clocks) : nullptr;
  }
  for (const StepSpec& step : procedure.steps) {
    if (const ClockSpec* spec = find(step.clocks)) return spec;
  }
  return nullptr;
}

Instant next_of(const ClockSpec& spec, const clock::WorkCalendar& calendar, Instant started, Instant due, int marks_done) {
  Instant next = due;
  for (std::size_t i = static_cast<std::size_t>(marks_done); i < spec.marks.size(); ++i) {
    const Mark& mark = spec.marks[i];
    Instant at = clock::deadline(calendar, started, mark.limit).at;
    if (mark.before_end) at = due - (at - started);
    if (at > started && at < next) next = at;
    break;  // marks stand in the order in which they come
  }
  return next;
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
  set_owner_of(*spec);
  start_clocks(spec->clocks, "", 0, step);
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

void Draft::add_record(const std::string& record, const Data& fields) {
  const RecordSpec* spec = procedure_.record(record);
  ensure(spec != nullptr, "a checked procedure adds its own records only");
  RecordNumber number = 1;
  for (const matter::Record& one : matter_.records) number += one.type == record ? 1 : 0;
  Data data = on_record(record, number, {{"round", Value::number(matter_.round)}, {"step", Value::text(spec->steps.front())}});
  for (const auto& [name, value] : fields) {
    if (value.known()) data["field." + name] = value;
  }
  emit(EventKind::kRecordAdded, std::move(data));
  start_clocks(spec->clocks, record, number, spec->steps.front());
}

void Draft::stop_clocks(const std::string& record, RecordNumber number, const std::string& step, bool is_final) {
  std::vector<int> ending;
  for (const RunningClock& clock : matter_.clocks) {
    if (!clock.open() || clock.record != record || clock.record_number != number) continue;
    const ClockSpec* spec = spec_of(procedure_, clock);
    const bool own_step = spec && record.empty() && spec->until.empty();
    if (is_final || !spec || own_step || holds(spec->until, step)) ending.push_back(clock.number);
  }
  for (const int clock : ending) emit_own(EventKind::kClockStopped, {{"clock_number", Value::number(clock)}});
}

void Draft::stop_all_at_end() {
  std::vector<int> ending;
  for (const RunningClock& clock : matter_.clocks) {
    if (!clock.open() || clock.record.empty()) continue;
    const RecordSpec* spec = procedure_.record(clock.record);
    if (!spec || spec->at_close != AtClose::kOutlive) ending.push_back(clock.number);
  }
  for (const int clock : ending) emit_own(EventKind::kClockStopped, {{"clock_number", Value::number(clock)}});
}

void Draft::start_clocks(const std::vector<ClockSpec>& specs, const std::string& record, RecordNumber number, const std::string& step) {
  for (const ClockSpec& spec : specs) {
    if (!record.empty() && spec.start != step) continue;
    const bool runs = std::any_of(matter_.clocks.begin(), matter_.clocks.end(), [&](const RunningClock& clock) {
      return clock.open() && clock.name == spec.name && clock.record == record && clock.record_number == number;
    });
    if (!runs) start_clock(spec, record, number);
  }
}

void Draft::start_clock(const ClockSpec& spec, const std::string& record, RecordNumber number) {
  const MatterWorld here = world();
  const rule::Bound bound = here.bind(record, number);
  Data data = on_record(record, number, {{"clock", Value::text(spec.name)}, {"kind", Value::text(kind_name(spec.kind))},
                                         {"calendar", Value::text(facts_.calendar.version())}});
  clock::Deadline deadline;
  clock::Unit unit = clock::Unit::kMinutes;
  if (spec.due) {
    const Value due = rule::evaluate(spec.due, here, bound);
    if (!due.known()) return;
    deadline.at = due.as_instant();
  } else {
    const rule::Condition& chooser = spec.variant ? spec.variant : procedure_.variant;
    const std::string variant = chooser ? rule::evaluate(chooser, here, bound).as_text() : std::string();
    const clock::PackRow* row = facts_.pack.find(spec.code, variant);
    if (row == nullptr) {
      return cannot("clock." + spec.name, {"时限表 " + facts_.pack.name() + " 中“" + spec.code + "”没有适用于“" + variant + "”的行，无法计时；请管理员补上该行",
                                           "The deadline pack '" + facts_.pack.name() + "' has no row of '" + spec.code + "' for '" + variant + "', so no clock can run; the operator must add it"});
    }
    deadline = clock::deadline(facts_.calendar, facts_.now, row->limit);
    unit = row->limit.unit;
    data["code"] = Value::text(spec.code);
    data["variant"] = Value::text(variant);
    data["pack"] = Value::text(facts_.pack.name() + "@" + facts_.pack.version());
  }
  if (const auto kept = matter_.kept.find(spec.name); record.empty() && kept != matter_.kept.end()) deadline.at = std::min(deadline.at, kept->second);
  data["unit"] = Value::number(static_cast<int>(unit));
  data["due"] = Value::instant(deadline.at);
  data["next"] = Value::instant(next_of(spec, facts_.calendar, facts_.now, deadline.at, 0));
  if (deadline.provisional) data["provisional"] = Value::yes_no(true);
  data["clock_number"] = Value::number(static_cast<std::int64_t>(matter_.clocks.size()) + 1);
  emit_own(EventKind::kClockStarted, std::move(data));
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
    case Kind::kAdd: {
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
        add_record(effect.target, fields);
      }
      break;
    }
    case Kind::kMove: case Kind::kReset: move_records(effect); break;
    case Kind::kGiveTo: {
      const Value to = value();
      if (to.known()) give_to(to.as_text());
      break;
    }
    case Kind::kPause: case Kind::kResume: case Kind::kStop: case Kind::kExtend: change_clock(effect, bound); break;
    case Kind::kNotify: {
      const Value to = value();
      if (to.known()) notices_.push_back({"unit:" + to.as_text(), effect.target, {}});
      break;
    }
    case Kind::kLink: {
      const Value to = value();
      if (to.known()) emit(EventKind::kLinked, {{"matter", Value::number(std::strtoll(to.as_text().c_str(), nullptr, 10))}, {"how", Value::text(effect.target)}});
      break;
    }
    case Kind::kPublish: emit(EventKind::kPublished, {{"what", Value::text(effect.target)}}); break;
    case Kind::kWithdraw: emit(EventKind::kWithdrawn, {{"what", Value::text(effect.target)}}); break;
    case Kind::kSpawn: case Kind::kTellChild: case Kind::kPrecedent: {
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
      break;
    }
    case Kind::kAbsorb: {
      const Value into = value();
      const MatterId other{std::strtoll(into.as_text().c_str(), nullptr, 10)};
      emit(EventKind::kAbsorbed, {{"into", Value::number(other.value)}});
      consequences_.push_back({Consequence::Kind::kAbsorb, effect.value.source, false, {}, other});
      break;
    }
  }
}

void Draft::move_records(const Effect& effect) {
  std::vector<RecordNumber> numbers;
  for (const matter::Record& record : matter_.records) {
    if (record.type != effect.target || record.round != matter_.round) continue;
    if (effect.where && !rule::evaluate(effect.where, world(), world().bind(record.type, record.number)).is_yes()) continue;
    numbers.push_back(record.number);
  }
  const std::string to = effect.kind == Effect::Kind::kReset ? procedure_.record(effect.target)->steps.front() : effect.to;
  for (const RecordNumber number : numbers) move_record(effect.target, number, to, true);
}

void Draft::change_clock(const Effect& effect, const rule::Bound& bound) {
  std::vector<RunningClock> named;
  for (const RunningClock& clock : matter_.clocks) {
    if (clock.open() && clock.name == effect.target && clock.record.empty()) named.push_back(clock);
  }
  for (const RunningClock& clock : named) {
    const ClockSpec* spec = spec_of(procedure_, clock);
    const auto unit = static_cast<clock::Unit>(clock.unit);
    const Value number = Value::number(clock.number);
    if (effect.kind == Effect::Kind::kStop) {
      emit_own(EventKind::kClockStopped, {{"clock_number", number}});
    } else if (effect.kind == Effect::Kind::kPause && clock.state == RunningClock::State::kRunning) {
      const Millis left = clock::counted(facts_.calendar, facts_.now, clock.due, unit);
      emit_own(EventKind::kClockPaused, {{"clock_number", number}, {"left", Value::number(left.ms)}});
    } else if (effect.kind == Effect::Kind::kResume && clock.state == RunningClock::State::kPaused) {
      // What was promised for an instant that has passed stays broken, however long it was on hold.
      const clock::Deadline due = clock.overdue() ? clock::Deadline{clock.due, clock.provisional} : clock::advance(facts_.calendar, facts_.now, clock.left, unit);
      const Instant next = clock.overdue() || !spec ? facts_.now + minutes(15) : next_of(*spec, facts_.calendar, clock.started, due.at, clock.marks_done);
      emit_own(EventKind::kClockResumed, {{"clock_number", number}, {"due", Value::instant(due.at)}, {"next", Value::instant(next)}, {"provisional", Value::yes_no(due.provisional)}});
    } else if (effect.kind == Effect::Kind::kExtend) {
      const Value until = rule::evaluate(effect.value, world(), bound);
      if (!until.known() || until.as_instant() <= clock.due) continue;
      const Instant next = spec ? next_of(*spec, facts_.calendar, clock.started, until.as_instant(), clock.marks_done) : until.as_instant();
      emit_own(EventKind::kClockRecomputed, {{"clock_number", number}, {"due", until}, {"next", Value::instant(next)}, {"why", Value::text("extended")}});
    }
  }
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

// Level 1 goes to the unit at fault, 2 to the one above it, 3 to the district.
void Draft::escalate(const RunningClock& clock, int level) {
  PartyCode unit = matter_.owner;
  if (const matter::Record* record = matter_.find(clock.record, clock.record_number)) {
    if (const auto named = record->fields.find("unit"); named != record->fields.end()) unit = named->second.as_text();
  }
  if (level == 2) unit = facts_.outside.above(unit);
  if (level >= 3) unit = facts_.outside.district_of(matter_.place);
  if (unit.empty()) unit = matter_.owner;
  Data data = on_record(clock.record, clock.record_number, {{"action", Value::text("escalate")}, {"clock_number", Value::number(clock.number)},
                        {"clock", Value::text(clock.name)}, {"level", Value::number(level)}, {"to", Value::text(unit)}});
  emit(EventKind::kActed, std::move(data));
}

void Draft::strike(const RunningClock& clock, const std::vector<ClockDoes>& does, int level) {
  for (const ClockDoes& what : does) {
    switch (what.kind) {
      case ClockDoes::Kind::kRemind:
        emit(EventKind::kActed, on_record(clock.record, clock.record_number, {{"action", Value::text("remind")},
             {"clock_number", Value::number(clock.number)}, {"clock", Value::text(clock.name)}, {"level", Value::number(level)}}));
        break;
      case ClockDoes::Kind::kEscalate: escalate(clock, level); break;
      case ClockDoes::Kind::kMove:
        if (clock.record.empty()) { if (matter_.step != what.target) enter(what.target, false, false); }
        else { move_record(clock.record, clock.record_number, what.target, false); }
        break;
      case ClockDoes::Kind::kAct: {
        const ActionSpec* action = procedure_.action(what.target);
        ensure(action != nullptr, "a checked clock does an action of its procedure");
        if (!holds(action->from, matter_.step)) break;
        if (action->when && !rule::evaluate(action->when, world()).is_yes()) break;
        emit(EventKind::kActed, {{"action", Value::text(action->name)}, {"clock", Value::text(clock.name)}});
        apply(action->does, {}, {});
        if (action->to.size() == 1) enter(action->to.front(), action->new_round, false);
        break;
      }
    }
  }
}

Decision Draft::finish() && {
  return {std::move(events_), std::move(matter_), std::move(consequences_), std::move(notices_), std::move(fault_)};
}

}  // namespace shaoyin::procedure
