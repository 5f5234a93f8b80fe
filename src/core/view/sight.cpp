#include "core/view/sight.h"

#include "core/procedure/world.h"

namespace shaoyin::view {

using matter::Event;
using matter::EventKind;
using matter::Record;

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

std::optional<Event> Sight::event(const Event& event) const {
  const Record* of = record_of(event);
  if (of && !record(*of)) return std::nullopt;
  const auto shown = [&](const std::string& name) { return of ? record_field(*of, name) : field(name); };
  if (event.kind == EventKind::kFieldSet && !shown(event.text("field"))) return std::nullopt;
  Event seen = event;
  std::erase_if(seen.data, [&](const auto& one) { return one.first.starts_with("field.") && !shown(one.first.substr(6)); });
  return seen;
}

}  // namespace shaoyin::view
