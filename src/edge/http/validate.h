// Checks every request, before any handler sees it, against api/openapi.yaml: path, query, headers and body.
//
// What passes here has known names, types and lengths; handlers only judge meaning. Errors carry the field's path
// as the client wrote it ("input.reason", "limit", "Idempotency-Key"). Threads: any, once read.
#pragma once

#include <boost/json.hpp>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "edge/http/http.h"
#include "edge/http/schema.h"

namespace shaoyin::http {

struct Parameter {
  enum class In { kPath, kQuery, kHeader } in = In::kQuery;
  std::string name;
  bool required = false;
  SchemaId schema = -1;
};

struct Operation {
  std::string id;
  std::vector<Parameter> parameters;
  bool body_required = false;
  std::map<std::string, SchemaId, std::less<>> bodies;   // by content type
  std::map<std::string, SchemaId, std::less<>> answers;  // by status and content type: "200 application/json"
  std::map<std::string, std::string, std::less<>> not_in_address;  // x-not-in-address: query name → request that takes it in its body
  bool open_to_all = false;   // security: [] or an empty alternative
  bool unsafe = false;        // not GET
};

class Spec {
 public:
  // Error kMalformed: field is the place in the document.
  [[nodiscard]] static Result<Spec> read(std::string_view openapi_json);

  // By method and whole pattern ("/api/v1/matters/{id}"); nullptr when the file does not have it.
  [[nodiscard]] const Operation* find(const std::string& method, const std::string& pattern) const;
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> operations() const;

  // Checks, and leaves the parsed body in request.json; there and in the headers, what people type is as they meant it (x-typed).
  [[nodiscard]] Status check_request(const Operation& operation, Request& request) const;

  // What we answer must be what we promise; used by tests around every answer.
  [[nodiscard]] Status check_answer(const Operation& operation, const Response& response) const;

 private:
  void put_headers_right(const Operation& operation, Request& request) const;
  [[nodiscard]] Status check_parameters(const Operation& operation, const Request& request) const;
  [[nodiscard]] Status check_body(const Operation& operation, Request& request) const;
  Status read_operation(const boost::json::value& root, const std::string& method, const std::string& pattern,
                        const boost::json::object& item);
  Status read_parameter(const boost::json::value& root, const boost::json::value& item, Operation& operation, const std::string& where);
  Status read_content(const boost::json::value& root, const boost::json::object& holder, const std::string& prefix,
                      std::map<std::string, SchemaId, std::less<>>& into, const std::string& where);

  Schemas schemas_;
  std::map<std::pair<std::string, std::string>, Operation> operations_;
};

// What may name somebody does not travel in an address, which browsers, proxies and logs keep. `instead` takes it in its body.
[[nodiscard]] Error not_in_address(const std::string& name, const std::string& instead);

// The spec that was built into this server. REQUIRES: it reads; a test holds that.
[[nodiscard]] const Spec& built_in_spec();

// Refuses requests that the spec does not allow. With `check_answers`, an answer that breaks the spec becomes a 500
// that says where, so that tests notice.
[[nodiscard]] Middleware checked_by(const Spec& spec, bool check_answers = false);

}  // namespace shaoyin::http
