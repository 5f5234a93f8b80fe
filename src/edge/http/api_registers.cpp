// The registers as they stand today, one list for all of them. People are shown by name, unit and role only, and only
// to staff.
#include <algorithm>
#include <charconv>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

#include "core/base/sha256.h"
#include "edge/http/api.h"
#include "edge/http/validate.h"
#include "edge/http/words_json.h"

namespace shaoyin::http {
namespace {

// One row, and what the filters look at.
struct Row {
  json::object shown;
  std::string parent, area;
  std::string found_by;  // code, names and aliases, in one text
};
using Rows = std::vector<Row>;

struct Shelf {
  const app::Rules& rules;
  const registers::Book& book;
  const Wording& words;
};

json::array texts(const auto& items) {
  json::array all;
  for (const std::string& item : items) all.emplace_back(item);
  return all;
}

std::string both(const std::string& code, const Words& name) { return code + "\n" + name.zh + "\n" + name.en; }

Rows units(const Shelf& s) {
  Rows rows;
  for (const auto& [code, unit] : s.book.units()) {
    json::object shown{{"code", code}, {"name", s.words.in(unit.name)}, {"kind", registers::unit_kind_name(unit.kind)},
                       {"function", s.words.in(unit.function)}, {"area", s.words.grid(unit.area)}};
    if (!unit.above.empty()) shown["above"] = s.words.unit(unit.above);
    rows.push_back({std::move(shown), unit.above, unit.area, both(code, unit.name)});
  }
  return rows;
}

Rows grids(const Shelf& s) {
  Rows rows;
  for (const auto& [code, grid] : s.book.grids()) {
    json::object shown{{"code", code}, {"name", s.words.in(grid.name)}, {"kind", registers::grid_kind_name(grid.kind)},
                       {"kind_label", s.words.in(registers::say(grid.kind))}, {"parent", grid.parent}};
    if (!grid.office.empty()) shown["office"] = s.words.unit(grid.office);
    rows.push_back({std::move(shown), grid.parent, code, both(code, grid.name)});
  }
  return rows;
}

Rows categories(const Shelf& s) {
  Rows rows;
  for (const auto& [code, category] : s.book.categories()) {
    rows.push_back({{{"code", code}, {"name", s.words.in(category.name)}, {"parent", category.parent}, {"part", category.part},
                     {"limits", category.limits}}, category.parent, "", both(code, category.name)});
  }
  return rows;
}

Rows places(const Shelf& s) {
  Rows rows;
  for (const auto& [code, place] : s.book.places()) {
    json::object shown{{"code", code}, {"name", s.words.in(place.name)}, {"kind", place.kind}, {"grid", s.words.grid(place.grid)},
                       {"parent", place.parent}, {"aliases", texts(place.aliases)}};
    if (place.delivered != 0) shown["delivered"] = place.delivered;
    if (place.lon != 0 || place.lat != 0) {
      shown["lon"] = place.lon;
      shown["lat"] = place.lat;
    }
    std::string found_by = both(code, place.name);
    for (const std::string& alias : place.aliases) found_by += "\n" + alias;
    rows.push_back({std::move(shown), place.parent, place.grid, std::move(found_by)});
  }
  return rows;
}

Rows people(const Shelf& s) {
  Rows rows;
  for (const auto& [code, person] : s.book.people()) {
    const registers::Role* role = s.book.role(person.role);
    rows.push_back({{{"code", code}, {"name", s.words.in(person.name)}, {"unit", s.words.unit(person.unit)},
                     {"role", named(person.role, role != nullptr ? s.words.in(role->name) : person.role)}, {"area", s.words.grid(person.area)}},
                    person.unit, person.area, both(code, person.name)});
  }
  return rows;
}

Rows roles(const Shelf& s) {
  Rows rows;
  for (const auto& [code, role] : s.book.roles()) {
    rows.push_back({{{"code", code}, {"name", s.words.in(role.name)}, {"verbs", texts(role.verbs)}}, "", "", both(code, role.name)});
  }
  return rows;
}

Rows routes(const Shelf& s) {
  Rows rows;
  for (const registers::Route& route : s.book.routes()) {
    json::object shown{{"code", route.code}, {"name", s.words.category_name(route.category)}, {"area", s.words.grid(route.area)},
                       {"category", s.words.category(route.category)}};
    if (!route.unit.empty()) shown["unit"] = s.words.unit(route.unit);
    if (!route.object_owner.empty()) shown["object_owner"] = s.words.unit(route.object_owner);
    if (!route.note.empty()) shown["source"] = s.words.in(route.note);
    rows.push_back({std::move(shown), route.category, route.area, route.code + "\n" + route.category});
  }
  return rows;
}

Rows precedents(const Shelf& s) {
  Rows rows;
  for (const registers::Precedent& one : s.book.precedents()) {
    rows.push_back({{{"code", one.code}, {"name", s.words.category_name(one.object)}, {"area", s.words.grid(one.area)},
                     {"category", s.words.category(one.object)}, {"unit", s.words.unit(one.unit)}, {"from_matter", id_text(one.from)},
                     {"decided", format_utc(one.decided)}}, one.object, one.area, one.code});
  }
  return rows;
}

// The days of the notices, three years around today's year.
Rows calendar(const Shelf& s, Instant now) {
  Rows rows;
  const clock::WorkCalendar& calendar = s.rules.calendar;
  const clock::DayNumber today = calendar.day_of(now);
  for (clock::DayNumber day = today - 3 * 366; day <= today + 2 * 366; ++day) {
    const clock::WorkCalendar::Day* listed = calendar.listed(day);
    if (listed == nullptr) continue;
    const std::string date = format_local(calendar.start_of(day), calendar.zone()).substr(0, 10);
    rows.push_back({{{"code", date}, {"name", listed->name}, {"date", date}, {"working", listed->works}}, "", "", date + "\n" + listed->name});
  }
  return rows;
}

const char* unit_word(clock::Unit unit) {
  switch (unit) {
    case clock::Unit::kMinutes: return "minutes";
    case clock::Unit::kHours: return "hours";
    case clock::Unit::kWorkingHours: return "working_hours";
    case clock::Unit::kWorkingDays: return "working_days";
    case clock::Unit::kDays: return "days";
    case clock::Unit::kMonths: return "months";
  }
  return "hours";
}

bool counts_by(const procedure::Procedure& procedure, const std::string& code) {
  const auto any = [&](const std::vector<procedure::ClockSpec>& clocks) {
    return std::any_of(clocks.begin(), clocks.end(), [&](const procedure::ClockSpec& clock) { return clock.code == code; });
  };
  return std::any_of(procedure.steps.begin(), procedure.steps.end(), [&](const auto& step) { return any(step.clocks); }) ||
         std::any_of(procedure.records.begin(), procedure.records.end(), [&](const auto& record) { return any(record.clocks); });
}

// A variant as the procedure that counts by the row calls it; the pack itself has no words for it.
std::string variant_label(const Shelf& s, const clock::PackRow& row) {
  for (const auto& [hash, procedure] : s.rules.by_hash) {
    const auto text = procedure->texts.find("choice." + row.variant);
    if (text != procedure->texts.end() && counts_by(*procedure, row.code)) return s.words.in(text->second);
  }
  return "";
}

Rows deadlines(const Shelf& s) {
  Rows rows;
  for (const clock::PackRow& row : s.rules.pack.rows()) {
    rows.push_back({{{"code", row.code}, {"name", s.words.in(clock::say_limit(row.limit))}, {"kind", row.variant}, {"kind_label", variant_label(s, row)}, {"amount", row.limit.amount},
                     {"time_unit", unit_word(row.limit.unit)}, {"source", s.words.in(row.source)}}, "", "", row.code + "\n" + row.variant});
  }
  return rows;
}

Rows rows_of(const std::string& reg, const Shelf& shelf, Instant now) {
  static const std::map<std::string, std::function<Rows(const Shelf&)>> makers{
      {"units", units}, {"grids", grids}, {"categories", categories}, {"places", places}, {"people", people}, {"roles", roles},
      {"routes", routes}, {"precedents", precedents}, {"deadlines", deadlines}};
  return reg == "calendar" ? calendar(shelf, now) : makers.at(reg)(shelf);
}

std::string version_of(const Rows& rows) {
  std::string all;
  for (const Row& row : rows) all += json::serialize(row.shown);
  return to_hex(sha256(all)).substr(0, 16);
}

int number(const Request& request, const char* name, int otherwise) {
  const std::string& text = request.query.get(name);
  std::from_chars(text.data(), text.data() + text.size(), otherwise);
  return otherwise;
}

// A register as it is shown in one language, made once for each state of the rules: the lists are open to everybody, and
// making one costs as much as a hundred commits.
struct Made {
  Rows rows;
  std::string version;
};
class RegisterShelf {
 public:
  std::shared_ptr<const Made> of(DistrictId district, const std::string& reg, const std::shared_ptr<const app::Rules>& rules, const Wording& words, Instant now) {
    // The calendar shows the years around today.
    const std::string key = reg + (words.language() == Language::kZh ? " zh" : " en") + (reg == "calendar" ? " " + std::to_string(rules->calendar.day_of(now)) : "");
    const std::lock_guard lock(mutex_);
    Board& board = boards_[district];
    if (board.rules != rules) board = {rules, {}};
    std::shared_ptr<const Made>& made = board.made[key];
    if (!made) {
      Rows rows = rows_of(reg, {*rules, *rules->book, words}, now);
      std::string version = version_of(rows);
      made = std::make_shared<const Made>(Made{std::move(rows), std::move(version)});
    }
    return made;
  }

