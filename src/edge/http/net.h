// The server: sockets in, requests to the router, answers out. HTTP/1.1 with keep-alive and pipelining (answers in
// order). TLS and HTTP/2 belong to the operator's proxy in front.
//
// Threads: one for all sockets; handlers run on workers. start() and stop() from one thread of the owner.
// Graceful stop: no new connections, idle ones close, running requests are answered, streams end; what is
// still busy after Limits::drain is cut.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "core/base/result.h"
#include "edge/http/http.h"

namespace shaoyin::http {

struct Limits {
  std::chrono::milliseconds header_within{10'000};   // a whole header, or the connection is cut (slow-header attacks)
  std::chrono::milliseconds idle_within{60'000};     // between requests of one connection
  std::chrono::milliseconds body_grace{10'000};      // before the least rate counts
  std::size_t body_rate_least = 1024;                // bytes a second, averaged; slower senders are cut
  std::chrono::milliseconds write_within{30'000};    // an answer or a piece of a stream
  std::chrono::milliseconds drain{10'000};
  std::size_t header_max = 16 * 1024;
  std::size_t connections_max = 2048;                // beyond this, 503 at once; each costs a buffer and a descriptor
  int workers = 4;
  std::size_t queue_max = 256;                       // waiting requests; at 5 ms each, a second of work
  int password_workers = 2;                          // each hash takes 64 MB and 100 ms
  std::size_t password_queue_max = 16;
};

struct Gauges {
  std::size_t connections = 0;
  std::size_t queue = 0;
  std::uint64_t refused_busy = 0;         // 503 because a queue was full
  std::uint64_t refused_connections = 0;  // closed because of connections_max
  std::uint64_t cut_slow = 0;             // header, body or reader too slow
};

class Server {
 public:
  // `router` must outlive the server and not change any more.
  Server(const Router& router, Limits limits = {});
  ~Server();  // stops
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // Listens and serves on threads of its own. Port 0 takes a free one. Errors: kMalformed (host is no address),
  // kStorage (the port is taken; detail says so).
  [[nodiscard]] Status start(const std::string& host, std::uint16_t port);
  [[nodiscard]] std::uint16_t port() const;
  [[nodiscard]] Gauges gauges() const;
  void stop();

 private:
  class Engine;
  std::unique_ptr<Engine> engine_;
};

}  // namespace shaoyin::http
