// The rules by which each kind of matter runs, and the form that opens one.
#include <algorithm>

#include "core/procedure/draw.h"
#include "edge/http/api.h"
#include "edge/http/form_json.h"

namespace shaoyin::http {
namespace {

json::array texts(const std::vector<std::string>& items) {
  json::array all;
  for (const std::string& item : items) all.emplace_back(item);
  return all;
}

bool holds_anywhere(const access::Caller& caller, const std::string& verb) {
  return std::any_of(caller.grants.begin(), caller.grants.end(), [&](const access::Grant& grant) { return grant.verbs.contains(verb); });
}

json::array steps_json(const procedure::Procedure& procedure, const Wording& words) {
  json::array steps;
  for (const procedure::StepSpec& step : procedure.steps) {
    steps.emplace_back(json::object{{"name", step.name}, {"label", words.in(procedure.text("step." + step.name))}, {"final", step.final}});
  }
  return steps;
}

// History opens nothing.
bool may_open(const procedure::Procedure& procedure, const access::Caller& caller) {
  const bool opens = std::any_of(procedure.actions.begin(), procedure.actions.end(), [](const procedure::ActionSpec& action) { return action.opens(); });
  return opens && holds_anywhere(caller, procedure.opening().may);
}

// Without rules and form, which together are some hundred kilobytes for the kinds of one district.
json::object in_short(const procedure::Procedure& procedure, const access::Caller& caller, const Wording& words) {
  json::value opening = nullptr;
  if (may_open(procedure, caller)) {
    const procedure::ActionSpec& action = procedure.opening();
    opening = json::object{{"label", words.in(procedure.text("action." + action.name))}, {"help", help_json(procedure, action, words)}};
  }
  return {{"kind", procedure.kind}, {"label", words.in(procedure.text("kind"))}, {"because", procedure.because}, {"steps", steps_json(procedure, words)}, {"opening", std::move(opening)}};
}

json::object procedure_json(const app::Rules& rules, const procedure::Procedure& procedure, const access::Caller& caller, const Wording& words) {
  json::array actions;
  for (const procedure::ActionSpec& action : procedure.actions) {
    if (action.by != procedure::ActionSpec::By::kPerson) continue;
    actions.emplace_back(json::object{{"name", action.name}, {"label", words.in(procedure.text("action." + action.name))},
                                      {"on", action.on.empty() ? json::value(nullptr) : json::value(action.on)}, {"from", texts(action.from)},
                                      {"to", texts(action.to)}, {"may", action.may}, {"because", action.because.empty() ? procedure.because : action.because}});
  }
  return {{"kind", procedure.kind}, {"label", words.in(procedure.text("kind"))}, {"because", procedure.because}, {"hash", procedure.hash},
          {"steps", steps_json(procedure, words)}, {"actions", std::move(actions)},
          {"opening", may_open(procedure, caller) ? json::value(opening_json(rules, procedure, words)) : json::value(nullptr)}};
}

Response list(const Api& api, const Request& request) {
  const Result<access::Caller> caller = caller_of(api, request);
  if (!caller) return refusal(request, caller.error());
  const std::shared_ptr<const app::Rules> rules = api.house.rules();
  const Wording words(*rules->book, request.language);
  json::array all;
  for (const auto& [kind, procedure] : rules->by_kind) all.emplace_back(in_short(*procedure, *caller, words));
  return json_answer(all);
}

Response one(const Api& api, const Request& request) {
  const Result<access::Caller> caller = caller_of(api, request);
  if (!caller) return refusal(request, caller.error());
  const std::shared_ptr<const app::Rules> rules = api.house.rules();
  const auto procedure = rules->current(request.params.get("kind"));
  if (!procedure) return refusal(request, fault(ErrorCode::kUnknownProcedure, "kind", request.params.get("kind")));
  return json_answer(procedure_json(*rules, *procedure, *caller, Wording(*rules->book, request.language)));
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) out += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
  return out + "\"";
}

// Steps as boxes, actions as arrows between them; automatic moves are dashed.
std::string graph_of(const procedure::Procedure& procedure, const Wording& words) {
  std::string out = "digraph " + quoted(procedure.kind) + " {\n  rankdir=LR; node [shape=box];\n";
  for (const procedure::StepSpec& step : procedure.steps) {
    out += "  " + quoted(step.name) + " [label=" + quoted(words.in(procedure.text("step." + step.name))) + (step.final ? ", peripheries=2" : "") + "];\n";
  }
  for (const procedure::ActionSpec& action : procedure.actions) {
    if (!action.on.empty()) continue;
    const std::string label = quoted(words.in(procedure.text("action." + action.name)));
    for (const std::string& to : action.to) {
      if (action.opens()) out += "  start [shape=point];\n  start -> " + quoted(to) + " [label=" + label + "];\n";
      for (const std::string& from : action.from) out += "  " + quoted(from) + " -> " + quoted(to) + " [label=" + label + "];\n";
    }
  }
  for (const procedure::AutoMove& move : procedure.autos) out += "  " + quoted(move.from) + " -> " + quoted(move.to) + " [style=dashed];\n";
  return out + "}\n";
}

Response drawing(const Api& api, const Request& request) {
  const std::shared_ptr<const app::Rules> rules = api.house.rules();
  const auto procedure = rules->current(request.params.get("kind"));
  if (!procedure) return refusal(request, fault(ErrorCode::kUnknownProcedure, "kind", request.params.get("kind")));
  if (request.query.get("format") == "svg") return {.body = procedure::draw_svg(*procedure), .type = "image/svg+xml"};
  return {.body = graph_of(*procedure, Wording(*rules->book, request.language)), .type = "text/vnd.graphviz; charset=utf-8"};
}

}  // namespace

void add_procedure_routes(Router& router, Api& api) {
  router.on("GET", "/api/v1/procedures", in_district(api, list));
  router.on("GET", "/api/v1/procedures/{kind}", in_district(api, one));
  router.on("GET", "/api/v1/procedures/{kind}/drawing", [&api](Request& request) { return drawing(api, request); });
}

}  // namespace shaoyin::http