 private:
  struct Board {
    std::shared_ptr<const app::Rules> rules;
    std::map<std::string, std::shared_ptr<const Made>> made;  // ten registers, two languages, a day of the calendar
  };
  std::mutex mutex_;
  std::map<DistrictId, Board> boards_;
};

// In a demonstration district some registers hold facts all the same: the days of the notices, limits with their sources, and
// what was ruled.
bool invented(std::string_view reg) { return reg != "calendar" && reg != "deadlines" && reg != "precedents"; }

constexpr const char* kRead = "register.read";

// Nobody's rows are another's: what is kept of an answer is kept for those who hold the verb in the same areas.
std::string tag_of(const std::string& version, const std::optional<app::ReadsRegister>& readable) {
  if (!readable) return '"' + version + '"';
  std::string areas;
  for (const GridCode& area : readable->held()) areas += area + " ";
  return '"' + version + "-" + to_hex(sha256(areas)).substr(0, 8) + '"';
}

Response list(const Api& api, RegisterShelf& shelf, const Request& request, const std::string& reg, const std::string& q) {
  static constexpr std::string_view kOpen[] = {"units", "grids", "categories", "places"};
  const std::string& area = request.query.get("area");
  const std::shared_ptr<const app::Rules> rules = api.house.rules();
  const bool open = std::find(std::begin(kOpen), std::end(kOpen), reg) != std::end(kOpen);
  const Result<access::Caller> caller = open ? Result<access::Caller>(access::Caller{}) : caller_of(api, request);
  if (!caller) return refusal(request, caller.error());
  std::optional<app::ReadsRegister> readable;
  if (!open) readable.emplace(*caller, *rules->book);
  if (readable && !(*readable)(area)) return refusal(request, fault(ErrorCode::kForbidden, area.empty() ? "register" : "area", kRead, access::authorize(*caller, kRead, rules->book->path(area)).because));
  const Wording words(*rules->book, request.language);
  const std::shared_ptr<const Made> made = shelf.of(api.house.district().id, reg, rules, words, api.house.now());
  const std::string etag = tag_of(made->version, readable);
  if (request.method != "POST" && request.headers.get("If-None-Match") == etag) {
    Response same{.status = 304};
    same.headers.set("ETag", etag);
    return same;
  }
  const bool by_parent = request.query.has("parent");
  const int offset = number(request, "offset", 0);
  const int limit = number(request, "limit", 50);
  json::array shown;
  int total = 0;
  for (const Row& row : made->rows) {
    const bool fits = (q.empty() || row.found_by.find(q) != std::string::npos) && (!by_parent || row.parent == request.query.get("parent")) &&
                      (area.empty() || rules->book->lies_in(row.area, area)) && (!readable || (*readable)(row.area));
    if (!fits) continue;
    if (total >= offset && total < offset + limit) shown.emplace_back(row.shown);
    ++total;
  }
  Response response = json_answer(json::object{{"rows", std::move(shown)}, {"total", total}, {"version", made->version}, {"synthetic", rules->book->synthetic() && invented(reg)}});
  response.headers.set("ETag", etag);
  response.headers.set("Cache-Control", open ? "no-cache" : "private, no-cache");  // kept, but asked for again: a changed register holds at once
  response.headers.set("Vary", "Accept-Language");
  return response;
}

}  // namespace

void add_register_routes(Router& router, Api& api) {
  const auto shelf = std::make_shared<RegisterShelf>();
  router.on("GET", "/api/v1/registers/{register}", in_district(api, [shelf](const Api& at, const Request& request) {
    const std::string& reg = request.params.get("register");
    if (reg == "people" && request.query.has("q")) return refusal(request, not_in_address("q", "POST /api/v1/registers/people/search"));
    return list(at, *shelf, request, reg, request.query.get("q"));
  }));
  router.on("POST", "/api/v1/registers/people/search", in_district(api, [shelf](const Api& at, const Request& request) {
    return list(at, *shelf, request, "people", text_of(request.json->value, "q"));
  }));
}

}  // namespace shaoyin::http
