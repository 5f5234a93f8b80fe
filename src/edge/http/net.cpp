// The only file that sees Boost.Asio and Boost.Beast, and the only one with coroutines. g++ 12 destroys temporaries
// made inside a co_await expression once too often, so every argument of co_await is a named local here, no lambda
// is created inside one, and results are read with std::get (checked by tools/check/coawait_test.py).
#include "edge/http/net.h"

#include <boost/asio.hpp>
#include <boost/beast.hpp>

#include <atomic>
#include <list>
#include <thread>

#include "core/base/ensure.h"
#include "edge/http/pool.h"

namespace shaoyin::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace bhttp = boost::beast::http;
using tcp = asio::ip::tcp;
using Executor = asio::io_context::executor_type;
using Socket = beast::basic_stream<tcp, Executor>;
using Timer = asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Executor>;
using Parser = bhttp::request_parser<bhttp::string_body>;
using Clock = std::chrono::steady_clock;
constexpr asio::as_tuple_t<asio::use_awaitable_t<Executor>> kToken{};
template <class T>
using Task = asio::awaitable<T, Executor>;

std::string text(beast::string_view view) { return {view.data(), view.size()}; }

Request to_request(Parser& parser, const std::string& peer) {
  auto& message = parser.get();
  Request request;
  request.method = text(message.method_string());
  request.target = text(message.target());
  request.path = request.target.substr(0, request.target.find('?'));
  request.peer = peer;
  for (const auto& field : message) request.headers.add(text(field.name_string()), text(field.value()));
  request.body = std::move(message.body());
  return request;
}

bool safe_header(const std::string& value) { return value.find_first_of("\r\n") == std::string::npos && value.find('\0') == std::string::npos; }

bhttp::response<bhttp::string_body> to_beast(Response& response, bool keep_alive, bool head) {
  bhttp::response<bhttp::string_body> message;
  message.version(11);
  message.result(static_cast<unsigned>(response.status));
  for (const auto& [name, value] : response.headers.items()) {
    ensure(safe_header(name) && safe_header(value), "a header stays on its line");
    message.insert(name, value);
  }
  if (response.status != 204 && response.status != 304) message.set(bhttp::field::content_type, response.type);
  message.keep_alive(keep_alive);
  if (response.status == 204 || response.status == 304) return message;
  message.content_length(response.body.size());
  if (!head) message.body() = std::move(response.body);
  return message;
}

// What a worker and the connection that waits for it share; outlives either.
struct Errand {
  explicit Errand(const Executor& executor) : done(executor, Clock::time_point::max()) {}
  Request request;
  Response response;
  bool finished = false;
  Timer done;
};

// What a stream and its connection share.
struct Bell {
  explicit Bell(const Executor& executor) : timer(executor) {}
  bool rung = false;
  Timer timer;
};

// As far as the headers have come.
Language language_asked(const Parser& parser) { return preferred_language(text(parser.get()[bhttp::field::accept_language])); }

Error parse_fault(const beast::error_code& problem, const Limits& limits) {
  if (problem == bhttp::error::header_limit) return fault(ErrorCode::kTooLarge, "headers", "header_max=" + std::to_string(limits.header_max));
  if (problem == bhttp::error::body_limit) return fault(ErrorCode::kTooLarge, "body", "body_max=" + std::to_string(kUploadBodyMax));
  return fault(ErrorCode::kMalformed, "request", problem.message());
}

}  // namespace

class Server::Engine {
 public:
  Engine(const Router& router, Limits limits)
      : router_(router), limits_(limits), acceptor_(io_),
        workers_(limits.workers, limits.queue_max), password_workers_(limits.password_workers, limits.password_queue_max) {}

  ~Engine() { stop(); }

  Status start(const std::string& host, std::uint16_t port) {
    beast::error_code problem;
    const asio::ip::address address = asio::ip::make_address(host == "localhost" ? "127.0.0.1" : host, problem);
    if (problem) return fault(ErrorCode::kMalformed, "listen", "an IP address is expected");
    const tcp::endpoint endpoint(address, port);
    acceptor_.open(endpoint.protocol(), problem);
    if (!problem) acceptor_.set_option(asio::socket_base::reuse_address(true), problem);
    if (!problem) acceptor_.bind(endpoint, problem);
    if (!problem) acceptor_.listen(asio::socket_base::max_listen_connections, problem);
    if (problem == asio::error::address_in_use) {
      const std::string where = host + ":" + std::to_string(port);
      return fault(ErrorCode::kConflict, "listen", where, {where + " 已被其他程序占用；请先停止它，或换一个端口", where + " is taken by another program; stop it, or listen on another port"});
    }
    if (problem) return fault(ErrorCode::kConflict, "listen", problem.message(), {"无法在 " + host + " 上监听：" + problem.message(), "Cannot listen on " + host + ": " + problem.message()});
    port_ = acceptor_.local_endpoint().port();
    asio::co_spawn(io_.get_executor(), accept_loop(), asio::detached);
    thread_ = std::thread([this] { io_.run(); });
    return {};
  }

