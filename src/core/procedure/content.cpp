#include "core/procedure/content.h"

#include <algorithm>

#include "core/procedure/draft.h"

namespace shaoyin::procedure {
namespace {

bool is_erased(const matter::Matter& matter) { return matter.erased.ms != 0; }

Error erased_before(const char* what) {
  return fault(ErrorCode::kNotAllowedNow, what, "erased", {"内容已清除，无法再查看或清除", "The content was erased; there is nothing left to show or erase"});
}

}  // namespace

std::vector<std::string> sealed_fields(const Procedure& procedure, const matter::Matter& matter) {
  std::vector<std::string> names;
  for (const auto& [name, slot] : procedure.fields) {
    const auto held = matter.fields.find(name);
    if (held != matter.fields.end() && held->second.kind() == Value::Kind::kSealed) names.push_back(name);
  }
  return names;
}

Result<Decision> disclose(const Procedure& procedure, const matter::Matter& matter, const std::vector<std::string>& fields, const std::string& purpose,
                          const std::string& note, const Facts& facts) {
  if (is_erased(matter)) return erased_before("disclose");
  if (fields.empty()) return fault(ErrorCode::kMissingField, "fields");
  const std::vector<std::string> held = sealed_fields(procedure, matter);
  std::vector<Value> names;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (std::find(held.begin(), held.end(), fields[i]) == held.end()) return fault(ErrorCode::kUnknownReference, "fields[" + std::to_string(i) + "]", fields[i]);
    if (std::find(fields.begin(), fields.begin() + static_cast<std::ptrdiff_t>(i), fields[i]) != fields.begin() + static_cast<std::ptrdiff_t>(i)) {
      const std::string at = "fields[" + std::to_string(i) + "]";
      return fault(ErrorCode::kMalformed, at, "once", {"“" + at + "”重复了前面的一项", "\"" + at + "\" repeats one before it"});
    }
    names.push_back(Value::text(fields[i]));
  }
  Draft draft(procedure, matter, facts);
  Draft::Data data{{"fields", Value::list(std::move(names))}, {"purpose", Value::text(purpose)}};
  if (!note.empty()) data["note"] = Value::sealed(note);
  draft.emit(matter::EventKind::kDisclosed, std::move(data));
  return std::move(draft).finish();
}

Result<Decision> erase(const Procedure& procedure, const matter::Matter& matter, const std::string& why, const Facts& facts) {
  if (is_erased(matter)) return erased_before("erase");
  if (!matter.final) {
    return fault(ErrorCode::kNotAllowedNow, "erase", "open", {"事项尚未结束，不能清除内容；请先结案或撤回", "The matter is still open; close or withdraw it before its content is erased"});
  }
  Draft draft(procedure, matter, facts);
  draft.emit(matter::EventKind::kSealed, {{"why", Value::text(why)}});
  return std::move(draft).finish();
}

}  // namespace shaoyin::procedure
