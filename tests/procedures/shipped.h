// The procedures that ship, and the deadline pack every district begins with.
#pragma once

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "core/base/ensure.h"
#include "core/clock/clock.h"
#include "core/procedure/procedure.h"
#include "edge/toml/rule_files.h"

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

// With the rows that kinds bring along.
inline clock::DeadlinePack base_pack() {
  auto pack = toml_files::read_pack(SHAOYIN_SOURCE_DIR, "", procedures_folder());
  ensure(pack.ok(), "the shipped deadline pack reads");
  return std::move(*pack);
}

// The verbs a procedure uses; whether a role grants them is the registers' test.
inline std::set<std::string> verbs_of(const Procedure& procedure) {
  std::set<std::string> verbs;
  for (const ActionSpec& action : procedure.actions) verbs.insert(action.may);
  return verbs;
}

}  // namespace shaoyin::procedure
