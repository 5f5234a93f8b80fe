// What a person looked at when they filled in a form.
#include <algorithm>
#include <set>

#include "core/procedure/decide.h"

namespace shaoyin::procedure {
namespace {

// `added`: the record that is not there yet; nobody else can have changed it.
void add_records(const Procedure& procedure, const rule::Expr& node, const std::string& added, std::set<std::string>& types) {
  if (!node) return;
  if (!node->record.empty()) types.insert(node->record);
  if (!node->path.empty() && node->path.front() != added && procedure.record(node->path.front()) != nullptr) types.insert(node->path.front());
  for (const rule::Expr& kid : node->kids) add_records(procedure, kid, added, types);
}

// The types of record that an action of the matter itself asks about before it does anything.
std::set<std::string> asked_about(const Procedure& procedure, const ActionSpec& action) {
  std::set<std::string> types;
  add_records(procedure, action.when.root, action.adds(), types);
  for (const Effect& effect : action.does) {
    add_records(procedure, effect.where.root, {}, types);
    add_records(procedure, effect.value.root, {}, types);
    for (const auto& [name, value] : effect.with) add_records(procedure, value.root, {}, types);
  }
  return types;
}

}  // namespace

std::int64_t rests_on(const Procedure& procedure, const matter::Matter& matter, const ActionSpec& action, RecordNumber record) {
  if (!action.on.empty()) {
    const matter::Record* at = matter.find(action.on, record);
    return std::max(matter.moved_at, at == nullptr ? 0 : at->changed);
  }
  const std::set<std::string> types = asked_about(procedure, action);
  std::int64_t last = std::max(matter.moved_at, matter.changed);
  for (const matter::Record& one : matter.records) {
    if (types.contains(one.type)) last = std::max(last, one.changed);
  }
  return last;
}

}  // namespace shaoyin::procedure
