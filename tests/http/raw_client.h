// A client that speaks raw bytes, so that tests can say what no decent client would. Blocking; a reply that does not
// come within ten seconds fails the test instead of hanging it.
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace shaoyin::http {

struct Answer {
  int status = 0;  // 0: no answer, the connection was closed
  std::map<std::string, std::string> headers;  // names in lower case
  std::string body;
};

class RawClient {
 public:
  explicit RawClient(std::uint16_t port);
  ~RawClient();
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  [[nodiscard]] bool connected() const { return socket_ >= 0; }
  void send(const std::string& bytes);
  void finish_sending();  // half-close
  [[nodiscard]] Answer answer(bool head = false);          // reads exactly one
  std::string until(const std::string& end);  // what comes up to and including `end`, or up to the close
  [[nodiscard]] std::string rest();                        // everything up to the close

 private:
  bool more();  // reads some into buffer_
  int socket_ = -1;
  std::string buffer_;
};

// One whole request on a connection of its own.
[[nodiscard]] Answer ask(std::uint16_t port, const std::string& method, const std::string& target, const std::string& body = "",
                         const std::map<std::string, std::string>& headers = {});

}  // namespace shaoyin::http
