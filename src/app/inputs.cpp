#include "app/inputs.h"

#include <algorithm>
#include <charconv>

#include "app/detail_words.h"
#include "app/readers.h"
#include "core/base/utf8.h"
#include "core/text/mask.h"
#include "core/view/title.h"

namespace shaoyin::app {
namespace {

using procedure::Input;
using procedure::Slot;
using Kind = rule::Type::Kind;

constexpr std::size_t kEvidenceMax = 20;  // files with one act: two photos of ten places

// "2026-03-05": a day and no time. Read as its midnight it would be over before it began.
bool is_day(const std::string& text) { return text.size() == 10 && parse_instant(text).ok(); }

Error without_time(const std::string& field, const std::string& day) {
  const std::string example = day + "T17:30";
  return fault(ErrorCode::kImpossibleTime, field, "instant",
               {"“" + field + "”只有日期，没有时刻；请写成 " + example + "（北京时间）", "\"" + field + "\" is a day without a time; write it like " + example + " (Beijing time)"});
}

class Preparer {
 public:
  Preparer(House& house, const Rules& rules, const procedure::Procedure& procedure, const std::string& wrapped_key, const access::Caller& caller, std::vector<std::string> names)
      : house_(house), rules_(rules), procedure_(procedure), key_(wrapped_key), caller_(caller), names_(std::move(names)) {}

  Result<Prepared> run(const procedure::ActionSpec& action, const std::map<std::string, Value>& raw) {
    gather_names(action, raw);
    for (const auto& [name, value] : raw) {
      if (name.starts_with("child.") || !value.known()) continue;
      const Input* input = action.input(name);
      if (!input) return fault(ErrorCode::kUnknownField, name, action.name);
      auto made = input->slot.list ? list(*input, value) : one(*input, value, name);
      if (!made) return made.error();
      if (made->known()) out_.inputs[name] = *made;
    }
    return std::move(out_);
  }

 private:
  // Names given in fields of their own are masked wherever they appear in free text.
  void gather_names(const procedure::ActionSpec& action, const std::map<std::string, Value>& raw) {
    for (const Input& input : action.takes) {
      const auto given = raw.find(input.name);
      if (input.slot.personal && given != raw.end() && !given->second.as_text().empty()) names_.push_back(given->second.as_text());
    }
  }

  Result<Value> list(const Input& input, const Value& value) {
    if (value.kind() != Value::Kind::kList) return fault(ErrorCode::kWrongType, input.name, "list of " + input.slot.type.name());
    std::vector<Value> items;
    for (std::size_t i = 0; i < value.items().size(); ++i) {
      if (!value.items()[i].known()) {  // an empty place: nothing asked of this unit
        items.push_back(Value::nothing());
        continue;
      }
      auto made = one(input, value.items()[i], input.name + "[" + std::to_string(i) + "]");
      if (!made) return made.error();
      items.push_back(std::move(*made));
    }
    return Value::list(std::move(items));
  }

  Result<Value> one(const Input& input, const Value& value, const std::string& field) {
    const Slot& slot = input.slot;
    if (slot.evidence) return evidence(value, field);
    switch (slot.type.kind) {
      case Kind::kSealed: return sealed(input, value, field);
      case Kind::kInstant: return instant(value, field);
      case Kind::kNumber: return number(value, field);
      case Kind::kYesNo: return value.kind() == Value::Kind::kYesNo ? Result<Value>(value) : fault(ErrorCode::kWrongType, field, "yes/no");
      case Kind::kParty: return code(value, field, "unit", rules_.book->unit(value.as_text()) != nullptr);
      case Kind::kPerson: return code(value, field, "person", rules_.book->person(value.as_text()) != nullptr);
      case Kind::kPlace: return code(value, field, "grid", rules_.book->grid(value.as_text()) != nullptr);
      case Kind::kCategory: return code(value, field, "category", rules_.book->category(value.as_text()) != nullptr);
      case Kind::kMatter: return matter(value, field);
      default: return value.kind() == Value::Kind::kText ? Result<Value>(value) : fault(ErrorCode::kWrongType, field, slot.type.name());
    }
  }

  static Result<Value> code(const Value& value, const std::string& field, const char* reg, bool known) {
    if (value.kind() != Value::Kind::kText) return fault(ErrorCode::kWrongType, field, reg);
    if (value.as_text().empty()) return Value::nothing();
    if (!known) return fault(ErrorCode::kUnknownReference, field, shown_code(value.as_text()));
    return value;
  }

