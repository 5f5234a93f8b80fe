#include "edge/http/telemetry.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <memory>

namespace shaoyin::http {
namespace {

const std::string& route_or_other(const Request& request) {
  static const std::string other = "(none)";
  return request.route.empty() ? other : request.route;
}

// Only methods we know; a stranger's word must not become a label.
std::string known_method(const Request& request) {
  for (const char* method : {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}) {
    if (request.method == method) return method;
  }
  return "other";
}

void add_careful_headers(const Request& request, Response& response) {
  Headers& headers = response.headers;
  headers.set("X-Request-Id", request.id);
  headers.set("Content-Security-Policy",
              "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("X-Frame-Options", "DENY");
  headers.set("Referrer-Policy", "same-origin");
  headers.set("Permissions-Policy", "camera=(self), geolocation=(self), microphone=()");
  headers.set("Cross-Origin-Opener-Policy", "same-origin");
  headers.set("Cross-Origin-Resource-Policy", "same-origin");
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
}

}  // namespace

void RequestLog::request(Instant at, const Request& request, int status, std::int64_t micros) {
  const std::string line = fmt::format(R"({{"at":"{}","id":"{}","method":"{}","route":"{}","status":{},"ms":{:.3f}}})", format_utc(at),
                                       request.id, known_method(request), route_or_other(request), status,
                                       static_cast<double>(micros) / 1000.0);
  const std::lock_guard lock(mutex_);
  out_ << line << '\n' << std::flush;
}

void Metrics::request(const Request& request, int status, std::int64_t micros) {
  const std::string method = known_method(request);
  const std::lock_guard lock(mutex_);
  ++answers_[{method, route_or_other(request), status}];
  Timing& timing = timings_[{method, route_or_other(request)}];
  ++timing.count;
  timing.sum_micros += micros;
  for (std::size_t i = 0; i < kBucketsMicros.size(); ++i) {
    if (micros <= kBucketsMicros[i]) ++timing.within[i];
  }
}

std::string Metrics::text(const Gauges& gauges, std::size_t feed_readers) const {
  std::string out;
  const auto one = [&out](const char* name, const char* type, const char* help, auto value) {
    out += fmt::format("# HELP {0} {2}\n# TYPE {0} {1}\n{0} {3}\n", name, type, help, value);
  };
  one("shaoyin_connections", "gauge", "Open connections.", gauges.connections);
  one("shaoyin_queue", "gauge", "Requests that wait for a worker.", gauges.queue);
  one("shaoyin_feed_readers", "gauge", "Open event streams.", feed_readers);
  one("shaoyin_refused_busy_total", "counter", "Requests answered 503 because the queue was full.", gauges.refused_busy);
  one("shaoyin_refused_connections_total", "counter", "Connections turned away at the limit.", gauges.refused_connections);
  one("shaoyin_cut_slow_total", "counter", "Connections cut because they were too slow.", gauges.cut_slow);
  const std::lock_guard lock(mutex_);
  out += "# HELP shaoyin_requests_total Requests by route and status.\n# TYPE shaoyin_requests_total counter\n";
  for (const auto& [key, count] : answers_) {
    const auto& [method, route, status] = key;
    out += fmt::format("shaoyin_requests_total{{method=\"{}\",route=\"{}\",status=\"{}\"}} {}\n", method, route, status, count);
  }
  out += "# HELP shaoyin_request_seconds Time to answer, by route.\n# TYPE shaoyin_request_seconds histogram\n";
  for (const auto& [key, timing] : timings_) {
    const std::string labels = fmt::format("method=\"{}\",route=\"{}\"", key.first, key.second);
    for (std::size_t i = 0; i < kBucketsMicros.size(); ++i) {
      out += fmt::format("shaoyin_request_seconds_bucket{{{},le=\"{}\"}} {}\n", labels, static_cast<double>(kBucketsMicros[i]) / 1e6, timing.within[i]);
    }
    out += fmt::format("shaoyin_request_seconds_bucket{{{0},le=\"+Inf\"}} {1}\nshaoyin_request_seconds_sum{{{0}}} {2:.6f}\nshaoyin_request_seconds_count{{{0}}} {1}\n",
                       labels, timing.count, static_cast<double>(timing.sum_micros) / 1e6);
  }
  return out;
}

Middleware observed_by(Metrics& metrics, RequestLog& log, const app::WallClock& clock, app::Chance& chance) {
  struct Numbers {
    std::string start;
    std::atomic<std::uint64_t> next{1};
  };
  auto numbers = std::make_shared<Numbers>();
  numbers->start = chance.secret(4);
  return [&metrics, &log, &clock, numbers](Request& request, const Handler& next) {
    const auto begun = std::chrono::steady_clock::now();
    request.id = numbers->start + "-" + std::to_string(numbers->next++);
    request.language = preferred_language(request.headers.get("Accept-Language"));
    const std::size_t mark = request.target.find('?');
    const std::optional<Params> query = mark == std::string::npos ? Params() : parse_query(std::string_view(request.target).substr(mark + 1));
    if (query) request.query = *query;
    Response response = query ? next(request) : refusal(request, fault(ErrorCode::kInvalidUtf8, "query"));
    add_careful_headers(request, response);
    const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begun).count();
    metrics.request(request, response.status, micros);
    log.request(clock.now(), request, response.status, micros);
    return response;
  };
}

}  // namespace shaoyin::http