  void stop() {
    if (!thread_.joinable()) return;
    asio::post(io_, [this] { begin_stop(); });
    thread_.join();
    workers_.stop();
    password_workers_.stop();
  }

  [[nodiscard]] std::uint16_t port() const { return port_; }

  [[nodiscard]] Gauges gauges() const {
    return {live_count_, workers_.waiting(), refused_busy_, refused_connections_, cut_slow_};
  }

 private:
  // A connection that waits between requests may be closed at any time.
  struct Live {
    Socket* socket = nullptr;
    bool idle = false;
    std::shared_ptr<Stream> stream;
    std::shared_ptr<Bell> bell;
  };

  void begin_stop() {
    stopping_ = true;
    beast::error_code ignored;
    acceptor_.close(ignored);
    for (Live& live : live_) {
      if (live.idle) live.socket->cancel();
      if (live.bell) ring(live.bell);
    }
    finish_if_drained();
    auto cut = std::make_shared<Timer>(io_.get_executor(), limits_.drain);
    cut->async_wait([this, cut](const beast::error_code&) {
      for (Live& live : live_) live.socket->close();
      io_.stop();
    });
  }

  void finish_if_drained() {
    if (stopping_ && live_.empty()) io_.stop();
  }

  static void ring(const std::shared_ptr<Bell>& bell) {
    bell->rung = true;
    bell->timer.cancel();
  }

  Task<void> accept_loop() {
    for (;;) {
      tcp::socket::rebind_executor<Executor>::other socket(io_.get_executor());
      auto accepted = co_await acceptor_.async_accept(socket, kToken);
      const beast::error_code problem = std::get<0>(accepted);
      if (stopping_) co_return;
      if (problem) {  // out of descriptors: wait for some to come back instead of spinning
        Timer pause(io_.get_executor(), std::chrono::milliseconds(100));
        auto waited = co_await pause.async_wait(kToken);
        static_cast<void>(waited);
        continue;
      }
      if (live_.size() >= limits_.connections_max) {
        turn_away(socket);
        continue;
      }
      Task<void> serving = serve(Socket(std::move(socket)));
      asio::co_spawn(io_.get_executor(), std::move(serving), asio::detached);
    }
  }

  // Too many connections: say so without reading, never waiting for the other side.
  void turn_away(tcp::socket::rebind_executor<Executor>::other& socket) {
    ++refused_connections_;
    static constexpr std::string_view kAnswer =
        "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 2\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    beast::error_code ignored;
    socket.non_blocking(true, ignored);
    socket.write_some(asio::buffer(kAnswer), ignored);
  }

  Task<void> serve(Socket socket) {
    beast::error_code ignored;
    const tcp::endpoint endpoint = socket.socket().remote_endpoint(ignored);
    socket.socket().set_option(tcp::no_delay(true), ignored);
    const std::string peer = ignored ? std::string() : endpoint.address().to_string();
    const auto self = live_.insert(live_.end(), Live{&socket, false, nullptr, nullptr});
    ++live_count_;
    beast::flat_buffer buffer(limits_.header_max + 64 * 1024);
    bool more = true;
    // The first request must come as fast as a header; only who has shown to be a client may idle.
    auto patience = limits_.header_within;
    while (more && !stopping_) {
      more = co_await serve_one(socket, buffer, peer, *self, patience);
      patience = limits_.idle_within;
    }
    co_await say_goodbye(socket);
    if (self->stream) self->stream->closed();
    live_.erase(self);
    --live_count_;
    finish_if_drained();
  }

