// Whole small files, durably. Private to this folder.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace shaoyin::vault {

// Errors: kNotFound, kTooLarge (more than `limit` bytes), kStorage.
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit);

// Writes beside and renames, so that `path` is either absent, old or whole; file and folder are synced.
// The file has mode 0600. Error: kStorage, and then nothing is left behind.
[[nodiscard]] Status write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace shaoyin::vault
