#include "main/cli/inputs.h"

#include <fstream>
#include <iterator>
#include <map>

#include "main/cli/answers.h"

namespace shaoyin::cli {
namespace {

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t comma = std::min(text.find(',', from), text.size());
    if (comma > from) parts.push_back(text.substr(from, comma - from));
    from = comma + 1;
  }
  return parts;
}

Result<std::string> upload(const Context& context, Link& link, const std::string& path, const std::string& matter) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return fault(ErrorCode::kNotFound, "file", path);
  Ask ask{.method = "POST", .target = "/files", .body = std::string(std::istreambuf_iterator<char>(file), {})};
  if (ask.body.size() > kFileMax) return fault(ErrorCode::kTooLarge, path, "20 MB");
  ask.headers.set("Content-Type", "application/octet-stream");
  ask.headers.set("X-Matter", matter);
  const Result<Answer> answer = link.send(ask);
  if (!answer) return answer.error();
  if (!answer->ok()) {
    const json::value& error = at(answer->value, "error");
    const auto as_answered = [&](const char* name) { return context.language == Language::kZh ? Words{text(error, name), ""} : Words{"", text(error, name)}; };
    return fault(ErrorCode::kMalformed, path, text(error, "code"), as_answered("message"), as_answered("hint"));
  }
  return text(answer->value, "name");
}

// "yes", "true", "是" …; anything else stays text, and the server says what is wrong with it.
json::value yes_no(const std::string& typed) {
  for (const char* yes : {"yes", "true", "是"}) {
    if (typed == yes) return true;
  }
  for (const char* no : {"no", "false", "否"}) {
    if (typed == no) return false;
  }
  return json::value(typed);
}

}  // namespace

Result<json::object> inputs_of(const Context& context, Link& link, const json::value& form, const std::vector<std::string>& typed, const std::string& matter) {
  std::map<std::string, std::vector<std::string>> values;
  for (const std::string& item : typed) {
    const std::size_t equals = item.find('=');
    if (equals == std::string::npos || equals == 0) return fault(ErrorCode::kMalformed, "--input", "name=value");
    values[item.substr(0, equals)].push_back(item.substr(equals + 1));
  }
  json::object input;
  for (auto& [name, given] : values) {
    const json::value& property = at(at(form, "properties"), name);
    const std::string kind = text(property, "x-kind"), type = text(property, "type");
    if (type == "array" || given.size() > 1) {
      const bool free_text = kind == "text[]" || property.is_null();
      if (given.size() == 1 && kind != "evidence" && !free_text) given = split(given.front());
      json::array list;
      for (const std::string& one : given) {
        Result<std::string> value = kind == "evidence" ? upload(context, link, one, matter) : Result<std::string>(one);
        if (!value) return value.error();
        list.emplace_back(*value);
      }
      input[name] = std::move(list);
    } else if (type == "boolean") {
      input[name] = yes_no(given.front());
    } else {
      input[name] = json::value(given.front());
    }
  }
  return input;
}

}  // namespace shaoyin::cli
