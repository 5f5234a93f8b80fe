// The way to the JSON API: over a socket to a server, or in this process over a data folder. Either way the same
// handlers answer, so a command behaves the same.
#pragma once

#include <boost/json.hpp>
#include <memory>
#include <string>

#include "core/base/result.h"
#include "edge/http/http.h"
#include "main/cli/context.h"

namespace shaoyin::cli {

namespace json = boost::json;

struct Ask {
  std::string method = "GET";
  std::string target;  // below /api/v1, path and query, encoded: "/matters?limit=5"
  std::string body;
  http::Headers headers;
};

struct Answer {
  int status = 0;
  std::string type;
  std::string body;
  json::value value;  // of a JSON body, else null
  [[nodiscard]] bool ok() const { return status >= 200 && status < 300; }
};

class Link {
 public:
  virtual ~Link() = default;
  // Errors: no answer at all. A refusal is an answer.
  [[nodiscard]] virtual Result<Answer> send(const Ask& ask) = 0;
};

// `acting`: the command changes something, so over a folder --as must say who does it. Reading a folder without --as
// shows what its auditor may see. Errors: those of opening the folder, kMissingField ("--as", "--data", "--token"),
// kUnknownReference (--as).
[[nodiscard]] Result<std::unique_ptr<Link>> open_link(const Context& context, bool acting);

// GET, with refusals turned into errors that keep the server's words.
[[nodiscard]] Result<json::value> get_json(const Context& context, Link& link, const std::string& target);

// The same for words one searches for: POST {"q": words}, because no address should hold them.
[[nodiscard]] Result<json::value> search_json(const Context& context, Link& link, const std::string& target, const std::string& words);

// POST of a JSON body with a fresh idempotency key.
// A null body is none at all.
[[nodiscard]] Result<Answer> post_json(Link& link, const std::string& target, const json::value& body);

// Prints the refusal that an answer holds; returns the exit code.
int fail(const Context& context, const Answer& answer);

// "?a=1&b=2" for a target, encoded.
class Query {
 public:
  void add(const std::string& name, const std::string& value);
  void add_if(const std::string& name, const std::string& value) { if (!value.empty()) add(name, value); }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

}  // namespace shaoyin::cli
