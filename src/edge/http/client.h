// A small HTTP/1.1 client for our own command line: one request on one connection, over http:// only. Whoever needs
// TLS puts the proxy or tunnel in front that the server has too.
//
// Blocking, with a time limit on every wait and a size limit on the answer. Threads: any; a Client keeps nothing open.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "edge/http/http.h"

namespace shaoyin::http {

struct Url {
  std::string host;
  std::string port = "80";
  std::string base;  // path before our own, without the last slash
};

// "http://127.0.0.1:8311", "http://[::1]:8311/shaoyin". Error: kWrongType, field "server".
[[nodiscard]] Result<Url> parse_url(std::string_view text);

struct ClientLimits {
  std::chrono::milliseconds connect_within{3'000};   // a machine on the same network answers in milliseconds
  std::chrono::milliseconds answer_within{30'000};   // between two pieces; the server gives up on slow work before
  std::size_t answer_max = 64U << 20;                // the longest page of an export is about 1 MB
};

struct ClientAnswer {
  int status = 0;
  Headers headers;
  std::string body;
};

// The whole answer as received. Error: kMalformed, field "answer". Exposed for its tests.
[[nodiscard]] Result<ClientAnswer> parse_answer(std::string_view bytes);

// The `detail` of errors that mean: nobody there, or no whole answer came.
inline constexpr const char* kUnreachable = "unreachable";

class Client {
 public:
  explicit Client(Url url, ClientLimits limits = {}) : url_(std::move(url)), limits_(limits) {}

  // `target` is path and query. Errors: kBusy with detail kUnreachable (`said` tells what failed), kTooLarge, kMalformed.
  [[nodiscard]] Result<ClientAnswer> send(const std::string& method, const std::string& target, const Headers& headers,
                                          const std::string& body) const;

 private:
  Url url_;
  ClientLimits limits_;
};

// Bytes other than letters, digits and -._~ as %XX.
[[nodiscard]] std::string percent_encoded(std::string_view text);

}  // namespace shaoyin::http
