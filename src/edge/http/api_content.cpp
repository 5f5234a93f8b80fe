// Showing protected content to somebody who says what for, and destroying it.
#include "app/content.h"
#include "edge/http/act_json.h"
#include "edge/http/matter_json.h"
#include "edge/http/words_json.h"

namespace shaoyin::http {
namespace {

json::object receipt_json(const Api& api, const Request& request, const app::Receipt& receipt, const procedure::Procedure& procedure) {
  const Wording words(*api.house.rules()->book, request.language);
  return {{"id", id_text(receipt.matter)}, {"number", receipt.number}, {"revision", receipt.revision}, {"step", receipt.step},
          {"step_label", words.in(procedure.text("step." + receipt.step))}, {"hash", receipt.hash}, {"position", receipt.position}};
}

Response disclose(const Api& api, const Request& request) {
  const Result<access::Caller> caller = caller_of(api, request);
  if (!caller) return refusal(request, caller.error());
  const Result<app::Loaded> loaded = readable_matter(api, *caller, request.params.get("id"));
  if (!loaded) return refusal(request, loaded.error());
  const json::object& body = request.json->value.as_object();
  app::Disclosure wanted{*caller, request.headers.get("Idempotency-Key"), loaded->matter.id, {}, text_of(body, "purpose"), text_of(body, "note")};
  for (const json::value& name : body.at("fields").as_array()) wanted.fields.emplace_back(name.as_string());
  const Result<app::Disclosed> done = app::disclose(api.house, wanted);
  if (!done) return refusal(request, done.error());
  api.hub.announce();
  const auto procedure = api.house.rules()->of(loaded->matter);
  const Wording words(*api.house.rules()->book, request.language);
  json::array shown;
  for (const app::Shown& one : done->shown) {
    shown.emplace_back(json::object{{"name", one.field}, {"label", disclosed_label(*procedure, words, one.field)}, {"text", one.text}});
  }
  Response response = json_answer(json::object{{"receipt", receipt_json(api, request, done->receipt, *procedure)}, {"shown", std::move(shown)}});
  response.headers.set("Cache-Control", "no-store");  // what was shown once for a purpose stays nowhere
  return response;
}

// A document the matter issued, with all that is protected in it: what an approver, a cashier or whoever posts a letter must read.
Response open_document(const Api& api, const Request& request) {
  const Result<access::Caller> caller = caller_of(api, request);
  if (!caller) return refusal(request, caller.error());
  const Result<app::Loaded> loaded = readable_matter(api, *caller, request.params.get("id"));
  if (!loaded) return refusal(request, loaded.error());
  const json::object& body = request.json->value.as_object();
  const std::size_t ordinal = static_cast<std::size_t>(std::strtoull(request.params.get("document").c_str(), nullptr, 10));
  const Result<app::Disclosed> done = app::disclose(api.house, {*caller, request.headers.get("Idempotency-Key"), loaded->matter.id, {}, text_of(body, "purpose"), text_of(body, "note"), ordinal});
  if (!done) return refusal(request, done.error());
  api.hub.announce();
  const matter::Issued& issued = loaded->matter.issued.at(ordinal - 1);
  const Result<app::Loaded> then = app::as_it_stood(api.house, *loaded, issued.revision);
  if (!then) return refusal(request, then.error());
  const auto page = MatterPage::open(api, *then, *caller, request.language, &loaded->matter);
  if (!page) return refusal(request, page.error());
  std::map<std::string, std::string> opened;
  for (const app::Shown& one : done->shown) opened.emplace(one.commitment, one.text);
  Response response = json_answer(json::object{{"receipt", receipt_json(api, request, done->receipt, *api.house.rules()->of(loaded->matter))}, {"document", (*page)->document(ordinal, opened)}});
  response.headers.set("Cache-Control", "no-store");
  return response;
}

Response erase(const Api& api, const Request& request) {
  const Result<access::Caller> caller = caller_of(api, request);
  if (!caller) return refusal(request, caller.error());
  const Result<app::Loaded> loaded = readable_matter(api, *caller, request.params.get("id"));
  if (!loaded) return refusal(request, loaded.error());
  const json::object& body = request.json->value.as_object();
  const Result<app::Receipt> receipt = app::erase(api.house, {*caller, request.headers.get("Idempotency-Key"), loaded->matter.id, text_of(body, "reason")});
  if (!receipt) return refusal(request, receipt.error());
  api.hub.announce();
  return json_answer(receipt_json(api, request, *receipt, *api.house.rules()->of(loaded->matter)));
}

}  // namespace

void add_content_routes(Router& router, Api& api) {
  router.on("POST", "/api/v1/matters/{id}/disclose", [&api](Request& request) { return disclose(api, request); });
  router.on("POST", "/api/v1/matters/{id}/documents/{document}/disclose", [&api](Request& request) { return open_document(api, request); });
  router.on("POST", "/api/v1/matters/{id}/erase", [&api](Request& request) { return erase(api, request); });
}

}  // namespace shaoyin::http
