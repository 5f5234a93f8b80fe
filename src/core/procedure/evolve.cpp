#include <algorithm>

#include "core/procedure/decide.h"

namespace shaoyin::procedure {
namespace {

using matter::Event;
using matter::EventKind;
using matter::Matter;
using matter::RunningClock;

matter::Record* record_of(Matter& m, const Event& e) {
  for (matter::Record& record : m.records) {
    if (record.type == e.text("record") && record.number == e.number("record_number")) return &record;
  }
  return nullptr;
}

RunningClock* clock_of(Matter& m, const Event& e) {
  for (RunningClock& clock : m.clocks) {
    if (clock.number == e.number("clock_number")) return &clock;
  }
  return nullptr;
}

void opened(Matter& m, const Event& e) {
  m.kind = e.text("kind");
  m.procedure_hash = e.text("procedure");
  m.place = e.text("place");
  m.community = e.text("community");
  m.site = e.text("site");
  m.opener_person = e.by.person;
  m.opener_unit = e.text("opener_unit");
  m.parent = {e.number("parent")};
  m.opened = e.at;
}

void acted(Matter& m, const Event& e) {
  const matter::Deed deed{e.by.person, e.by.unit, e.at};
  if (matter::Record* record = record_of(m, e)) { record->deeds[e.text("action")] = deed; }
  else { m.deeds[e.text("action")] = deed; }
  const bool new_worker = e.get("work").is_yes() && std::find(m.workers.begin(), m.workers.end(), e.by.person) == m.workers.end();
  if (new_worker) m.workers.push_back(e.by.person);
  for (const auto& [name, value] : e.data) {
    if (name.starts_with("fact.")) m.facts[name.substr(5)] = value;
  }
}

void moved(Matter& m, const Event& e) {
  m.step = e.text("to");
  m.final = e.get("final").is_yes();
  m.closed = m.final ? e.at : Instant{};
  if (e.get("round").known()) m.round = static_cast<int>(e.number("round"));
}

void record_added(Matter& m, const Event& e) {
  matter::Record record;
  record.type = e.text("record");
  record.number = static_cast<int>(e.number("record_number"));
  record.step = e.text("step");
  record.round = static_cast<int>(e.number("round"));
  record.added = e.at;
  record.deeds["add"] = {e.by.person, e.by.unit, e.at};
  for (const auto& [name, value] : e.data) {
    if (name.starts_with("field.")) record.fields[name.substr(6)] = value;
  }
  m.records.push_back(std::move(record));
}

void clock_started(Matter& m, const Event& e) {
  RunningClock clock;
  clock.number = static_cast<int>(e.number("clock_number"));
  clock.name = e.text("clock");
  clock.record = e.text("record");
  clock.record_number = static_cast<int>(e.number("record_number"));
  clock.kind = e.text("kind") == "promise" ? matter::ClockKind::kPromise : e.text("kind") == "right" ? matter::ClockKind::kRight
             : e.text("kind") == "look" ? matter::ClockKind::kLook : matter::ClockKind::kDuty;
  clock.code = e.text("code");
  clock.variant = e.text("variant");
  clock.pack = e.text("pack");
  clock.calendar = e.text("calendar");
  clock.unit = static_cast<int>(e.number("unit"));
  clock.started = e.get("from").known() ? e.get("from").as_instant() : e.at;
  clock.due = e.get("due").as_instant();
  clock.next = e.get("next").as_instant();
  clock.provisional = e.get("provisional").is_yes();
  clock.marks_done = static_cast<int>(e.number("mark"));
  if (const auto kept = m.kept.find(clock.name); clock.record.empty() && kept != m.kept.end()) {
    if (kept->second == clock.due) clock.kept = clock.due;
    m.kept.erase(kept);
  }
  m.clocks.push_back(std::move(clock));
}

void clock_changed(RunningClock& clock, const Event& e) {
  switch (e.kind) {
    case EventKind::kClockPaused:
      clock.state = RunningClock::State::kPaused;
      clock.left = {e.number("left")};
      break;
    case EventKind::kClockResumed:
      clock.state = RunningClock::State::kRunning;
      clock.resumed = e.at;
      clock.kept = {};  // what is left was counted from it
      break;
    case EventKind::kClockStopped:
      clock.state = RunningClock::State::kStopped;
      clock.stopped = e.at;
      break;
    case EventKind::kClockMarked: clock.marks_done = static_cast<int>(e.number("mark")); break;
    case EventKind::kClockEnded: clock.level = static_cast<int>(e.number("level")); break;
    case EventKind::kClockRecomputed:
      if (e.text("why") == "extended") { ++clock.extended; clock.level = 0; }
      if (e.text("why") == "absorbed") clock.kept = e.get("due").as_instant();
      if (e.get("calendar").known()) clock.calendar = e.text("calendar");
      if (e.get("pack").known()) clock.pack = e.text("pack");
      break;
    default: break;
  }
  if (e.get("due").known()) clock.due = e.get("due").as_instant();
  if (e.get("next").known()) clock.next = e.get("next").as_instant();
  if (e.get("provisional").known()) clock.provisional = e.get("provisional").is_yes();
}

void child_moved(Matter& m, const Event& e) {
  for (matter::Child& child : m.children) {
    if (child.id.value != e.number("matter")) continue;
    child.step = e.text("step");
    child.final = e.get("final").is_yes();
    child.outcome = e.text("outcome");
    if (!e.get("workers").known()) continue;
    child.workers.clear();
    for (const Value& worker : e.get("workers").items()) child.workers.push_back(worker.as_text());
  }
}

void absorbed(Matter& m, const Event& e) {
  m.links.push_back({{e.number("matter")}, "absorbed"});
  for (const auto& [name, value] : e.data) {
    if (!name.starts_with("kept.")) continue;
    const auto [kept, fresh] = m.kept.emplace(name.substr(5), value.as_instant());
    if (!fresh) kept->second = std::min(kept->second, value.as_instant());
  }
}

// The first use of a file stands: what showed the hole yesterday proves nothing today.
void evidence_attached(Matter& m, const Event& e) {
  for (const Value& file : e.get("evidence").items()) m.files.try_emplace(file.as_text(), matter::FileUse{m.round, e.get("proof").is_yes()});
}

// A historical matter brings all its fields at once.
void imported(Matter& m, const Event& e) {
  m.historical = true;
  for (const auto& [name, value] : e.data) {
    if (name.starts_with("field.")) m.fields[name.substr(6)] = value;
  }
}

// Remembers where it changed, so that a form can be told from what it rested on (see rests_on). Clocks are left out:
// a reminder changes nothing that anybody decides on. So are notes, papers and who looked at what.
void remember_change(Matter& m, const Event& e) {
  switch (e.kind) {
    case EventKind::kMoved: m.moved_at = m.revision; break;
    case EventKind::kActed:
      if (e.by.as == matter::Actor::As::kClock) break;  // a reminder, an escalation
      [[fallthrough]];
    case EventKind::kRecordAdded: case EventKind::kRecordMoved:
      if (matter::Record* record = record_of(m, e)) record->changed = m.revision;
      break;
    case EventKind::kFieldSet:
      if (matter::Record* record = record_of(m, e)) { record->changed = m.revision; }
      else { m.changed = m.revision; }
      break;
    case EventKind::kOpened: case EventKind::kOwnerSet: case EventKind::kLinked: case EventKind::kAbsorbed:
    case EventKind::kSpawned: case EventKind::kChildMoved: case EventKind::kImported: case EventKind::kPublished:
    case EventKind::kWithdrawn: case EventKind::kIssued:
      m.changed = m.revision;
      break;
    default: break;
  }
}

}  // namespace

Matter evolve(Matter m, const Event& e) {
  ++m.revision;
  switch (e.kind) {
    case EventKind::kOpened: opened(m, e); break;
    case EventKind::kActed: acted(m, e); break;
    case EventKind::kMoved: moved(m, e); break;
    case EventKind::kFieldSet:
      if (matter::Record* record = record_of(m, e)) { record->fields[e.text("field")] = e.get("value"); }
      else { m.fields[e.text("field")] = e.get("value"); }
      break;
    case EventKind::kRecordAdded: record_added(m, e); break;
    case EventKind::kRecordMoved:
      if (matter::Record* record = record_of(m, e)) record->step = e.text("to");
      break;
    case EventKind::kOwnerSet: m.owner = e.text("owner"); break;
    case EventKind::kClockStarted: clock_started(m, e); break;
    case EventKind::kClockPaused: case EventKind::kClockResumed: case EventKind::kClockStopped:
    case EventKind::kClockMarked: case EventKind::kClockEnded: case EventKind::kClockRecomputed:
      if (RunningClock* clock = clock_of(m, e)) clock_changed(*clock, e);
      break;
    case EventKind::kLinked: m.links.push_back({{e.number("matter")}, e.text("how"), e.number("revision"), e.text("hash")}); break;
    case EventKind::kAbsorbed:
      if (e.get("into").known()) { m.absorbed_into = {e.number("into")}; }
      else { absorbed(m, e); }
      break;
    case EventKind::kSpawned: m.children.push_back({{e.number("matter")}, e.text("kind"), "", false, e.get("waits").is_yes(), ""}); break;
    case EventKind::kChildMoved: child_moved(m, e); break;
    case EventKind::kImported: imported(m, e); break;
    case EventKind::kEvidenceAttached: evidence_attached(m, e); break;
    case EventKind::kDisclosed: break;
    case EventKind::kPublished: m.published[e.text("what")] = {{e.text("zh"), e.text("en")}, e.at}; break;
    case EventKind::kWithdrawn: m.published.erase(e.text("what")); break;
    case EventKind::kIssued:
      m.issued.push_back({e.text("document"), static_cast<int>(e.number("document_number")), e.at, m.revision, e.by.unit});
      break;
    case EventKind::kSealed:
      m.erased = e.at;
      m.erased_why = e.text("why");
      break;
  }
  remember_change(m, e);
  return m;
}

}  // namespace shaoyin::procedure
