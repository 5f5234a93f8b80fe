// A real server on a free port of 127.0.0.1, with sessions over the memory store, for tests.
#pragma once

#include <gtest/gtest.h>

#include <condition_variable>
#include <mutex>
#include <set>
#include <sstream>
#include <string>

#include "edge/http/feed_hub.h"
#include "edge/http/json.h"
#include "edge/http/net.h"
#include "edge/http/operation.h"
#include "edge/http/session_routes.h"
#include "edge/http/sessions.h"
#include "edge/http/telemetry.h"
#include "edge/memory/memory_store.h"
#include "edge/system/system.h"
#include "tests/http/raw_client.h"

namespace shaoyin::http {

inline constexpr DistrictId kDistrict{120103};

// Handlers of the route /hold wait here until the test lets them go.
class Gate {
 public:
  void enter() {
    std::unique_lock lock(mutex_);
    ++inside_;
    changed_.notify_all();
    changed_.wait(lock, [this] { return open_; });
  }
  void open() {
    const std::lock_guard lock(mutex_);
    open_ = true;
    changed_.notify_all();
  }
  void until_inside(int count) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this, count] { return inside_ >= count; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int inside_ = 0;
  bool open_ = false;
};

struct House {
  explicit House(Limits limits = {}) : server(router, limits) {
    EXPECT_TRUE(store.add_account(kDistrict, {"p-demo", "clerk", hash_password("right", kCheapPassword), false}).ok());
    router.use(observed_by(metrics, log, clock, chance));
    router.use(known_by(sessions, built_in_spec()));
    router.use(checked_by(built_in_spec(), true));
    add_operation_routes(router, {[] { return true; }, [this] { return metrics.text(server.gauges(), hub.readers()); }});
    add_session_routes(router, sessions, [](const PersonCode& person, Language) -> Result<json::value> {
      const json::object named{{"code", "demo"}, {"name", "示例"}};
      return json::value(json::object{{"person", person}, {"name", "示例人员"}, {"unit", named}, {"role", named}, {"area", named}, {"verbs", json::array()}});
    }, false);
    router.on("GET", "/hold", [this](Request&) { gate.enter(); return Response{.body = "\"held\""}; });
    router.on("POST", "/echo", [](Request& request) { return Response{.body = request.body, .type = "text/plain"}; });
    router.on("GET", "/api/v1/feed", [this](Request& request) {
      std::optional<std::int64_t> after;
      const std::string& last = request.headers.get("Last-Event-ID");
      if (request.query.has("after")) after = std::stoll(request.query.get("after"));
      if (!last.empty()) after = std::stoll(last);
      const auto stream = hub.subscribe(after, [](const app::FeedItem& item) -> std::optional<std::string> {
        if (item.matter.value % 10 == 9) return std::nullopt;  // matters that this reader may not see
        return "{\"position\":" + std::to_string(item.position) + "}";
      }, [] { return true; });
      Response response;
      response.type = "text/event-stream";
      if (!stream) return refusal(request, stream.error());
      response.stream = *stream;
      return response;
    });
    EXPECT_TRUE(server.start("127.0.0.1", 0).ok());
  }
  ~House() {
    gate.open();
    hub.stop();
    server.stop();
  }

  std::uint16_t port() const { return server.port(); }

  memory::MemoryStore store;
  system::SystemClock clock;
  system::SystemChance chance;
  Sessions sessions{store, clock, chance, kDistrict, kCheapPassword};
  Metrics metrics;
  std::ostringstream lines;
  RequestLog log{lines};
  FeedHub hub{store, kDistrict, std::chrono::seconds(15), std::chrono::milliseconds(20)};
  Gate gate;
  Router router;
  Server server;
};

}  // namespace shaoyin::http
