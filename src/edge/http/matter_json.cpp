#include "edge/http/matter_json.h"

#include <algorithm>
#include <cstdlib>

#include "app/readers.h"
#include "core/procedure/content.h"
#include "core/procedure/world.h"
#include "core/text/mask.h"
#include "core/view/project.h"
#include "edge/http/form_json.h"

namespace shaoyin::http {
namespace {

using matter::RunningClock;
using procedure::ActionSpec;
using procedure::Slot;
using Kind = rule::Type::Kind;

std::string channel_label(const std::string& channel, const Wording& words) {
  if (channel == "patrol") return words.in("巡查", "Patrol");
  if (channel == "portal") return words.in("网上自助", "Portal");
  if (channel == "hotline") return words.in("12345 热线", "12345 hotline");
  if (channel == "direct_line") return words.in("民意直通车", "Direct line");
  if (channel.starts_with("import:")) return words.in("历史导入：", "Imported: ") + channel.substr(7);
  return channel;
}

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

json::value text_or_null(const std::string& text) { return text.empty() ? json::value(nullptr) : json::value(text); }

}  // namespace

Words PageOutside::label(const Value& value, const rule::Type& type) const {
  if (type.kind != Kind::kMatter) return app::BookOutside::label(value, type);
  const Result<app::Stored> stored = house_.store().load(house_.district().id, {std::strtoll(value.as_text().c_str(), nullptr, 10)});
  if (!stored) return {"另一事项", "another matter"};
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
          {"channel_label", channel_label(row.channel, words)}, {"opened", format_utc(row.opened)}, {"updated", format_utc(row.updated)},
          {"promised", instant_or_null(row.promised)}, {"next_due", instant_or_null(row.next_due)}, {"overdue", row.overdue},
          {"contested", row.contested}, {"returned", row.returned}, {"provisional", row.provisional}, {"historical", row.historical},
          {"closed", instant_or_null(row.closed)}};
}

MatterPage::MatterPage(const Api& api, const app::Loaded& loaded, access::Caller caller, Language language,
                       std::shared_ptr<const app::Rules> rules, std::shared_ptr<const procedure::Procedure> procedure)
    : api_(api), loaded_(loaded), caller_(std::move(caller)), rules_(std::move(rules)), procedure_(std::move(procedure)), outside_(api.house, *rules_),
      words_(*rules_->book, language), now_(api.house.now()),
      facts_{now_, caller_.actor, rules_->calendar, rules_->pack, outside_, {}}, sight_(*procedure_, loaded_.matter, facts_),
      personal_(caller_.actor.is_reporter) {}

Result<std::unique_ptr<MatterPage>> MatterPage::open(const Api& api, const app::Loaded& loaded, access::Caller caller, Language language) {
  const std::shared_ptr<const app::Rules> rules = api.house.rules();
  const auto procedure = rules->of(loaded.matter);
  if (!procedure) return fault(ErrorCode::kUnknownProcedure, "kind", loaded.matter.kind);
  auto texts = api.house.store().texts(api.house.district().id, loaded.matter.id);
  if (!texts) return texts.error();
  std::unique_ptr<MatterPage> page(new MatterPage(api, loaded, std::move(caller), language, rules, procedure));
  for (app::TextRow& text : *texts) page->texts_.emplace(text.commitment, std::move(text));
  return page;
}

