#include "edge/http/attempts.h"

#include <algorithm>

namespace shaoyin::http {

Millis Attempts::wait(const std::string& key, Instant now) const {
  const std::lock_guard lock(mutex_);
  const auto found = tries_.find(key);
  if (found == tries_.end() || found->second.until <= now) return {0};
  return found->second.until - now;
}

void Attempts::failed(const std::string& key, int max, Instant now) {
  const std::lock_guard lock(mutex_);
  make_room();
  Tries& tries = tries_[key];
  if (tries.failures == 0 || tries.first + kAttemptWindow <= now) tries = {0, now, now};
  ++tries.failures;
  if (tries.failures >= max) {
    tries.until = tries.first + kAttemptWindow;
  } else if (tries.failures > kFailuresFree && max == kFailuresPerName) {
    const int doublings = std::min(tries.failures - kFailuresFree - 1, 10);
    tries.until = now + Millis{1000LL << doublings};  // 1, 2, 4, 8, 16 s
  }
}

void Attempts::forget(const std::string& key) {
  const std::lock_guard lock(mutex_);
  tries_.erase(key);
}

void Attempts::make_room() {
  if (tries_.size() < kRememberedMax) return;
  const auto oldest = std::min_element(tries_.begin(), tries_.end(),
                                       [](const auto& a, const auto& b) { return a.second.first < b.second.first; });
  tries_.erase(oldest);
}

}  // namespace shaoyin::http
