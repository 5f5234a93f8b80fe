// Reads desks from their folders: desks/<name>/ or, for a desk that came with a kind of matter, procedures/<name>/, each with desk.toml and
// views/<name>.toml. What the keys mean stands in
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

// Every desk of an installation, by name. A folder that is not there holds none; of two desks with one name the later is a fault.
[[nodiscard]] std::vector<DeskRead> read_desks(const std::filesystem::path& home);

}  // namespace shaoyin::toml_files
