// Decides what happens to a matter (事项) when someone acts on it or a clock strikes. A matter's life changes
// here and nowhere else: all other code stores, shows or announces what was decided.
//
// Pure: no clock, storage, chance or globals. Equal arguments give equal answers on any machine in any year;
// ledger replay and the simulator rest on that.
// Threads: callable from any thread at once.  Ownership: nothing passed in is kept.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/matter/event.h"
#include "core/matter/matter.h"
#include "core/procedure/procedure.h"

namespace shaoyin::procedure {

// Questions about places and parties, answered from a snapshot of the registers.
class Outside {
 public:
  virtual ~Outside() = default;
  [[nodiscard]] virtual PartyCode district_of(const GridCode& place) const = 0;   // the district's co-ordinating office
  [[nodiscard]] virtual PartyCode street_of(const GridCode& place) const = 0;     // the subdistrict office
  [[nodiscard]] virtual PartyCode community_of(const GridCode& place) const = 0;  // the community committee
  [[nodiscard]] virtual PartyCode grid_of(const GridCode& place) const = 0;       // whoever looks after the all-purpose grid there, else the community
  [[nodiscard]] virtual PartyCode office_of(const GridCode& place) const = 0;     // whoever looks after the smallest grid there, else the one around it
  [[nodiscard]] virtual PartyCode above(const PartyCode& unit) const = 0;
  [[nodiscard]] virtual PartyCode unit_of(const PersonCode& /*person*/) const { return {}; }  // empty: nobody keeps a register of people
  [[nodiscard]] virtual Words label(const Value& value, const rule::Type& type) const = 0;
  // What protected content was looked at for, or erased for; the code itself where nobody keeps a register of purposes.
  [[nodiscard]] virtual Words purpose(const std::string& code) const { return {code, code}; }
};

// What the world contributes to one decision. Gathered before deciding, never during.
struct Facts {
  Instant now;                         // when the action reached the server
  matter::Actor actor;                 // already authenticated and authorised
  const clock::WorkCalendar& calendar;  // borrowed for the call, like the rest
  const clock::DeadlinePack& pack;
  const Outside& outside;
  std::map<std::string, Value> known;  // declared outside facts by name
  MatterId fresh{};                    // a number nobody has, for a matter this decision may spawn
  std::set<std::string> shown_before{};    // files of this act that the matters it came from have named: they prove no work
  std::map<std::string, Value> grounds{};  // what a known fact rests on, "route.rule": frozen beside it
  std::function<bool(const std::string& verb, const GridCode& place)> may{};  // what the actor holds where; left out: nothing
  Instant seen_to{};                   // tick(): what was due before this was seen to; a watch that looked in vain then does not look for it again
};

// What someone wants to do.
struct Act {
  std::string action;
  RecordNumber record = 0;              // actions on a record
  std::string to;                       // where the action offers a choice of steps
  std::map<std::string, Value> inputs;  // "field.lead", "call.unit" (a list where the file says []), "reason"
  std::int64_t revision = 0;            // the revision the person saw; 0: whichever
};

// What must happen elsewhere because of a decision, in the same transaction.
struct Consequence {
  enum class Kind { kSpawn, kTellChild, kAbsorb, kFreeze, kPrecedent, kPublish, kWithdraw } kind = Kind::kSpawn;
  std::string what;                       // child kind, action to perform or notice; kAbsorb, kFreeze: what named the other, "field.same_as"
  bool wait = false;
  std::map<std::string, Value> with;      // kSpawn: inputs; kPrecedent: object, place, owner
  MatterId matter;                        // kAbsorb: into; kFreeze: what it is to rest on; kSpawn: the child's number
};

struct NoticeDraft { std::string to; std::string text; std::map<std::string, std::string> arguments; };

struct Decision {
  std::vector<matter::Event> events;  // oldest first, never empty on success
  matter::Matter after;
  std::vector<Consequence> consequences;
  std::vector<NoticeDraft> notices;   // those a procedure names; announce() adds the usual ones
  std::optional<Error> fault;         // kProcedureFault: nothing of the rest may be used; decide() and open() return it
  std::optional<Instant> look_again{};  // tick(), where something was due: see look_again(). A look that found nothing to do leaves this and no event
};

// Where a matter begins; decide() opens an empty matter that carries these.
struct Opening { MatterId id; DistrictId district; GridCode place; GridCode community; MatterId parent; std::string site = {}; };

// Errors; in every case nothing has happened and nothing needs undoing:
//   kUnknownAction  the procedure has no such action
//   kOutOfDate      act.revision is older than rests_on(), or none the matter has had
//   kNotAllowedNow  the action is not offered in the present step of the matter or record
//   kNotFound, kMissingField  the record does not exist, or none was named (field "record"): no_record()
//   kMissingField, kUnknownField, kWrongType, kNotAChoice, kTooLong   an input is at fault; field names it
//   kGuardRefused   the condition does not hold; field is the action, `said` explains
//                   a record may not be added (detail "law"): field is the input; a file proves nothing here (detail "proof"): likewise
//   kProcedureFault the rules cannot be followed here (no deadline row, automatic moves without rest); `said` explains
// REQUIRES: matter.revision == 0 or matter.procedure_hash == procedure.hash.
[[nodiscard]] Result<Decision> decide(const Procedure& procedure, const matter::Matter& matter, const Act& act, const Facts& facts);

// What is said where an action on a record was asked for without saying which, or for one that is not there.
[[nodiscard]] Error no_record(const Procedure& procedure, const ActionSpec& action, RecordNumber asked);

// The last revision at which something changed that a form of this action rests on:
//   always           the matter's step and round;
//   on a record      that record;
//   on the matter    its fields, owner and links, and every record of the types which the action's guard or effects name.
// What other units do with other records in the meantime makes no form out of date; guards are judged anew anyway.
// `record` is ignored by actions on the matter; 0 when there is no such record.
[[nodiscard]] std::int64_t rests_on(const Procedure& procedure, const matter::Matter& matter, const ActionSpec& action, RecordNumber record);

// Opens a matter with the procedure's opening action.
[[nodiscard]] Result<Decision> open(const Procedure& procedure, const Opening& opening, const Act& act, const Facts& facts);

// Lets every clock that is due at facts.now act. No events when none is, nor of a watch that finds nothing to do.
[[nodiscard]] Decision tick(const Procedure& procedure, const matter::Matter& matter, const Facts& facts);

// When, once all that was due at `now` has been seen to, a clock next acts or a watch next looks; nothing: none runs. A watch looks in
// the rhythm that its last entry began, whether or not there are entries of the looks in between.
[[nodiscard]] std::optional<Instant> look_again(const Procedure& procedure, const matter::Matter& matter, const clock::WorkCalendar& calendar, Instant now);

// Tells a parent that its child has moved. May set off automatic moves.
[[nodiscard]] Decision hear_child(const Procedure& procedure, const matter::Matter& parent, const matter::Child& child, const Facts& facts);

// Tells a matter that another was absorbed into it; the earlier of both promises is kept.
[[nodiscard]] Decision take_in(const Procedure& procedure, const matter::Matter& matter, const matter::Matter& absorbed, const Facts& facts);

// Makes `matter` rest on another as it stands: how many entries that had, and the hash of its last.
struct Snapshot { MatterId matter; std::int64_t revision = 0; std::string hash; };
[[nodiscard]] Decision rest_on(const Procedure& procedure, const matter::Matter& matter, const Snapshot& other, const Facts& facts);

// Recomputes open clocks after the calendar or pack changed; extended clocks stay as approved, and
// a promise kept for an absorbed matter is not moved back. No events when nothing differs.
[[nodiscard]] Decision recompute(const Procedure& procedure, const matter::Matter& matter, const Facts& facts);

// Returns `matter` after `event`. Total: accepts every event that the functions above can return.
[[nodiscard]] matter::Matter evolve(matter::Matter matter, const matter::Event& event);

// Which outside facts `act` needs, with their arguments evaluated as if its inputs were set.
struct FactQuestion { std::string name; std::string function; std::vector<Value> arguments; const FactSpec* fact = nullptr; };  // `fact` belongs to the procedure
[[nodiscard]] std::vector<FactQuestion> needed_facts(const Procedure& procedure, const matter::Matter& matter, const Act& act, const Facts& facts);

// Whether the actor stands in the relation the action's `who` asks for; yes when it asks for none.
struct WhoVerdict { bool holds = false; Words why; };
[[nodiscard]] WhoVerdict judge_who(const Procedure& procedure, const matter::Matter& matter, const ActionSpec& action, RecordNumber record, const Facts& facts);

// Whether and why an action is possible now, its inputs aside: a guard that waits for an input, or for a fact
// that the action gathers, counts as open.
struct Possible { bool step = false; bool who = false; bool guard = false; Words why; [[nodiscard]] bool all() const { return step && who && guard; } };
[[nodiscard]] Possible possible(const Procedure& procedure, const matter::Matter& matter, const ActionSpec& action, RecordNumber record, const Facts& facts);

}  // namespace shaoyin::procedure
