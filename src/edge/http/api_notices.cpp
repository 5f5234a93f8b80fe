// What everybody may read: the notices that are up now, and whether a paper is genuine.
#include "app/detail_words.h"
#include "app/public_notices.h"
#include "app/verify_document.h"
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

// Whether a paper is genuine, and of a genuine one what everybody may know who holds it; never what stands in it.
Response verify(const Api& api, const Request& request) {
  const std::shared_ptr<const app::Rules> rules = api.house.rules();
  const auto found = app::verify_document(api.house, *rules, request.params.get("number"));
  if (!found) return refusal(request, found.error());
  if (!*found) return json_answer(json::object{{"genuine", false}, {"title", nullptr}, {"kind_label", nullptr}, {"issued", nullptr}, {"unit", nullptr}});
  const Wording words(*rules->book, request.language);
  const app::Genuine& paper = **found;
  return json_answer(json::object{{"genuine", true}, {"title", words.in(paper.title)}, {"kind_label", words.in(paper.kind)},
                                  {"issued", format_utc(paper.issued)}, {"unit", json::object{{"name", words.unit_name(paper.unit)}}}});
}

}  // namespace

void add_notice_routes(Router& router, Api& api) { 
  router.on("GET", "/api/v1/public/notices", [&api](Request& request) { return notices(api, request); });
  router.on("GET", "/api/v1/public/documents/{number}", [&api](Request& request) { return verify(api, request); });
}

}  // namespace shaoyin::http
