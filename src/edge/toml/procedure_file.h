// Reads a procedure from its folder: procedure.toml (what it does) and texts.toml (what it says).
// The form of both files is described in docs/writing-procedures.md.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/procedure/procedure.h"

namespace shaoyin::toml_files {

inline constexpr std::size_t kProcedureBytesMax = 1 << 20;  // the largest shipped file is under 40 KB

struct ProcedureRead {
  procedure::Procedure procedure;
  std::vector<Error> faults;  // empty when it can be used; each names the place in the file and what would be right
};

// `procedure_toml` and `texts_toml` are the contents. Never throws; a hostile file yields faults.
[[nodiscard]] ProcedureRead parse_procedure(std::string_view procedure_toml, std::string_view texts_toml);

// Reads DIR/procedure.toml and DIR/texts.toml. A missing texts.toml is an empty one.
[[nodiscard]] ProcedureRead read_procedure(const std::filesystem::path& folder);

}  // namespace shaoyin::toml_files
