#include "edge/http/schema.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "core/base/instant.h"
#include "core/base/utf8.h"

namespace shaoyin::http {
namespace json = boost::json;
namespace {

std::string join(const std::string& path, std::string_view name) {
  return path.empty() ? std::string(name) : path + "." + std::string(name);
}

// How a text of this schema must look: "phone_max" names the limit, "phone_form" the form.
std::string form_of(std::string name) {
  if (name.ends_with("_max")) name.resize(name.size() - 4);
  return name + "_form";
}

std::string bound(const std::string& name, const std::string& value) { return name.empty() ? value : name + "=" + value; }

std::string plain(const json::value& value) {
  return value.is_string() ? std::string(value.get_string()) : json::serialize(value);
}

std::string type_words(std::uint8_t types) {
  static constexpr std::pair<std::uint8_t, const char*> names[] = {{1, "object"}, {2, "array"}, {4, "string"}, {32, "boolean"}, {64, "null"}};
  std::string words;
  const auto add = [&](const char* name) { words += (words.empty() ? "" : " | ") + std::string(name); };
  if (types & 16) add("number");
  if ((types & 24) == 8) add("integer");
  for (const auto& [bit, name] : names) {
    if (types & bit) add(name);
  }
  return words;
}

// A name from outside is repeated in the answer only when it looks like a name; anything else might be personal.
std::string shown_name(std::string_view name) {
  const bool plain_name = !name.empty() && name.size() <= 80 &&
                          name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-[]") == std::string_view::npos;
  return plain_name ? std::string(name) : "?";
}

}  // namespace

std::uint8_t Schemas::type_of(const json::value& value) {
  switch (value.kind()) {
    case json::kind::null: return kNull;
    case json::kind::bool_: return kBoolean;
    case json::kind::int64: case json::kind::uint64: return kInteger;
    case json::kind::double_: return kNumber;
    case json::kind::string: return kString;
    case json::kind::array: return kArray;
    case json::kind::object: return kObject;
  }
  return 0;
}

Status Schemas::check(SchemaId schema, const json::value& value, const std::string& path) const {
  const Node& node = at(schema);
  if (node.same_as >= 0) {
    if (const Status status = check(node.same_as, value, path); !status) return status;
  }
  if (node.types != 0 && (node.types & type_of(value)) == 0) {
    return fault(ErrorCode::kWrongType, path, type_words(node.types));
  }
  if (const Status status = check_choice(node, value, path); !status) return status;
  if (value.is_string()) {
    if (const Status status = check_string(node, value.get_string(), path); !status) return status;
  } else if (value.is_number()) {
    if (const Status status = check_number(node, value.to_number<double>(), path); !status) return status;
  } else if (value.is_array()) {
    if (const Status status = check_array(node, value.get_array(), path); !status) return status;
  } else if (value.is_object()) {
    if (const Status status = check_object(node, value.get_object(), path); !status) return status;
  }
  return check_branches(node, value, path);
}

std::optional<text::Typed> Schemas::typed(SchemaId schema) const {
  const Node& node = at(schema);
  return node.typed || node.same_as < 0 ? node.typed : typed(node.same_as);
}

void Schemas::put_right(SchemaId schema, json::value& value) const {
  const Node& node = at(schema);
  if (node.same_as >= 0) put_right(node.same_as, value);
  if (value.is_string() && node.typed) value = text::as_meant(value.get_string(), *node.typed);
  if (!value.is_object()) return;
  for (auto& [name, member] : value.get_object()) {
    if (const auto known = node.properties.find(std::string_view(name)); known != node.properties.end()) put_right(known->second, member);
  }
}

Status Schemas::check_choice(const Node& node, const json::value& value, const std::string& path) const {
  if (node.constant && *node.constant != value) return fault(ErrorCode::kNotAChoice, path, plain(*node.constant));
  if (node.choices.empty()) return {};
  std::string all;
  for (const json::value& choice : node.choices) {
    if (choice == value) return {};
    all += (all.empty() ? "" : " | ") + plain(choice);
  }
  return fault(ErrorCode::kNotAChoice, path, all);
}

Status Schemas::check_string(const Node& node, std::string_view text, const std::string& path) const {
  if (!is_clean_utf8(text)) return fault(ErrorCode::kInvalidUtf8, path);
  const std::size_t length = count_code_points(text);
  if (node.max_length && length > *node.max_length) {
    return fault(ErrorCode::kTooLong, path, bound(node.limit_name, std::to_string(*node.max_length)));
  }
  if (node.min_length && length < *node.min_length) return fault(ErrorCode::kTooShort, path, std::to_string(*node.min_length));
  if (node.pattern && !std::regex_match(text.begin(), text.end(), *node.pattern)) {
    return fault(ErrorCode::kMalformed, path, form_of(node.limit_name));
  }
  if (node.date_time && !parse_instant(std::string(text))) return fault(ErrorCode::kImpossibleTime, path);
  return {};
}

Status Schemas::check_number(const Node& node, double number, const std::string& path) const {
  const bool low = node.minimum && !(number >= *node.minimum);
  const bool high = node.maximum && !(number <= *node.maximum);
  if (!low && !high && std::isfinite(number)) return {};
  const std::string range = fmt::format("{}..{}", node.minimum ? fmt::format("{:.0f}", *node.minimum) : "",
                                        node.maximum ? fmt::format("{:.0f}", *node.maximum) : "");
  return fault(node.number_code, path, bound(node.limit_name, range));
}

Status Schemas::check_array(const Node& node, const json::array& items, const std::string& path) const {
  if (node.max_items && items.size() > *node.max_items) {
    return fault(ErrorCode::kTooLong, path, bound(node.limit_name, std::to_string(*node.max_items)));
  }
  if (node.min_items && items.size() < *node.min_items) return fault(ErrorCode::kTooShort, path, std::to_string(*node.min_items));
  if (node.items < 0) return {};
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (const Status status = check(node.items, items[i], path + "[" + std::to_string(i) + "]"); !status) return status;
  }
  return {};
}

