#include <algorithm>

#include "core/procedure/draft.h"

namespace shaoyin::procedure {
namespace {

using matter::EventKind;
using matter::RunningClock;

// How an overdue clock goes on: to the unit, then to the one above, then to the district; after that it asks
// again once a week, so that no open matter is ever without a clock that will act.
constexpr int kLevelMax = 3;
constexpr Millis kEscalateSoonest = minutes(15);
constexpr Millis kEscalateLatest = hours(24);
constexpr Millis kAskAgain = days(7);

Millis pace_of(const RunningClock& clock, int level) {
  if (level >= kLevelMax) return kAskAgain;
  const Millis half{(clock.due - clock.started).ms / 2};
  return std::clamp(half, kEscalateSoonest, kEscalateLatest);
}

bool is_mark(const RunningClock& clock, const ClockSpec& spec) {
  return !clock.overdue() && clock.next < clock.due && clock.marks_done < static_cast<int>(spec.marks.size());
}

void strike_mark(Draft& draft, const RunningClock& clock, const ClockSpec& spec) {
  const Mark& mark = spec.marks[static_cast<std::size_t>(clock.marks_done)];
  const Instant next = next_of(spec, draft.facts().calendar, clock.started, clock.due, clock.marks_done + 1);
  draft.emit(EventKind::kClockMarked, {{"clock_number", Value::number(clock.number)}, {"mark", Value::number(clock.marks_done + 1)}, {"next", Value::instant(next)}});
  draft.strike(clock, mark.does, 0);
}

void strike_end(Draft& draft, const RunningClock& clock, const ClockSpec& spec) {
  const int level = std::min(clock.level + 1, kLevelMax + 1);
  const Instant next = draft.facts().now + pace_of(clock, level);
  draft.emit(EventKind::kClockEnded, {{"clock_number", Value::number(clock.number)}, {"level", Value::number(level)}, {"next", Value::instant(next)}});
  if (clock.kind == matter::ClockKind::kRight) {  // a right lapses; nobody is late
    draft.emit_own(EventKind::kClockStopped, {{"clock_number", Value::number(clock.number)}});
  }
  if (level <= kLevelMax) {
    draft.strike(clock, spec.at_end, level);
  } else {
    draft.strike(clock, {{ClockDoes::Kind::kRemind, ""}}, level);
  }
}

// Whether the watch finds something to do: its condition holds, and so does that of the action.
bool would_act(const Draft& draft, const Procedure& procedure, const WatchSpec& watch) {
  const ActionSpec* action = procedure.action(watch.act);
  const MatterWorld world = draft.world();
  const auto holds = [&](const rule::Condition& condition) { return !condition || rule::evaluate(condition, world).is_yes(); };
  const bool here = action != nullptr && std::find(action->from.begin(), action->from.end(), draft.matter().step) != action->from.end();
  return here && holds(watch.when) && holds(action->when);
}

// After a long silence a watch looks once: what it would have seen in between is gone. A look that finds nothing to do is no entry.
void look(Draft& draft, const Procedure& procedure, const RunningClock& clock) {
  const WatchSpec* watch = procedure.watch(clock.name);
  if (watch == nullptr || !would_act(draft, procedure, *watch)) return;
  const Value next = Value::instant(next_look(*watch, draft.facts().calendar, draft.facts().now));
  draft.emit(EventKind::kClockMarked, {{"clock_number", Value::number(clock.number)}, {"mark", Value::number(clock.marks_done + 1)}, {"due", next}, {"next", next}});
  draft.strike(clock, {{ClockDoes::Kind::kAct, watch->act}}, 0);
}

// Between its looks another clock may act; that is no time for it to look.
bool looks_now(const Draft& draft, const Procedure& procedure, const RunningClock& clock) {
  const WatchSpec* watch = procedure.watch(clock.name);
  const Facts& facts = draft.facts();
  return watch != nullptr && clock.next <= facts.now && look_from(*watch, facts.calendar, clock.next, facts.seen_to) <= facts.now;
}

// All that one clock owes by now: after a long silence a mark and the end may both be due.
void strike_all(Draft& draft, const Procedure& procedure, int number) {
  for (;;) {
    const RunningClock clock = *draft.matter().clock(number);
    if (clock.kind == matter::ClockKind::kLook) {
      if (clock.open() && looks_now(draft, procedure, clock)) look(draft, procedure, clock);
      return;
    }
    const ClockSpec* spec = spec_of(procedure, clock);
    const bool due = clock.state == RunningClock::State::kRunning && clock.next <= draft.facts().now;
    if (!spec || !due) return;  // also when an earlier clock moved the matter on
    is_mark(clock, *spec) ? strike_mark(draft, clock, *spec) : strike_end(draft, clock, *spec);
  }
}

// Watches look last: at what the deadlines of the same moment have made of the matter.
bool binds(const matter::Matter& matter, int clock) { return matter.clock(clock)->kind != matter::ClockKind::kLook; }

}  // namespace

std::optional<Instant> look_again(const Procedure& procedure, const matter::Matter& matter, const clock::WorkCalendar& calendar, Instant now) {
  std::optional<Instant> first;
  for (const RunningClock& clock : matter.clocks) {
    if (clock.state != RunningClock::State::kRunning) continue;
    const WatchSpec* watch = clock.kind == matter::ClockKind::kLook ? procedure.watch(clock.name) : nullptr;
    const Instant next = watch != nullptr && clock.next <= now ? look_from(*watch, calendar, clock.next, now + Millis{1}) : clock.next;
    if (!first || next < *first) first = next;
  }
  return first;
}

Decision tick(const Procedure& procedure, const matter::Matter& matter, const Facts& facts) {
  Draft draft(procedure, matter, facts);
  std::vector<int> due;
  for (const RunningClock& clock : matter.clocks) {
    if (clock.state == RunningClock::State::kRunning && clock.next <= facts.now) due.push_back(clock.number);
  }
  std::stable_sort(due.begin(), due.end(), [&](int a, int b) { return binds(matter, a) > binds(matter, b); });
  for (const int number : due) strike_all(draft, procedure, number);
  if (!due.empty()) draft.settle();
  Decision decision = std::move(draft).finish();
  if (!due.empty()) decision.look_again = look_again(procedure, decision.after, facts.calendar, facts.now);
  return decision;
}

Decision recompute(const Procedure& procedure, const matter::Matter& matter, const Facts& facts) {
  Draft draft(procedure, matter, facts);
  for (const RunningClock& clock : matter.clocks) {
    if (clock.state != RunningClock::State::kRunning || clock.code.empty() || clock.extended > 0 || clock.overdue()) continue;
    const ClockSpec* spec = spec_of(procedure, clock);
    const clock::PackRow* row = facts.pack.find(clock.code, clock.variant);
    if (!spec || !row) continue;
    const bool paused_before = clock.resumed.ms != 0;
    clock::Deadline due = paused_before ? clock::advance(facts.calendar, clock.resumed, clock.left, row->limit.unit)
                                              : clock::deadline(facts.calendar, clock.started, row->limit);
    if (clock.kept.ms != 0) due.at = std::min(due.at, clock.kept);  // what another reporter was promised stays
    if (due.at == clock.due && due.provisional == clock.provisional) continue;
    const Instant next = next_of(*spec, facts.calendar, clock.started, due.at, clock.marks_done);
    draft.emit(EventKind::kClockRecomputed, {{"clock_number", Value::number(clock.number)}, {"due", Value::instant(due.at)},
               {"next", Value::instant(next)}, {"provisional", Value::yes_no(due.provisional)}, {"why", Value::text("calendar")},
               {"calendar", Value::text(facts.calendar.version())}, {"pack", Value::text(facts.pack.name() + "@" + facts.pack.version())}});
  }
  return std::move(draft).finish();
}

}  // namespace shaoyin::procedure
