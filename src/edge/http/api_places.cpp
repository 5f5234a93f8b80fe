// Where is it, whose is it, and the "1+3+N" page of a community.
#include <algorithm>

#include "app/detail_words.h"
#include "app/readers.h"
#include "core/register/routing.h"
#include "edge/http/api.h"
#include "edge/http/matter_json.h"

namespace shaoyin::http {
namespace {

constexpr std::size_t kHitsMax = 20;       // what fits under a search box
constexpr int kCommunityMattersMax = 100;  // the page is a notice board; the rest is in the list

json::object grid_json(const registers::Book& book, const GridCode& code, const Wording& words) {
  const registers::Grid* grid = book.grid(code);
  json::object out = words.grid(code);
  out["kind"] = grid != nullptr ? registers::grid_kind_name(grid->kind) : "";
  return out;
}

Response locate(const Api& api, const Request& request) {
  const json::object& body = request.json->value.as_object();
  const Result<geo::Point> point = geo::Point::check({body.at("lon").to_number<double>(), body.at("lat").to_number<double>()});
  if (!point) return refusal(request, point.error());
  const std::shared_ptr<const app::Rules> rules = api.house.rules();
  const auto located = api.locators.of(rules->book)->locate(*point);
  if (!located) return refusal(request, located.error());
  const Wording words(*rules->book, request.language);
  json::array path;
  for (const GridCode& code : located->path) path.emplace_back(grid_json(*rules->book, code, words));
  return json_answer(json::object{{"path", std::move(path)}, {"boundary_distance_m", located->boundary_distance_m}, {"ask_confirm", located->ask_confirm}});
}

// "挂甲寺街道 · 某某社区": subdistrict and community of a grid.
std::string path_text(const registers::Book& book, const GridCode& grid, const Wording& words) {
  std::string text;
  for (const registers::GridKind kind : {registers::GridKind::kStreet, registers::GridKind::kCommunity}) {
    const GridCode code = book.at_level(grid, kind);
    if (!code.empty()) text += (text.empty() ? "" : " · ") + words.grid_name(code);
  }
  return text;
}

Response search(const Api& api, const Request& request) {
  const std::shared_ptr<const app::Rules> rules = api.house.rules();
  const Wording words(*rules->book, request.language);
  const std::string& q = request.query.get("q");
  json::array rows;
  for (const registers::Place* place : rules->book->find_places(q, kHitsMax)) {
    rows.emplace_back(json::object{{"code", place->code}, {"name", words.in(place->name)}, {"kind", place->kind}, {"grid", place->grid},
                                   {"path_text", path_text(*rules->book, place->grid, words)}});
  }
  for (const auto& [code, grid] : rules->book->grids()) {
    if (rows.size() >= kHitsMax) break;
    const bool wide = grid.kind == registers::GridKind::kCommunity || grid.kind == registers::GridKind::kStreet;
    if (!wide || (grid.name.zh.find(q) == std::string::npos && grid.name.en.find(q) == std::string::npos)) continue;
    rows.emplace_back(json::object{{"code", code}, {"name", words.in(grid.name)}, {"kind", registers::grid_kind_name(grid.kind)}, {"grid", code},
                                   {"path_text", path_text(*rules->book, code, words)}});
  }
  return json_answer(json::object{{"rows", std::move(rows)}});
}

json::value precedent_json(const Api& api, const registers::Book& book, const std::string& code) {
  for (const registers::Precedent& one : book.precedents()) {
    if (one.code != code) continue;
    const Result<app::Stored> from = api.house.store().load(api.house.district().id, one.from);
    return json::object{{"code", one.code}, {"from_number", from ? json::value(from->row.number) : json::value(nullptr)}, {"decided", format_utc(one.decided)}};
  }
  return nullptr;
}

Response explain(const Api& api, const Request& request) {
  const std::shared_ptr<const app::Rules> rules = api.house.rules();
  const registers::Book& book = *rules->book;
  const std::string& place = request.query.get("place");
  const Result<GridCode> grid = grid_of(book, place, "place");
  if (!grid) return refusal(request, grid.error());
  const std::string& category = request.query.get("category");
  if (book.category(category) == nullptr) return refusal(request, fault(ErrorCode::kUnknownReference, "category", app::shown_code(category)));
  registers::Question question = registers::question_about(book, *grid, category, registers::site_of(book, place), api.house.now());
  const PartyCode& supposed = request.query.get("object_owner");
  if (!supposed.empty() && book.unit(supposed) == nullptr) return refusal(request, fault(ErrorCode::kUnknownReference, "object_owner", "party"));
  if (!supposed.empty()) question.object_owner = supposed;
  const registers::Routing routing = registers::route(book, question);
  const Wording words(book, request.language);
  json::array steps;
  for (const registers::RuleTried& step : routing.steps) steps.emplace_back(json::object{{"rule", step.rule}, {"text", words.in(step.text)}, {"decided", step.decided}});
  json::array ask;
  for (const PartyCode& unit : routing.ask) ask.emplace_back(words.unit(unit));
  return json_answer(json::object{{"unit", words.unit_or_null(routing.unit)}, {"object_owner", words.unit_or_null(question.object_owner)}, {"manager", words.unit_or_null(question.manager)},
                                  {"ask", std::move(ask)}, {"steps", std::move(steps)},
                                  {"precedent", precedent_json(api, book, routing.precedent)}, {"contested", routing.contested}});
}

Response coverage(const Api& api, const Request& request) {
  const std::shared_ptr<const app::Rules> rules = api.house.rules();
  const registers::Book& book = *rules->book;
  const registers::Coverage found = registers::coverage(book, api.house.now());
  const Wording words(book, request.language);
  json::array gaps, doubles;
  for (const registers::CoverageRow& row : found.gaps) {
    gaps.emplace_back(json::object{{"area", words.grid(row.area)}, {"category", words.category(row.category)}});
  }
  for (const registers::CoverageRow& row : found.doubles) {
    json::array units;
    for (const registers::Route& route : book.routes()) {
      if (std::find(row.routes.begin(), row.routes.end(), route.code) != row.routes.end()) units.emplace_back(words.unit(route.unit));
    }
    doubles.emplace_back(json::object{{"area", words.grid(row.area)}, {"category", words.category(row.category)}, {"units", std::move(units)}});
  }
  return json_answer(json::object{{"gaps", std::move(gaps)}, {"doubles", std::move(doubles)}});
}

// The three nets that are merged in a community: grids, micro-grids, police grids; dedicated grids lie beside them.
json::array nets_json(const registers::Book& book, const GridCode& community, const Wording& words) {
  json::array nets;
  for (const registers::GridKind kind : {registers::GridKind::kAllPurpose, registers::GridKind::kMicro, registers::GridKind::kPolice, registers::GridKind::kDedicated}) {
    nets.emplace_back(json::object{{"kind", registers::grid_kind_name(kind)}, {"label", words.in(registers::say(kind))}, {"count", book.count_below(community, kind)}});
  }
  return nets;
}

json::value phone_json(const registers::Unit* unit) { return unit == nullptr || unit->phone.empty() ? json::value(nullptr) : json::value(unit->phone); }

// Of a police grid only whom to call: what the police do there is theirs.
json::array police_json(const registers::Book& book, const GridCode& community, const Wording& words) {
  json::array all;
  for (const GridCode& below : book.children(community)) {
    const registers::Grid& grid = *book.grid(below);
    if (grid.kind != registers::GridKind::kPolice) continue;
    all.emplace_back(json::object{{"code", grid.code}, {"name", words.in(grid.name)}, {"unit", words.unit_or_null(grid.office)}, {"phone", phone_json(book.unit(grid.office))}});
  }
  return all;
}

Response community(const Api& api, const Request& request) {
  const Result<access::Caller> caller = caller_of(api, request);
  if (!caller) return refusal(request, caller.error());
  const std::shared_ptr<const app::Rules> rules = api.house.rules();
  const registers::Book& book = *rules->book;
  const std::string& code = request.params.get("code");
  const registers::Grid* grid = book.grid(code);
  if (grid == nullptr || grid->kind != registers::GridKind::kCommunity) return refusal(request, fault(ErrorCode::kNotFound, "code"));
  app::Filter filter;
  filter.areas = {code};
  filter.open = true;
  filter.limit = kCommunityMattersMax;
  app::Page open;
  if (narrow(filter, *caller, book)) {
    Result<app::Page> found = app::list_for(api.house, *rules, *caller, filter);
    if (!found) return refusal(request, found.error());
    open = std::move(*found);
  }
  const Wording words(book, request.language);
  json::array matters, grids;
  for (const app::MatterRow& row : open.rows) matters.emplace_back(row_json(*rules, row, words));
  for (const GridCode& below : book.children(code)) grids.emplace_back(grid_json(book, below, words));
  const registers::Unit* committee = book.unit(book.office_of(code));
  return json_answer(json::object{{"code", code}, {"name", words.in(grid->name)}, {"street", words.grid(book.at_level(code, registers::GridKind::kStreet))},
                                  {"committee", json::object{{"unit", words.unit_or_null(book.office_of(code))}, {"phone", phone_json(committee)}}},
                                  {"nets", nets_json(book, code, words)}, {"volunteers", grid->volunteers ? json::value(*grid->volunteers) : json::value(nullptr)},
                                  {"police", police_json(book, code, words)}, {"open_matters", std::move(matters)}, {"open_total", open.total}, {"grids", std::move(grids)}});
}

// The borders of a community and of what lies in it, for a schematic map. Rings of "lon lat" pairs.
json::object shape_json(const registers::Grid& grid, const Wording& words) {
  json::array rings;
  for (const geo::Ring& ring : grid.polygon.rings) {
    json::array points;
    for (const geo::Point& point : ring) points.emplace_back(json::array{point.lon(), point.lat()});
    rings.emplace_back(std::move(points));
  }
  return {{"code", grid.code}, {"name", words.in(grid.name)}, {"kind", registers::grid_kind_name(grid.kind)}, {"synthetic", grid.synthetic}, {"rings", std::move(rings)}};
}

void add_shapes_below(const registers::Book& book, const GridCode& code, const Wording& words, json::array& shapes) {
  for (const GridCode& below : book.children(code)) {
    shapes.emplace_back(shape_json(*book.grid(below), words));
    add_shapes_below(book, below, words, shapes);
  }
}

Response community_map(const Api& api, const Request& request) {
  const std::shared_ptr<const app::Rules> rules = api.house.rules();
  const registers::Grid* grid = rules->book->grid(request.params.get("code"));
  if (grid == nullptr || grid->kind != registers::GridKind::kCommunity) return refusal(request, fault(ErrorCode::kNotFound, "code"));
  const Wording words(*rules->book, request.language);
  json::array shapes;
  add_shapes_below(*rules->book, grid->code, words, shapes);
  return json_answer(json::object{{"outline", shape_json(*grid, words)}, {"areas", std::move(shapes)}});
}

}  // namespace

void add_place_routes(Router& router, Api& api) {
  router.on("POST", "/api/v1/places/locate", [&api](Request& request) { return locate(api, request); });
  router.on("GET", "/api/v1/places/search", [&api](Request& request) { return search(api, request); });
  router.on("GET", "/api/v1/routing/explain", [&api](Request& request) { return explain(api, request); });
  router.on("GET", "/api/v1/routing/coverage", [&api](Request& request) { return coverage(api, request); });
  router.on("GET", "/api/v1/communities/{code}/map", [&api](Request& request) { return community_map(api, request); });
  router.on("GET", "/api/v1/communities/{code}/page", [&api](Request& request) { return community(api, request); });
}

}  // namespace shaoyin::http
