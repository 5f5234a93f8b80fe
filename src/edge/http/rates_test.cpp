#include "edge/http/rates.h"

#include <gtest/gtest.h>

#include <set>

#include "app/ports/vault.h"
#include "edge/http/proxies.h"
#include "edge/http/validate.h"

namespace shaoyin::http {
namespace {

class HandClock final : public app::WallClock {
 public:
  Instant at{1'000'000};
  [[nodiscard]] Instant now() const override { return at; }
};

constexpr Rate kThreeThenOneASecond{"test", 3, Millis{1000}};

Request post(const std::string& route, const std::string& peer) {
  Request request;
  request.method = "POST";
  request.route = route;
  request.peer = peer;
  return request;
}

TEST(Rates, ABurstIsTakenAndThenOneAtATime) {
  Buckets buckets;
  for (int i = 0; i < 3; ++i) EXPECT_EQ(buckets.take("a", kThreeThenOneASecond, {500}).ms, 0);
  EXPECT_EQ(buckets.take("a", kThreeThenOneASecond, {500}).ms, 1000);
  EXPECT_EQ(buckets.take("a", kThreeThenOneASecond, {1400}).ms, 100);
  EXPECT_EQ(buckets.take("a", kThreeThenOneASecond, {1500}).ms, 0);
  EXPECT_GT(buckets.take("a", kThreeThenOneASecond, {1500}).ms, 0);
  EXPECT_EQ(buckets.take("b", kThreeThenOneASecond, {1500}).ms, 0) << "another address";
  for (int i = 0; i < 3; ++i) EXPECT_EQ(buckets.take("a", kThreeThenOneASecond, {60'000}).ms, 0) << "never more than the burst is saved up";
  EXPECT_GT(buckets.take("a", kThreeThenOneASecond, {60'000}).ms, 0);
}

TEST(Rates, TooManyAreRefusedWithTheTimeToWaitAndACure) {
  HandClock clock;
  Buckets buckets;
  Rates rates;
  rates.reports = kThreeThenOneASecond;
  const Middleware limited = limited_by(buckets, rates, clock);
  const Handler next = [](Request&) { return Response{.status = 201}; };
  const auto ask = [&](const std::string& route, const std::string& peer) {
    Request request = post(route, peer);
    request.language = Language::kEn;
    return limited(request, next);
  };
  for (int i = 0; i < 3; ++i) EXPECT_EQ(ask("/api/v1/public/reports", "10.0.0.1").status, 201);
  const Response refused = ask("/api/v1/public/reports", "10.0.0.1");
  EXPECT_EQ(refused.status, 429);
  EXPECT_EQ(refused.headers.get("Retry-After"), "1");
  EXPECT_NE(refused.body.find("Try again after 1 s"), std::string::npos) << refused.body;
  EXPECT_EQ(ask("/api/v1/public/reports", "10.0.0.2").status, 201);
  EXPECT_EQ(ask("/api/v1/public/status", "10.0.0.1").status, 201) << "looking up is counted by itself";
  EXPECT_EQ(ask("/api/v1/matters", "10.0.0.1").status, 201);
  clock.at.ms += 1000;
  EXPECT_EQ(ask("/api/v1/public/reports", "10.0.0.1").status, 201);
}

// Reads that hold nothing to guess, and signing in, which attempts.h slows down by itself.
const std::set<std::string> kUnlimited{"GET /api/v1/registers/{register}", "GET /api/v1/places/search", "GET /api/v1/openapi.yaml", "GET /healthz",
                                       "GET /readyz", "GET /metrics", "GET /robots.txt", "POST /api/v1/session"};

TEST(Rates, EveryRouteThatIsOpenToAllHasALimitOrAReasonForNone) {
  HandClock clock;
  const Rate once{"test", 1, Millis{1000}};
  const Rates rates{once, once, once};
  for (const auto& [method, pattern] : built_in_spec().operations()) {
    if (!built_in_spec().find(method, pattern)->open_to_all) continue;
    Buckets buckets;
    const Middleware limited = limited_by(buckets, rates, clock);
    Request request = post(pattern, "10.0.0.1");
    request.method = method;
    const Handler next = [](Request&) { return Response{}; };
    EXPECT_EQ(limited(request, next).status, 200);
    EXPECT_EQ(limited(request, next).status == 429, !kUnlimited.contains(method + " " + pattern)) << method << " " << pattern;
  }
}

TEST(Rates, OneSubscribersManyAddressesAreOne) {
  EXPECT_EQ(subscriber("2001:db8:1:2:3:4:5:6"), subscriber("2001:db8:1:2::9"));
  EXPECT_NE(subscriber("2001:db8:1:2::9"), subscriber("2001:db8:1:3::9"));
  EXPECT_EQ(subscriber("192.0.2.7"), "192.0.2.7");
}

std::string client_of(const std::vector<std::string>& trusted, const std::string& peer, const std::vector<std::string>& forwarded) {
  Request request = post("/", peer);
  for (const std::string& line : forwarded) request.headers.add("x-forwarded-for", line);
  return TrustedProxies::read(trusted)->client_of(request);
}

TEST(TrustedProxies, OnlyANamedProxyIsBelieved) {
  EXPECT_EQ(client_of({}, "198.51.100.7", {"192.0.2.1"}), "198.51.100.7") << "anybody can write the header";
  EXPECT_EQ(client_of({"127.0.0.1"}, "198.51.100.7", {"192.0.2.1"}), "198.51.100.7");
  EXPECT_EQ(client_of({"127.0.0.1"}, "127.0.0.1", {"192.0.2.1"}), "192.0.2.1");
  EXPECT_EQ(client_of({"127.0.0.1"}, "127.0.0.1", {"6.6.6.6, 192.0.2.1"}), "192.0.2.1") << "what the client wrote itself stands to the left";
  EXPECT_EQ(client_of({"127.0.0.1"}, "127.0.0.1", {"6.6.6.6", "192.0.2.1"}), "192.0.2.1") << "two lines are one list";
  EXPECT_EQ(client_of({"127.0.0.1", "10.0.0.0/8"}, "127.0.0.1", {"192.0.2.1, 10.1.2.3"}), "192.0.2.1");
  EXPECT_EQ(client_of({"::1"}, "::1", {"2001:db8::1"}), "2001:db8::1");
  EXPECT_EQ(client_of({"127.0.0.1"}, "127.0.0.1", {"unknown"}), "127.0.0.1");
  EXPECT_EQ(client_of({"127.0.0.1"}, "127.0.0.1", {}), "127.0.0.1");
  EXPECT_EQ(client_of({"0.0.0.0/0"}, "203.0.113.5", {"192.0.2.1"}), "192.0.2.1");
}

TEST(TrustedProxies, WhatIsNoAddressIsRefusedByName) {
  for (const char* bad : {"proxy.example", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/x", "::/129", ""}) {
    const auto read = TrustedProxies::read({bad});
    ASSERT_FALSE(read.ok()) << bad;
    EXPECT_EQ(read.error().field, bad);
  }
}

}  // namespace
}  // namespace shaoyin::http
