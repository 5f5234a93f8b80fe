#include "core/view/project.h"

#include <algorithm>
#include <set>

namespace shaoyin::view {
namespace {

using matter::Event;
using matter::EventKind;

void add_once(std::vector<PartyCode>& parties, const std::string& party) {
  if (!party.empty() && std::find(parties.begin(), parties.end(), party) == parties.end()) parties.push_back(party);
}

bool is_return(const procedure::Procedure& procedure, const Event& e) {
  const procedure::ActionSpec* action = e.kind == EventKind::kActed ? procedure.action(e.text("action")) : nullptr;
  return action != nullptr && action->returns;
}

// Nobody has agreed to own it yet, or a unit that was asked says that it is not theirs.
bool is_contested(const procedure::Procedure& procedure, const matter::Matter& m) {
  if (m.final) return false;
  const procedure::StepSpec* step = procedure.step(m.step);
  if (step != nullptr && step->contested) return true;
  return std::any_of(m.records.begin(), m.records.end(), [&](const matter::Record& r) {
    const procedure::RecordSpec* spec = procedure.record(r.type);
    return spec != nullptr && r.round == m.round && std::find(spec->contested.begin(), spec->contested.end(), r.step) != spec->contested.end();
  });
}

// What everybody who may read the matter may read in a list: no texts, nothing personal, no person, nothing for some readers only. Of
// lists (attached files) a view has no use.
bool may_be_listed(const procedure::Slot* slot, const Value& value) {
  if (slot == nullptr || slot->personal || slot->visible || slot->type.kind == rule::Type::Kind::kPerson) return false;
  return value.known() && value.kind() != Value::Kind::kSealed && value.kind() != Value::Kind::kList;
}

template <class Owner>
std::map<std::string, Value> listed(const Owner& spec, const std::map<std::string, Value>& fields) {
  std::map<std::string, Value> out;
  for (const auto& [name, value] : fields) {
    if (may_be_listed(spec.field(name), value)) out.emplace(name, value);
  }
  return out;
}

// When the matter or record was moved, by the action that did it; not by whom. A record's own beginning is "add".
void add_times(const procedure::Procedure& procedure, const std::map<std::string, matter::Deed>& deeds, const std::string& record, std::map<std::string, Value>& out) {
  for (const auto& [name, deed] : deeds) {
    const procedure::ActionSpec* action = procedure.action(name);
    const bool moves = action != nullptr && action->on == record && !action->to.empty();
    if (moves || (name == "add" && !record.empty())) out.emplace(kDid + name, Value::instant(deed.at));
  }
}

}  // namespace

std::vector<RecordRow> project_records(const procedure::Procedure& procedure, const matter::Matter& after, const std::vector<Event>& events) {
  std::set<std::pair<std::string, RecordNumber>> touched;
  for (const Event& e : events) {
    if (e.get("record").known()) touched.emplace(e.text("record"), static_cast<RecordNumber>(e.number("record_number")));
  }
  std::vector<RecordRow> rows;
  for (const auto& [type, number] : touched) {
    const procedure::RecordSpec* spec = procedure.record(type);
    const matter::Record* record = after.find(type, number);
    if (spec == nullptr || record == nullptr || spec->visible) continue;
    rows.push_back({type, number, record->round, record->step, listed(*spec, record->fields)});
    add_times(procedure, record->deeds, type, rows.back().fields);
  }
  return rows;
}

MatterRow project(const procedure::Procedure& procedure, const MatterRow& before, const matter::Matter& m, const std::vector<Event>& events) {
  MatterRow row = before;
  row.id = m.id;
  row.kind = m.kind;
  row.step = m.step;
  row.final = m.final;
  row.owner = m.owner;
  row.place = m.place;
  row.community = m.community;
  row.opened = m.opened;
  row.parent = m.parent;
  row.historical = m.historical;
  row.promised = m.promised();
  row.look_again = m.look_again();
  row.closed = m.final ? std::optional(m.closed) : std::nullopt;
  if (!procedure.category.empty()) {
    const auto category = m.fields.find(procedure.category);
    if (category != m.fields.end()) row.category = category->second.as_text();
  }
  row.next_due.reset();
  row.overdue = row.provisional = false;
  for (const matter::RunningClock& clock : m.clocks) {
    if (!clock.open() || clock.kind == matter::ClockKind::kLook) continue;  // nothing is due when a watch looks
    row.overdue = row.overdue || clock.overdue();
    row.provisional = row.provisional || clock.provisional;
    if (clock.state == matter::RunningClock::State::kRunning && (!row.next_due || clock.due < *row.next_due)) row.next_due = clock.due;
  }
  row.contested = is_contested(procedure, m);
  add_once(row.parties, m.owner);
  add_once(row.parties, m.opener_unit);
  for (const matter::Record& record : m.records) {
    const auto unit = record.fields.find("unit");
    if (unit != record.fields.end()) add_once(row.parties, unit->second.as_text());
  }
  row.fields = listed(procedure, m.fields);
  add_times(procedure, m.deeds, {}, row.fields);
  for (const Event& e : events) {
    const bool looked = e.kind == EventKind::kClockMarked && e.get("due").known();  // a watch; nobody did anything
    if (!looked) row.updated = e.at;
    row.returned += is_return(procedure, e) ? 1 : 0;
  }
  return row;
}

std::vector<Notice> announce(const procedure::Procedure& procedure, const matter::Matter& after, const std::vector<Event>& events,
                             const std::vector<procedure::NoticeDraft>& named) {
  std::vector<Notice> notices;
  if (after.historical) return notices;
  std::int64_t revision = after.revision - static_cast<std::int64_t>(events.size());
  const auto tell = [&](const std::string& to, const std::string& text, std::map<std::string, std::string> arguments = {}, const std::string& ordinal = {}) {
    const std::string key = std::to_string(after.id.value) + "/" + std::to_string(revision) + ordinal + "/" + to;
    arguments["kind"] = procedure.kind;
    if (to == "reporter") arguments["matter"] = std::to_string((after.parent.present() ? after.parent : after.id).value);
    notices.push_back({key, to, text, arguments});
    if (to != "reporter") return;
    for (const matter::Link& link : after.links) {  // who reported the same follows this one
      if (link.how != "absorbed") continue;
      arguments["matter"] = std::to_string(link.matter.value);
      notices.push_back({key + "/" + arguments["matter"], to, text, arguments});
    }
  };
  for (const Event& e : events) {
    ++revision;
    switch (e.kind) {
      case EventKind::kOpened:
        if (!after.parent.present()) tell("reporter", "received");  // the parent's reporter has been told
        break;
      case EventKind::kOwnerSet: tell("unit:" + e.text("owner"), "you_own"); break;
      case EventKind::kRecordAdded:
        if (e.get("field.unit").known()) tell("unit:" + e.text("field.unit"), "record_for_you", {{"record", e.text("record")}});
        break;
      case EventKind::kMoved:
        if (!e.text("from").empty()) tell("reporter", "moved", {{"step", e.text("to")}});
        break;
      case EventKind::kActed:
        if (e.text("action") == "remind") tell("unit:" + after.owner, "remind", {{"clock", e.text("clock")}});
        if (e.text("action") == "escalate") tell((e.number("level") == 1 ? "leader:" : "unit:") + e.text("to"), "escalate", {{"clock", e.text("clock")}, {"level", std::to_string(e.number("level"))}});
        break;
      default: break;
    }
  }
  int ordinal = 0;  // all of them stand at the last revision, and one unit may be told two things there
  for (const procedure::NoticeDraft& draft : named) tell(draft.to, draft.text, draft.arguments, "." + std::to_string(++ordinal));
  return notices;
}

}  // namespace shaoyin::view
