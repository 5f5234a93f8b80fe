// What happened to a matter, told from its ledger: the steps it went through, the timeline, what the resident is told, who the registers
// named, what an import knew of it.
#include <algorithm>

#include "core/procedure/world.h"
#include "core/view/project.h"
#include "edge/http/matter_json.h"

namespace shaoyin::http {

using procedure::ActionSpec;
using procedure::Slot;

// Every step that was left, in the order in which it was last left in its round, and the one where it stands.
std::vector<MatterPage::Visit> MatterPage::visits() const {
  std::vector<Visit> all;
  int round = 1;
  const auto last = [&all](Visit visit) {
    std::erase(all, visit);
    all.push_back(std::move(visit));
  };
  for (const ledger::Link& link : loaded_.stored.links) {
    if (link.kind != matter::EventKind::kMoved) continue;
    const Result<ledger::Entry> entry = ledger::parse_entry(link.bytes);
    if (!entry) continue;
    last({round, entry->event.text("from")});
    if (entry->event.get("round").known()) round = static_cast<int>(entry->event.number("round"));
  }
  last({loaded_.matter.round, loaded_.matter.step});
  return all;
}

json::object MatterPage::step_json(const procedure::StepSpec& step, int round, bool done, bool current) const {
  return {{"name", step.name}, {"label", words_.in(procedure_->text("step." + step.name))}, {"round", round}, {"done", done}, {"current", current}};
}

json::array MatterPage::steps() const {
  json::array steps;
  const procedure::StepSpec* here = procedure_->step(loaded_.matter.step);
  for (const Visit& visit : visits()) {
    const procedure::StepSpec* step = procedure_->step(visit.step);  // none: where it was before it was opened
    if (step != nullptr && step != here) steps.emplace_back(step_json(*step, visit.round, true, false));
    else if (step != nullptr) steps.emplace_back(step_json(*step, visit.round, visit.round != loaded_.matter.round, visit.round == loaded_.matter.round));
  }
  if (here == nullptr || here->final) return steps;
  for (const procedure::StepSpec& step : procedure_->steps) {
    if (&step > here && step.main) steps.emplace_back(step_json(step, loaded_.matter.round, false, false));
  }
  return steps;
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

// An entry that cannot be read is left out; head.verified says so.
MatterPage::Told MatterPage::story() const {
  Told told;
  for (const ledger::Link& link : loaded_.stored.links) {
    Result<ledger::Entry> entry = ledger::parse_entry(link.bytes);
    if (!entry) continue;
    told.links.push_back(&link);
    told.events.push_back(std::move(entry->event));
  }
  told.seen = sight_.story(told.events);
  return told;
}

json::object MatterPage::timeline() const {
  json::array entries;
  matter::Matter before;
  before.id = loaded_.matter.id;
  before.district = loaded_.matter.district;
  Hash previous{};
  const Told told = story();
  for (std::size_t i = 0; i < told.events.size(); ++i) {
    const ledger::Link& link = *told.links[i];
    const std::optional<matter::Event>& seen = told.seen[i];
    const matter::Event& event = seen ? *seen : told.events[i];
    const std::string record = event.text("record");
    const matter::Record* at = record.empty() ? nullptr : loaded_.matter.find(record, static_cast<int>(event.number("record_number")));
    json::array evidence;
    for (const Value& file : event.get("evidence").items()) {
      const auto use = loaded_.matter.files.find(file.as_text());
      const matter::FileUse known = use == loaded_.matter.files.end() ? matter::FileUse{} : use->second;
      evidence.emplace_back(json::object{{"name", file.as_text()}, {"url", "/api/v1/files/" + std::to_string(loaded_.matter.id.value) + "/" + file.as_text()}, {"proof", known.proof}, {"round", known.round}});
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
    before = procedure::evolve(std::move(before), told.events[i]);
  }
  return {{"entries", std::move(entries)}};
}

// Where it stands, whose it is, what was shown of it, and what they did themselves and can be said in words.
bool MatterPage::tells_resident(const matter::Event& event) const {
  switch (event.kind) {
    case matter::EventKind::kOpened: case matter::EventKind::kMoved: case matter::EventKind::kOwnerSet: case matter::EventKind::kAbsorbed:
    case matter::EventKind::kEvidenceAttached: case matter::EventKind::kDisclosed: case matter::EventKind::kSealed:  // who looked at their phone concerns them most
      return true;
    case matter::EventKind::kActed: {
      const ActionSpec* action = procedure_->action(event.text("action"));
      return personal_ && event.by.is_reporter && action != nullptr && !action->opens() && (!action->to.empty() || !entry_texts(event).empty());
    }
    default: return false;
  }
}

json::array MatterPage::public_entries(Instant since) const {
  json::array entries;
  matter::Matter before;
  before.id = loaded_.matter.id;
  const Told told = story();
  for (std::size_t i = 0; i < told.events.size(); ++i) {
    const ledger::Link& link = *told.links[i];
    const std::optional<matter::Event> seen = tells_resident(told.events[i]) ? told.seen[i] : std::nullopt;
    const std::string sentence = seen ? words_.in(view::describe(*procedure_, before, *seen, outside_)) : std::string();
    before = procedure::evolve(std::move(before), told.events[i]);
    if (!seen || link.at < since) continue;
    const bool own = seen->kind == matter::EventKind::kActed;
    entries.emplace_back(json::object{{"at", format_utc(link.at)}, {"round", before.round}, {"sentence", sentence}, {"texts", own ? entry_texts(*seen) : json::array()}});
  }
  return entries;
}

}  // namespace shaoyin::http
