#include "edge/http/validate.h"

#include <algorithm>

#include "core/base/ensure.h"
#include "core/base/utf8.h"
#include "edge/http/json.h"
#include "edge/http/openapi_text.h"

namespace shaoyin::http {
namespace {

const json::value* member(const json::object& object, std::string_view name) { return object.if_contains(name); }

std::string text_member(const json::object& object, std::string_view name) {
  const json::value* found = member(object, name);
  return found != nullptr && found->is_string() ? std::string(found->get_string()) : std::string();
}

// Follows one {"$ref": "#/components/…"} of a parameter or response.
const json::object* resolved(const json::value& root, const json::value& item) {
  if (!item.is_object()) return nullptr;
  const std::string ref = text_member(item.get_object(), "$ref");
  if (ref.empty()) return &item.get_object();
  boost::system::error_code problem;
  const json::value* found = ref.starts_with("#/") ? root.find_pointer(ref.substr(1), problem) : nullptr;
  return found != nullptr && found->is_object() ? &found->get_object() : nullptr;
}

// "application/json; charset=utf-8" → "application/json".
std::string media_type(const std::string& content_type) {
  std::string type = content_type.substr(0, content_type.find(';'));
  while (type.ends_with(' ')) type.pop_back();
  std::transform(type.begin(), type.end(), type.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return type;
}

bool open_to_all(const json::object& item) {
  const json::value* security = member(item, "security");
  if (security == nullptr || !security->is_array()) return false;
  const json::array& ways = security->get_array();
  return ways.empty() || std::any_of(ways.begin(), ways.end(), [](const json::value& way) { return way.is_object() && way.get_object().empty(); });
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return text;
}

// The base of a path: its own server, else the file's first.
std::string base_of(const json::object& root, const json::object& path_item) {
  for (const json::object* holder : {&path_item, &root}) {
    const json::value* servers = member(*holder, "servers");
    if (servers == nullptr || !servers->is_array() || servers->get_array().empty() || !servers->get_array()[0].is_object()) continue;
    const std::string url = text_member(servers->get_array()[0].get_object(), "url");
    return url == "/" ? "" : url;
  }
  return "";
}

}  // namespace

Result<Spec> Spec::read(std::string_view openapi_json) {
  const Result<json::value> document = read_json(openapi_json);
  if (!document) return document.error();
  Spec spec;
  const json::value* paths = document->is_object() ? member(document->get_object(), "paths") : nullptr;
  if (paths == nullptr || !paths->is_object()) return fault(ErrorCode::kMalformed, "paths", "missing");
  static const std::vector<std::string_view> methods{"get", "post", "put", "patch", "delete"};
  for (const auto& [path, item] : paths->get_object()) {
    if (!item.is_object()) return fault(ErrorCode::kMalformed, std::string(path), "an object is expected");
    const std::string base = base_of(document->get_object(), item.get_object());
    for (const auto& [method, operation] : item.get_object()) {
      if (std::find(methods.begin(), methods.end(), std::string_view(method)) == methods.end()) continue;
      if (!operation.is_object()) return fault(ErrorCode::kMalformed, std::string(path), "an object is expected");
      const Status status = spec.read_operation(*document, upper(std::string(method)), base + std::string(path), operation.get_object());
      if (!status) return status.error();
    }
  }
  return spec;
}

Status Spec::read_operation(const json::value& root, const std::string& method, const std::string& pattern, const json::object& item) {
  Operation operation;
  const std::string where = method + " " + pattern;
  operation.id = text_member(item, "operationId");
  operation.open_to_all = open_to_all(item);
  operation.unsafe = method != "GET";
  if (const json::value* parameters = member(item, "parameters"); parameters != nullptr && parameters->is_array()) {
    for (const json::value& parameter : parameters->get_array()) {
      if (const Status status = read_parameter(root, parameter, operation, where); !status) return status;
    }
  }
  if (const json::value* elsewhere = member(item, "x-not-in-address"); elsewhere != nullptr && elsewhere->is_object()) {
    for (const auto& [name, instead] : elsewhere->get_object()) operation.not_in_address.emplace(name, text_member(elsewhere->get_object(), name));
  }
  if (const json::value* body = member(item, "requestBody"); body != nullptr && body->is_object()) {
    operation.body_required = member(body->get_object(), "required") != nullptr && body->at("required") == json::value(true);
    if (const Status status = read_content(root, body->get_object(), "", operation.bodies, where); !status) return status;
  }
  if (const json::value* answers = member(item, "responses"); answers != nullptr && answers->is_object()) {
    for (const auto& [status_text, answer] : answers->get_object()) {
      const json::object* found = resolved(root, answer);
      if (found == nullptr) return fault(ErrorCode::kMalformed, where, "response not found");
      const Status status = read_content(root, *found, std::string(status_text) + " ", operation.answers, where);
      if (!status) return status;
    }
  }
  operations_.emplace(std::pair(method, pattern), std::move(operation));
  return {};
}

Status Spec::read_parameter(const json::value& root, const json::value& item, Operation& operation, const std::string& where) {
  const json::object* found = resolved(root, item);
  const json::value* schema = found != nullptr ? member(*found, "schema") : nullptr;
  if (schema == nullptr) return fault(ErrorCode::kMalformed, where, "parameter without schema");
  Parameter parameter;
  parameter.name = text_member(*found, "name");
  const std::string in = text_member(*found, "in");
  if (in != "path" && in != "query" && in != "header") return fault(ErrorCode::kMalformed, where, "parameter in " + in);
  parameter.in = in == "path" ? Parameter::In::kPath : in == "query" ? Parameter::In::kQuery : Parameter::In::kHeader;
  const json::value* required = member(*found, "required");
  parameter.required = required != nullptr && *required == json::value(true);
  const Result<SchemaId> id = schemas_.add(root, *schema, where + " " + parameter.name);
  if (!id) return id.error();
  parameter.schema = *id;
  operation.parameters.push_back(std::move(parameter));
  return {};
}

Status Spec::read_content(const json::value& root, const json::object& holder, const std::string& prefix,
                          std::map<std::string, SchemaId, std::less<>>& into, const std::string& where) {
  const json::value* content = member(holder, "content");
  if (content == nullptr || !content->is_object()) {
    into.emplace(prefix, -1);
    return {};
  }
  for (const auto& [type, media] : content->get_object()) {
    const json::value* schema = media.is_object() ? member(media.get_object(), "schema") : nullptr;
    if (schema == nullptr) return fault(ErrorCode::kMalformed, where, "content without schema");
    const Result<SchemaId> id = schemas_.add(root, *schema, where + " " + prefix);
    if (!id) return id.error();
    into.emplace(prefix + std::string(type), *id);
  }
  return {};
}

const Operation* Spec::find(const std::string& method, const std::string& pattern) const {
  const auto found = operations_.find({method == "HEAD" ? "GET" : method, pattern});
  return found == operations_.end() ? nullptr : &found->second;
}

std::vector<std::pair<std::string, std::string>> Spec::operations() const {
  std::vector<std::pair<std::string, std::string>> all;
  for (const auto& [key, operation] : operations_) all.push_back(key);
  return all;
}

void Spec::put_headers_right(const Operation& operation, Request& request) const {
  for (const Parameter& parameter : operation.parameters) {
    const auto typed = parameter.in == Parameter::In::kHeader ? schemas_.typed(parameter.schema) : std::nullopt;
    if (typed && request.headers.count(parameter.name) == 1) request.headers.set(parameter.name, text::as_meant(request.headers.get(parameter.name), *typed));
  }
}

Status Spec::check_parameters(const Operation& operation, const Request& request) const {
  for (const Parameter& parameter : operation.parameters) {
    std::vector<std::string> values;
    if (parameter.in == Parameter::In::kPath) values = request.params.all(parameter.name);
    if (parameter.in == Parameter::In::kQuery) values = request.query.all(parameter.name);
    if (parameter.in == Parameter::In::kHeader) {
      for (const auto& [name, value] : request.headers.items()) {
        if (Headers one; one.add(name, value), one.has(parameter.name)) values.push_back(value);
      }
    }
    if (values.empty() && parameter.required) return fault(ErrorCode::kMissingField, parameter.name);
    if (values.empty()) continue;
    if (const Status status = schemas_.check_text(parameter.schema, values, parameter.name); !status) return status;
  }
  for (const auto& [name, value] : request.query.items()) {
    const bool known = std::any_of(operation.parameters.begin(), operation.parameters.end(), [&n = name](const Parameter& p) {
      return p.in == Parameter::In::kQuery && p.name == n;
    });
    if (const auto body = operation.not_in_address.find(name); body != operation.not_in_address.end()) return not_in_address(name, body->second);
    const bool showable = name.size() <= 40 && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string::npos;
    if (!known) return fault(ErrorCode::kUnknownField, showable ? name : "query");
  }
  return {};
}

Status Spec::check_body(const Operation& operation, Request& request) const {
  if (request.body.empty()) {
    return operation.body_required ? Status(fault(ErrorCode::kMissingField, "body")) : Status();
  }
  if (operation.bodies.empty()) return fault(ErrorCode::kUnknownField, "body");
  const auto body = operation.bodies.find(media_type(request.headers.get("Content-Type")));
  if (body == operation.bodies.end()) {
    std::string types;
    for (const auto& [type, schema] : operation.bodies) types += (types.empty() ? "" : " | ") + type;
    return fault(ErrorCode::kNotAChoice, "Content-Type", types);
  }
  if (body->first != "application/json") return {};
  Result<json::value> value = read_json(request.body);
  if (!value) return value.error();
  schemas_.put_right(body->second, *value);
  if (const Status status = schemas_.check(body->second, *value, ""); !status) return status;
  request.json = std::make_shared<JsonBody>(JsonBody{std::move(*value)});
  return {};
}

Status Spec::check_request(const Operation& operation, Request& request) const {
  put_headers_right(operation, request);
  if (const Status status = check_parameters(operation, request); !status) return status;
  return check_body(operation, request);
}

Status Spec::check_answer(const Operation& operation, const Response& response) const {
  const std::string status = std::to_string(response.status);
  for (const std::string& key : {status + " ", status.substr(0, 1) + "XX "}) {
    const auto found = operation.answers.lower_bound(key);
    if (found == operation.answers.end() || !found->first.starts_with(key)) continue;
    const auto exact = operation.answers.find(key + media_type(response.type));
    if (response.body.empty() && found->second < 0) return {};
    if (exact == operation.answers.end()) return fault(ErrorCode::kWrongType, "answer", "content type " + response.type);
    if (media_type(response.type) != "application/json") return {};
    const Result<json::value> value = read_json(response.body);
    if (!value) return value.error();
    return schemas_.check(exact->second, *value, "answer");
  }
  return fault(ErrorCode::kNotAChoice, "answer", "status " + status);
}

Error not_in_address(const std::string& name, const std::string& instead) {
  return fault(ErrorCode::kUnknownField, name, instead,
               {"检索词不放在网址里，以免留在日志中：请改用 " + instead + "，写在正文的 " + name + " 中",
                "Words one searches for do not stand in addresses, which logs keep: send them as " + name + " in the body of " + instead});
}

const Spec& built_in_spec() {
  static const Spec spec = [] {
    Result<Spec> read = Spec::read(kOpenapiJson);
    ensure(read.ok(), "the built-in openapi.yaml reads");
    return std::move(*read);
  }();
  return spec;
}

Middleware checked_by(const Spec& spec, bool check_answers) {
  return [&spec, check_answers](Request& request, const Handler& next) {
    const Operation* operation = request.route.empty() ? nullptr : spec.find(request.method, request.route);
    if (operation == nullptr) return next(request);
    if (const Status status = spec.check_request(*operation, request); !status) {
      Response response = refusal(request, status.error());
      if (status.error().field == "Content-Type") response.status = 415;
      return response;
    }
    Response response = next(request);
    if (!check_answers) return response;
    const Status kept = spec.check_answer(*operation, response);
    return kept ? response : refusal(request, fault(ErrorCode::kDamaged, kept.error().field, "answer breaks openapi.yaml: " + kept.error().detail));
  };
}

}  // namespace shaoyin::http
