#include "core/procedure/content.h"

#include <algorithm>

#include "core/procedure/draft.h"
#include "core/procedure/fill.h"

namespace shaoyin::procedure {
namespace {

bool is_erased(const matter::Matter& matter) { return matter.erased.ms != 0; }

Error erased_before(const char* what) {
  return fault(ErrorCode::kNotAllowedNow, what, "erased", {"内容已清除，无法再查看或清除", "The content was erased; there is nothing left to show or erase"});
}

}  // namespace

std::vector<SealedText> sealed_texts(const Procedure& procedure, const matter::Matter& matter) {
  std::vector<SealedText> all;
  const auto add = [&](const auto& spec, const std::map<std::string, Value>& fields, const std::string& record, RecordNumber number) {
    for (const auto& [name, slot] : spec.fields) {
      const auto held = fields.find(name);
      if (held == fields.end() || held->second.kind() != Value::Kind::kSealed) continue;
      const std::string asked = record.empty() ? name : record + "." + std::to_string(number) + "." + name;
      all.push_back({asked, record, number, name, held->second.as_text()});
    }
  };
  add(procedure, matter.fields, {}, 0);
  for (const RecordSpec& spec : procedure.records) {
    for (const matter::Record& record : matter.records) {
      if (record.type == spec.name) add(spec, record.fields, spec.name, record.number);
    }
  }
  return all;
}

std::vector<SealedText> sealed_in(const DocumentSpec& document, const Procedure& procedure, const matter::Matter& matter) {
  std::vector<SealedText> all = sealed_texts(procedure, matter);
  const auto stands = [&](const SealedText& text) {
    const std::string place = (text.record.empty() ? "field" : text.record) + "." + text.field;
    if (!text.record.empty() && matter.find(text.record, text.number)->round != matter.round) return false;
    return std::any_of(document.body.begin(), document.body.end(), [&](const Paragraph& paragraph) {
      if (!text.record.empty() && paragraph.each != text.record) return false;
      const auto zh = places_in(paragraph.words.zh), en = places_in(paragraph.words.en);
      return std::find(zh.begin(), zh.end(), place) != zh.end() || std::find(en.begin(), en.end(), place) != en.end();
    });
  };
  std::erase_if(all, [&](const SealedText& text) { return !stands(text); });
  return all;
}

Result<Decision> disclose(const Procedure& procedure, const matter::Matter& matter, const Showing& what, const std::vector<SealedText>& held, const Facts& facts) {
  if (is_erased(matter)) return erased_before("disclose");
  if (what.names.empty()) return fault(ErrorCode::kMissingField, "fields");
  std::vector<Value> names;
  for (std::size_t i = 0; i < what.names.size(); ++i) {
    const std::string& name = what.names[i], at = "fields[" + std::to_string(i) + "]";
    if (std::none_of(held.begin(), held.end(), [&](const SealedText& text) { return text.name == name; })) return fault(ErrorCode::kUnknownReference, at, name);
    if (std::find(what.names.begin(), what.names.begin() + static_cast<std::ptrdiff_t>(i), name) != what.names.begin() + static_cast<std::ptrdiff_t>(i)) {
      return fault(ErrorCode::kMalformed, at, "once", {"“" + at + "”重复了前面的一项", "\"" + at + "\" repeats one before it"});
    }
    names.push_back(Value::text(name));
  }
  Draft draft(procedure, matter, facts);
  Draft::Data data{{"fields", Value::list(std::move(names))}, {"purpose", Value::text(what.purpose)}};
  if (!what.note.empty()) data["note"] = Value::sealed(what.note);
  if (!what.document.empty()) data["document"] = Value::text(what.document);
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
