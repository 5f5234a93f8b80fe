// Reads the file that says how a foreign table becomes historical matters: maps/<name>.toml. What its keys mean
// stands in app/ports/import_map.h and docs/importing.md.
#pragma once

#include <string>
#include <string_view>

#include "app/ports/import_map.h"
#include "core/base/result.h"

namespace shaoyin::toml_files {

// Errors; `field` is the key at fault, such as "columns.opened":
//   kMalformed     no TOML; detail says where          kMissingField  a key that must be there is not, or is empty
//   kUnknownField  a key that no map has               kWrongType     detail says what is expected
//   kNotAChoice    detail lists the choices            kTooLong       detail kMapFileBytesMax
[[nodiscard]] Result<app::ImportMap> parse_map(std::string_view text);

// The same from a file. Error besides those: kNotFound.
[[nodiscard]] Result<app::ImportMap> read_map(const std::string& path);

inline constexpr std::size_t kMapFileBytesMax = 1U << 20;  // the largest map has a few hundred lines

}  // namespace shaoyin::toml_files
