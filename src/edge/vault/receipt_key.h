// The wrapped key in DATA/receipt.key: residents' receipt codes are derived with it, and repeated requests recognised,
// so that neither can be guessed from the database. It opens nothing without the vault's master key, and so may
// travel with every backup.
//
// Who loses it loses little: a new one is made at the next start, and requests repeated over that moment are refused
// or show another code. Codes already given keep opening their matters.
#pragma once

#include "edge/vault/sodium_vault.h"

namespace shaoyin::vault {

inline constexpr const char* kReceiptKeyFile = "receipt.key";

// Reads it, or makes it on the first start, durably. Errors: kDamaged (not made under this master key), kStorage.
[[nodiscard]] Result<std::string> open_or_make_receipt_key(const std::filesystem::path& data_folder, SodiumVault& vault);

// Opens without ever making: for doctor. Errors: kNotFound, kDamaged, kStorage.
[[nodiscard]] Result<std::string> open_receipt_key(const std::filesystem::path& data_folder, SodiumVault& vault);

}  // namespace shaoyin::vault
