#include "edge/system/system.h"

#include <sodium.h>

#include <chrono>

#include "core/base/ensure.h"

namespace shaoyin::system {

Instant SystemClock::now() const {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
}

SystemChance::SystemChance() { ensure(sodium_init() >= 0, "libsodium starts"); }

std::string SystemChance::secret(int bytes) {
  ensure(bytes > 0, "a secret has at least one byte");
  std::string raw(static_cast<std::size_t>(bytes), '\0');
  randombytes_buf(raw.data(), raw.size());
  std::string hex(raw.size() * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), reinterpret_cast<const unsigned char*>(raw.data()), raw.size());
  hex.pop_back();
  return hex;
}

}  // namespace shaoyin::system
