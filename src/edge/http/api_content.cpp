// Showing protected content to somebody who says what for, and destroying it.
#include "app/content.h"
#include "edge/http/act_json.h"
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
    shown.emplace_back(json::object{{"name", one.field}, {"label", words.in(procedure->text("field." + one.field))}, {"text", one.text}});
  }
  Response response = json_answer(json::object{{"receipt", receipt_json(api, request, done->receipt, *procedure)}, {"shown", std::move(shown)}});
  response.headers.set("Cache-Control", "no-store");  // what was shown once for a purpose stays nowhere
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
  router.on("POST", "/api/v1/matters/{id}/erase", [&api](Request& request) { return erase(api, request); });
}

}  // namespace shaoyin::http
