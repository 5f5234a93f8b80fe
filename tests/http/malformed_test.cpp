// Whatever bytes come, the server answers 4xx or hangs up; it never fails and never falls over. A failing seed is
// printed; rerun that one with SEED=<n>.
#include <cstdlib>
#include <random>

#include "tests/http/house.h"

namespace shaoyin::http {
namespace {

const std::vector<std::string>& samples() {
  static const std::vector<std::string> all{
      "GET /api/v1/session HTTP/1.1\r\nHost: x\r\nCookie: shaoyin_session=00\r\n\r\n",
      "GET /healthz HTTP/1.1\r\nHost: x\r\nAccept-Language: en;q=0.5,zh\r\n\r\n",
      "POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 38\r\n\r\n{\"login\":\"clerk\",\"password\":\"no such\"}",
      "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n0\r\n\r\n",
      "GET /api/v1/feed?after=%31 HTTP/1.1\r\nHost: x\r\nLast-Event-ID: 5\r\n\r\n",
      "DELETE /api/v1/session HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer 00\r\nX-CSRF-Token: a\r\n\r\n",
      "GET /a/%e5%93%a8?q=%E5%93%A8&limit=1 HTTP/1.1\r\nHost: x\r\n\r\n"};
  return all;
}

const std::vector<std::string>& nasty() {
  static const std::vector<std::string> all{
      std::string("\0", 1), "\xff\xfe", "%00", "%", "\r\n", "\r", "\n", ": ", "{{{{", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "\"login\":1,", "1e999", "-",
      "Content-Length: 5\r\n", "Content-Length: 99999999999999999999\r\n", "Transfer-Encoding: chunked\r\n", "\\ud800", "../../etc/passwd",
      "HTTP/9.9", std::string(3000, 'A'), "Expect: 100-continue\r\n", "Content-Type: text/xml\r\n", "ffffffffffffffff\r\n", "Upgrade: websocket\r\n"};
  return all;
}

std::string mangled(std::mt19937_64& chance) {
  std::string text = samples()[chance() % samples().size()];
  const int faults = 1 + static_cast<int>(chance() % 4);
  for (int i = 0; i < faults; ++i) {
    const std::size_t at = text.empty() ? 0 : chance() % text.size();
    switch (chance() % 5) {
      case 0: text.insert(at, nasty()[chance() % nasty().size()]); break;
      case 1: text.erase(at, chance() % 8); break;
      case 2: if (!text.empty()) text[at] = static_cast<char>(chance() % 256); break;
      case 3: text.resize(at); break;
      default: text += samples()[chance() % samples().size()]; break;
    }
  }
  return text;
}

void expect_no_failure(const std::string& answers, const std::string& sent) {
  for (std::size_t at = answers.find("HTTP/1.1 "); at != std::string::npos; at = answers.find("HTTP/1.1 ", at + 1)) {
    ASSERT_NE(answers[at + 9], '5') << answers.substr(at, 300) << "\n--- sent ---\n" << sent;
  }
}

TEST(Malformed, TwoThousandBrokenRequestsCauseNoFailure) {
  House house;
  const char* chosen = std::getenv("SEED");
  const std::uint64_t first = chosen != nullptr ? std::strtoull(chosen, nullptr, 10) : 1;
  const std::uint64_t last = chosen != nullptr ? first : 2000;
  for (std::uint64_t seed = first; seed <= last; ++seed) {
    SCOPED_TRACE("SEED=" + std::to_string(seed));
    std::mt19937_64 chance(seed);
    const std::string bytes = mangled(chance);
    RawClient client(house.port());
    ASSERT_TRUE(client.connected());
    client.send(bytes);
    client.finish_sending();
    ASSERT_NO_FATAL_FAILURE(expect_no_failure(client.rest(), bytes));
  }
  EXPECT_EQ(ask(house.port(), "GET", "/healthz").status, 200);
}

}  // namespace
}  // namespace shaoyin::http
