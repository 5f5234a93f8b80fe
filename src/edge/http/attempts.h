// Counts failed log-ins per name and per address, and says how long to wait. Kept in memory: a restart forgives.
// Threads: any.
#pragma once

#include <map>
#include <mutex>
#include <string>

#include "core/base/instant.h"

namespace shaoyin::http {

inline constexpr Millis kAttemptWindow = minutes(15);
inline constexpr int kFailuresFree = 4;         // a person mistypes; these cost no waiting
inline constexpr int kFailuresPerName = 10;     // then the name rests until the window ends
inline constexpr int kFailuresPerAddress = 30;  // a whole office shares one address; guessing still needs centuries
inline constexpr std::size_t kRememberedMax = 20'000;  // entries; the oldest are forgotten first

class Attempts {
 public:
  // How long `key` must still wait; zero when it may try. `max` is one of the limits above.
  [[nodiscard]] Millis wait(const std::string& key, Instant now) const;
  void failed(const std::string& key, int max, Instant now);
  void forget(const std::string& key);

 private:
  struct Tries {
    int failures = 0;
    Instant first;
    Instant until;
  };
  void make_room();

  mutable std::mutex mutex_;
  std::map<std::string, Tries> tries_;
};

}  // namespace shaoyin::http
