// toml++ as this folder uses it: the only place that includes it, so that all files are compiled with the same settings.
//
// Why its assertions throw: some malformed files ("[[[x]]]") run into an assertion of the library's reader before they run
// into one of its error messages. Assertions stay on in our builds, so a slip of the pen would stop the server; compiled
// out they become undefined behaviour. As an exception it is what it is: a file that cannot be read.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace shaoyin::toml_files {

struct ReaderGaveUp : std::runtime_error {
  using std::runtime_error::runtime_error;
};

[[noreturn]] inline void give_up(const char* expected) { throw ReaderGaveUp(expected); }

}  // namespace shaoyin::toml_files

#define TOML_EXCEPTIONS 1
#define TOML_ASSERT(expression) ((expression) ? static_cast<void>(0) : ::shaoyin::toml_files::give_up(#expression))
#include <toml++/toml.h>

namespace shaoyin::toml_files {

// What the library says ("Error while parsing string: …, saw '\n'") in Chinese around the words of the file: what was being
// read, and what stood there. The rest of its grammar says less than the line, which is named.
inline std::string said_in_chinese(std::string_view description) {
  static constexpr std::pair<std::string_view, std::string_view> kRead[] = {
      {"string", "文字"}, {"key", "名称"}, {"table header", "表头"}, {"inline table", "行内表"}, {"array", "列表"}, {"integer", "整数"}, {"floating", "小数"},
      {"boolean", "true 或 false"}, {"date", "日期"}, {"time", "时间"}, {"value", "值"}, {"comment", "注释"}};
  static constexpr std::pair<std::string_view, std::string_view> kWhy[] = {
      {"redefine", "此处重复定义"}, {"duplicate", "此处重复定义"}, {"already defined", "此处重复定义"}, {"end-of-file", "文件到此中断"}, {"unterminated", "没有结束"}};
  const std::size_t colon = description.find(':');
  const std::string_view scope = description.substr(0, colon), rest = colon == std::string_view::npos ? description : description.substr(colon + 1);
  std::string said = "不合 TOML 的写法";
  for (const auto& [en, zh] : kRead) {
    if (scope.find(en) == std::string_view::npos) continue;
    said = "读取" + std::string(zh) + "时出错";
    break;
  }
  for (const auto& [en, zh] : kWhy) {
    if (rest.find(en) == std::string_view::npos) continue;
    said += "：" + std::string(zh);
    break;
  }
  const std::size_t open = rest.rfind("saw '"), named = open == std::string_view::npos ? rest.find('\'') : open + 4;
  const std::size_t close = rest.rfind('\'');
  if (named != std::string_view::npos && close > named + 1) {
    const std::string_view there = rest.substr(named + 1, close - named - 1);
    said += "，见“" + std::string(there.substr(0, there.find('\n'))) + "”";
  }
  return said;
}

inline Error unreadable_toml(const std::string& name, const std::string& line, const std::string& why, const std::string& why_zh) {
  const Words at{(name.empty() ? "" : name + " ") + "第 " + line + " 行：", (name.empty() ? "" : name + " ") + "line " + line + ": "};
  return fault(ErrorCode::kMalformed, name.empty() ? "line " + line : name + ":" + line, why, {at.zh + why_zh, at.en + why});
}

// The table in `text`, which came from the file `name` ("" where the caller names it). Error: kMalformed; field is
// "name:line" or "line N", detail says why, `said` says line and fault.
inline Result<toml::table> parse_text(std::string_view text, const std::string& name = "") {
  try {
    return toml::parse(text);
  } catch (const toml::parse_error& error) {
    const std::string line = std::to_string(error.source().begin.line);
    return unreadable_toml(name, line, std::string(error.description()), said_in_chinese(error.description()));
  } catch (const ReaderGaveUp&) {
    const std::string why = "brackets or quotes that do not fit together";
    return fault(ErrorCode::kMalformed, name.empty() ? "some line" : name, why, {(name.empty() ? "" : name + "：") + "括号或引号不成对", (name.empty() ? "" : name + ": ") + why});
  }
}

}  // namespace shaoyin::toml_files
