// Desks and views: what is on a page, what a view shows, and its rows as a file to take away.
#include <charconv>

#include "edge/http/api.h"
#include "edge/http/view_json.h"

namespace shaoyin::http {
namespace {

int number(const Request& request, const char* name, int otherwise) {
  const std::string& text = request.query.get(name);
  std::from_chars(text.data(), text.data() + text.size(), otherwise);
  return otherwise;
}

app::ViewAsked asked_of(const Request& request) {
  app::ViewAsked asked;
  asked.where = request.query.get("where");
  asked.sort = request.query.get("sort");
  asked.day = request.query.get("day");
  asked.page = number(request, "page", 1);
  asked.limit = number(request, "limit", 50);
  asked.as = desk::show_of(request.query.get("as"));
  return asked;
}

Response list_desks(const Api& api, const Request& request) {
  const Result<access::Caller> caller = caller_of(api, request);
  if (!caller) return refusal(request, caller.error());
  const std::shared_ptr<const app::Rules> rules = api.house.rules();
  json::array desks;
  for (const desk::Desk* one : app::desks_for(*rules, *caller)) {
    desks.emplace_back(json::object{{"name", one->name}, {"label", one->label.in(request.language)}, {"help", one->help.in(request.language)}});
  }
  return json_answer(desks);
}

Response get_desk(const Api& api, const Request& request) {
  const Result<access::Caller> caller = caller_of(api, request);
  if (!caller) return refusal(request, caller.error());
  const std::shared_ptr<const app::Rules> rules = api.house.rules();
  const auto found = app::desk_for(*rules, *caller, request.params.get("desk"));
  if (!found) return refusal(request, found.error());
  return json_answer(desk_json(*rules, **found, Wording(*rules->book, request.language)));
}

Response read_view(const Api& api, const Request& request) {
  const Result<access::Caller> caller = caller_of(api, request);
  if (!caller) return refusal(request, caller.error());
  const auto shown = app::open_view(api.house, *api.tables, *caller, request.params.get("desk"), request.params.get("view"), asked_of(request));
  if (!shown) return refusal(request, shown.error());
  const bool can_export = !access::held_in(*caller, "export.run").empty();
  return json_answer(view_json(*shown, can_export, Wording(*shown->rules->book, request.language)));
}

Response as_file(const app::ShownView& shown, const char* ending, std::string bytes, const char* type) {
  Response response;
  response.body = std::move(bytes);
  response.type = type;
  const std::string day = format_local(shown.now, shown.rules->calendar.zone()).substr(0, 10);
  response.headers.set("Content-Disposition", "attachment; filename=\"" + shown.view->name + "-" + day + ending + "\"");
  response.headers.set("Cache-Control", "private, no-store");
  return response;
}

Response export_view(const Api& api, const Request& request, bool workbook) {
  const Result<access::Caller> caller = caller_of(api, request);
  if (!caller) return refusal(request, caller.error());
  const auto shown = app::export_view(api.house, *api.tables, *caller, request.params.get("desk"), request.params.get("view"), asked_of(request));
  if (!shown) return refusal(request, shown.error());
  const auto cells = view_cells(*shown, Wording(*shown->rules->book, request.language));
  if (!workbook) return as_file(*shown, ".csv", api.table_files->csv(cells), "text/csv");
  auto bytes = api.table_files->workbook(cells);
  if (!bytes) return refusal(request, bytes.error());
  return as_file(*shown, ".xlsx", std::move(*bytes), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
}

}  // namespace

void add_view_routes(Router& router, Api& api) {
  router.on("GET", "/api/v1/desks", [&api](Request& request) { return list_desks(api, request); });
  router.on("GET", "/api/v1/desks/{desk}", [&api](Request& request) { return get_desk(api, request); });
  router.on("GET", "/api/v1/views/{desk}/{view}", [&api](Request& request) { return read_view(api, request); });
  router.on("GET", "/api/v1/views/{desk}/{view}/rows.csv", [&api](Request& request) { return export_view(api, request, false); });
  router.on("GET", "/api/v1/views/{desk}/{view}/rows.xlsx", [&api](Request& request) { return export_view(api, request, true); });
}

}  // namespace shaoyin::http
