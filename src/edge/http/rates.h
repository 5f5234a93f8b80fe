// How often one network address may use what anybody may use: token buckets, kept in memory (a restart forgives).
// Threads: any.
#pragma once

#include <map>
#include <mutex>
#include <string>

#include "core/base/instant.h"
#include "edge/http/http.h"

namespace shaoyin::app { class WallClock; }

namespace shaoyin::http {

// `burst` at once, then one more each `every`.
struct Rate { const char* name; int burst; Millis every; };

// A street of shops or a phone company's customers share one address, so these are far above what one person does; a script
// that fills the district's inbox or tries receipt codes is stopped all the same.
struct Rates {
  Rate reports{"reports_per_address", 30, Millis{20'000}};   // 180 an hour, each of them work for somebody
  Rate lookups{"lookups_per_address", 60, Millis{2'000}};    // status pages, photos, and what else residents ask and do
  Rate uploads{"uploads_per_address", 120, Millis{2'000}};   // an office that documents a whole day at once
};
inline constexpr std::size_t kBucketsMax = 20'000;  // addresses remembered; the one that waited longest is forgotten first

class Buckets {
 public:
  // Takes one token; zero when there was one, else how long until there is.
  [[nodiscard]] Millis take(const std::string& key, const Rate& rate, Instant now);

 private:
  std::mutex mutex_;
  std::map<std::string, Instant> full_at_;  // when each bucket is full again: see take()
};

// Refuses requests beyond the rate of their route: kTooManyAttempts, with Retry-After. By Request::peer; the addresses of one
// IPv6 subscriber (/64) count as one.
[[nodiscard]] Middleware limited_by(Buckets& buckets, const Rates& rates, const app::WallClock& clock);

// The part of an address that stands for one subscriber.
[[nodiscard]] std::string subscriber(const std::string& address);

}  // namespace shaoyin::http
