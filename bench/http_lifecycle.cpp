// How many whole lifecycles of a report the service carries per second over HTTP on this machine, load generator
// included: a resident reports; the desk accepts and dispatches; the unit contacts, finishes with a photo; the
// resident confirms. Six durable commands and one file, each answered before the next. Then a page of the inbox.
//
//   cmake --build build/release --target bench_http_lifecycle && build/release/bench_http_lifecycle [seconds] [clients]
//
// Baseline in the same run: the demo's own start from an empty folder is not counted; the same number of durable
// commands straight into submit_action without HTTP, one caller.
#include <arpa/inet.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>
#include <vector>

#include "app/callers.h"
#include "app/submit_action.h"
#include "main/wiring/folder.h"
#include "main/wiring/service.h"

namespace {

using namespace shaoyin;
using Moment = std::chrono::steady_clock;

double seconds_since(Moment::time_point start) { return std::chrono::duration<double>(Moment::now() - start).count(); }

// One keep-alive connection; blocking.
class Connection {
 public:
  explicit Connection(std::uint16_t port) {
    socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0) std::abort();
  }
  ~Connection() { ::close(socket_); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // Returns the status and leaves the body in body().
  int ask(const std::string& method, const std::string& path, const std::string& body, const std::string& headers) {
    const std::string request = fmt::format("{} /api/v1{} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {}\r\n{}\r\n{}", method, path, body.size(), headers, body);
    for (std::size_t sent = 0; sent < request.size();) {
      const auto n = ::send(socket_, request.data() + sent, request.size() - sent, MSG_NOSIGNAL);
      if (n <= 0) return 0;
      sent += static_cast<std::size_t>(n);
    }
    std::size_t end = 0;
    while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) {
      if (!more()) return 0;
    }
    const std::size_t at = buffer_.find("Content-Length: ");
    const std::size_t length = at < end ? std::strtoull(buffer_.c_str() + at + 16, nullptr, 10) : 0;
    while (buffer_.size() < end + 4 + length) {
      if (!more()) return 0;
    }
    const int status = std::atoi(buffer_.c_str() + 9);
    body_ = buffer_.substr(end + 4, length);
    buffer_.erase(0, end + 4 + length);
    return status;
  }
  [[nodiscard]] std::string field(const std::string& name) const {
    const std::string key = "\"" + name + "\":\"";
    const auto at = body_.find(key);
    return at == std::string::npos ? std::string() : body_.substr(at + key.size(), body_.find('"', at + key.size()) - at - key.size());
  }
  [[nodiscard]] const std::string& body() const { return body_; }

 private:
  bool more() {
    char bytes[16384];
    const auto n = ::recv(socket_, bytes, sizeof bytes, 0);
    if (n <= 0) return false;
    buffer_.append(bytes, static_cast<std::size_t>(n));
    return true;
  }
  int socket_ = -1;
  std::string buffer_, body_;
};

struct Tokens { std::string desk, unit; };
constexpr const char* kUnit = "urban-management";
constexpr const char* kCategory = "utilities.heating.none";

std::string headers(const std::string& token, const std::string& key) {
  std::string made = "Content-Type: application/json\r\n";
  if (!token.empty()) made += "Authorization: Bearer " + token + "\r\n";
  if (!key.empty()) made += "Idempotency-Key: bench-of-lives-" + key + "\r\n";
  return made;
}

// Everybody sits behind an address of their own, or the limits per address would be all that is measured: the bench is a trusted proxy.
std::string from_address(int client, int life) { return fmt::format("X-Forwarded-For: 10.{}.{}.{}\r\n", client, life / 250, life % 250 + 1); }

// One lifecycle; false as soon as an answer is not 2xx.
bool live(Connection& http, const Tokens& tokens, const std::string& place, int client, int life, std::vector<double>& delays) {
  const std::string name = fmt::format("bench-{}-{}", client, life), address = from_address(client, life);
  const auto step = [&](const std::string& path, const std::string& body, const std::string& head) {
    const auto start = Moment::now();
    const int status = http.ask("POST", path, body, head);
    delays.push_back(seconds_since(start));
    if (status < 200 || status > 299) {
      static std::atomic<int> told{0};
      if (told++ < 3) fmt::print(stderr, "{} {} {}\n", path, status, http.body());
    }
    return status >= 200 && status <= 299;
  };
  if (!step("/public/reports", fmt::format(R"({{"what":"暖气不热 {}","place":"{}","agree":true}})", name, place), headers("", name + "-open") + address)) return false;
  const std::string number = http.field("number"), code = http.field("code");
  const auto act = [&](const std::string& token, const std::string& action, const std::string& body) {
    return step("/matters/" + number + "/actions/" + action, body, headers(token, name + "-" + action));
  };
  if (!act(tokens.desk, "accept", fmt::format(R"({{"input":{{"field.category":"{}","field.grade":"general"}}}})", kCategory))) return false;
  if (!act(tokens.desk, "dispatch", fmt::format(R"({{"input":{{"field.unit":"{}"}}}})", kUnit))) return false;
  if (!act(tokens.unit, "contact", R"({"record":1,"input":{"words":"on our way"}})")) return false;
  if (!step("/files", "%PDF-1.4 a photo of " + name, "Content-Type: application/octet-stream\r\nAuthorization: Bearer " + tokens.unit + "\r\nX-Matter: " + number + "\r\n" + address)) return false;
  const std::string photo = http.field("name");
  if (!act(tokens.unit, "finish", fmt::format(R"({{"input":{{"words":"warm again","after":["{}"]}}}})", photo))) return false;
  return step("/public/actions", fmt::format(R"({{"number":"{}","code":"{}","action":"say_solved","input":{{}}}})", number, code), headers("", name + "-solved") + address);
}

