#include "core/matter/matter.h"

#include <algorithm>

namespace shaoyin::matter {
namespace {

struct Named { EventKind kind; const char* name; };
constexpr Named kEvents[] = {
    {EventKind::kOpened, "opened"}, {EventKind::kActed, "acted"}, {EventKind::kMoved, "moved"},
    {EventKind::kFieldSet, "field_set"}, {EventKind::kRecordAdded, "record_added"},
    {EventKind::kRecordMoved, "record_moved"}, {EventKind::kOwnerSet, "owner_set"},
    {EventKind::kClockStarted, "clock_started"}, {EventKind::kClockPaused, "clock_paused"},
    {EventKind::kClockResumed, "clock_resumed"}, {EventKind::kClockStopped, "clock_stopped"},
    {EventKind::kClockMarked, "clock_marked"}, {EventKind::kClockEnded, "clock_ended"},
    {EventKind::kClockRecomputed, "clock_recomputed"}, {EventKind::kLinked, "linked"},
    {EventKind::kAbsorbed, "absorbed"}, {EventKind::kSpawned, "spawned"}, {EventKind::kChildMoved, "child_moved"},
    {EventKind::kEvidenceAttached, "evidence_attached"}, {EventKind::kDisclosed, "disclosed"},
    {EventKind::kPublished, "published"}, {EventKind::kWithdrawn, "withdrawn"}, {EventKind::kIssued, "issued"}, {EventKind::kSealed, "sealed"},
    {EventKind::kImported, "imported"},
};

struct NamedActor { Actor::As as; const char* name; };
constexpr NamedActor kActors[] = {{Actor::As::kStaff, "staff"}, {Actor::As::kResident, "resident"},
                                  {Actor::As::kClock, "clock"}, {Actor::As::kImport, "import"},
                                  {Actor::As::kEngine, "engine"}};

}  // namespace

const char* event_name(EventKind kind) {
  for (const Named& row : kEvents) {
    if (row.kind == kind) return row.name;
  }
  return "unknown";
}

bool event_kind(std::string_view name, EventKind& out) {
  for (const Named& row : kEvents) {
    if (name == row.name) {
      out = row.kind;
      return true;
    }
  }
  return false;
}

const char* actor_name(Actor::As as) {
  for (const NamedActor& row : kActors) {
    if (row.as == as) return row.name;
  }
  return "unknown";
}

bool actor_kind(std::string_view name, Actor::As& out) {
  for (const NamedActor& row : kActors) {
    if (name == row.name) {
      out = row.as;
      return true;
    }
  }
  return false;
}

const Value& Event::get(const std::string& name) const {
  static const Value kNothing;
  const auto found = data.find(name);
  return found == data.end() ? kNothing : found->second;
}

const Record* Matter::find(const std::string& type, RecordNumber number) const {
  for (const Record& record : records) {
    if (record.type == type && record.number == number) return &record;
  }
  return nullptr;
}

const RunningClock* Matter::clock(int number) const {
  for (const RunningClock& clock : clocks) {
    if (clock.number == number) return &clock;
  }
  return nullptr;
}

std::optional<Instant> Matter::promised() const {
  std::optional<Instant> first;
  for (const RunningClock& clock : clocks) {
    if (clock.open() && clock.kind == ClockKind::kPromise && (!first || clock.due < *first)) first = clock.due;
  }
  return first;
}

std::optional<Instant> Matter::look_again() const {
  std::optional<Instant> first;
  for (const RunningClock& clock : clocks) {
    if (clock.state == RunningClock::State::kRunning && (!first || clock.next < *first)) first = clock.next;
  }
  return first;
}

}  // namespace shaoyin::matter
