// The procedures that ship, and the deadline pack every district begins with.
#pragma once

#include "edge/toml/toml.h"  // never the library itself: its assertions would be others in one program

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "core/clock/clock.h"
#include "core/procedure/procedure.h"

namespace shaoyin::procedure {

// SHAOYIN_PROCEDURES points the tests at other procedures, such as a district's own.
inline std::filesystem::path procedures_folder() {
  const char* other = std::getenv("SHAOYIN_PROCEDURES");
  return other ? std::filesystem::path(other) : std::filesystem::path(SHAOYIN_SOURCE_DIR) / "procedures";
}

inline std::vector<std::string> shipped() {
  std::vector<std::string> kinds;
  if (!std::filesystem::exists(procedures_folder())) return kinds;
  for (const auto& entry : std::filesystem::directory_iterator(procedures_folder())) {
    if (std::filesystem::exists(entry.path() / "procedure.toml")) kinds.push_back(entry.path().filename().string());
  }
  std::sort(kinds.begin(), kinds.end());
  return kinds;
}

inline clock::DeadlinePack base_pack() {
  std::vector<clock::PackRow> rows;
  const toml::table file = toml::parse_file(std::string(SHAOYIN_SOURCE_DIR) + "/registers/deadlines/base.toml");
  for (const toml::node& node : *file["row"].as_array()) {
    const toml::table& row = *node.as_table();
    const auto limit = clock::parse_limit(row["limit"].value_or(""));
    rows.push_back({row["code"].value_or(""), row["variant"].value_or(""), *limit, {row["source_zh"].value_or(""), row["source"].value_or("")}, row["our_default"].value_or(false)});
  }
  return {"base", "1", std::move(rows)};
}

// The verbs a procedure uses; whether a role grants them is the registers' test.
inline std::set<std::string> verbs_of(const Procedure& procedure) {
  std::set<std::string> verbs;
  for (const ActionSpec& action : procedure.actions) verbs.insert(action.may);
  return verbs;
}

}  // namespace shaoyin::procedure
