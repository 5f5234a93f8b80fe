// Photos and papers of a matter.
#include "app/attach.h"
#include "core/base/file_kind.h"
#include "edge/http/api.h"

namespace shaoyin::http {
namespace {

Response put(const Api& api, const Request& request) {
  const Result<access::Caller> caller = caller_of(api, request);
  if (!caller) return refusal(request, caller.error());
  if (request.body.empty()) return refusal(request, fault(ErrorCode::kTooShort, "body", "1"));
  const Result<app::Loaded> loaded = readable_matter(api, *caller, request.headers.get("X-Matter"));
  if (!loaded) return refusal(request, loaded.error());
  const Result<std::string> name = app::attach(api.house, api.files, *caller, *loaded, request.body);
  if (!name) return refusal(request, name.error());
  return json_answer(json::object{{"name", *name}}, 201);
}

Response get(const Api& api, const Request& request) {
  const Result<access::Caller> caller = caller_of(api, request);
  if (!caller) return refusal(request, caller.error());
  const Result<app::Loaded> loaded = readable_matter(api, *caller, request.params.get("matter"));
  if (!loaded) return refusal(request, loaded.error());
  Result<std::string> bytes = api.files.get(loaded->stored.wrapped_key, request.params.get("name"));
  if (!bytes) return refusal(request, bytes.error());
  // Kept by the browser, but asked for again each time, for offices share browsers: after sign-out or erasure there is nothing to
  // see. The name is a hash, so what has it is the same.
  const std::string etag = '"' + request.params.get("name") + '"';
  Response response;
  response.headers.set("Cache-Control", "private, no-cache");
  response.headers.set("ETag", etag);
  if (request.headers.get("If-None-Match") == etag) {
    response.status = 304;
    return response;
  }
  response.type = media_type(file_kind(*bytes));
  response.headers.set("Content-Disposition", response.type.starts_with("image/") ? "inline" : "attachment");
  response.body = std::move(*bytes);
  return response;
}

}  // namespace

void add_file_routes(Router& router, Api& api) {
  router.on("POST", "/api/v1/files", [&api](Request& request) { return put(api, request); }, {.body_max = kUploadBodyMax});
  router.on("GET", "/api/v1/files/{matter}/{name}", in_district(api, get));
}

}  // namespace shaoyin::http
