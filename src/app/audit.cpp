#include "app/audit.h"

#include <algorithm>
#include <set>

#include "core/view/project.h"
#include "core/view/title.h"

namespace shaoyin::app {
namespace {

constexpr int kFeedPage = 10'000;  // items read at a time: about a megabyte

using matter::Event;

Result<std::vector<Event>> events_of(const Stored& stored) {
  std::vector<Event> events;
  for (const ledger::Link& link : stored.links) {
    auto entry = ledger::parse_entry(link.bytes);
    if (!entry) return entry.error();
    events.push_back(std::move(entry->event));
  }
  return events;
}

void gather(const Value& value, Value::Kind kind, std::set<std::string>& out) {
  if (value.kind() == kind) out.insert(value.as_text());
  for (const Value& item : value.items()) gather(item, kind, out);
}

// Everything of that kind that the entries name. An import's fingerprint of its row is a commitment to no text.
std::set<std::string> named(const std::vector<Event>& events, Value::Kind kind) {
  std::set<std::string> all;
  for (const Event& event : events) {
    for (const auto& [name, value] : event.data) {
      if (event.kind == matter::EventKind::kImported && name == "content") continue;
      gather(value, kind, all);
    }
  }
  return all;
}

// Units stay in a row although a later commit knows them no more, so the stored ones may be more than the entries' end shows: but
// each of them must be named by an entry.
bool parties_fit(const MatterRow& stored, const MatterRow& made, const std::set<std::string>& codes) {
  const auto has = [&](const PartyCode& unit) { return std::find(stored.parties.begin(), stored.parties.end(), unit) != stored.parties.end(); };
  return std::all_of(made.parties.begin(), made.parties.end(), has) &&
         std::all_of(stored.parties.begin(), stored.parties.end(), [&](const PartyCode& unit) { return codes.contains(unit); });
}

std::vector<std::string> differences(const MatterRow& stored, const MatterRow& made) {
  std::vector<std::string> parts;
  const auto compare = [&](const char* name, const auto& a, const auto& b) {
    if (!(a == b)) parts.push_back(std::string("row.") + name);
  };
  compare("kind", stored.kind, made.kind);
  compare("step", stored.step, made.step);
  compare("final", stored.final, made.final);
  compare("owner", stored.owner, made.owner);
  compare("place", stored.place, made.place);
  compare("community", stored.community, made.community);
  compare("category", stored.category, made.category);
  compare("opened", stored.opened, made.opened);
  compare("updated", stored.updated, made.updated);
  compare("promised", stored.promised, made.promised);
  compare("next_due", stored.next_due, made.next_due);
  compare("closed", stored.closed, made.closed);
  compare("overdue", stored.overdue, made.overdue);
  compare("contested", stored.contested, made.contested);
  compare("returned", stored.returned, made.returned);
  compare("provisional", stored.provisional, made.provisional);
  compare("historical", stored.historical, made.historical);
  compare("parent", stored.parent, made.parent);
  return parts;
}

// A watch that looked in vain leaves no entry: it looks again later than the entries alone tell, and not after the next clock that binds.
bool looks_fit(const MatterRow& stored, const MatterRow& made, const matter::Matter& m) {
  if (stored.look_again == made.look_again) return true;
  std::optional<Instant> binding;
  bool watches = false;
  for (const matter::RunningClock& clock : m.clocks) {
    if (clock.state != matter::RunningClock::State::kRunning) continue;
    if (clock.kind == matter::ClockKind::kLook) { watches = true; }
    else if (!binding || clock.next < *binding) { binding = clock.next; }
  }
  return watches && stored.look_again && made.look_again && *stored.look_again >= *made.look_again && (!binding || *stored.look_again <= *binding);
}

using Fields = std::map<std::string, Value>;
bool is_time(const Fields::value_type& one) { return one.first.starts_with(view::kDid); }

// A folder of an earlier release has no fields, or none of the times of actions, until they are filled in (fill_rows.h).
bool fields_fit(const Fields& stored, Fields made) {
  if (stored.empty()) return true;
  if (std::none_of(stored.begin(), stored.end(), is_time)) std::erase_if(made, is_time);
  return stored == made;
}

std::vector<std::string> row_parts(const procedure::Procedure& procedure, const MatterRow& stored, const matter::Matter& m, const std::vector<Event>& events) {
  MatterRow once;  // what is written once and never made anew
  once.number = stored.number;
  const MatterRow made = view::project(procedure, once, m, events);
  std::vector<std::string> parts = differences(stored, made);
  if (!looks_fit(stored, made, m)) parts.emplace_back("row.look_again");
  if (!fields_fit(stored.fields, made.fields)) parts.emplace_back("row.fields");
  if (!parties_fit(stored, made, named(events, Value::Kind::kText))) parts.emplace_back("row.parties");
  return parts;
}

// What views read of the records; none are there in a folder of an earlier release until they are filled in.
Result<std::vector<std::string>> record_parts(const Audit& audit, const procedure::Procedure& procedure, const matter::Matter& m, const std::vector<Event>& events) {
  const auto listed = audit.store.listed(audit.district, {m.id.value - 1}, 1);
  if (!listed) return listed.error();
  if (listed->empty() || listed->front().at.revision != m.revision || listed->front().records.empty()) return std::vector<std::string>{};
  std::vector<std::string> parts;
  const auto made = view::project_records(procedure, m, events);
  const auto fit = [](const view::RecordRow& a, const view::RecordRow& b) { return a.type == b.type && a.number == b.number && a.round == b.round && a.step == b.step && fields_fit(a.fields, b.fields); };
  if (!std::equal(listed->front().records.begin(), listed->front().records.end(), made.begin(), made.end(), fit)) parts.emplace_back("row.records");
  return parts;
}

std::vector<std::string> text_parts(const Audit& audit, const Stored& stored, const std::vector<TextRow>& texts, const std::vector<Event>& events) {
  std::vector<std::string> parts;
  std::set<std::string> missing = named(events, Value::Kind::kSealed);
  const std::set<std::string> known = missing;
  for (const TextRow& text : texts) {
    missing.erase(text.commitment);
    if (!known.contains(text.commitment)) {
      parts.push_back("text " + text.where);
    } else if (audit.vault != nullptr && !stored.wrapped_key.empty()) {
      const auto opened = audit.vault->open(stored.wrapped_key, text.cipher);
      const auto commitment = opened ? audit.vault->commitment(stored.wrapped_key, *opened) : opened;
      if (!commitment || *commitment != text.commitment) parts.push_back("text " + text.where);
    }
  }
  for (const std::string& commitment : missing) parts.push_back("text " + commitment.substr(0, procedure::kHashShown));
  return parts;
}

bool title_fits(const procedure::Procedure& procedure, const MatterRow& row, const std::vector<TextRow>& texts) {
  if (row.title.empty()) return true;
  const std::string where = "field." + procedure.title;
  return std::any_of(texts.begin(), texts.end(), [&](const TextRow& text) {
    return text.where == where && view::title_of(text.masked) == row.title;
  });
}

}  // namespace

Result<std::vector<AuditFault>> audit_matter(const Audit& audit, MatterId id, const Stored& stored) {
  const auto m = replay(id, audit.district, stored.links);
  if (!m) return m.error();
  const auto events = events_of(stored);
  if (!events) return events.error();
  const auto texts = audit.store.texts(audit.district, id);
  if (!texts) return texts.error();
  const auto at = audit.store.row(audit.district, id);
  if (!at) return at.error();
  std::vector<std::string> parts;
  if (at->revision != m->revision) {
    const auto again = audit.store.load(audit.district, id);
    if (again && again->links.size() > stored.links.size()) return audit_matter(audit, id, *again);  // it moved on meanwhile
    parts.emplace_back("row.revision");  // entries were cut off at the end, or the row was changed
  }
  for (std::string& part : text_parts(audit, stored, *texts, *events)) parts.push_back(std::move(part));
  const auto procedure = audit.rules.by_hash.find(m->procedure_hash);
  if (!m->historical && procedure != audit.rules.by_hash.end() && procedure->second->hash == m->procedure_hash) {
    for (std::string& part : row_parts(*procedure->second, stored.row, *m, *events)) parts.push_back(std::move(part));
    const auto records = record_parts(audit, *procedure->second, *m, *events);
    if (!records) return records.error();
    parts.insert(parts.end(), records->begin(), records->end());
    if (!title_fits(*procedure->second, stored.row, *texts)) parts.emplace_back("row.title");
  }
  std::vector<AuditFault> faults;
  for (std::string& part : parts) faults.push_back({stored.row.number, id, std::move(part)});
  return faults;
}

Result<std::vector<AuditFault>> audit_feed(const Audit& audit, std::int64_t entries) {
  std::int64_t last = 0, count = 0;
  for (;;) {
    const auto page = audit.store.feed(audit.district, last, kFeedPage);
    if (!page) return page.error();
    for (const FeedItem& item : *page) {
      if (item.position != last + 1) return std::vector<AuditFault>{{"", {}, "feed " + std::to_string(last + 1)}};
      last = item.position;
      ++count;
    }
    if (static_cast<int>(page->size()) < kFeedPage) break;
  }
  // While a server writes there may be more by now than were counted before.
  if (count < entries) return std::vector<AuditFault>{{"", {}, "feed " + std::to_string(count + 1)}};
  return std::vector<AuditFault>{};
}

}  // namespace shaoyin::app
