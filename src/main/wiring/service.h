// The whole service over a house: router, sessions, feed, clocks that tick, notices that go out. shaoyind is this and
// a signal handler; tests start it on a free port.
// Threads: construct, start and stop from one.  Ownership: what Parts names is borrowed and outlives the service.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <thread>
#include <vector>

#include "app/house.h"
#include "app/submit_action.h"
#include "edge/http/api.h"
#include "edge/http/api_admin.h"
#include "edge/http/net.h"
#include "edge/http/pages.h"
#include "edge/http/password.h"
#include "edge/http/proxies.h"
#include "edge/http/rates.h"
#include "edge/http/telemetry.h"

namespace shaoyin::wiring {

struct Parts {
  app::House& house;
  app::Accounts& accounts;
  app::Files& files;
  const app::WallClock& clock;
  app::Chance& chance;
  std::string receipt_key;
  std::function<bool()> healthy;  // storage can write
  std::ostream& log;
  std::vector<app::House*> imported;  // districts beside the folder's own
  http::Keeping* keeping = nullptr;   // null: only accounts can be kept over the network
  std::function<Status()> keep_current;  // takes in that a register row has begun or ended; empty: nothing does
};

struct ServiceOptions {
  http::Limits limits;
  http::PasswordCost password;
  std::string web_folder;       // the built front end; empty or not there: API only
  bool secure_cookie = false;   // set behind a TLS proxy
  http::Rates rates;
  http::TrustedProxies proxies; // whose X-Forwarded-For is believed; none: the socket's address counts
  bool check_answers = false;   // tests: an answer that breaks the interface file is a failure
  std::chrono::milliseconds tick{1000};  // how often due clocks are looked for; 0: never (tests tick by hand)
  std::function<bool(const app::OutboxItem&)> deliver;  // hands a notice over, false: try later; empty: notices wait
};

class Service {
 public:
  Service(Parts parts, ServiceOptions options);
  ~Service();  // stops
  Service(const Service&) = delete;
  Service& operator=(const Service&) = delete;

  // Errors of Server::start.
  [[nodiscard]] Status start(const std::string& host, std::uint16_t port);
  [[nodiscard]] std::uint16_t port() const { return server_.port(); }
  [[nodiscard]] bool has_pages() const { return pages_ != nullptr; }
  [[nodiscard]] const http::Router& router() const { return router_; }
  [[nodiscard]] http::Sessions& sessions() { return sessions_; }
  [[nodiscard]] http::FeedHub& hub() { return hub_; }
  // One round of what the clock does between two ticks: rules that hold now, clocks that act, notices. The clock calls it;
  // tests may.
  void round();
  // One round of throwing away what nobody needs any longer (app/tidy.h, ended sessions); true when there may be more
  // to do at once. The clock calls it; tests may.
  bool tidy();
  // Serves a district that an import has just made; borrowed.
  void add_district(app::House& house) { districts_.add(api_, house); }
  void stop();  // graceful: running requests are answered

 private:
  void build_routes();
  void run_clock();
  void recompute();
  void fill_rows();
  void log_needs();
  // What goes on without an operator for now: lines for /readyz, figures for /metrics.
  [[nodiscard]] std::string needs_operator() const;
  [[nodiscard]] std::string needs_figures() const;
  void send_notices();
  void purge();
  void log_failure(const char* event, int count);

  Parts parts_;
  ServiceOptions options_;
  http::Sessions sessions_;
  http::FeedHub hub_;
  http::LocatorShelf locators_;
  http::Districts districts_;
  app::DeskTables& tables_;
  const http::TableFiles table_files_;
  http::Api api_;
  http::Admin admin_;
  http::Metrics metrics_;
  http::Buckets buckets_;
  http::RequestLog log_;
  std::shared_ptr<const http::Pages> pages_;
  http::Router router_;
  http::Server server_;
  std::atomic<bool> stopping_{false};
  std::mutex mutex_;
  std::condition_variable wake_;
  std::thread ticker_;
  app::SetAside aside_;
  Instant tidy_at_{0};      // the ticker's own
  std::optional<MatterId> filled_to_ = MatterId{};  // rows are made anew up to this matter (app/fill_rows.h); nothing: all are
  std::string recomputed_;  // the calendar open clocks were last computed with; the ticker's own, like the next
  std::optional<Instant> recompute_again_;  // when those that could not be are tried again
};

}  // namespace shaoyin::wiring
