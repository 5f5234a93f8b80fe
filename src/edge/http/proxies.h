// Who is really asking when a proxy stands in front. X-Forwarded-For is believed only from the proxies the operator named,
// and only as far as they vouch for it: anybody can write that header. Threads: any, once made.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "edge/http/http.h"

namespace shaoyin::http {

class TrustedProxies {
 public:
  // Addresses ("127.0.0.1", "::1") or networks ("10.0.0.0/8"). Error kMalformed: field is the one that is neither.
  [[nodiscard]] static Result<TrustedProxies> read(const std::vector<std::string>& named);

  // The nearest address on the way that is no trusted proxy: the socket's own unless that is one.
  [[nodiscard]] std::string client_of(const Request& request) const;
  [[nodiscard]] bool none() const { return networks_.empty(); }

 private:
  using Bytes = std::array<std::uint8_t, 16>;  // IPv4 as ::ffff:a.b.c.d
  struct Network { Bytes bytes{}; int bits = 128; };
  [[nodiscard]] bool trusts(const std::string& address) const;

  std::vector<Network> networks_;
};

// Puts the client's address into request.peer, for the limits behind it (log-in tries, rates).
[[nodiscard]] Middleware seen_through(TrustedProxies proxies);

}  // namespace shaoyin::http
