// How a draft starts, moves and stops clocks and watches, and what they do.
#include <algorithm>

#include "core/procedure/draft.h"

namespace shaoyin::procedure {
namespace {

using matter::EventKind;
using matter::RunningClock;

bool holds(const std::vector<std::string>& steps, const std::string& step) {
  return std::find(steps.begin(), steps.end(), step) != steps.end();
}

const char* kind_name(matter::ClockKind kind) {
  switch (kind) {
    case matter::ClockKind::kPromise: return "promise";
    case matter::ClockKind::kDuty: return "duty";
    case matter::ClockKind::kRight: return "right";
    case matter::ClockKind::kLook: return "look";
  }
  return "duty";
}

}  // namespace

std::pair<std::string, std::string> clock_named(const std::string& target) {
  const auto dot = target.find('.');
  return dot == std::string::npos ? std::pair(std::string(), target) : std::pair(target.substr(0, dot), target.substr(dot + 1));
}

Instant next_look(const WatchSpec& watch, const clock::WorkCalendar& calendar, Instant now) {
  if (watch.every.unit != clock::Unit::kDays) return clock::deadline(calendar, now, watch.every).at;
  return calendar.start_of(calendar.day_of(now) + static_cast<clock::DayNumber>(watch.every.amount));
}

Instant look_from(const WatchSpec& watch, const clock::WorkCalendar& calendar, Instant first, Instant from) {
  if (first >= from) return first;
  const auto times = [](std::int64_t whole, std::int64_t part) { return (whole + part - 1) / part; };
  const bool plain = watch.every.unit == clock::Unit::kMinutes || watch.every.unit == clock::Unit::kHours;
  if (plain) {
    const std::int64_t period = next_look(watch, calendar, first).ms - first.ms;
    return first + Millis{times((from - first).ms, period) * period};
  }
  if (watch.every.unit == clock::Unit::kDays) {
    const clock::DayNumber begun = calendar.day_of(first), day = calendar.day_of(from);
    const std::int64_t gone = day - begun + (calendar.start_of(day) < from ? 1 : 0);
    return calendar.start_of(begun + static_cast<clock::DayNumber>(times(gone, watch.every.amount) * watch.every.amount));
  }
  while (first < from) first = next_look(watch, calendar, first);
  return first;
}

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

namespace {

Instant at_mark(const Mark& mark, const clock::WorkCalendar& calendar, Instant started, Instant due) {
  const Instant at = clock::deadline(calendar, started, mark.limit).at;
  return mark.before_end ? due - (at - started) : at;
}

}  // namespace

int marks_behind(const ClockSpec& spec, const clock::WorkCalendar& calendar, Instant started, Instant due) {
  const auto ahead = std::find_if(spec.marks.begin(), spec.marks.end(), [&](const Mark& mark) { return at_mark(mark, calendar, started, due) > started; });
  return static_cast<int>(ahead - spec.marks.begin());
}

Instant next_of(const ClockSpec& spec, const clock::WorkCalendar& calendar, Instant started, Instant due, int marks_done) {
  Instant next = due;
  for (std::size_t i = static_cast<std::size_t>(marks_done); i < spec.marks.size(); ++i) {
    const Instant at = at_mark(spec.marks[i], calendar, started, due);
    if (at > started && at < next) next = at;
    break;  // marks stand in the order in which they come
  }
  return next;
}

void Draft::keep_watches(const StepSpec& step) {
  for (const WatchSpec& watch : procedure_.watches) {
    const bool runs = std::any_of(matter_.clocks.begin(), matter_.clocks.end(), [&](const RunningClock& clock) {
      return clock.open() && clock.kind == matter::ClockKind::kLook && clock.name == watch.name;
    });
    if (runs || !watch.looks_in(step)) continue;
    const Value next = Value::instant(next_look(watch, facts_.calendar, facts_.now));
    emit_own(EventKind::kClockStarted, {{"clock", Value::text(watch.name)}, {"kind", Value::text(kind_name(matter::ClockKind::kLook))},
                                        {"unit", Value::number(static_cast<int>(watch.every.unit))}, {"due", next}, {"next", next},
                                        {"clock_number", Value::number(static_cast<std::int64_t>(matter_.clocks.size()) + 1)}});
  }
}

void Draft::stop_clocks(const std::string& record, RecordNumber number, const std::string& step, bool is_final) {
  std::vector<int> ending;
  for (const RunningClock& clock : matter_.clocks) {
    if (!clock.open() || clock.record != record || clock.record_number != number) continue;
    const ClockSpec* spec = spec_of(procedure_, clock);
    if (clock.kind == matter::ClockKind::kLook) {
      const WatchSpec* watch = procedure_.watch(clock.name);
      if (watch == nullptr || !watch->looks_in(*procedure_.step(step))) ending.push_back(clock.number);
      continue;
    }
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
    if (record.empty() && spec.start == kByEffect) continue;
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
  Instant begins = facts_.now;
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
    if (const Value from = spec.from ? rule::evaluate(spec.from, here, bound) : Value::nothing(); from.known()) {
      begins = from.as_instant();
      data["from"] = from;
    }
    deadline = clock::deadline(facts_.calendar, begins, row->limit);
    unit = row->limit.unit;
    data["code"] = Value::text(spec.code);
    data["variant"] = Value::text(variant);
    data["pack"] = Value::text(facts_.pack.name() + "@" + facts_.pack.version());
  }
  if (const auto kept = matter_.kept.find(spec.name); record.empty() && kept != matter_.kept.end()) deadline.at = std::min(deadline.at, kept->second);
  data["unit"] = Value::number(static_cast<int>(unit));
  data["due"] = Value::instant(deadline.at);
  const int behind = marks_behind(spec, facts_.calendar, begins, deadline.at);
  if (behind > 0) data["mark"] = Value::number(behind);
  data["next"] = Value::instant(next_of(spec, facts_.calendar, begins, deadline.at, behind));
  if (deadline.provisional) data["provisional"] = Value::yes_no(true);
  data["clock_number"] = Value::number(static_cast<std::int64_t>(matter_.clocks.size()) + 1);
  emit_own(EventKind::kClockStarted, std::move(data));
}

// Stops the clock where it runs and starts it from now.
void Draft::begin_anew(const std::string& name) {
  if (matter_.final) return;
  std::vector<int> running;
  for (const RunningClock& clock : matter_.clocks) {
    if (clock.open() && clock.name == name && clock.record.empty()) running.push_back(clock.number);
  }
  for (const int number : running) emit_own(EventKind::kClockStopped, {{"clock_number", Value::number(number)}});
  for (const StepSpec& step : procedure_.steps) {
    for (const ClockSpec& spec : step.clocks) {
      if (spec.name == name) return start_clock(spec, "", 0);
    }
  }
}

void Draft::change_clock(const Effect& effect, const rule::Bound& bound) {
  const auto [record, name] = clock_named(effect.target);
  RecordNumber number = 0;
  for (const auto& [type, row] : bound) number = type == record ? static_cast<RecordNumber>(row->column("number").as_number()) : number;
  std::vector<RunningClock> named;
  for (const RunningClock& clock : matter_.clocks) {
    if (clock.open() && clock.name == name && clock.record == record && clock.record_number == number) named.push_back(clock);
  }
  for (const RunningClock& clock : named) {
    const ClockSpec* spec = spec_of(procedure_, clock);
    const auto unit = static_cast<clock::Unit>(clock.unit);
    const Value which = Value::number(clock.number);
    if (effect.kind == Effect::Kind::kStop) {
      emit_own(EventKind::kClockStopped, {{"clock_number", which}});
    } else if (effect.kind == Effect::Kind::kPause && clock.state == RunningClock::State::kRunning) {
      const Millis left = clock::counted(facts_.calendar, facts_.now, clock.due, unit);
      emit_own(EventKind::kClockPaused, {{"clock_number", which}, {"left", Value::number(left.ms)}});
    } else if (effect.kind == Effect::Kind::kResume && clock.state == RunningClock::State::kPaused) {
      // What was promised for an instant that has passed stays broken, however long it was on hold.
      const clock::Deadline due = clock.overdue() ? clock::Deadline{clock.due, clock.provisional} : clock::advance(facts_.calendar, facts_.now, clock.left, unit);
      const Instant next = clock.overdue() || !spec ? facts_.now + minutes(15) : next_of(*spec, facts_.calendar, clock.started, due.at, clock.marks_done);
      emit_own(EventKind::kClockResumed, {{"clock_number", which}, {"due", Value::instant(due.at)}, {"next", Value::instant(next)}, {"provisional", Value::yes_no(due.provisional)}});
    } else if (effect.kind == Effect::Kind::kExtend) {
      const Value until = rule::evaluate(effect.value, world(), bound);
      if (!until.known() || until.as_instant() <= clock.due) continue;
      const Instant next = spec ? next_of(*spec, facts_.calendar, clock.started, until.as_instant(), clock.marks_done) : until.as_instant();
      emit_own(EventKind::kClockRecomputed, {{"clock_number", which}, {"due", until}, {"next", Value::instant(next)}, {"why", Value::text("extended")}});
    }
  }
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

}  // namespace shaoyin::procedure
