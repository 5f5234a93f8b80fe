// The stores under contract, and the invented matters that the tests commit to them.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/ports/store.h"

namespace shaoyin::contract {

inline constexpr DistrictId kDistrict{120103};
inline constexpr DistrictId kOther{120104};

// One store in its own empty place. `reopen` closes and opens it again (false: this kind keeps nothing).
class Opened {
 public:
  virtual ~Opened() = default;
  virtual app::Store& store() = 0;
  virtual app::Accounts& accounts() = 0;
  virtual bool reopen() = 0;
};

struct Kind {
  std::string name;
  std::function<std::unique_ptr<Opened>()> open;
};
[[nodiscard]] const std::vector<Kind>& kinds();

[[nodiscard]] matter::Event event_at(std::int64_t ms, matter::EventKind kind = matter::EventKind::kActed);

// A new matter's request: one batch with `events` events, number prefix "HX-2023-".
[[nodiscard]] app::CommitRequest opening(std::int64_t id, int events = 1);

// The next step of a stored matter: one more event on its chain, its row as stored (its number may be empty).
[[nodiscard]] app::CommitRequest following(app::Store& store, std::int64_t id, int events = 1);

[[nodiscard]] Hash head_of(const app::Stored& stored);

}  // namespace shaoyin::contract
