#include "edge/http/proxies.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace shaoyin::http {
namespace {

using Bytes = std::array<std::uint8_t, 16>;

std::optional<Bytes> bytes_of(const std::string& address) {
  Bytes bytes{};
  if (::inet_pton(AF_INET6, address.c_str(), bytes.data()) == 1) return bytes;
  if (::inet_pton(AF_INET, address.c_str(), bytes.data() + 12) != 1) return std::nullopt;
  bytes[10] = bytes[11] = 0xff;
  return bytes;
}

bool is_four(const std::string& address) { return address.find(':') == std::string::npos; }

std::string trimmed(std::string text) {
  text.erase(0, text.find_first_not_of(" \t"));
  text.erase(text.find_last_not_of(" \t") + 1);
  return text;
}

// "client, proxy1, proxy2", over all lines of the header, in order.
std::vector<std::string> forwarded(const Request& request) {
  std::vector<std::string> hops;
  for (const auto& [name, value] : request.headers.items()) {
    Headers one;
    one.add(name, "");
    if (!one.has("X-Forwarded-For")) continue;
    for (std::size_t at = 0; at <= value.size();) {
      const std::size_t end = std::min(value.find(',', at), value.size());
      hops.push_back(trimmed(value.substr(at, end - at)));
      at = end + 1;
    }
  }
  return hops;
}

}  // namespace

Result<TrustedProxies> TrustedProxies::read(const std::vector<std::string>& named) {
  TrustedProxies proxies;
  for (const std::string& one : named) {
    const std::size_t slash = std::min(one.find('/'), one.size());
    const std::string address = one.substr(0, slash);
    const auto bytes = bytes_of(address);
    const int whole = is_four(address) ? 32 : 128;
    int bits = whole;
    const char* end = one.data() + one.size();
    const bool read_bits = slash == one.size() || (std::from_chars(one.data() + slash + 1, end, bits).ptr == end && slash + 1 < one.size());
    if (!bytes || !read_bits || bits < 0 || bits > whole) return fault(ErrorCode::kMalformed, one, "127.0.0.1, ::1, 10.0.0.0/8");
    proxies.networks_.push_back({*bytes, bits + (128 - whole)});
  }
  return proxies;
}

bool TrustedProxies::trusts(const std::string& address) const {
  const auto bytes = bytes_of(address);
  return bytes && std::any_of(networks_.begin(), networks_.end(), [&](const Network& network) {
    for (int bit = 0; bit < network.bits; ++bit) {
      const auto at = static_cast<std::size_t>(bit / 8);
      if ((((*bytes)[at] ^ network.bytes[at]) >> (7 - bit % 8)) & 1) return false;
    }
    return true;
  });
}

std::string TrustedProxies::client_of(const Request& request) const {
  std::string client = request.peer;
  std::vector<std::string> hops = forwarded(request);
  while (!hops.empty() && trusts(client) && bytes_of(hops.back())) {
    client = std::move(hops.back());
    hops.pop_back();
  }
  return client;
}

Middleware seen_through(TrustedProxies proxies) {
  return [proxies = std::move(proxies)](Request& request, const Handler& next) {
    if (!proxies.none()) request.peer = proxies.client_of(request);
    return next(request);
  };
}

}  // namespace shaoyin::http
