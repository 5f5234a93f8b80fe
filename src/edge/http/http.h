// A request, an answer, and the router between them, in the house's own words. No Boost in here: a handler file
// costs two seconds to compile, not thirty.
//
// Handlers are plain synchronous functions on worker threads; they may block on storage. Threads: a Router is
// filled before the server starts and only read afterwards. Ownership: values, except where said.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/base/ids.h"
#include "core/base/words.h"

namespace shaoyin::http {

// Header names compare without case; order of arrival is kept.
class Headers {
 public:
  void add(std::string name, std::string value) { items_.emplace_back(std::move(name), std::move(value)); }
  void set(const std::string& name, std::string value);
  [[nodiscard]] const std::string& get(std::string_view name) const;  // the first; empty when absent
  [[nodiscard]] bool has(std::string_view name) const;
  [[nodiscard]] int count(std::string_view name) const;
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& items() const { return items_; }

 private:
  std::vector<std::pair<std::string, std::string>> items_;
};

// Decoded names and values, in order of arrival; a name may repeat.
class Params {
 public:
  void add(std::string name, std::string value) { items_.emplace_back(std::move(name), std::move(value)); }
  [[nodiscard]] const std::string& get(std::string_view name) const;  // the first; empty when absent
  [[nodiscard]] bool has(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> all(std::string_view name) const;
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& items() const { return items_; }

 private:
  std::vector<std::pair<std::string, std::string>> items_;
};

struct JsonBody;  // json.h; parsed once, by the check against openapi.yaml

// Who is asking, as the session or token says. The grants behind it are looked up fresh for each request, so a
// changed permission takes effect at once.
struct Who {
  PersonCode person;
  std::string csrf;        // empty for a bearer token
  std::string token_hash;  // of this session
  bool bearer = false;
};

struct Request {
  std::string method;
  std::string target;  // as sent: path and query
  std::string path;    // as sent, still encoded
  std::string body;
  std::string peer;    // address without port; for limits only, never logged
  Headers headers;
  Params query;
  // Filled on the way in:
  std::string id;      // made by us, sent back as X-Request-Id
  std::string route;   // pattern, e.g. "/api/v1/matters/{id}"; empty when nothing matches
  Params params;       // the {…} of the pattern, decoded
  Language language = Language::kZh;
  std::optional<Who> who;
  std::shared_ptr<const JsonBody> json;
};

// An answer that goes on (server-sent events). The connection calls take() until nothing is left, then waits to be
// woken. Threads: wake may be called from any thread, and after closed(); the others come from the I/O thread.
class Stream {
 public:
  virtual ~Stream() = default;
  virtual void start(std::function<void()> wake) = 0;
  virtual bool take(std::string& out) = 0;  // moves out what is ready; false when the stream has ended
  virtual void closed() = 0;                // the reader has gone, or was too slow
};

struct Response {
  int status = 200;
  std::string body;
  std::string type = "application/json";
  Headers headers;
  std::shared_ptr<Stream> stream;  // instead of a body
};

using Handler = std::function<Response(Request&)>;
using Middleware = std::function<Response(Request&, const Handler& next)>;

// Slow work gets its own few workers, so that it cannot starve the rest.
enum class Lane { kNormal, kPassword };

inline constexpr std::size_t kJsonBodyMax = 1 << 20;       // the longest form is far below; more is a mistake or an attack
inline constexpr std::size_t kUploadBodyMax = 20'000'000;  // a phone's photo at full size, or a scanned file

struct RoutePlan {
  std::size_t body_max = kJsonBodyMax;
  Lane lane = Lane::kNormal;
};

class Router {
 public:
  // Runs around every request, first added outermost; also around requests that match no route.
  void use(Middleware middleware) { around_.push_back(std::move(middleware)); }
  // `pattern` is literal segments and {name} segments; literal wins over {name}. REQUIRES: not added before.
  void on(const std::string& method, const std::string& pattern, Handler handler, RoutePlan plan = {});
  // Answers GET requests outside the API that match no route (the pages).
  void otherwise(Handler handler) { otherwise_ = std::move(handler); }

  // Never throws: what a handler throws becomes a 500 without its text.
  [[nodiscard]] Response dispatch(Request& request) const;
  // What a request is allowed to bring, known from its first line.
  [[nodiscard]] RoutePlan plan(std::string_view method, std::string_view path) const;
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> routes() const;  // (method, pattern)

 private:
  struct Route {
    std::string method;
    std::string pattern;
    std::vector<std::string> segments;
    Handler handler;
    RoutePlan plan;
  };
  struct Match {
    const Route* route = nullptr;
    Params params;
    std::string allow;      // methods of the pattern, when the method is another
    bool bad_path = false;  // %-escapes or bytes that are no text
  };
  [[nodiscard]] Match match(std::string_view method, std::string_view path) const;
  [[nodiscard]] Response answer(Request& request, const Match& found) const;

  std::vector<Middleware> around_;
  std::vector<Route> routes_;
  Handler otherwise_;
};

// The answer to an error: its status, and a body in the request's language.
[[nodiscard]] Response refusal(const Request& request, const Error& error);
[[nodiscard]] int status_of(ErrorCode code);

// "%E5%93%A8" → "哨"; nullopt for a broken escape. `plus_is_space` in queries.
[[nodiscard]] std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space);
// "a=1&b=2"; nullopt for a broken escape or text that is not clean UTF-8.
[[nodiscard]] std::optional<Params> parse_query(std::string_view text);
// zh-CN, en, with q values; zh when neither is asked for.
[[nodiscard]] Language preferred_language(std::string_view accept_language);

}  // namespace shaoyin::http
