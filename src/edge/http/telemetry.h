// What operators see of the service: one JSON line per request, and figures for Prometheus. Neither ever holds a
// query value, a body, a name, an address or a concrete path: routes appear as patterns.
// Threads: any.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <mutex>
#include <ostream>
#include <string>
#include <tuple>

#include "app/ports/vault.h"
#include "edge/http/http.h"
#include "edge/http/net.h"

namespace shaoyin::http {

class RequestLog {
 public:
  explicit RequestLog(std::ostream& out) : out_(out) {}  // must outlive the log
  void request(Instant at, const Request& request, int status, std::int64_t micros);

 private:
  std::mutex mutex_;
  std::ostream& out_;
};

class Metrics {
 public:
  void request(const Request& request, int status, std::int64_t micros);
  [[nodiscard]] std::string text(const Gauges& gauges, std::size_t feed_readers) const;

 private:
  static constexpr std::array<std::int64_t, 12> kBucketsMicros{1'000, 2'500, 5'000, 10'000, 25'000, 50'000, 100'000,
                                                               250'000, 500'000, 1'000'000, 2'500'000, 10'000'000};
  struct Timing {
    std::array<std::uint64_t, kBucketsMicros.size()> within{};
    std::uint64_t count = 0;
    std::int64_t sum_micros = 0;
  };
  mutable std::mutex mutex_;
  std::map<std::tuple<std::string, std::string, int>, std::uint64_t> answers_;  // method, route, status
  std::map<std::pair<std::string, std::string>, Timing> timings_;               // method, route
};

// The outermost middleware: gives the request its id, language and query, measures and logs it, and adds the
// headers that keep browsers careful (strict CSP, no sniffing, no framing, no caching of API answers).
[[nodiscard]] Middleware observed_by(Metrics& metrics, RequestLog& log, const app::WallClock& clock, app::Chance& chance);

}  // namespace shaoyin::http
