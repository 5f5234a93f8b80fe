// What has happened to a matter. Events are generic: a new kind of matter brings no new kind of event.
// An event holds references, codes and commitments, never names, phones or free text.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/ids.h"
#include "core/base/instant.h"
#include "core/base/value.h"

namespace shaoyin::matter {

enum class EventKind {
  kOpened, kActed, kMoved, kFieldSet, kRecordAdded, kRecordMoved, kOwnerSet,
  kClockStarted, kClockPaused, kClockResumed, kClockStopped, kClockMarked, kClockEnded, kClockRecomputed,
  kLinked, kAbsorbed, kSpawned, kChildMoved, kEvidenceAttached, kDisclosed, kPublished, kWithdrawn, kIssued, kSealed,
  kImported,
};

[[nodiscard]] const char* event_name(EventKind kind);  // "record_added"
[[nodiscard]] bool event_kind(std::string_view name, EventKind& out);

// Who acted. The clock and the importer act too, under their own names.
struct Actor {
  enum class As { kStaff, kResident, kClock, kImport, kEngine };
  As as = As::kEngine;
  PersonCode person;  // staff only
  PartyCode unit;     // staff: the unit they act for
  bool is_reporter = false;  // the resident who reported this matter
  friend bool operator==(const Actor&, const Actor&) = default;
};

[[nodiscard]] const char* actor_name(Actor::As as);  // "staff"
[[nodiscard]] bool actor_kind(std::string_view name, Actor::As& out);

struct Event {
  EventKind kind = EventKind::kActed;
  Instant at;
  Actor by;
  std::map<std::string, Value> data;  // ordered by name, so equal events have equal bytes

  [[nodiscard]] const Value& get(const std::string& name) const;  // nothing when absent
  [[nodiscard]] const std::string& text(const std::string& name) const { return get(name).as_text(); }
  [[nodiscard]] std::int64_t number(const std::string& name) const { return get(name).as_number(); }
  friend bool operator==(const Event&, const Event&) = default;
};

// The attributes each kind carries (all optional ones may be absent):
//   opened          kind, procedure, parent, place, community, opener_person, opener_unit, district
//   acted           action, record, record_number, to, facts.<name>, note commitments; clock and level for escalations
//   moved           from, to, round
//   field_set       field, value; record and record_number when a record's field
//   record_added    record, record_number, round, step, field.<name>…
//   record_moved    record, record_number, from, to
//   owner_set       owner
//   clock_started   clock_number, clock, kind (promise, duty, right; look: a watch), code, variant, due, next, pack, calendar, provisional, unit, source;
//                   from when it counts from an instant other than this one; mark: how many marks lay behind already;
//                   record and record_number when a record's clock
//   clock_paused    clock_number, left (counted ms)
//   clock_resumed   clock_number, due, next, provisional
//   clock_stopped   clock_number
//   clock_marked    clock_number, mark, next; due when it is a watch that looked
//   clock_ended     clock_number, level, next
//   clock_recomputed clock_number, due, next, provisional, why
//   linked          matter, how; revision and hash when it was frozen: what this matter rests on is that one up to there
//   absorbed        into (in the absorbed one) or matter, kept.CLOCK (in the other)
//   spawned         matter, kind, waits
//   child_moved     matter, step, final, outcome
//   evidence_attached  evidence (list of file hashes), record, record_number, proof (it proves something done in this round)
//   disclosed       fields (names of what was shown: "what", of a record "call.2.reason"), purpose, note (commitment), document (that was opened with them)
//   published       what (a notice of the procedure, now to be read by everybody), zh and en (its words: nothing personal, no free text)
//   withdrawn       what
//   issued          document, document_number (1, 2, 3 … within the matter): it says what the matter was up to this entry
//   sealed          why: the content was erased
//   imported        source, row, flags…

}  // namespace shaoyin::matter
