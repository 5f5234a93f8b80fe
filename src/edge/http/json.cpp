#include "edge/http/json.h"

#include <boost/json/basic_parser_impl.hpp>
#include <set>
#include <vector>

#include "core/base/utf8.h"

namespace shaoyin::http {
namespace {

// Listens to a parse and remembers the keys of each open object, to catch a key that comes twice: Boost.JSON
// itself silently keeps the last.
struct KeyWatch {
  static constexpr std::size_t max_object_size = std::size_t(-1);
  static constexpr std::size_t max_array_size = std::size_t(-1);
  static constexpr std::size_t max_key_size = std::size_t(-1);
  static constexpr std::size_t max_string_size = std::size_t(-1);
  using string_view = json::string_view;
  using error_code = boost::system::error_code;

  std::vector<std::set<std::string>> open;
  std::string key;
  std::string twice;

  bool on_document_begin(error_code&) { return true; }
  bool on_document_end(error_code&) { return true; }
  bool on_object_begin(error_code&) { open.emplace_back(); return true; }
  bool on_object_end(std::size_t, error_code&) { open.pop_back(); return true; }
  bool on_array_begin(error_code&) { return true; }
  bool on_array_end(std::size_t, error_code&) { return true; }
  bool on_key_part(string_view part, std::size_t, error_code&) { key.append(part.data(), part.size()); return true; }
  bool on_key(string_view part, std::size_t, error_code& problem) {
    key.append(part.data(), part.size());
    if (!open.back().insert(key).second) {
      twice = key;
      problem = json::make_error_code(json::error::exception);
      return false;
    }
    key.clear();
    return true;
  }
  bool on_string_part(string_view, std::size_t, error_code&) { return true; }
  bool on_string(string_view, std::size_t, error_code&) { return true; }
  bool on_number_part(string_view, error_code&) { return true; }
  bool on_int64(std::int64_t, string_view, error_code&) { return true; }
  bool on_uint64(std::uint64_t, string_view, error_code&) { return true; }
  bool on_double(double, string_view, error_code&) { return true; }
  bool on_bool(bool, error_code&) { return true; }
  bool on_null(error_code&) { return true; }
  bool on_comment_part(string_view, error_code&) { return true; }
  bool on_comment(string_view, error_code&) { return true; }
};

json::parse_options strict() {
  json::parse_options options;
  options.max_depth = kJsonDepthMax;
  return options;
}

// A repeated key is quoted back only when it is one of our kind of names; anything else could be anybody's text.
std::string quoted_key(const std::string& key) {
  const bool plain = !key.empty() && key.size() <= 80 &&
                     key.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_.[]") == std::string::npos;
  return plain ? key : std::string();
}

}  // namespace

Result<json::value> read_json(std::string_view text) {
  json::basic_parser<KeyWatch> watch(strict());
  boost::system::error_code problem;
  const std::size_t read = watch.write_some(false, text.data(), text.size(), problem);
  if (!watch.handler().twice.empty() || (problem == json::error::exception)) {
    return fault(ErrorCode::kMalformed, quoted_key(watch.handler().twice), "one name twice in one object");
  }
  if (problem == json::error::illegal_leading_surrogate || problem == json::error::illegal_trailing_surrogate ||
      problem == json::error::syntax) {
    if (!is_clean_utf8(text)) return fault(ErrorCode::kInvalidUtf8, "body");
  }
  if (problem == json::error::too_deep) {
    return fault(ErrorCode::kMalformed, "body", "json_depth_max=" + std::to_string(kJsonDepthMax));
  }
  if (problem) return fault(ErrorCode::kMalformed, "body", "JSON at byte " + std::to_string(read + 1));
  boost::system::error_code failed;
  json::value value = json::parse(json::string_view(text.data(), text.size()), failed, {}, strict());
  if (failed) return fault(ErrorCode::kMalformed, "body", "JSON at byte " + std::to_string(read + 1));
  return value;
}

Response json_answer(const json::value& value, int status) {
  Response response;
  response.status = status;
  response.body = json::serialize(value);
  return response;
}

json::string id_text(MatterId id) { return json::string(std::to_string(id.value)); }

json::value text_or_null(const std::string& text) { return text.empty() ? json::value(nullptr) : json::value(text); }

json::value instant_or_null(const std::optional<Instant>& at) {
  if (!at) return nullptr;
  return json::string(format_utc(*at));
}

std::string text_of(const json::value& value, std::string_view name) {
  const json::value* member = value.as_object().if_contains(name);
  if (member == nullptr) return {};
  const json::string& text = member->as_string();
  return {text.data(), text.size()};
}

}  // namespace shaoyin::http
