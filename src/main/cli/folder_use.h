// Opening the data folder that --data names, for commands that work on it directly.
#pragma once

#include <filesystem>
#include <memory>

#include "main/cli/context.h"
#include "main/wiring/folder.h"

namespace shaoyin::cli {

[[nodiscard]] wiring::FolderOptions folder_options(const Context& context);

// Errors: kMissingField (--data), kNotFound (nothing there and `make` is not set), those of Folder::open.
[[nodiscard]] Result<std::unique_ptr<wiring::Folder>> open_folder(const Context& context, bool make = false);

// Whether --as names somebody who holds the verb. A folder without people has nobody to ask yet: whoever can write it may fill
// it. Errors: kMissingField, kUnknownReference ("--as"), kForbidden.
[[nodiscard]] Status allowed_to(const Context& context, wiring::Folder& folder, const std::string& verb);

// The store alone: works without the master key, for those who look after the folder.
[[nodiscard]] Result<std::unique_ptr<sqlite::SqliteStore>> open_store(const Context& context);

// The vault of the folder, for those who only compare; null where the master key is missing or does not fit.
[[nodiscard]] std::unique_ptr<app::Vault> open_vault(const Context& context);

// The folder with procedures/, registers/ and maps/.
[[nodiscard]] Result<std::filesystem::path> home_of(const Context& context);

// Where the folder's master key lies unless --key says otherwise.
[[nodiscard]] std::filesystem::path key_file_of(const Context& context);

}  // namespace shaoyin::cli
