// JSON at the door: strict reading and small helpers for writing. Strict means: depth at most kJsonDepthMax, no
// key twice in one object (two readers would believe two different things), UTF-8 only, nothing after the end.
#pragma once

#include <boost/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/instant.h"
#include "core/base/result.h"
#include "edge/http/http.h"

namespace shaoyin::http {

namespace json = boost::json;

inline constexpr int kJsonDepthMax = 32;  // the deepest form has 5; recursion beyond this is an attack on the stack

struct JsonBody {
  json::value value;
};

// Errors: kMalformed (detail says where), kInvalidUtf8.
[[nodiscard]] Result<json::value> read_json(std::string_view text);

[[nodiscard]] Response json_answer(const json::value& value, int status = 200);

// Ids travel as text, instants as UTC text; absent ones as null.
[[nodiscard]] json::string id_text(MatterId id);
[[nodiscard]] json::value instant_or_null(const std::optional<Instant>& at);
[[nodiscard]] json::value text_or_null(const std::string& text);  // null when empty

// The member as text, or empty when absent. REQUIRES: `value` is an object whose `name`, if there, is a string.
[[nodiscard]] std::string text_of(const json::value& value, std::string_view name);

}  // namespace shaoyin::http
