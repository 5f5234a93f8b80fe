// Whom a matter of a kind that only some may see has been shown to or hidden from, as it stood at a revision, under one snapshot of the
// rules. What `visible` rests on is the matter's entries, the reader and the registers, so any change of one of them is asked anew;
// without it every number of every page would load every matter it counts.
//
// Threads: any.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "app/callers.h"

namespace shaoyin::app {

inline constexpr std::size_t kSightsRemembered = 200'000;  // some thirty megabytes; when full all is forgotten and asked again

class SightMemo {
 public:
  // may_see() of the matter, which is loaded only when this reader has not been judged at this revision. A matter that cannot be loaded is
  // not seen, and that is not remembered.
  [[nodiscard]] bool sees(House& house, const std::shared_ptr<const Rules>& rules, const access::Caller& caller, MatterId matter, std::int64_t revision);
  [[nodiscard]] std::int64_t loads() const;  // how many matters were loaded so far

 private:
  std::shared_ptr<const Rules> rules_;  // those that `known_` was judged under
  std::unordered_map<std::string, bool> known_;
  std::int64_t loads_ = 0;
  mutable std::mutex mutex_;
};

}  // namespace shaoyin::app
