#include "core/view/sight.h"

#include <algorithm>

#include "core/procedure/world.h"

namespace shaoyin::view {

using matter::Event;
using matter::EventKind;
using matter::Record;

namespace {

// What one act did stands behind it in the same moment by the same hand; the next act begins anew.
bool of_one_act(const Event& first, const Event& next) {
  const bool begins = next.kind == EventKind::kActed ? first.kind != EventKind::kOpened : next.kind == EventKind::kOpened || next.kind == EventKind::kDisclosed;
  return !begins && next.at == first.at && next.by == first.by;
}

}  // namespace

bool Sight::holds(const rule::Condition& condition, const Record* record) const {
  if (!condition) return true;
  const procedure::MatterWorld world(procedure_, matter_, facts_);
  return rule::evaluate(condition, world, record ? world.bind(record->type, record->number) : rule::Bound{}).is_yes();
}

bool Sight::matter() const { return holds(procedure_.visible, nullptr); }

bool Sight::field(const std::string& name) const {
  const procedure::Slot* slot = procedure_.field(name);
  return !slot || holds(slot->visible, nullptr);
}

bool Sight::record(const Record& record) const {
  const procedure::RecordSpec* spec = procedure_.record(record.type);
  return spec && holds(spec->visible, &record);
}

bool Sight::record_field(const Record& record, const std::string& name) const {
  const procedure::RecordSpec* spec = procedure_.record(record.type);
  const procedure::Slot* slot = spec ? spec->field(name) : nullptr;
  return !slot || holds(slot->visible, &record);
}

bool Sight::clock(const matter::RunningClock& clock) const {
  const Record* of = clock.record.empty() ? nullptr : matter_.find(clock.record, clock.record_number);
  return !of || record(*of);
}

const Record* Sight::record_of(const Event& event) const {
  if (event.get("record").known()) return matter_.find(event.text("record"), static_cast<RecordNumber>(event.number("record_number")));
  const matter::RunningClock* clock = event.get("clock_number").known() ? matter_.clock(static_cast<int>(event.number("clock_number"))) : nullptr;
  return clock && !clock->record.empty() ? matter_.find(clock->record, clock->record_number) : nullptr;
}

// Who was shown what: "reporter_phone" is a field of the matter, "payment.2.account" one of a record. That somebody looked at a record would
// tell that it is there.
std::optional<Event> Sight::disclosed(const Event& event) const {
  const auto shown = [&](const std::string& name) {
    const auto first = name.find('.'), last = name.rfind('.');
    if (first == std::string::npos) return field(name);
    const std::string number = first < last ? name.substr(first + 1, last - first - 1) : "";
    const bool is_number = !number.empty() && number.size() < 10 && number.find_first_not_of("0123456789") == std::string::npos;
    const Record* of = is_number ? matter_.find(name.substr(0, first), static_cast<RecordNumber>(std::stol(number))) : nullptr;
    return of == nullptr || (record(*of) && record_field(*of, name.substr(last + 1)));
  };
  std::vector<Value> fields;
  for (const Value& one : event.get("fields").items()) {
    if (shown(one.as_text())) fields.push_back(one);
  }
  if (fields.empty() && !event.get("fields").items().empty()) return std::nullopt;
  Event seen = event;
  seen.data["fields"] = Value::list(std::move(fields));
  return seen;
}

std::optional<Event> Sight::event(const Event& event) const {
  if (event.kind == EventKind::kDisclosed && event.get("fields").kind() == Value::Kind::kList) return disclosed(event);
  const Record* of = record_of(event);
  if (of && !record(*of)) return std::nullopt;
  const auto shown = [&](const std::string& name) { return of ? record_field(*of, name) : field(name); };
  if (event.kind == EventKind::kFieldSet && !shown(event.text("field"))) return std::nullopt;
  Event seen = event;
  std::erase_if(seen.data, [&](const auto& one) { return one.first.starts_with("field.") && !shown(one.first.substr(6)); });
  return seen;
}

bool Sight::own(const Event& event) const {
  const matter::Actor& reader = facts_.actor;
  return (!reader.person.empty() && reader.person == event.by.person) || (reader.is_reporter && event.by.is_reporter);
}

bool Sight::hides_person(const Event& event, const std::optional<Event>& seen) const {
  using Kind = rule::Type::Kind;
  const auto person = [](const procedure::Slot* slot) { return slot != nullptr && slot->type.kind == Kind::kPerson; };
  const Record* of = record_of(event);
  const procedure::RecordSpec* spec = of ? procedure_.record(of->type) : nullptr;
  const auto slot = [&](const std::string& name) { return spec ? spec->field(name) : procedure_.field(name); };
  if (!seen && event.kind != EventKind::kFieldSet) {
    return spec && std::any_of(spec->fields.begin(), spec->fields.end(), [&](const auto& one) { return person(&one.second); });
  }
  if (!seen) return person(slot(event.text("field")));
  return std::any_of(event.data.begin(), event.data.end(), [&](const auto& one) {
    return one.first.starts_with("field.") && !seen->data.contains(one.first) && person(slot(one.first.substr(6)));
  });
}

void Sight::veil(const std::vector<Event>& events, std::vector<std::optional<Event>>& seen, std::size_t head, std::size_t end) const {
  if (events[head].kind != EventKind::kActed || own(events[head]) || end == head + 1) return;
  if (std::none_of(seen.begin() + head + 1, seen.begin() + end, [](const auto& one) { return one.has_value(); })) {
    seen[head].reset();
    return;
  }
  bool hides = false;
  for (std::size_t i = head; i < end; ++i) hides = hides || hides_person(events[i], seen[i]);
  if (!hides) return;
  for (std::size_t i = head; i < end; ++i) {
    if (seen[i]) seen[i]->by = {.as = events[i].by.as};
  }
}

std::vector<std::optional<Event>> Sight::story(const std::vector<Event>& events) const {
  std::vector<std::optional<Event>> seen;
  seen.reserve(events.size());
  for (const Event& one : events) seen.push_back(event(one));
  for (std::size_t head = 0; head < events.size();) {
    std::size_t end = head + 1;
    while (end < events.size() && of_one_act(events[head], events[end])) ++end;
    veil(events, seen, head, end);
    head = end;
  }
  return seen;
}

}  // namespace shaoyin::view
