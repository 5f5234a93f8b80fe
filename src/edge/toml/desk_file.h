// Reads desks from their folders: desks/<name>/desk.toml and desks/<name>/views/<name>.toml. What the keys mean stands in
// docs/writing-views.md; whether the names in them are columns, core/desk/check.h proves.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "core/desk/check.h"

namespace shaoyin::toml_files {

inline constexpr std::size_t kDeskFileBytesMax = 1 << 16;  // the largest shipped file has 2 KB

// `file` is how faults call it. Never throws; a hostile file yields faults and what could be read.
[[nodiscard]] desk::Desk parse_desk(std::string_view text, const std::string& file, std::vector<desk::Fault>& faults);
[[nodiscard]] desk::View parse_view(std::string_view text, const std::string& file, std::vector<desk::Fault>& faults);

// One desk as its folder holds it, and the faults of reading it.
struct DeskRead { desk::Desk desk; std::vector<desk::Fault> faults; };

// Every desk below `folder`, by name. A folder that is not there holds none.
[[nodiscard]] std::vector<DeskRead> read_desks(const std::filesystem::path& folder);

}  // namespace shaoyin::toml_files