bool MatterPage::allowed(const ActionSpec& action) const {
  return action.by == ActionSpec::By::kPerson && !action.opens() &&
         access::authorize(caller_, action.may, rules_->book->path(loaded_.matter.place)).allowed;
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

json::value MatterPage::disclosure_json() const {
  if (loaded_.stored.wrapped_key.empty() || !app::allow_disclosure(caller_, *rules_->book, loaded_.matter, loaded_.stored.row)) return nullptr;
  json::array fields;
  for (const std::string& name : procedure::sealed_fields(*procedure_, loaded_.matter)) {
    fields.emplace_back(json::object{{"name", name}, {"label", words_.in(procedure_->text("field." + name))}, {"personal", procedure_->field(name)->personal}});
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

json::value MatterPage::action_json(const ActionSpec& action) const {
  const procedure::Facts& known = facts_;
  json::array targets;
  if (action.on.empty()) {
    if (!procedure::possible(*procedure_, loaded_.matter, action, 0, known).all()) return nullptr;
  } else {
    const procedure::MatterWorld world(*procedure_, loaded_.matter, known);
    for (const matter::Record& record : loaded_.matter.records) {
      if (record.type != action.on || !visible(record)) continue;
      if (!procedure::possible(*procedure_, loaded_.matter, action, record.number, known).all()) continue;
      const rule::Bound bound = world.bind(record.type, record.number);
      targets.emplace_back(json::object{{"number", record.number}, {"label", words_.in(bound.front().second->label())}});
    }
    if (targets.empty()) return nullptr;
  }
  json::array to;
  if (action.to.size() > 1) {
    const std::string prefix = action.on.empty() ? "step." : "record." + action.on + ".step.";
    for (const std::string& step : action.to) {
      // What choosing it means, where the name of the step alone would mislead ("agreed" for sending a line back).
      const std::string own = "action." + action.name + ".to." + step;
      to.emplace_back(json::object{{"value", step}, {"label", words_.in(procedure_->text(procedure_->texts.contains(own) ? own : prefix + step))}});
    }
  }
  const auto help = procedure_->texts.find("action." + action.name + ".help");
  return json::object{{"name", action.name}, {"label", words_.in(procedure_->text("action." + action.name))},
                      {"help", help == procedure_->texts.end() ? json::value(nullptr) : json::value(words_.in(help->second))},
                      {"on", text_or_null(action.on)}, {"targets", std::move(targets)}, {"to", std::move(to)},
                      {"because", action.because.empty() ? procedure_->because : action.because},
                      {"form", form_json(*rules_, *procedure_, action, words_)}, {"danger", action.danger}};
}

json::array MatterPage::actions() const {
  json::array all;
  if (rules_->closed(procedure_->hash) != nullptr) return all;
  for (const ActionSpec& action : procedure_->actions) {
    if (!allowed(action)) continue;
    json::value possible = action_json(action);
    if (!possible.is_null()) all.push_back(std::move(possible));
  }
  return all;
}

json::object MatterPage::explain(const std::string& name, RecordNumber record) const {
  json::array reasons;
  if (const app::Unfit* unfit = rules_->closed(procedure_->hash)) {
    reasons.emplace_back(words_.in(Words{"规程版本 " + unfit->name() + " 已不能读取，请管理员处理", "version " + unfit->name() + " of the procedure can no longer be read; the operator must mend it"}));
    return {{"allowed", false}, {"reasons", std::move(reasons)}};
  }
  const ActionSpec* action = procedure_->action(name);
  if (action == nullptr || action->by != ActionSpec::By::kPerson) {
    reasons.emplace_back(words_.in("这类事项没有这个操作", "this kind of matter has no such action"));
    return {{"allowed", false}, {"reasons", std::move(reasons)}};
  }
  const access::Verdict verdict = access::authorize(caller_, action->may, rules_->book->path(loaded_.matter.place));
  if (!verdict.allowed) reasons.emplace_back(words_.in(verdict.because));
  const matter::Record* on = action->on.empty() ? nullptr : loaded_.matter.find(action->on, record);
  const bool there = action->on.empty() || (on != nullptr && visible(*on));
  if (!there) reasons.emplace_back(words_.in("请指明对哪一条记录操作（record）", "say on which record (record)"));
  bool possible = false;
  if (there) {
    const procedure::Possible now = procedure::possible(*procedure_, loaded_.matter, *action, record, facts_);
    possible = now.all();
    if (!now.why.empty()) reasons.emplace_back(words_.in(now.why));
  }
  return {{"allowed", verdict.allowed && possible}, {"reasons", std::move(reasons)}};
}

std::set<std::string> MatterPage::left_this_round() const {
  std::set<std::string> left;
  for (const ledger::Link& link : loaded_.stored.links) {
    if (link.kind != matter::EventKind::kMoved) continue;
    const Result<ledger::Entry> entry = ledger::parse_entry(link.bytes);
    if (!entry) continue;
    if (entry->event.get("round").known()) left.clear();
    left.insert(entry->event.text("from"));
  }
  return left;
}

json::array MatterPage::steps() const {
  const std::set<std::string> left = left_this_round();
  json::array steps;
  bool behind = true;
  const procedure::StepSpec* here = procedure_->step(loaded_.matter.step);
  const bool ended = here != nullptr && here->final;
  for (const procedure::StepSpec& step : procedure_->steps) {
    const bool current = step.name == loaded_.matter.step;
    behind = behind && !current;
    const bool shown = current || (behind ? left.contains(step.name) : step.main && !ended);
    if (!shown) continue;
    steps.emplace_back(json::object{{"name", step.name}, {"label", words_.in(procedure_->text("step." + step.name))},
                                    {"done", behind}, {"current", current}});
  }
  return steps;
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
                                       {"step_label", text_of(*rules_, *stored, "step." + stored->row.step, words_)},
                                       {"final", stored->row.final}});
  }
  return children;
}

