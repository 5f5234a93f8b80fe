// What everybody may read: the notices that are up now.
#include "app/detail_words.h"
#include "app/public_notices.h"
#include "edge/http/api.h"
#include "edge/http/words_json.h"

namespace shaoyin::http {
namespace {

Response notices(const Api& api, const Request& request) {
  const std::shared_ptr<const app::Rules> rules = api.house.rules();
  const std::string community = request.query.get("community");
  if (!community.empty() && rules->book->grid(community) == nullptr) return refusal(request, fault(ErrorCode::kUnknownReference, "community", app::shown_code(community)));
  const auto found = app::public_notices(api.house, community);
  if (!found) return refusal(request, found.error());
  const Wording words(*rules->book, request.language);
  json::array rows;
  for (const app::PublicNotice& notice : *found) {
    rows.emplace_back(json::object{{"number", notice.number}, {"kind_label", words.in(notice.kind_name)}, {"community", words.grid(notice.community)},
                                   {"text", words.in(notice.text)}, {"since", format_utc(notice.since)}});
  }
  return json_answer(json::object{{"rows", std::move(rows)}});
}

}  // namespace

void add_notice_routes(Router& router, Api& api) { 
  router.on("GET", "/api/v1/public/notices", [&api](Request& request) { return notices(api, request); });
}

}  // namespace shaoyin::http
