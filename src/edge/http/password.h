// Password hashes: Argon2id by libsodium, parameters inside the hash, so that stronger ones can come later.
// Threads: any. Each check takes the memory and time of its hash; the server bounds how many run at once
// (Limits::password_workers).
#pragma once

#include <string>

namespace shaoyin::http {

struct PasswordCost {
  unsigned long long passes = 2;
  std::size_t memory_bytes = 64u << 20;  // with two passes about 100 ms on a small machine
};
inline constexpr PasswordCost kCheapPassword{1, 8192};  // for tests only: libsodium's least

[[nodiscard]] std::string hash_password(const std::string& password, PasswordCost cost = {});

// Constant-time in the password. False for a hash that cannot be read.
[[nodiscard]] bool password_fits(const std::string& hash, const std::string& password);

}  // namespace shaoyin::http