double percentile(std::vector<double>& values, double share) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  return values[std::min(values.size() - 1, static_cast<std::size_t>(share * static_cast<double>(values.size())))] * 1000;
}

}  // namespace

int main(int argc, char** argv) {
  const int seconds = argc > 1 ? std::atoi(argv[1]) : 10;
  const int clients = argc > 2 ? std::atoi(argv[2]) : 16;
  const auto root = std::filesystem::temp_directory_path() / fmt::format("shaoyin-bench-{}", ::getpid());
  const auto started = Moment::now();
  wiring::FolderOptions where;
  where.data = root / "data";
  auto folder = wiring::Folder::open(where);
  if (!folder || !(*folder)->seed_registers(1).ok()) return 1;
  wiring::Folder& open = **folder;
  std::ofstream log("/dev/null");
  wiring::ServiceOptions options;
  options.proxies = *http::TrustedProxies::read({"127.0.0.1"});
  wiring::Service service({open.house(), open.store(), open.files(), open.clock(), open.chance(), open.receipt_key(), [] { return true; }, log}, std::move(options));
  if (!service.start("127.0.0.1", 0).ok()) return 1;
  fmt::print("seed and start: {:.2f} s\n", seconds_since(started));
  const Tokens tokens{*service.sessions().make_token("district-centre.desk", "bench"), *service.sessions().make_token(std::string(kUnit) + ".liaison", "bench")};
  std::string community;
  for (const auto& [code, grid] : open.house().rules()->book->grids()) {
    if (grid.kind == registers::GridKind::kCommunity) { community = code; break; }
  }

  std::atomic<bool> stop{false};
  std::atomic<int> lives{0}, failed{0};
  std::vector<std::vector<double>> delays(static_cast<std::size_t>(clients));
  std::vector<std::thread> threads;
  rusage before{};
  getrusage(RUSAGE_SELF, &before);
  const auto begin = Moment::now();
  for (int c = 0; c < clients; ++c) {
    threads.emplace_back([&, c] {
      Connection http(service.port());
      for (int i = 0; !stop; ++i) {
        live(http, tokens, community, c, i, delays[static_cast<std::size_t>(c)]) ? ++lives : ++failed;
      }
    });
  }
  std::this_thread::sleep_for(std::chrono::seconds(seconds));
  stop = true;
  for (std::thread& thread : threads) thread.join();
  const double took = seconds_since(begin);
  rusage after{};
  getrusage(RUSAGE_SELF, &after);
  std::vector<double> all;
  for (const auto& some : delays) all.insert(all.end(), some.begin(), some.end());
  const auto cpu = [](const rusage& u) { return static_cast<double>(u.ru_utime.tv_sec + u.ru_stime.tv_sec) + static_cast<double>(u.ru_utime.tv_usec + u.ru_stime.tv_usec) / 1e6; };
  fmt::print("{} clients: {:.1f} lifecycles/s ({} done, {} failed), command p50 {:.1f} ms, p99 {:.1f} ms, CPU {:.2f} ms a lifecycle\n", clients,
             lives / took, lives.load(), failed.load(), percentile(all, 0.5), percentile(all, 0.99), (cpu(after) - cpu(before)) * 1000 / std::max(1, lives.load()));

  std::vector<double> pages;
  Connection http(service.port());
  for (int i = 0; i < 300; ++i) {
    const auto start = Moment::now();
    if (http.ask("GET", "/matters?order=newest&limit=50", "", headers(tokens.desk, "")) != 200) return 1;
    pages.push_back(seconds_since(start));
  }
  fmt::print("inbox page of 50 of {} matters: p50 {:.1f} ms, p95 {:.1f} ms\n", lives.load(), percentile(pages, 0.5), percentile(pages, 0.95));
  fmt::print("memory: {} MB at most\n", after.ru_maxrss / 1024);

  // Baseline: the opening command alone, without HTTP, one caller.
  const auto plain = Moment::now();
  int opened = 0;
  for (; seconds_since(plain) < 3; ++opened) {
    app::Request request;
    request.caller = app::resident_caller({120103}, false, "baseline");
    request.key = fmt::format("baseline-{}", opened);
    request.kind = "report";
    request.place = community;
    request.channel = "portal";
    request.inputs["field.what"] = Value::text("baseline");
    if (!app::submit_action(open.house(), request)) return 1;
  }
  const double per_second = opened / seconds_since(plain);
  fmt::print("baseline, one caller without HTTP: {:.0f} commands/s; ratio of commands {:.2f}\n", per_second, lives / took * 6 / per_second);
  service.stop();
  std::filesystem::remove_all(root);
  return failed == 0 ? 0 : 1;
}
