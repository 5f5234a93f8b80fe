// SHA-256 (FIPS 180-4) and HMAC-SHA-256, by libsodium.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace shaoyin {

using Hash = std::array<std::uint8_t, 32>;

[[nodiscard]] Hash sha256(std::string_view bytes);
[[nodiscard]] Hash hmac_sha256(const Hash& key, std::string_view bytes);
[[nodiscard]] std::string to_hex(const Hash& hash);  // 64 lower-case digits

// Constant-time.
[[nodiscard]] bool equal_secret(std::string_view a, std::string_view b);

}  // namespace shaoyin