json::array MatterPage::links_json() const {
  json::array links;
  for (const matter::Link& link : loaded_.matter.links) {
    const Result<app::Stored> stored = api_.house.store().load(api_.house.district().id, link.matter);
    if (!stored || !app::may_see(api_.house, *rules_, caller_, stored->row)) continue;
    links.emplace_back(json::object{{"id", id_text(link.matter)}, {"number", stored->row.number}, {"how", words_.in(procedure_->text("link." + link.how))}});
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
    if (clock.open() && sight_.clock(clock)) clocks.emplace_back(clock_json(clock));
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

// The latest act in which the registers were asked for a unit, as frozen into its event: later registers do not change it.
json::value MatterPage::routing_json() const {
  const auto& links = loaded_.stored.links;
  for (auto link = links.rbegin(); link != links.rend(); ++link) {
    if (link->kind != matter::EventKind::kActed) continue;
    const Result<ledger::Entry> entry = ledger::parse_entry(link->bytes);
    if (!entry) continue;
    const matter::Event& event = entry->event;
    for (const std::string fact : {"precedent", "route"}) {
      const std::string unit = event.text("fact." + fact), rule = event.text("ground." + fact + ".rule");
      if (rule.empty()) continue;
      const std::string row = event.text("ground." + fact + ".row"), code = event.text("ground." + fact + ".precedent");
      const std::string from = ruling_number(event.text("ground." + fact + ".from"));
      json::array ask;
      for (const Value& called : event.get("ground." + fact + ".ask").items()) ask.emplace_back(words_.unit(called.as_text()));
      return json::object{{"unit", words_.unit_or_null(unit)}, {"contested", unit.empty()}, {"ask", std::move(ask)}, {"rule", rule}, {"row", text_or_null(row)},
                          {"precedent", text_or_null(code)}, {"from_number", text_or_null(from)}, {"at", format_utc(event.at)},
                          {"text", unit.empty() ? contested_text(rule, row) : routing_text(rule, row, from, words_.unit_name(unit))}};
    }
  }
  return nullptr;
}

std::string MatterPage::ruling_number(const std::string& id) const {
  const Result<app::Stored> from = id.empty() ? Result<app::Stored>(fault(ErrorCode::kNotFound)) : api_.house.store().load(api_.house.district().id, MatterId{std::stoll(id)});
  return from ? from->row.number : std::string();
}

std::string MatterPage::routing_text(const std::string& rule, const std::string& row, const std::string& from, const std::string& unit) const {
  if (rule == "precedent") {
    return words_.in("按此前裁定", "By an earlier ruling") + (from.empty() ? "" : words_.in("（事项 ", " (matter ") + from + words_.in("）", ")")) + words_.in("：由", ": ") + unit + words_.in("负责", "");
  }
  if (rule == "object_owner") return words_.in("按权属：归", "It belongs to ") + unit;
  return words_.in("按派单目录 ", "By row ") + row + words_.in("：由", " of the route table: ") + unit + words_.in("办理", "");
}

std::string MatterPage::contested_text(const std::string& rule, const std::string& row) const {
  if (rule == "gap") return words_.in("派单目录 ", "Row ") + row + words_.in(" 写明尚无责任单位", " of the route table says nobody owns this yet");
  if (rule == "double") return words_.in("派单目录有几条同样具体的规定，指向不同单位", "Rows of the route table are equally specific and name different units");
  if (rule == "table") return words_.in("派单目录 ", "Row ") + row + words_.in(" 指定的单位不在名册中", " of the route table names a unit that is not registered");
  if (rule == "unknown") return words_.in("地点或类别不在登记册中", "The place or the category is not in the registers");
  return words_.in("没有任何规定指明责任单位", "No rule names a unit");
}

// What the source said of itself: recorded, never judged by our clocks.
json::value MatterPage::history_json() const {
  for (const ledger::Link& link : loaded_.stored.links) {
    if (link.kind != matter::EventKind::kImported) continue;
    const Result<ledger::Entry> entry = ledger::parse_entry(link.bytes);
    if (!entry) return nullptr;
    const matter::Event& event = entry->event;
    json::array flags;
    json::object attributes;
    for (const Value& flag : event.get("flags").items()) flags.emplace_back(flag.as_text());
    for (const auto& [name, value] : event.data) {
      if (name.starts_with("attr.")) attributes[name.substr(5)] = value.as_text();
    }
    const Value &target = event.get("target"), &on_time = event.get("on_time");
    return json::object{{"source", event.text("source")}, {"row", event.text("row")}, {"imported", format_utc(event.at)},
                        {"target", target.known() ? json::value(format_utc(target.as_instant())) : json::value(nullptr)},
                        {"on_time", on_time.known() ? json::value(on_time.is_yes()) : json::value(nullptr)},
                        {"flags", std::move(flags)}, {"attributes", std::move(attributes)}};
  }
  return nullptr;
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

json::array MatterPage::told() const {
  json::array all;
  for (const ledger::Link& link : loaded_.stored.links) {
    if (link.kind != matter::EventKind::kActed) continue;
    const Result<ledger::Entry> entry = ledger::parse_entry(link.bytes);
    const ActionSpec* action = entry ? procedure_->action(entry->event.text("action")) : nullptr;
    if (action == nullptr || !action->answers) continue;
    const matter::Event& event = entry->event;
    for (const json::value& text : entry_texts(event)) {
      all.emplace_back(json::object{{"at", format_utc(event.at)}, {"by", json::object{{"name", event.by.unit.empty() ? std::string() : words_.unit_name(event.by.unit)}}},
                                    {"label", words_.in(procedure_->text("action." + event.text("action")))}, {"text", text.at("text")}});
    }
  }
  return all;
}

json::array MatterPage::lines() const {
  json::array all;
  for (const matter::Record& one : loaded_.matter.records) {
    const procedure::RecordSpec* spec = procedure_->record(one.type);
    const bool told = spec != nullptr && std::find(spec->answers.begin(), spec->answers.end(), one.step) != spec->answers.end();
    if (!told || !visible(one)) continue;
    const auto text = [&](const char* name) {
      const auto value = one.fields.find(name);
      const Slot* slot = spec->field(name);
      return value == one.fields.end() || slot == nullptr ? std::string() : said(*slot, value->second);
    };
    all.emplace_back(json::object{{"unit", text("unit")}, {"what", text("what")}, {"state", words_.in(procedure_->text("record." + one.type + ".step." + one.step))}});
  }
  return all;
}

json::array MatterPage::entry_texts(const matter::Event& event) const {
  json::array texts;
  for (const auto& [name, value] : event.data) {
    // The fingerprint of an imported row is a commitment to no text.
    if (value.kind() != Value::Kind::kSealed || (event.kind == matter::EventKind::kImported && name == "content")) continue;
    std::string key = name;  // "input.words" is labelled as such
    const std::string record = event.text("record");
    const std::string field = name == "value" ? event.text("field") : name.starts_with("field.") ? name.substr(6) : "";
    if (!field.empty()) key = (record.empty() ? "field." : "record." + record + ".field.") + field;
    const bool note = event.kind == matter::EventKind::kDisclosed;
    texts.emplace_back(json::object{{"label", note ? words_.in("说明", "Note") : words_.in(procedure_->text(key))}, {"text", sealed_text(value.as_text())}});
  }
  return texts;
}

json::object MatterPage::timeline() const {
  json::array entries;
  matter::Matter before;
  before.id = loaded_.matter.id;
  before.district = loaded_.matter.district;
  Hash previous{};
  for (const ledger::Link& link : loaded_.stored.links) {
    const Result<ledger::Entry> entry = ledger::parse_entry(link.bytes);
    if (!entry) continue;  // head.verified says so
    const std::optional<matter::Event> seen = sight_.event(entry->event);
    const matter::Event& event = seen ? *seen : entry->event;
    const std::string record = event.text("record");
    const matter::Record* at = record.empty() ? nullptr : loaded_.matter.find(record, static_cast<int>(event.number("record_number")));
    json::array evidence;
    for (const Value& file : event.get("evidence").items()) {
      evidence.emplace_back(json::object{{"name", file.as_text()}, {"url", "/api/v1/files/" + std::to_string(loaded_.matter.id.value) + "/" + file.as_text()}});
    }
    const registers::Person* person = rules_->book->person(event.by.person);
    if (seen) {
      entries.emplace_back(json::object{
          {"revision", link.revision}, {"at", format_utc(event.at)},
          {"by", json::object{{"as", matter::actor_name(event.by.as)}, {"unit_name", event.by.unit.empty() ? json::value(nullptr) : json::value(words_.unit_name(event.by.unit))},
                              {"person_name", person != nullptr ? json::value(words_.in(person->name)) : json::value(nullptr)}}},
          {"kind", matter::event_name(event.kind)}, {"sentence", words_.in(view::describe(*procedure_, before, event, outside_))},
          {"record", text_or_null(record)}, {"record_number", at != nullptr ? json::value(at->number) : json::value(nullptr)},
          {"texts", entry_texts(event)}, {"evidence", std::move(evidence)}, {"hash", to_hex(link.hash)},
          {"verified", ledger::chain_hash(previous, link.bytes) == link.hash}});
    }
    previous = link.hash;
    before = procedure::evolve(std::move(before), entry->event);
  }
  return {{"entries", std::move(entries)}};
}

json::array MatterPage::public_entries(Instant since) const {
  json::array entries;
  matter::Matter before;
  before.id = loaded_.matter.id;
  for (const ledger::Link& link : loaded_.stored.links) {
    const Result<ledger::Entry> entry = ledger::parse_entry(link.bytes);
    if (!entry) continue;
    const matter::EventKind kind = entry->event.kind;
    const bool told = kind == matter::EventKind::kOpened || kind == matter::EventKind::kMoved || kind == matter::EventKind::kOwnerSet ||
                      kind == matter::EventKind::kAbsorbed || kind == matter::EventKind::kEvidenceAttached ||
                      kind == matter::EventKind::kDisclosed || kind == matter::EventKind::kSealed;  // who looked at their phone concerns them most
    const std::optional<matter::Event> seen = told ? sight_.event(entry->event) : std::nullopt;
    if (seen && link.at >= since) entries.emplace_back(json::object{{"at", format_utc(link.at)}, {"sentence", words_.in(view::describe(*procedure_, before, *seen, outside_))}});
    before = procedure::evolve(std::move(before), entry->event);
  }
  return entries;
}

}  // namespace shaoyin::http