Status Schemas::check_object(const Node& node, const json::object& object, const std::string& path) const {
  if (node.max_properties && object.size() > *node.max_properties) {
    return fault(ErrorCode::kTooLong, path, bound(node.limit_name, std::to_string(*node.max_properties)));
  }
  for (const std::string& name : node.required) {
    if (!object.contains(name)) return fault(ErrorCode::kMissingField, join(path, name));
  }
  for (const auto& [name, value] : object) {
    const std::string where = join(path, shown_name(name));
    const auto known = node.properties.find(std::string_view(name));
    if (node.names >= 0 && !check(node.names, json::value(name), where)) return fault(ErrorCode::kUnknownField, where);
    if (known != node.properties.end()) {
      if (const Status status = check(known->second, value, where); !status) return status;
    } else if (node.closed) {
      return fault(ErrorCode::kUnknownField, where);
    } else if (node.others >= 0) {
      if (const Status status = check(node.others, value, where); !status) return status;
    }
    if (node.closed_over_all && known == node.properties.end()) {
      bool named = false;
      for (const SchemaId part : node.all_of) named = named || names_property(part, name);
      if (!named) return fault(ErrorCode::kUnknownField, where);
    }
  }
  return {};
}

bool Schemas::names_property(SchemaId id, std::string_view name) const {
  if (id < 0) return false;
  const Node& node = at(id);
  if (node.properties.find(name) != node.properties.end() || names_property(node.same_as, name)) return true;
  for (const SchemaId part : node.all_of) {
    if (names_property(part, name)) return true;
  }
  return false;
}

std::uint8_t Schemas::types_of(SchemaId id) const {
  const Node& node = at(id);
  return node.types == 0 && node.same_as >= 0 ? types_of(node.same_as) : node.types;
}

Status Schemas::check_branches(const Node& node, const json::value& value, const std::string& path) const {
  for (const SchemaId part : node.all_of) {
    if (const Status status = check(part, value, path); !status) return status;
  }
  for (const auto* branches : {&node.any_of, &node.one_of}) {
    if (branches->empty()) continue;
    std::size_t fitting = 0;
    std::uint8_t types = 0;
    std::optional<Error> nearest;  // what the branch of the right type says; more useful than "none of these"
    for (const SchemaId branch : *branches) {
      const Status status = check(branch, value, path);
      if (status) ++fitting;
      types |= types_of(branch);
      if (!status && (types_of(branch) & type_of(value)) != 0) nearest = status.error();
    }
    const bool fits = branches == &node.any_of ? fitting >= 1 : fitting == 1;
    if (!fits) return nearest ? *nearest : fault(ErrorCode::kWrongType, path, type_words(types));
  }
  return {};
}

Status Schemas::check_text(SchemaId schema, const std::vector<std::string>& values, const std::string& path) const {
  const Node* node = &at(schema);
  while (node->same_as >= 0) node = &at(node->same_as);
  if (node->types == kArray) {
    if (node->max_items && values.size() > *node->max_items) {
      return fault(ErrorCode::kTooLong, path, bound(node->limit_name, std::to_string(*node->max_items)));
    }
    for (const std::string& value : values) {
      if (const Status status = check_text(node->items, {value}, path); !status) return status;
    }
    return {};
  }
  if (values.size() != 1) return fault(ErrorCode::kWrongType, path, "once");
  const std::string& text = values.front();
  const char* const end = text.data() + text.size();
  if (node->types & kInteger) {
    std::int64_t whole = 0;
    const auto read = std::from_chars(text.data(), end, whole);
    if (read.ec == std::errc() && read.ptr == end) return check(schema, json::value(whole), path);
    double number = 0;
    const auto broken = std::from_chars(text.data(), end, number);
    const bool number_fits = (node->types & kNumber) && broken.ec == std::errc() && broken.ptr == end;
    return number_fits ? check(schema, json::value(number), path) : fault(ErrorCode::kWrongType, path, type_words(node->types));
  }
  if (node->types & kBoolean) {
    return text == "true" || text == "false" ? Status() : fault(ErrorCode::kNotAChoice, path, "true | false");
  }
  return check(schema, json::value(text), path);
}

}  // namespace shaoyin::http
