// What a connection may and may not do, against the real server.
#include <thread>

#include "tests/http/house.h"

namespace shaoyin::http {
namespace {

std::string get(const std::string& target, const std::string& more = "") {
  return "GET " + target + " HTTP/1.1\r\nHost: x\r\n" + more + "\r\n";
}

TEST(Connection, AnswersSeveralRequestsInTheOrderTheyCame) {
  House house;
  RawClient client(house.port());
  client.send(get("/healthz") + "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc" + get("/robots.txt"));
  EXPECT_EQ(client.answer().body, "ok\n");
  EXPECT_EQ(client.answer().body, "abc");
  EXPECT_TRUE(client.answer().body.starts_with("User-agent"));
}

TEST(Connection, SendsCarefulHeadersAndItsRequestId) {
  House house;
  const Answer answer = ask(house.port(), "GET", "/healthz");
  EXPECT_EQ(answer.headers.at("x-content-type-options"), "nosniff");
  EXPECT_TRUE(answer.headers.at("content-security-policy").starts_with("default-src 'self'"));
  EXPECT_EQ(answer.headers.at("cache-control"), "no-store");
  EXPECT_FALSE(answer.headers.at("x-request-id").empty());
}

TEST(Connection, HeadSaysTheLengthWithoutTheBody) {
  House house;
  RawClient client(house.port());
  client.send("HEAD /healthz HTTP/1.1\r\nHost: x\r\n\r\n" + get("/healthz"));
  const Answer head = client.answer(true);
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.headers.at("content-length"), "3");
  EXPECT_EQ(client.answer().body, "ok\n");
}

TEST(Connection, ABodyOverTheLimitIs413WithTheLimitsName) {
  House house;
  RawClient declared(house.port());
  declared.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1048577\r\n\r\n");
  const Answer early = declared.answer();
  EXPECT_EQ(early.status, 413) << "before the body is sent";
  EXPECT_NE(early.body.find("body_max=1048576"), std::string::npos);
  RawClient chunked(house.port());
  std::string body = "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
  for (int i = 0; i < 300; ++i) body += "1000\r\n" + std::string(4096, 'x') + "\r\n";
  chunked.send(body + "0\r\n\r\n");
  EXPECT_EQ(chunked.answer().status, 413);
  EXPECT_EQ(ask(house.port(), "POST", "/echo", std::string(1 << 20, 'x')).status, 200);
}

TEST(Connection, ABodyOverTheLimitIsRefusedInTheLanguageThatWasAskedFor) {
  House house;
  const auto refused = [&](const std::string& more) {
    RawClient client(house.port());
    client.send("POST /echo HTTP/1.1\r\nHost: x\r\n" + more + "Content-Length: 1048577\r\n\r\n");
    return client.answer();
  };
  const Answer english = refused("Accept-Language: en-US,en;q=0.9\r\n");
  EXPECT_EQ(english.headers.at("content-language"), "en");
  EXPECT_NE(english.body.find("larger than allowed"), std::string::npos) << english.body;
  EXPECT_EQ(refused("").headers.at("content-language"), "zh-CN");
  RawClient chunked(house.port());
  std::string body = "POST /echo HTTP/1.1\r\nHost: x\r\nAccept-Language: en-US,en;q=0.9\r\nTransfer-Encoding: chunked\r\n\r\n";
  for (int i = 0; i < 300; ++i) body += "1000\r\n" + std::string(4096, 'x') + "\r\n";
  chunked.send(body + "0\r\n\r\n");
  EXPECT_EQ(chunked.answer().headers.at("content-language"), "en") << "found out while it came";
  EXPECT_EQ(ask(house.port(), "GET", "/api/v1/nowhere", "", {{"Accept-Language", "en-US,en;q=0.9"}}).headers.at("content-language"), "en") << "and what is not there";
}

TEST(Connection, HeadersOverTheLimitAre431) {
  House house;
  RawClient client(house.port());
  client.send(get("/healthz", "X-Long: " + std::string(20'000, 'x') + "\r\n"));
  EXPECT_EQ(client.answer().status, 431);
}

TEST(Connection, OneThatDrawsItsHeaderOutIsCut) {
  House house({.header_within = std::chrono::milliseconds(50)});
  RawClient slow(house.port());
  slow.send("GET /healthz HTTP/1.1\r\nHos");
  EXPECT_EQ(slow.rest(), "");
  RawClient silent(house.port());
  EXPECT_EQ(silent.rest(), "");
}

TEST(Connection, OneThatDrawsItsBodyOutIsCut) {
  House house({.body_grace = std::chrono::milliseconds(50)});
  RawClient slow(house.port());
  slow.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc");
  EXPECT_EQ(slow.rest(), "");
}

TEST(Connection, AWellSpokenClientIsToldToGoOn) {
  House house;
  RawClient client(house.port());
  client.send("POST /echo HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
  EXPECT_EQ(client.until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
  client.send("abc");
  EXPECT_EQ(client.answer().body, "abc");
}

TEST(Connection, RequestsThatTwoServersWouldReadDifferentlyAreRefused) {
  House house;
  for (const char* header : {"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "Content-Length: 3\r\nContent-Length: 4\r\n",
                             "Content-Length: +3\r\n", "Content-Length: 3 4\r\n", "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n"}) {
    RawClient client(house.port());
    client.send(std::string("POST /echo HTTP/1.1\r\nHost: x\r\n") + header + "\r\nabc" + get("/healthz"));
    client.finish_sending();
    const std::string all = client.rest();
    EXPECT_TRUE(all.starts_with("HTTP/1.1 400")) << header << all.substr(0, 60);
    EXPECT_EQ(all.find("ok\n"), std::string::npos) << header;
  }
}

TEST(Connection, AFullQueueAnswers503AndSaysWhenToComeBack) {
  House house({.workers = 1, .queue_max = 1});
  RawClient first(house.port());
  first.send(get("/hold"));
  house.gate.until_inside(1);
  RawClient second(house.port());
  second.send(get("/hold"));
  while (house.server.gauges().queue < 1) std::this_thread::yield();
  RawClient third(house.port());
  third.send(get("/hold", "Accept-Language: en\r\n"));
  const Answer refused = third.answer();
  EXPECT_EQ(refused.status, 503);
  EXPECT_EQ(refused.headers.at("retry-after"), "1");
  EXPECT_NE(refused.body.find("\"busy\""), std::string::npos);
  house.gate.open();
  EXPECT_EQ(first.answer().status, 200);
  EXPECT_EQ(second.answer().status, 200);
  third.send(get("/healthz"));
  EXPECT_EQ(third.answer().status, 200) << "and the refused connection lives on";
}

TEST(Connection, TooManyConnectionsAreTurnedAwayAtOnce) {
  House house({.connections_max = 2});
  RawClient one(house.port());
  RawClient two(house.port());
  one.send(get("/healthz"));
  two.send(get("/healthz"));
  ASSERT_EQ(one.answer().status, 200);
  ASSERT_EQ(two.answer().status, 200);
  RawClient three(house.port());
  EXPECT_EQ(three.answer().status, 503);
}

TEST(Stop, AnswersWhatIsRunningAndClosesWhatIsIdle) {
  House house;
  RawClient idle(house.port());
  idle.send(get("/healthz"));
  ASSERT_EQ(idle.answer().status, 200);
  RawClient busy(house.port());
  busy.send(get("/hold"));
  house.gate.until_inside(1);
  std::thread stopping([&] { house.server.stop(); });
  EXPECT_EQ(idle.rest(), "") << "closed without a word";
  while (RawClient(house.port()).connected()) std::this_thread::yield();
  house.gate.open();
  const Answer last = busy.answer();
  EXPECT_EQ(last.status, 200);
  EXPECT_EQ(last.headers.at("connection"), "close");
  stopping.join();
}

TEST(Stop, DoesNotWaitForEverForAHandlerThatHangs) {
  House house({.drain = std::chrono::milliseconds(50)});
  RawClient busy(house.port());
  busy.send(get("/hold"));
  house.gate.until_inside(1);
  std::thread stopping([&] { house.server.stop(); });
  EXPECT_EQ(busy.rest(), "") << "cut after the drain";
  house.gate.open();
  stopping.join();
}

TEST(Log, HoldsPatternsAndTimesButNothingOfTheRequestsContent) {
  House house;
  EXPECT_EQ(ask(house.port(), "GET", "/healthz?phone=13800000000").status, 422);
  EXPECT_EQ(ask(house.port(), "GET", "/person/13800000000").status, 404);
  EXPECT_EQ(ask(house.port(), "13800000000", "/healthz").status, 405);
  house.server.stop();
  const std::string lines = house.lines.str();
  EXPECT_NE(lines.find(R"("method":"GET","route":"/healthz","status":422)"), std::string::npos) << lines;
  EXPECT_EQ(lines.find("13800000000"), std::string::npos) << lines;
  const std::string figures = house.metrics.text({}, 0);
  EXPECT_NE(figures.find("shaoyin_requests_total{method=\"GET\",route=\"/healthz\",status=\"422\"} 1"), std::string::npos) << figures;
  EXPECT_EQ(figures.find("13800000000"), std::string::npos);
}

}  // namespace
}  // namespace shaoyin::http
