#include "edge/http/password.h"

#include <sodium.h>

#include <array>

#include "core/base/ensure.h"

namespace shaoyin::http {

std::string hash_password(const std::string& password, PasswordCost cost) {
  ensure(sodium_init() >= 0, "libsodium starts");
  std::array<char, crypto_pwhash_STRBYTES> out{};
  const int failed = crypto_pwhash_str_alg(out.data(), password.data(), password.size(), cost.passes, cost.memory_bytes,
                                           crypto_pwhash_ALG_ARGON2ID13);
  ensure(failed == 0, "there is memory for one password hash");
  return out.data();
}

bool password_fits(const std::string& hash, const std::string& password) {
  ensure(sodium_init() >= 0, "libsodium starts");
  if (hash.size() >= crypto_pwhash_STRBYTES) return false;
  return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

}  // namespace shaoyin::http
