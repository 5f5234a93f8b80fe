// Which districts one may look at: the folder's own, and those that imports have made.
#include "edge/http/api.h"

namespace shaoyin::http {
namespace {

Response list(const Api& api, const Request& request) {
  const Result<access::Caller> caller = caller_of(api, request);
  if (!caller) return refusal(request, caller.error());
  json::array rows{district_json(api, request.language)};
  if (api.imported != nullptr) {
    for (const Api* other : api.imported->all()) {
      if (caller_of(*other, request)) rows.emplace_back(district_json(*other, request.language));
    }
  }
  return json_answer(json::object{{"rows", std::move(rows)}});
}

}  // namespace

void add_district_routes(Router& router, Api& api) {
  router.on("GET", "/api/v1/districts", [&api](Request& request) { return list(api, request); });
}

}  // namespace shaoyin::http
