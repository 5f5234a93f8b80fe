#include "edge/http/matter_json.h"

#include <algorithm>
#include <cstdlib>

#include "app/desk_words.h"
#include "app/readers.h"
#include "core/procedure/content.h"
#include "core/text/mask.h"
#include "edge/http/form_json.h"

namespace shaoyin::http {
namespace {

using matter::RunningClock;
using procedure::Slot;
using Kind = rule::Type::Kind;

// The version a stored matter began under is in its first entry.
std::shared_ptr<const procedure::Procedure> version_of(const app::Rules& rules, const app::Stored& stored) {
  const auto first = stored.links.empty() ? Result<ledger::Entry>(fault(ErrorCode::kNotFound)) : ledger::parse_entry(stored.links.front().bytes);
  if (!first) return nullptr;
  const auto found = rules.by_hash.find(first->event.text("procedure"));
  return found == rules.by_hash.end() ? nullptr : found->second;
}

std::string text_of(const app::Rules& rules, const app::Stored& stored, const std::string& key, const Wording& words) {
  const auto version = version_of(rules, stored);
  return words.in(version ? version->text(key) : rules.text(stored.row.kind, key));
}

const char* clock_kind(matter::ClockKind kind) {
  switch (kind) {
    case matter::ClockKind::kPromise: return "promise";
    case matter::ClockKind::kDuty: return "duty";
    case matter::ClockKind::kRight: return "right";
    case matter::ClockKind::kLook: return "look";
  }
  return "duty";
}

const char* clock_state(RunningClock::State state) {
  switch (state) {
    case RunningClock::State::kRunning: return "running";
    case RunningClock::State::kPaused: return "paused";
    case RunningClock::State::kStopped: return "stopped";
  }
  return "stopped";
}

}  // namespace

Words PageOutside::label(const Value& value, const rule::Type& type) const {
  if (type.kind != Kind::kMatter) return app::BookOutside::label(value, type);
  const Result<app::Stored> stored = house_.store().load(house_.district().id, {std::strtoll(value.as_text().c_str(), nullptr, 10)});
  if (!stored || !app::may_see(house_, rules_, reader_, stored->row)) return {"另一事项", "another matter"};
  const auto procedure = rules_.current(stored->row.kind);
  const Words kind = procedure ? procedure->text("kind") : Words{stored->row.kind, stored->row.kind};
  return {kind.zh + " " + stored->row.number, kind.en + " " + stored->row.number};
}

json::object row_json(const app::Rules& rules, const app::MatterRow& row, const Wording& words) {
  return {{"id", id_text(row.id)}, {"number", row.number}, {"kind", row.kind},
          {"kind_label", words.in(rules.text(row.kind, "kind"))}, {"step", row.step},
          {"step_label", words.in(rules.text(row.kind, "step." + row.step))}, {"final", row.final}, {"title", row.title},
          {"owner", words.unit(row.owner)}, {"place", words.grid(row.place)}, {"community", words.grid(row.community)},
          {"category", row.category.empty() ? json::value(nullptr) : json::value(words.category(row.category))}, {"channel", row.channel},
          {"channel_label", words.in(app::channel_words(row.channel))}, {"opened", format_utc(row.opened)}, {"updated", format_utc(row.updated)},
          {"promised", instant_or_null(row.promised)}, {"next_due", instant_or_null(row.next_due)}, {"overdue", row.overdue},
          {"contested", row.contested}, {"returned", row.returned}, {"provisional", row.provisional}, {"historical", row.historical},
          {"closed", instant_or_null(row.closed)}};
}

MatterPage::MatterPage(const Api& api, const app::Loaded& loaded, const matter::Matter& judged, access::Caller caller, Language language,
                       std::shared_ptr<const app::Rules> rules, std::shared_ptr<const procedure::Procedure> procedure)
    : api_(api), loaded_(loaded), caller_(std::move(caller)), rules_(std::move(rules)), procedure_(std::move(procedure)), outside_(api.house, *rules_, caller_),
      words_(*rules_->book, language), now_(api.house.now()),
      facts_{now_, caller_.actor, rules_->calendar, rules_->pack, outside_, {}, {}, {}, {}, app::may_of(caller_, *rules_->book)}, sight_(*procedure_, judged, facts_),
      personal_(caller_.actor.is_reporter) {}

Result<std::unique_ptr<MatterPage>> MatterPage::open(const Api& api, const app::Loaded& loaded, access::Caller caller, Language language,
                                                         const matter::Matter* today) {
  const std::shared_ptr<const app::Rules> rules = api.house.rules();
  const auto procedure = rules->of(loaded.matter);
  if (!procedure) return fault(ErrorCode::kUnknownProcedure, "kind", loaded.matter.kind);
  auto texts = api.house.store().texts(api.house.district().id, loaded.matter.id);
  if (!texts) return texts.error();
  std::unique_ptr<MatterPage> page(new MatterPage(api, loaded, today == nullptr ? loaded.matter : *today, std::move(caller), language, rules, procedure));
  for (app::TextRow& text : *texts) page->texts_.emplace(text.commitment, std::move(text));
  return page;
}

bool MatterPage::visible(const matter::Record& record) const { return sight_.record(record); }

// A text for some readers only has no masked copy (search would find it); who sees its field is shown it masked now.
std::string MatterPage::masked(const app::TextRow& text) const {
  const std::string hidden = words_.in("〔内容受保护〕", "[protected]");
  if (!text.masked.empty()) return text.masked;
  if (procedure_->confidential || personal_text(text.where) || !procedure_->restricts(text.where)) return hidden;
  const Result<std::string> opened = api_.house.vault().open(loaded_.stored.wrapped_key, text.cipher);
  return opened ? text::mask(*opened, {}) : hidden;
}

bool MatterPage::personal_text(const std::string& where) const {
  const std::string head = where.substr(0, where.find('.')), part = where.substr(where.find('.') + 1);
  const std::string name = part.substr(0, part.find('['));
  const procedure::RecordSpec* record = procedure_->record(head);
  const Slot* slot = head == "field" ? procedure_->field(name) : record != nullptr ? record->field(name) : nullptr;
  return slot != nullptr && slot->personal;
}

std::string MatterPage::sealed_text(const std::string& commitment) const {
  const auto found = texts_.find(commitment);
  const std::string hidden = words_.in("〔内容受保护〕", "[protected]");
  if (found == texts_.end() || found->second.cipher.empty()) return words_.in("〔内容已清除〕", "[erased]");
  if (!personal_) return masked(found->second);
  const Result<std::string> opened = api_.house.vault().open(loaded_.stored.wrapped_key, found->second.cipher);
  return opened ? *opened : hidden;
}

json::array MatterPage::purposes_json(registers::Purpose::Use use) const {
  json::array all;
  for (const auto& [code, purpose] : rules_->book->purposes()) {
    if (purpose.use == use) all.emplace_back(named(code, words_.in(purpose.name)));
  }
  return all;
}

std::string disclosed_label(const procedure::Procedure& procedure, const Wording& words, const std::string& name) {
  const auto first = name.find('.'), last = name.rfind('.');
  if (first == std::string::npos) return words.in(procedure.text("field." + name));
  const std::string record = name.substr(0, first);
  return words.in(procedure.text("record." + record)) + " #" + name.substr(first + 1, last - first - 1) + " " + words.in(procedure.text("record." + record + ".field." + name.substr(last + 1)));
}

// Whether the page shows less than was written: a mark stands for something ("〔电话〕"), or for all of it.
bool MatterPage::hides(const std::string& commitment) const {
  const std::string shown = sealed_text(commitment);
  return shown == words_.in("〔内容受保护〕", "[protected]") || shown.find("〔") != std::string::npos;
}

json::value MatterPage::disclosure_json() const {
  if (loaded_.stored.wrapped_key.empty() || !app::allow_disclosure(caller_, *rules_->book, loaded_.matter, loaded_.stored.row)) return nullptr;
  json::array fields;
  for (const procedure::SealedText& text : procedure::sealed_texts(*procedure_, loaded_.matter)) {
    const matter::Record* record = text.record.empty() ? nullptr : loaded_.matter.find(text.record, text.number);
    const bool shown = record == nullptr ? sight_.field(text.field) : sight_.record(*record) && sight_.record_field(*record, text.field);
    const Slot* slot = record == nullptr ? procedure_->field(text.field) : procedure_->record(text.record)->field(text.field);
    if (shown && (slot->personal || hides(text.commitment))) fields.emplace_back(json::object{{"name", text.name}, {"label", disclosed_label(*procedure_, words_, text.name)}, {"personal", slot->personal}});
  }
  if (fields.empty()) return nullptr;
  return json::object{{"fields", std::move(fields)}, {"purposes", purposes_json(registers::Purpose::Use::kDisclosure)}};
}

json::value MatterPage::erasure_json() const {
  const bool may = access::authorize(caller_, "personal.erase", rules_->book->path(loaded_.matter.place)).allowed;
  if (!may || !loaded_.matter.final || loaded_.stored.wrapped_key.empty()) return nullptr;
  return json::object{{"reasons", purposes_json(registers::Purpose::Use::kErasure)}};
}

json::value MatterPage::erased_json() const {
  if (loaded_.matter.erased.ms == 0) return nullptr;
  return json::object{{"at", format_utc(loaded_.matter.erased)}, {"why", named(loaded_.matter.erased_why, words_.in(outside_.purpose(loaded_.matter.erased_why)))}};
}

std::string MatterPage::said(const Slot& slot, const Value& value) const {
  switch (value.kind()) {
    case Value::Kind::kNothing: return "";
    case Value::Kind::kYesNo: return value.is_yes() ? words_.in("是", "yes") : words_.in("否", "no");
    case Value::Kind::kNumber: return std::to_string(value.as_number());
    case Value::Kind::kInstant: return format_local(value.as_instant());
    case Value::Kind::kSealed: return sealed_text(value.as_text());
    case Value::Kind::kText:
      return slot.type.kind == Kind::kChoice ? words_.in(procedure_->text("choice." + value.as_text())) : words_.in(outside_.label(value, slot.type));
    case Value::Kind::kList: {
      std::string all;
      for (const Value& item : value.items()) all += (all.empty() ? "" : words_.in("、", ", ")) + said(slot, item);
      return all;
    }
  }
  return "";
}

json::object MatterPage::field_json(const std::string& name, const std::string& label, const Slot& slot, const Value& value) const {
  const std::string text = said(slot, value);
  json::value raw = nullptr;
  switch (value.kind()) {
    case Value::Kind::kNothing: break;
    case Value::Kind::kYesNo: raw = value.is_yes(); break;
    case Value::Kind::kNumber: raw = value.as_number(); break;
    case Value::Kind::kInstant: raw = json::value(format_utc(value.as_instant())); break;
    case Value::Kind::kSealed: raw = json::value(text); break;
    case Value::Kind::kText: raw = json::value(value.as_text()); break;
    case Value::Kind::kList: {
      json::array items;
      for (const Value& item : value.items()) items.emplace_back(item.kind() == Value::Kind::kSealed ? said(slot, item) : item.as_text());
      raw = std::move(items);
    }
  }
  return {{"name", name}, {"label", label}, {"type", kind_word(slot)}, {"value", std::move(raw)}, {"text", text}};
}

// A deadline rests on the version it was computed with, which its event names; what today's pack says of the same row may be something else.
Words MatterPage::clock_source(const RunningClock& clock) const {
  if (clock.code.empty()) return {"计划约定的时间", "the time agreed in the plan"};
  const std::string in_force = rules_->pack.name() + "@" + rules_->pack.version();
  const clock::PackRow* row = rules_->pack.find(clock.code, clock.variant);
  if (row != nullptr && (clock.pack.empty() || clock.pack == in_force)) return row->source;
  return {"按时限表 " + clock.pack + " 的 " + clock.code + " 计算；该版本已不再施行", "row " + clock.code + " of the deadline pack " + clock.pack + ", which is no longer in force"};
}

json::object MatterPage::clock_json(const RunningClock& clock) const {
  const bool paused = clock.state == RunningClock::State::kPaused;
  return {{"number", clock.number}, {"name", clock.name}, {"label", words_.in(procedure_->text("clock." + clock.name))},
          {"kind", clock_kind(clock.kind)}, {"record", text_or_null(clock.record)},
          {"record_number", clock.record.empty() ? json::value(nullptr) : json::value(clock.record_number)},
          {"state", clock_state(clock.state)}, {"due", paused ? json::value(nullptr) : json::value(format_utc(clock.due))},
          {"overdue", clock.overdue()}, {"provisional", clock.provisional}, {"source", words_.in(clock_source(clock))}, {"started", format_utc(clock.started)},
          {"level", clock.level}, {"pausable", false}};
}

json::array MatterPage::clocks_json(const std::string& record, RecordNumber number) const {
  json::array clocks;
  for (const RunningClock& clock : loaded_.matter.clocks) {
    if (clock.record == record && clock.record_number == number) clocks.emplace_back(clock_json(clock));
  }
  return clocks;
}

json::object MatterPage::record_json(const procedure::RecordSpec& spec, const matter::Record& record) const {
  json::array fields, deeds;
  for (const auto& [name, slot] : spec.fields) {
    if (!sight_.record_field(record, name)) continue;
    const auto value = record.fields.find(name);
    fields.emplace_back(field_json(name, words_.in(procedure_->text("record." + spec.name + ".field." + name)), slot,
                                   value == record.fields.end() ? Value() : value->second));
  }
  for (const auto& [action, deed] : record.deeds) {
    if (procedure_->action(action) == nullptr) continue;  // "add" is told by `added`
    deeds.emplace_back(json::object{{"action", action}, {"action_label", words_.in(procedure_->text("action." + action))},
                                    {"unit", words_.unit_or_null(deed.unit)}, {"at", format_utc(deed.at)}});
  }
  return {{"number", record.number}, {"step", record.step},
          {"step_label", words_.in(procedure_->text("record." + spec.name + ".step." + record.step))}, {"round", record.round},
          {"final", spec.is_final(record.step)}, {"fields", std::move(fields)}, {"deeds", std::move(deeds)},
          {"clocks", clocks_json(spec.name, record.number)}, {"added", format_utc(record.added)}};
}

json::array MatterPage::records_json() const {
  json::array groups;
  for (const procedure::RecordSpec& spec : procedure_->records) {
    json::array rows;
    for (const matter::Record& record : loaded_.matter.records) {
      if (record.type == spec.name && visible(record)) rows.emplace_back(record_json(spec, record));
    }
    groups.emplace_back(json::object{{"type", spec.name}, {"label", words_.in(procedure_->text("record." + spec.name))}, {"rows", std::move(rows)}});
  }
  return groups;
}

json::value MatterPage::parent_json() const {
  if (!loaded_.matter.parent.present()) return nullptr;
  const Result<app::Stored> parent = api_.house.store().load(api_.house.district().id, loaded_.matter.parent);
  if (!parent || !app::may_see(api_.house, *rules_, caller_, parent->row)) return nullptr;
  return json::object{{"id", id_text(parent->row.id)}, {"number", parent->row.number},
                      {"kind_label", text_of(*rules_, *parent, "kind", words_)}};
}

json::array MatterPage::children_json() const {
  json::array children;
  for (const matter::Child& child : loaded_.matter.children) {
    const Result<app::Stored> stored = api_.house.store().load(api_.house.district().id, child.id);
    if (!stored || !app::may_see(api_.house, *rules_, caller_, stored->row)) continue;
    children.emplace_back(json::object{{"id", id_text(child.id)}, {"number", stored->row.number}, {"kind", stored->row.kind},
                                       {"kind_label", text_of(*rules_, *stored, "kind", words_)},
                                       {"step_label", text_of(*rules_, *stored, "step." + child.step, words_)},
                                       {"final", child.final}});
  }
  return children;
}

json::array MatterPage::links_json() const {
  json::array links;
  for (const matter::Link& link : loaded_.matter.links) {
    const Result<app::Stored> stored = api_.house.store().load(api_.house.district().id, link.matter);
    if (!stored || !app::may_see(api_.house, *rules_, caller_, stored->row)) continue;
    const bool frozen = link.revision > 0;
    const std::string how = frozen ? words_.in("以此为据（当时的情况）", "Rests on it as it stood") : words_.in(procedure_->text("link." + link.how));
    links.emplace_back(json::object{{"id", id_text(link.matter)}, {"number", stored->row.number}, {"how", how},
                                    {"revision", frozen ? json::value(link.revision) : json::value(nullptr)}, {"hash", text_or_null(link.hash)}});
  }
  return links;
}

json::object MatterPage::page() const {
  const matter::Matter& m = loaded_.matter;
  json::object page = row_json(*rules_, loaded_.stored.row, words_);
  page["kind_label"] = words_.in(procedure_->text("kind"));
  page["step_label"] = step_label();
  json::array fields, clocks;
  for (const auto& [name, slot] : procedure_->fields) {
    if (!sight_.field(name)) continue;
    const auto value = m.fields.find(name);
    fields.emplace_back(field_json(name, words_.in(procedure_->text("field." + name)), slot, value == m.fields.end() ? Value() : value->second));
  }
  for (const RunningClock& clock : m.clocks) {
    const bool binds = clock.kind != matter::ClockKind::kLook;  // nobody has to do anything by when a watch looks
    if (clock.open() && binds && sight_.clock(clock)) clocks.emplace_back(clock_json(clock));
  }
  const registers::Person* opener = rules_->book->person(m.opener_person);
  page["revision"] = m.revision;
  page["round"] = m.round;
  page["because"] = procedure_->because;
  page["opener"] = json::object{{"unit", words_.unit_or_null(m.opener_unit)}, {"person_name", opener != nullptr ? json::value(words_.in(opener->name)) : json::value(nullptr)}};
  page["fields"] = std::move(fields);
  page["records"] = records_json();
  page["clocks"] = std::move(clocks);
  page["actions"] = actions();
  page["parent"] = parent_json();
  page["children"] = children_json();
  page["links"] = links_json();
  page["documents"] = documents_json();
  page["published"] = published_json();
  page["as_of"] = nullptr;
  page["duplicates"] = std::count_if(m.links.begin(), m.links.end(), [](const matter::Link& link) { return link.how == "absorbed"; });
  page["head"] = json::object{{"revision", m.revision}, {"hash", to_hex(loaded_.head())},
                              {"verified", ledger::verify_chain(api_.house.district().id, m.id, loaded_.stored.links).ok()}};
  page["steps"] = steps();
  page["disclosure"] = disclosure_json();
  page["erasure"] = erasure_json();
  page["erased"] = erased_json();
  page["district"] = district_json(api_, words_.language());
  page["history"] = history_json();
  page["routing"] = routing_json();
  return page;
}

std::string MatterPage::field_text(const std::string& name) const {
  const auto value = loaded_.matter.fields.find(name);
  const Slot* slot = procedure_->field(name);
  return value == loaded_.matter.fields.end() || slot == nullptr ? "" : said(*slot, value->second);
}

std::string MatterPage::promise_label() const {
  const RunningClock* next = nullptr;
  for (const RunningClock& clock : loaded_.matter.clocks) {
    const bool runs = clock.kind == matter::ClockKind::kPromise && clock.state == RunningClock::State::kRunning;
    if (runs && (next == nullptr || clock.due < next->due)) next = &clock;
  }
  return next == nullptr ? "" : words_.in(procedure_->text("clock." + next->name));
}

}  // namespace shaoyin::http