  // One request and its answer; false when the connection is done.
  Task<bool> serve_one(Socket& socket, beast::flat_buffer& buffer, const std::string& peer, Live& live,
                       std::chrono::milliseconds patience) {
    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(limits_.header_max));
    parser.body_limit(kUploadBodyMax);
    const bool ready = co_await read_header(socket, buffer, parser, live, patience);
    if (!ready) co_return false;
    const std::string method = text(parser.get().method_string());
    const std::string target = text(parser.get().target());
    const RoutePlan plan = router_.plan(method, std::string_view(target).substr(0, target.find('?')));
    const bool whole = co_await read_body(socket, buffer, parser, plan);
    if (!whole) co_return false;
    bool keep_alive = parser.get().keep_alive();
    auto errand = std::make_shared<Errand>(io_.get_executor());
    errand->request = to_request(parser, peer);
    co_await run_errand(errand, plan.lane);
    if (method == "HEAD") errand->response.stream.reset();
    if (errand->response.stream) {
      co_await send_stream(socket, errand->response, live);
      co_return false;
    }
    const bool sent = co_await send(socket, errand->response, keep_alive, method == "HEAD");
    co_return sent && keep_alive;
  }

  Task<bool> read_header(Socket& socket, beast::flat_buffer& buffer, Parser& parser, Live& live, std::chrono::milliseconds patience) {
    if (buffer.size() == 0) {  // between requests: waiting is fine, and stopping may interrupt it
      live.idle = true;
      socket.expires_after(patience);
      auto space = buffer.prepare(4096);
      auto first = co_await socket.async_read_some(space, kToken);
      live.idle = false;
      if (std::get<0>(first) || stopping_) co_return false;
      buffer.commit(std::get<1>(first));
    }
    socket.expires_after(limits_.header_within);
    auto read = co_await bhttp::async_read_header(socket, buffer, parser, kToken);
    const beast::error_code problem = std::get<0>(read);
    if (problem == beast::error::timeout) ++cut_slow_;
    if (problem && problem.category() == bhttp::make_error_code(bhttp::error::bad_method).category() &&
        problem != bhttp::error::end_of_stream && problem != bhttp::error::partial_message) {
      const Error error = parse_fault(problem, limits_);
      const Language language = language_asked(parser);
      co_await refuse(socket, error, problem == bhttp::error::header_limit ? 431 : 0, language);
    }
    if (!problem && !parser.get().target().starts_with('/')) {
      const Error error = fault(ErrorCode::kMalformed, "request", "target");
      const Language language = language_asked(parser);
      co_await refuse(socket, error, 0, language);
      co_return false;
    }
    co_return !problem;
  }

  Task<bool> read_body(Socket& socket, beast::flat_buffer& buffer, Parser& parser, const RoutePlan& plan) {
    const Language language = language_asked(parser);
    const auto declared = parser.content_length();
    if (declared && *declared > plan.body_max) {
      const Error error = fault(ErrorCode::kTooLarge, "body", "body_max=" + std::to_string(plan.body_max));
      co_await refuse(socket, error, 0, language);
      co_return false;
    }
    if (parser.is_done()) co_return true;
    parser.body_limit(plan.body_max);
    if (beast::iequals(parser.get()[bhttp::field::expect], "100-continue")) {
      static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
      const asio::const_buffer go_on(kContinue.data(), kContinue.size());
      auto told = co_await asio::async_write(socket, go_on, kToken);
      if (std::get<0>(told)) co_return false;
    }
    const Clock::time_point begun = Clock::now();
    std::size_t received = 0;
    while (!parser.is_done()) {
      socket.expires_after(limits_.body_grace);
      auto read = co_await bhttp::async_read_some(socket, buffer, parser, kToken);
      const beast::error_code problem = std::get<0>(read);
      received += std::get<1>(read);
      if (problem == beast::error::timeout) ++cut_slow_;
      if (problem == bhttp::error::body_limit) {
        const Error error = fault(ErrorCode::kTooLarge, "body", "body_max=" + std::to_string(plan.body_max));
        co_await refuse(socket, error, 0, language);
      } else if (problem && problem.category() == bhttp::make_error_code(bhttp::error::bad_method).category() &&
                 problem != bhttp::error::partial_message && problem != bhttp::error::end_of_stream) {
        const Error error = parse_fault(problem, limits_);
        co_await refuse(socket, error, 0, language);
      }
      if (problem) co_return false;
      const auto spent = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begun - limits_.body_grace);
      if (spent.count() > 0 && received * 1000 < limits_.body_rate_least * static_cast<std::size_t>(spent.count())) {
        ++cut_slow_;
        co_return false;
      }
    }
    co_return true;
  }

  // To a worker and back.
  Task<void> run_errand(const std::shared_ptr<Errand>& errand, Lane lane) {
    Pool& pool = lane == Lane::kPassword ? password_workers_ : workers_;
    const bool taken = pool.try_post([this, errand] {
      errand->response = router_.dispatch(errand->request);
      asio::post(io_, [errand] {
        errand->finished = true;
        errand->done.cancel();
      });
    });
    if (!taken) {
      ++refused_busy_;
      errand->request.language = preferred_language(errand->request.headers.get("Accept-Language"));
      errand->response = refusal(errand->request, fault(ErrorCode::kBusy, "", "queue_max"));
      co_return;
    }
    while (!errand->finished) {
      auto waited = co_await errand->done.async_wait(kToken);
      static_cast<void>(waited);
    }
  }

  Task<bool> send(Socket& socket, Response& response, bool& keep_alive, bool head) {
    keep_alive = keep_alive && !stopping_;
    auto message = to_beast(response, keep_alive, head);
    bhttp::response_serializer<bhttp::string_body> serializer(message);
    serializer.split(head);
    socket.expires_after(limits_.write_within);
    if (head) {
      auto wrote_header = co_await bhttp::async_write_header(socket, serializer, kToken);
      co_return !std::get<0>(wrote_header);
    }
    auto wrote = co_await bhttp::async_write(socket, serializer, kToken);
    if (std::get<0>(wrote) == beast::error::timeout) ++cut_slow_;
    co_return !std::get<0>(wrote);
  }

  // Answers a request that never became one, and closes.
  Task<void> refuse(Socket& socket, const Error& error, int status, Language language) {
    Request nobody;
    nobody.language = language;
    Response response = refusal(nobody, error);
    if (status != 0) response.status = status;
    bool keep_alive = false;
    const bool sent = co_await send(socket, response, keep_alive, false);
    static_cast<void>(sent);
  }

  Task<void> send_stream(Socket& socket, Response& response, Live& live) {
    const std::shared_ptr<Stream> stream = response.stream;
    auto bell = std::make_shared<Bell>(io_.get_executor());
    live.stream = stream;
    live.bell = bell;
    stream->start([this, weak = std::weak_ptr(bell)] {
      asio::post(io_, [weak] {
        if (const auto still = weak.lock()) ring(still);
      });
    });
    bhttp::response<bhttp::empty_body> message;
    message.version(11);
    message.result(static_cast<unsigned>(response.status));
    for (const auto& [name, value] : response.headers.items()) message.insert(name, value);
    message.set(bhttp::field::content_type, response.type);
    message.keep_alive(false);
    bhttp::response_serializer<bhttp::empty_body> serializer(message);
    socket.expires_after(limits_.write_within);
    auto wrote = co_await bhttp::async_write_header(socket, serializer, kToken);
    bool open = !std::get<0>(wrote);
    while (open && !stopping_) {
      bell->rung = false;
      std::string piece;
      open = stream->take(piece);
      if (!piece.empty()) {
        const asio::const_buffer bytes = asio::buffer(piece);
        socket.expires_after(limits_.write_within);
        auto pushed = co_await asio::async_write(socket, bytes, kToken);
        if (std::get<0>(pushed) == beast::error::timeout) ++cut_slow_;
        open = open && !std::get<0>(pushed);
      } else if (open && !bell->rung) {
        socket.expires_never();
        bell->timer.expires_at(Clock::time_point::max());
        auto waited = co_await bell->timer.async_wait(kToken);
        static_cast<void>(waited);
      }
    }
  }

  // Half-closes and reads away what the other side is still sending, so that it gets to read our answer; closing at
  // once would make its system throw the answer away.
  Task<void> say_goodbye(Socket& socket) {
    beast::error_code ignored;
    socket.socket().shutdown(tcp::socket::shutdown_send, ignored);
    std::array<char, 16384> rest{};
    const asio::mutable_buffer space = asio::buffer(rest);
    std::size_t thrown_away = 0;
    socket.expires_after(std::chrono::seconds(1));
    while (!ignored && !stopping_ && thrown_away < 4 * kJsonBodyMax) {
      auto read = co_await socket.async_read_some(space, kToken);
      ignored = std::get<0>(read);
      thrown_away += std::get<1>(read);
    }
    socket.close();
  }

  const Router& router_;
  const Limits limits_;
  asio::io_context io_{1};
  tcp::acceptor::rebind_executor<Executor>::other acceptor_;
  std::list<Live> live_;  // touched by the I/O thread only
  std::atomic<std::size_t> live_count_{0};
  std::atomic<std::uint64_t> refused_busy_{0}, refused_connections_{0}, cut_slow_{0};
  bool stopping_ = false;
  std::uint16_t port_ = 0;
  std::thread thread_;
  Pool workers_;
  Pool password_workers_;
};

Server::Server(const Router& router, Limits limits) : engine_(std::make_unique<Engine>(router, limits)) {}
Server::~Server() = default;
Status Server::start(const std::string& host, std::uint16_t port) { return engine_->start(host, port); }
std::uint16_t Server::port() const { return engine_->port(); }
Gauges Server::gauges() const { return engine_->gauges(); }
void Server::stop() { engine_->stop(); }

}  // namespace shaoyin::http
