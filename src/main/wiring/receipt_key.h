// The wrapped key in DATA/receipt.key from which residents' receipt codes are derived. It opens nothing without the
// vault's master key.
#pragma once

#include <filesystem>
#include <string>

#include "app/ports/vault.h"

namespace shaoyin::wiring {

// Reads it, or makes it on the first start. Errors: kDamaged (not made under this master key), kStorage.
[[nodiscard]] Result<std::string> open_receipt_key(const std::filesystem::path& data_folder, app::Vault& vault);

}  // namespace shaoyin::wiring
