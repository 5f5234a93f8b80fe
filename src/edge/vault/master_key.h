// The vault's master key: 32 random bytes in a file of their own, readable by the service's account only and
// outside the data folder, so that a copy of the folder (a backup, a stolen disk image) opens nothing.
// Who loses this file loses every text and photo; the ledger stays whole.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>

#include "core/base/result.h"

namespace shaoyin::vault {

using Key = std::array<std::uint8_t, 32>;

// Opens the key, or makes it on the data folder's first start. Which key a folder belongs to is remembered in
// `data_folder`/vault.id, a fingerprint that tells nothing about the key.
//
// Errors, each with `said` telling how to mend it:
//   kKeyMissing  the folder was written with a key that is not there, or with another one
//   kForbidden   the file lies inside the data folder, is no plain file, or others may read it (chmod 600)
//   kDamaged     the file is not exactly 32 bytes
//   kStorage     it cannot be read or written
[[nodiscard]] Result<Key> open_or_make_master_key(const std::filesystem::path& key_file,
                                                  const std::filesystem::path& data_folder);

// Opens without ever making: for doctor, backup and restore. Same errors.
[[nodiscard]] Result<Key> open_master_key(const std::filesystem::path& key_file,
                                          const std::filesystem::path& data_folder);

}  // namespace shaoyin::vault
