// Opening matters and acting on them.
#include <algorithm>

#include <cmath>

#include "edge/http/act_json.h"
#include "edge/http/form_json.h"
#include "edge/http/words_json.h"

namespace shaoyin::http {
namespace {

Result<Value> value_of(const json::value& value, const std::string& field) {
  switch (value.kind()) {
    case json::kind::null: return Value::nothing();
    case json::kind::bool_: return Value::yes_no(value.get_bool());
    case json::kind::int64: return Value::number(value.get_int64());
    case json::kind::string: return Value::text(std::string(value.get_string()));
    case json::kind::array: {
      std::vector<Value> items;
      for (const json::value& item : value.get_array()) items.push_back(item.is_null() ? Value::nothing() : Value::text(std::string(item.as_string())));
      return Value::list(std::move(items));
    }
    default: return fault(ErrorCode::kWrongType, field, "integer");
  }
}

// Where the matter is: place, or lon and lat; `input.place` is taken out of the inputs.
Result<GridCode> place_of(const Api& api, const json::object& body, std::map<std::string, Value>& inputs) {
  std::string place = text_of(body, "place");
  if (const auto found = inputs.find("place"); found != inputs.end()) {
    if (place.empty()) place = found->second.as_text();
    inputs.erase(found);
  }
  if (!place.empty()) return grid_in_body(api, body, place);
  return locate_body(api, body);
}

// How it came stands in the form beside the fields of the matter; `input.channel` is taken out of the inputs.
std::string channel_of(std::map<std::string, Value>& inputs) {
  const auto found = inputs.find("channel");
  if (found == inputs.end() || found->second.kind() != Value::Kind::kText) return {};
  std::string channel = found->second.as_text();
  inputs.erase(found);
  return channel;
}

// The matter itself knows a grid; where exactly is kept in words, if its opening asks for that.
std::string chosen_place(const json::object& body, const app::Request& act) {
  const auto given = act.inputs.find("place");
  return given != act.inputs.end() && given->second.kind() == Value::Kind::kText ? given->second.as_text() : text_of(body, "place");
}

void keep_place_name(const app::Rules& rules, const json::object& body, app::Request& act) {
  const auto procedure = rules.current(act.kind);
  if (!procedure) return;
  const auto& takes = procedure->opening().takes;
  const bool asked = std::any_of(takes.begin(), takes.end(), [](const procedure::Input& input) { return input.record.empty() && input.field == "where"; });
  const std::string place = chosen_place(body, act);
  if (!asked || act.inputs.contains("field.where") || rules.book->place(place) == nullptr) return;
  act.inputs["field.where"] = Value::text(said_place(*rules.book, place, ""));
}

Response open_matter(const Api& api, const Request& request) {
  const Result<access::Caller> caller = caller_of(api, request);
  if (!caller) return refusal(request, caller.error());
  const json::object& body = request.json->value.as_object();
  app::Request act;
  act.caller = *caller;
  act.key = request.headers.get("Idempotency-Key");
  act.kind = text_of(body, "kind");
  if (const Status status = fill_act(body, act); !status) return refusal(request, status.error());
  keep_place_name(*api.house.rules(), body, act);
  act.site = chosen_place(body, act);
  const Result<GridCode> place = place_of(api, body, act.inputs);
  if (!place) return refusal(request, place.error());
  act.place = *place;
  act.channel = channel_of(act.inputs);
  return submit(api, request, act, api.house.rules()->current(act.kind), 201);
}

Response act_on_matter(const Api& api, const Request& request) {
  const Result<access::Caller> caller = caller_of(api, request);
  if (!caller) return refusal(request, caller.error());
  const Result<app::Loaded> loaded = readable_matter(api, *caller, request.params.get("id"));
  if (!loaded) return refusal(request, loaded.error());
  app::Request act;
  act.caller = *caller;
  act.key = request.headers.get("Idempotency-Key");
  act.matter = loaded->matter.id;
  act.action = request.params.get("action");
  if (const Status status = fill_act(request.json->value.as_object(), act); !status) return refusal(request, status.error());
  return submit(api, request, act, api.house.rules()->of(loaded->matter), 200);
}

}  // namespace

Result<std::map<std::string, Value>> inputs_of(const json::object& input) {
  std::map<std::string, Value> inputs;
  for (const auto& [key, value] : input) {
    std::string name(key);
    if (name.ends_with("[]")) name.resize(name.size() - 2);  // as the procedure's file writes a list
    Result<Value> made = value_of(value, "input." + name);
    if (!made) return made.error();
    if (made->known()) inputs[name] = std::move(*made);
  }
  return inputs;
}

Status fill_act(const json::object& body, app::Request& act) {
  if (const json::value* record = body.if_contains("record")) act.record = static_cast<RecordNumber>(record->as_int64());
  if (const json::value* revision = body.if_contains("revision")) act.revision = revision->as_int64();
  act.to = text_of(body, "to");
  Result<std::map<std::string, Value>> inputs = inputs_of(body.at("input").as_object());
  if (!inputs) return inputs.error();
  act.inputs = std::move(*inputs);
  return {};
}

namespace {

// The procedure names its inputs; the client knows them, and what it sent as such, as members of `input`: "call.unit[1]" is of "call.unit".
// A person reads the name that stands in the form.
Error as_member(Error error, const app::Rules& rules, const app::Request& act, const procedure::Procedure* procedure) {
  const procedure::ActionSpec* action = procedure == nullptr ? nullptr : act.matter.present() ? procedure->action(act.action) : &procedure->opening();
  if (action != nullptr) error.called = http::input_words(rules, *procedure, *action, error.field);
  const std::string name = error.field.substr(0, error.field.find('['));
  const bool member = act.inputs.contains(name) || name == "channel" || name.starts_with("child.") || (action != nullptr && action->input(name) != nullptr);
  if (member) error.field = "input." + error.field;
  return error;
}

std::string step_label(const procedure::Procedure* procedure, const std::string& step, const Wording& words) {
  return procedure != nullptr && procedure->step(step) != nullptr ? words.in(procedure->text("step." + step)) : step;
}

}  // namespace

Response submit(const Api& api, const Request& request, const app::Request& act, const std::shared_ptr<const procedure::Procedure>& procedure, int status) {
  const Result<app::Receipt> receipt = app::submit_action(api.house, act);
  if (!receipt) {
    return refusal(request, as_member(receipt.error(), *api.house.rules(), act, procedure.get()));
  }
  api.hub.announce();
  const std::shared_ptr<const app::Rules> rules = api.house.rules();
  return json_answer(json::object{{"id", id_text(receipt->matter)}, {"number", receipt->number}, {"revision", receipt->revision}, {"step", receipt->step},
                                  {"step_label", step_label(procedure.get(), receipt->step, Wording(*rules->book, request.language))},
                                  {"hash", receipt->hash}, {"position", receipt->position}}, status);
}

void add_action_routes(Router& router, Api& api) {
  router.on("POST", "/api/v1/matters", [&api](Request& request) { return open_matter(api, request); });
  router.on("POST", "/api/v1/matters/{id}/actions/{action}", in_district(api, act_on_matter));
}

}  // namespace shaoyin::http
