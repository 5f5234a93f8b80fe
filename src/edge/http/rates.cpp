#include "edge/http/rates.h"

#include <arpa/inet.h>

#include <algorithm>

#include "app/ports/vault.h"

namespace shaoyin::http {
namespace {

const Rate* rate_of(const Request& request, const Rates& rates) {
  if (request.route == "/api/v1/public/notices") return &rates.lookups;  // read from the register each time, by anybody
  if (request.route == "/api/v1/public/documents/{number}") return &rates.lookups;  // nobody tries numbers
  if (request.method != "POST") return nullptr;
  if (request.route == "/api/v1/public/reports") return &rates.reports;
  if (request.route.starts_with("/api/v1/public/") || request.route == "/api/v1/places/locate") return &rates.lookups;
  if (request.route == "/api/v1/files") return &rates.uploads;
  return nullptr;
}

std::string seconds(Millis wait) { return std::to_string((wait.ms + 999) / 1000) + " s"; }

Error too_often(const Rate& rate, Millis wait) {
  return fault(ErrorCode::kTooManyAttempts, rate.name, seconds(wait),
               {"来自这个网络地址的请求太多，这次没有受理；紧急情况请拨打 12345", "Too many requests from this network address, so this one was not taken; if it is urgent, call 12345"});
}

}  // namespace

// A bucket is one instant: when it would be full again. Each token pushes that instant on by `every`; there is none left
// when it lies further ahead than the whole burst.
Millis Buckets::take(const std::string& key, const Rate& rate, Instant now) {
  const std::lock_guard lock(mutex_);
  if (full_at_.size() >= kBucketsMax && !full_at_.contains(key)) {
    full_at_.erase(std::min_element(full_at_.begin(), full_at_.end(), [](const auto& a, const auto& b) { return a.second < b.second; }));
  }
  Instant& full_at = full_at_[key];
  const Instant from = std::max(full_at, now);
  const Instant after = from + rate.every;
  const Millis ahead = after - now;
  const Millis whole{rate.every.ms * rate.burst};
  if (ahead.ms > whole.ms) return {ahead.ms - whole.ms};
  full_at = after;
  return {0};
}

std::string subscriber(const std::string& address) {
  in6_addr six{};
  if (::inet_pton(AF_INET6, address.c_str(), &six) != 1 || IN6_IS_ADDR_V4MAPPED(&six)) return address;
  std::fill(six.s6_addr + 8, six.s6_addr + 16, std::uint8_t{0});
  char text[INET6_ADDRSTRLEN] = {};
  ::inet_ntop(AF_INET6, &six, text, sizeof text);
  return std::string(text) + "/64";
}

Middleware limited_by(Buckets& buckets, const Rates& rates, const app::WallClock& clock) {
  return [&buckets, rates, &clock](Request& request, const Handler& next) {
    const Rate* rate = rate_of(request, rates);
    if (rate == nullptr) return next(request);
    const Millis wait = buckets.take(std::string(rate->name) + " " + subscriber(request.peer), *rate, clock.now());
    return wait.ms > 0 ? refusal(request, too_often(*rate, wait)) : next(request);
  };
}

}  // namespace shaoyin::http