  Result<Value> sealed(const Input& input, const Value& value, const std::string& field) {
    if (value.kind() != Value::Kind::kText) return fault(ErrorCode::kWrongType, field, "text");
    if (!is_clean_utf8(value.as_text())) return fault(ErrorCode::kInvalidUtf8, field);
    const std::string text = without_hidden(value.as_text());
    if (is_blank(text)) return Value::nothing();
    const std::size_t length = count_code_points(text);
    if (length > static_cast<std::size_t>(input.slot.max)) return fault(ErrorCode::kTooLong, field, "text_max=" + std::to_string(input.slot.max));
    auto commitment = house_.vault().commitment(key_, text);
    if (!commitment) return commitment.error();
    auto cipher = house_.vault().seal(key_, text);
    if (!cipher) return cipher.error();
    // A word that some may not read must not be found by them either: the masked copy is what search looks at.
    const bool hidden = input.slot.personal || procedure_.confidential || procedure_.restricts(field);
    const std::string masked = hidden ? std::string() : text::mask(text, names_);
    if (!procedure_.title.empty() && field == "field." + procedure_.title) out_.title = view::title_of(masked);
    out_.texts.push_back({*commitment, field, *cipher, masked});
    return Value::sealed(*commitment);
  }

  static Result<Value> instant(const Value& value, const std::string& field) {
    if (value.kind() == Value::Kind::kInstant) return value;
    if (value.kind() != Value::Kind::kText) return fault(ErrorCode::kWrongType, field, "instant");
    if (value.as_text().empty()) return Value::nothing();
    if (is_day(value.as_text())) return without_time(field, value.as_text());
    auto at = parse_instant(value.as_text());
    if (!at) return fault(ErrorCode::kImpossibleTime, field, at.error().detail);
    return Value::instant(*at);
  }

  static Result<Value> number(const Value& value, const std::string& field) {
    if (value.kind() == Value::Kind::kNumber) return value;
    const std::string& text = value.as_text();
    std::int64_t n = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
    if (value.kind() != Value::Kind::kText || error != std::errc() || end != text.data() + text.size()) return fault(ErrorCode::kWrongType, field, "number");
    return Value::number(n);
  }

  // By number ("HX-2023-000123") or id.
  Result<Value> matter(const Value& value, const std::string& field) {
    const std::string& text = value.as_text();
    if (value.kind() != Value::Kind::kText) return fault(ErrorCode::kWrongType, field, "matter");
    if (text.empty()) return Value::nothing();
    MatterId id;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id.value);
    if (error != std::errc() || end != text.data() + text.size()) {
      const auto found = find_number(house_.store(), house_.district().id, text);
      if (!found) return no_such_matter(field);
      id = *found;
    }
    // Asked here, before anything is decided: later refusals (the step, a missing input) would already tell that it is there.
    const auto named = house_.store().row(house_.district().id, id);
    if (!named || !may_see(house_, rules_, caller_, named->row)) return no_such_matter(field);
    return Value::text(std::to_string(id.value));
  }

  // Evidence is a file attached to this matter before: it must be there and open under the matter's key.
  Result<Value> evidence(const Value& value, const std::string& field) {
    if (value.kind() != Value::Kind::kList) return fault(ErrorCode::kWrongType, field, "list of files");
    std::vector<Value> files;  // chosen twice it is one file still
    for (const Value& item : value.items()) {
      if (std::find(files.begin(), files.end(), item) != files.end()) continue;
      files.push_back(item);
      const std::string& name = item.as_text();
      const bool hex = name.size() == 64 && name.find_first_not_of("0123456789abcdef") == std::string::npos;
      const bool there = item.kind() == Value::Kind::kText && hex && (!house_.files() || house_.files()->get(key_, name));
      if (!there) return fault(ErrorCode::kUnknownReference, field, "file", {"附件不存在：请先把文件上传到本事项", "No such file: upload it to this very matter first"});
    }
    if (files.size() > kEvidenceMax) return fault(ErrorCode::kTooLong, field, "evidence_max=" + std::to_string(kEvidenceMax));
    return files.empty() ? Value::nothing() : Value::list(std::move(files));
  }

  House& house_;
  const Rules& rules_;
  const procedure::Procedure& procedure_;
  const std::string& key_;
  const access::Caller& caller_;
  std::vector<std::string> names_;
  Prepared out_;
};

}  // namespace

Result<Prepared> prepare_inputs(House& house, const Rules& rules, const procedure::Procedure& procedure, const procedure::ActionSpec& action,
                                const std::map<std::string, Value>& raw, const std::string& wrapped_key, const access::Caller& caller,
                                std::vector<std::string> names) {
  return Preparer(house, rules, procedure, wrapped_key, caller, std::move(names)).run(action, raw);
}

Error no_such_matter(const std::string& field) {
  return fault(ErrorCode::kUnknownReference, field, "matter", {"没有这个编号的事项，或您不能用到它", "There is no matter of that number, or none for you to use here"});
}

std::map<std::string, Value> child_inputs(const std::map<std::string, Value>& raw) {
  std::map<std::string, Value> out;
  for (const auto& [name, value] : raw) {
    if (name.starts_with("child.")) out[name.substr(6)] = value;
  }
  return out;
}

}  // namespace shaoyin::app
