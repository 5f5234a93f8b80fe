#include "edge/http/operation.h"

#include "edge/http/openapi_text.h"

namespace shaoyin::http {
namespace {

Response plain(std::string body, int status = 200) {
  return {.status = status, .body = std::move(body), .type = "text/plain; charset=utf-8"};
}

}  // namespace

void add_operation_routes(Router& router, OperationDesk desk) {
  router.on("GET", "/healthz", [](Request&) { return plain("ok\n"); });
  router.on("GET", "/readyz", [ready = desk.ready, notes = desk.notes](Request& request) {
    return ready() ? plain("ok\n" + (notes ? notes() : std::string())) : refusal(request, fault(ErrorCode::kBusy, "", "not ready"));
  });
  router.on("GET", "/metrics", [metrics = desk.metrics](Request&) {
    return Response{.body = metrics(), .type = "text/plain; version=0.0.4; charset=utf-8"};
  });
  router.on("GET", "/robots.txt", [](Request&) { return plain("User-agent: *\nAllow: /$\nDisallow: /\n"); });
  router.on("GET", "/api/v1/openapi.yaml", [](Request&) {
    return Response{.body = std::string(kOpenapiYaml), .type = "application/yaml; charset=utf-8"};
  });
}

}  // namespace shaoyin::http
