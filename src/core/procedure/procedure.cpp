#include "core/procedure/procedure.h"

#include <algorithm>

namespace shaoyin::procedure {
namespace {

template <class T>
const T* by_name(const std::vector<T>& items, const std::string& name) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const T& item) { return item.name == name; });
  return found == items.end() ? nullptr : &*found;
}

const Slot* slot(const std::vector<std::pair<std::string, Slot>>& fields, const std::string& name) {
  for (const auto& [field, made] : fields) {
    if (field == name) return &made;
  }
  return nullptr;
}

}  // namespace

const Slot* RecordSpec::field(const std::string& field_name) const { return slot(fields, field_name); }
bool RecordSpec::is_final(const std::string& step) const {
  return std::find(final_steps.begin(), final_steps.end(), step) != final_steps.end();
}
bool WatchSpec::looks_in(const StepSpec& step) const {
  return !step.final && (in.empty() || std::find(in.begin(), in.end(), step.name) != in.end());
}
std::string ActionSpec::adds() const {
  if (!on.empty()) return {};
  std::string one;
  for (const Effect& effect : does) {
    if (effect.kind != Effect::Kind::kAdd || !effect.each.empty()) continue;
    if (!one.empty()) return {};
    one = effect.target;
  }
  return one;
}

const Input* ActionSpec::input(const std::string& input_name) const { return by_name(takes, input_name); }
const Slot* Procedure::field(const std::string& name) const { return slot(fields, name); }
const RecordSpec* Procedure::record(const std::string& name) const { return by_name(records, name); }
const StepSpec* Procedure::step(const std::string& name) const { return by_name(steps, name); }
const ActionSpec* Procedure::action(const std::string& name) const { return by_name(actions, name); }
bool Procedure::restricts(const std::string& where) const {
  if (visible) return true;
  const auto dot = where.find('.');
  if (dot == std::string::npos) return false;
  const std::string head = where.substr(0, dot), part = where.substr(dot + 1, where.find('[') == std::string::npos ? std::string::npos : where.find('[') - dot - 1);
  const RecordSpec* spec = record(head);
  const Slot* slot = head == "field" ? field(part) : spec ? spec->field(part) : nullptr;
  return (spec && spec->visible) || (slot && slot->visible);
}

const WatchSpec* Procedure::watch(const std::string& name) const { return by_name(watches, name); }
const DocumentSpec* Procedure::document(const std::string& name) const { return by_name(documents, name); }
const FactSpec* Procedure::fact(const std::string& name) const { return by_name(facts, name); }

const ActionSpec& Procedure::opening() const {
  for (const ActionSpec& action : actions) {
    if (action.opens()) return action;
  }
  ensure(false, "a checked procedure has an opening action");
  return actions.front();
}

Words Procedure::text(const std::string& key) const {
  const auto found = texts.find(key);
  if (found != texts.end()) return found->second;
  const std::string last = key.substr(key.rfind('.') + 1);
  return {last, last};
}

}  // namespace shaoyin::procedure
