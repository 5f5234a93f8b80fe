// What the tests of procedures share: an invented procedure (errand.toml), a deadline pack for it and texts for
// all that it names.
#pragma once

#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "core/procedure/check.h"
#include "edge/toml/procedure_file.h"

namespace shaoyin::procedure {

inline std::string slurp(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream all;
  all << file.rdbuf();
  return all.str();
}

inline std::string here(const std::string& name) { return std::string(SHAOYIN_SOURCE_DIR) + "/tests/procedures/" + name; }

inline clock::DeadlinePack errand_pack() {
  const clock::Limit hour{1, clock::Unit::kHours, false};
  return {"errand", "1", {{"ERRAND-TAKE", "plain", hour, {"", "invented"}, true}, {"ERRAND-TAKE", "urgent", hour, {"", "invented"}, true}, {"ERRAND-GO", "", hour, {"", "invented"}, true}}};
}

inline const std::set<std::string>& errand_verbs() {
  static const std::set<std::string> kVerbs = {"errand.ask", "errand.do"};
  return kVerbs;
}

// Gives every name of `procedure` a text, except `without`.
inline void fill_texts(Procedure& procedure, const std::string& without = {}) {
  procedure.texts["notice.dropped"] = {"已取消", "dropped"};
  procedure.texts.erase(without);
  for (const Finding& finding : check(procedure, errand_pack(), errand_verbs())) {
    if (!finding.at.starts_with("texts.")) continue;
    const std::string key = finding.at.substr(6);
    const bool written = key.starts_with("public.") && procedure.texts.contains(key);  // there, and at fault
    if (key != without && !written) procedure.texts[key] = {"文本", key.substr(key.rfind('.') + 1)};
  }
}

inline toml_files::ProcedureRead read_errand(const std::string& source, const std::string& without = {}) {
  toml_files::ProcedureRead read = toml_files::parse_procedure(source, "");
  if (read.faults.empty()) fill_texts(read.procedure, without);
  return read;
}

}  // namespace shaoyin::procedure
