// A decision in the making: events are emitted one by one, and the matter is always what they have made it.
// Used by decide.cpp and tick.cpp; it alone knows how steps, owners and clocks follow one another.
#pragma once

#include <utility>

#include "core/procedure/decide.h"
#include "core/procedure/world.h"

namespace shaoyin::procedure {

class Draft {
 public:
  // All borrowed, except the copy of the matter.
  Draft(const Procedure& procedure, matter::Matter matter, const Facts& facts)
      : procedure_(procedure), matter_(std::move(matter)), facts_(facts) {}

  [[nodiscard]] const matter::Matter& matter() const { return matter_; }
  // Set when the rules could not be followed (data of an older release or another pack must not stop a server), or a record
  // would break the law of its type.
  [[nodiscard]] const std::optional<Error>& fault() const { return fault_; }
  [[nodiscard]] const Facts& facts() const { return facts_; }
  [[nodiscard]] MatterWorld world() const { return {procedure_, matter_, facts_}; }

  using Data = std::map<std::string, Value>;
  void emit(matter::EventKind kind, Data data);
  // The same, as the engine's own doing (automatic moves, clocks that start and stop).
  void emit_own(matter::EventKind kind, Data data);

  // Moves the matter: stops the clocks that end there, sets the owner, starts the step's clocks.
  void enter(const std::string& step, bool new_round, bool by_engine);
  void move_record(const std::string& record, RecordNumber number, const std::string& step, bool by_engine);
  // `named_by`: the input the record was asked for with, for a refusal to name.
  void add_record(const std::string& record, const Data& fields, const std::string& named_by);
  void give_to(const PartyCode& owner);
  // Runs the effects of an action or automatic move. `inputs` are those of the act.
  void apply(const std::vector<Effect>& effects, const Data& inputs, const rule::Bound& bound);
  // Runs automatic moves until none applies.
  void settle();
  // A reason why the matter cannot end in `step` now (a record that must be final is not); empty when it can.
  [[nodiscard]] Words cannot_end() const;

  // What a clock does at a mark, at its end, and each time it is escalated further.
  void strike(const matter::RunningClock& clock, const std::vector<ClockDoes>& does, int level);

  [[nodiscard]] Decision finish() &&;

 private:
  void start_clocks(const std::vector<ClockSpec>& specs, const std::string& record, RecordNumber number, const std::string& step);
  void start_clock(const ClockSpec& spec, const std::string& record, RecordNumber number);
  void stop_clocks(const std::string& record, RecordNumber number, const std::string& step, bool is_final);
  void stop_all_at_end();
  void keep_watches(const StepSpec& step);
  void set_owner_of(const StepSpec& step);
  void apply_one(const Effect& effect, const Data& inputs, const rule::Bound& bound);
  void add_records(const Effect& effect, const Data& inputs, const rule::Bound& bound);
  void call_for(const Effect& effect, const rule::Bound& bound);
  void publish(const std::string& what);
  void take_down(const std::string& what, const matter::Actor& by);
  void take_all_down();
  void change_clock(const Effect& effect, const rule::Bound& bound);
  void begin_anew(const std::string& clock);
  void move_records(const Effect& effect, const rule::Bound& at_hand);
  void escalate(const matter::RunningClock& clock, int level);
  void cannot(const std::string& at, const Words& why);
  [[nodiscard]] bool lawful(const RecordSpec& spec, const Data& fields, const std::string& named_by);
  void emit_as(const matter::Actor& by, matter::EventKind kind, Data data);

  const Procedure& procedure_;
  matter::Matter matter_;
  const Facts& facts_;
  std::vector<matter::Event> events_;
  std::vector<Consequence> consequences_;
  std::vector<NoticeDraft> notices_;
  std::optional<Error> fault_;  // the first
  bool spawned_ = false;        // one decision is given one fresh number
};

// `data` with the record it speaks of; unchanged for the matter itself.
[[nodiscard]] Draft::Data on_record(const std::string& record, RecordNumber number, Draft::Data data = {});

// The specification a running clock was started from; nullptr for a clock the procedure no longer names.
[[nodiscard]] const ClockSpec* spec_of(const Procedure& procedure, const matter::RunningClock& clock);

// "renew" is a clock of the matter, "lease.renew" of its records: the record's type, empty for the matter, and the clock's name.
[[nodiscard]] std::pair<std::string, std::string> clock_named(const std::string& target);

// When a watch that looked at `now` looks again: days and months end at a midnight, every one of them, and not, as a limit
// does, without the day it began on.
[[nodiscard]] Instant next_look(const WatchSpec& watch, const clock::WorkCalendar& calendar, Instant now);

// The first look at or after `from`, in the rhythm of one that looks at `first`.
[[nodiscard]] Instant look_from(const WatchSpec& watch, const clock::WorkCalendar& calendar, Instant first, Instant from);

// How many of its marks lie behind where a clock begins: too late for them when less time is left than they ask for.
[[nodiscard]] int marks_behind(const ClockSpec& spec, const clock::WorkCalendar& calendar, Instant started, Instant due);

// When a clock next acts: its first mark that is not done, else its end.
[[nodiscard]] Instant next_of(const ClockSpec& spec, const clock::WorkCalendar& calendar, Instant started, Instant due, int marks_done);

}  // namespace shaoyin::procedure
