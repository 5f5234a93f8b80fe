// Reading answers of the API without asking whether each member is there: absent and null read as empty.
#pragma once

#include <boost/json.hpp>
#include <string>

namespace shaoyin::cli {

namespace json = boost::json;

[[nodiscard]] inline const json::value& at(const json::value& value, std::string_view name) {
  static const json::value kNothing;
  const json::value* found = value.is_object() ? value.as_object().if_contains(name) : nullptr;
  return found == nullptr ? kNothing : *found;
}
[[nodiscard]] inline std::string text(const json::value& value) {
  if (value.is_string()) return std::string(value.get_string());
  return value.is_null() ? std::string() : json::serialize(value);
}
[[nodiscard]] inline std::string text(const json::value& value, std::string_view name) { return text(at(value, name)); }
[[nodiscard]] inline bool flag(const json::value& value, std::string_view name) {
  const json::value& found = at(value, name);
  return found.is_bool() && found.get_bool();
}
[[nodiscard]] inline const json::array& items(const json::value& value, std::string_view name) {
  static const json::array kNone;
  const json::value& found = at(value, name);
  return found.is_array() ? found.get_array() : kNone;
}
// The name of a {code, name}.
[[nodiscard]] inline std::string named(const json::value& value, std::string_view name) { return text(at(value, name), "name"); }

}  // namespace shaoyin::cli
