// The doors through which time and chance come in, as the machine has them.
// Threads: any.
#pragma once

#include "app/ports/vault.h"

namespace shaoyin::system {

class SystemClock final : public app::WallClock {
 public:
  [[nodiscard]] Instant now() const override;  // may jump when the machine's clock is set; the ledger's order does not rest on it
};

// libsodium's generator, which is the kernel's.
class SystemChance final : public app::Chance {
 public:
  SystemChance();
  std::string secret(int bytes) override;
};

}  // namespace shaoyin::system
