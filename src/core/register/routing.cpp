#include "core/register/routing.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace shaoyin::registers {

namespace {

// How well a rule fits, compared from the first number on; larger wins.
using Fit = std::array<std::size_t, 3>;

// Levels above `code` in the path, counted so that deeper is larger; 0 when it is not on the path.
std::size_t depth_on(const std::vector<std::string>& path, std::string_view code) {
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (path[i] == code) return path.size() - i;
  }
  return 0;
}

struct Asked {
  const Book& book;
  const Question& question;
  std::vector<GridCode> places;         // the place and everything above it
  std::vector<std::string> categories;  // the category and everything above it
  bool part;
};

Asked look_up(const Book& book, const Question& question) {
  const Category* category = book.category(question.category);
  return {book, question, book.path(question.place), book.category_path(question.category),
          category != nullptr && category->part};
}

const Precedent* best_precedent(const Asked& asked) {
  const Precedent* best = nullptr;
  Fit best_fit{};
  for (const Precedent& precedent : asked.book.precedents()) {
    const std::size_t area = depth_on(asked.places, precedent.area);
    const std::size_t object = depth_on(asked.categories, precedent.object);
    if (area == 0 || object == 0 || asked.question.at < precedent.decided) continue;
    const Fit fit{area, object, static_cast<std::size_t>(precedent.decided.ms)};
    if (best == nullptr || best_fit < fit) best = &precedent, best_fit = fit;
  }
  return best;
}

PartyCode resolve(const Asked& asked, const PartyCode& unit) {
  const auto office_at = [&](GridKind kind) {
    const GridCode level = asked.book.at_level(asked.question.place, kind);
    return level.empty() ? PartyCode{} : asked.book.office_of(level);
  };
  if (unit == "@community") return office_at(GridKind::kCommunity);
  if (unit == "@street") return office_at(GridKind::kStreet);
  if (unit == "@district") return office_at(GridKind::kDistrict);
  if (unit == "@manager") return asked.question.manager;
  return unit;
}

// The rows of the table that fit best: none, one, or several equal ones.
std::vector<const Route*> best_routes(const Asked& asked) {
  std::vector<const Route*> best;
  Fit best_fit{};
  for (const std::string& category : asked.categories) {
    for (const std::size_t i : asked.book.routes_of(category)) {
      const Route& row = asked.book.routes()[i];
      const bool names_owner = !row.object_owner.empty();
      if (names_owner && row.object_owner != asked.question.object_owner) continue;
      const std::size_t area = depth_on(asked.places, row.area);
      if (area == 0) continue;
      const std::size_t owner = names_owner ? 1 : 0;
      const std::size_t object = depth_on(asked.categories, category);
      const Fit fit = asked.part ? Fit{owner, area, object} : Fit{area, owner, object};
      if (fit < best_fit) continue;
      if (best_fit < fit) best.clear();
      best_fit = fit;
      best.push_back(&row);
    }
  }
  return best;
}

bool agree(const Asked& asked, const std::vector<const Route*>& rows) {
  return std::all_of(rows.begin(), rows.end(), [&](const Route* row) {
    return resolve(asked, row->unit) == resolve(asked, rows.front()->unit);
  });
}

Words unit_name(const Book& book, const PartyCode& code) {
  const Unit* unit = book.unit(code);
  return unit == nullptr ? Words{code, code} : unit->name;
}

Words grid_name(const Book& book, const GridCode& code) {
  const Grid* grid = book.grid(code);
  return grid == nullptr ? Words{code, code} : grid->name;
}

Words category_name(const Book& book, const std::string& code) {
  const Category* category = book.category(code);
  return category == nullptr ? Words{code, code} : category->name;
}

// Collects what was tried, in order.
class Telling {
 public:
  explicit Telling(Routing& routing) : routing_(routing) {}
  void tried(const char* rule, Words text) { routing_.steps.push_back({rule, std::move(text), false}); }
  void decided(const char* rule, Words text, PartyCode unit) {
    routing_.steps.push_back({rule, std::move(text), true});
    routing_.unit = std::move(unit);
  }
  void contested(const char* rule, Words text) {
    routing_.steps.push_back({rule, std::move(text), true});
    routing_.contested = true;
  }

 private:
  Routing& routing_;
};

bool by_precedent(const Asked& asked, Routing& routing, Telling& tell) {
  const Precedent* precedent = best_precedent(asked);
  if (precedent == nullptr || asked.book.unit(precedent->unit) == nullptr) {
    tell.tried("precedent", {"此前没有同类裁定", "No earlier ruling covers this"});
    return false;
  }
  const Words unit = unit_name(asked.book, precedent->unit);
  const Words area = grid_name(asked.book, precedent->area);
  const Words object = category_name(asked.book, precedent->object);
  const std::string day = format_local(precedent->decided).substr(0, 10);
  tell.decided("precedent",
               {fmt::format("按 {} 的裁定：{}的“{}”由{}负责", day, area.zh, object.zh, unit.zh),
                fmt::format("By the ruling of {}: \"{}\" in {} is for {}", day, object.en, area.en, unit.en)},
               precedent->unit);
  routing.precedent = precedent->code;
  return true;
}

bool by_owner(const Asked& asked, Telling& tell) {
  const PartyCode& owner = asked.question.object_owner;
  if (owner.empty()) {
    tell.tried("object_owner", {"没有登记这件东西归谁所有", "Nobody is on record as the owner of the thing"});
    return false;
  }
  const Words name = unit_name(asked.book, owner);
  if (asked.book.unit(owner) == nullptr) {
    tell.tried("object_owner", {fmt::format("权属单位“{}”不在单位名册中", owner),
                                fmt::format("The owner \"{}\" is not in the register of units", owner)});
    return false;
  }
  tell.decided("object_owner",
               asked.part ? Words{fmt::format("部件先按权属：归{}所有", name.zh),
                                  fmt::format("Things go to their owner first: {} owns it", name.en)}
                          : Words{fmt::format("派单目录没有规定，按权属：归{}所有", name.zh),
                                  fmt::format("The route table is silent; {} owns the thing", name.en)},
               owner);
  return true;
}

void tell_double(const Asked& asked, const std::vector<const Route*>& rows, Routing& routing, Telling& tell) {
  Words units;
  for (const Route* row : rows) {
    const PartyCode code = resolve(asked, row->unit);
    const Words name = code.empty() ? Words{"无单位", "nobody"} : unit_name(asked.book, code);
    units.zh += (units.zh.empty() ? "" : "、") + name.zh;
    units.en += (units.en.empty() ? "" : ", ") + name.en;
    if (!code.empty()) routing.ask.push_back(code);
  }
  tell.contested("double",
                 {fmt::format("派单目录有 {} 条同样具体的规定：{}", rows.size(), units.zh),
                  fmt::format("{} rows of the route table are equally specific: {}", rows.size(), units.en)});
}

void tell_gap(const Asked& asked, const Route& row, Routing& routing, Telling& tell) {
  for (const PartyCode& code : row.ask) {
    if (const PartyCode unit = resolve(asked, code); asked.book.unit(unit) != nullptr)
      routing.ask.push_back(unit);
  }
  const Words why = row.note.empty() ? Words{"", ""} : Words{"：" + row.note.zh, ": " + row.note.en};
  tell.contested("gap",
                 {"派单目录写明尚无责任单位" + why.zh, "The route table says nobody owns this yet" + why.en});
}

bool by_table(const Asked& asked, Routing& routing, Telling& tell) {
  const std::vector<const Route*> rows = best_routes(asked);
  if (rows.empty()) {
    tell.tried("table", {"派单目录没有适用的规定", "No row of the route table fits"});
    return false;
  }
  if (!agree(asked, rows)) return tell_double(asked, rows, routing, tell), true;
  const Route& row = *rows.front();
  routing.route = row.code;
  const PartyCode unit = resolve(asked, row.unit);
  if (row.unit.empty()) return tell_gap(asked, row, routing, tell), true;
  if (asked.book.unit(unit) == nullptr) {
    tell.contested("table",
                   {fmt::format("派单目录 {} 指定的单位不在名册中", row.code),
                    fmt::format("Row {} of the route table names a unit that is not registered", row.code)});
    return true;
  }
  const Words name = unit_name(asked.book, unit), area = grid_name(asked.book, row.area),
              object = category_name(asked.book, row.category);
  tell.decided("table",
               {fmt::format("按派单目录 {}：{}的“{}”由{}办理", row.code, area.zh, object.zh, name.zh),
                fmt::format("By row {} of the route table: \"{}\" in {} is for {}", row.code, object.en,
                            area.en, name.en)},
               unit);
  return true;
}

bool by_rules(const Asked& asked, Routing& routing, Telling& tell) {
  if (by_precedent(asked, routing, tell)) return true;
  if (asked.part) return by_owner(asked, tell) || by_table(asked, routing, tell);
  return by_table(asked, routing, tell) || by_owner(asked, tell);
}

}  // namespace

std::string site_of(const Book& book, std::string_view place) {
  constexpr int kPartsMax = 32;  // a building of a compound of a quarter; more can only be a cycle
  const Place* at = book.place(place);
  for (int part = 0; at != nullptr && part < kPartsMax; ++part, at = book.place(at->parent)) {
    if (!at->manager.empty() || !at->owner.empty()) return at->code;
  }
  return {};
}

Question question_about(const Book& book, GridCode grid, std::string category, std::string_view site, Instant at) {
  const Place* place = book.place(site);
  Question question{std::move(grid), std::move(category), {}, at, {}};
  if (place != nullptr) question.object_owner = place->owner, question.manager = place->manager;
  return question;
}

Routing route(const Book& book, const Question& question) {
  Routing routing;
  Telling tell(routing);
  const Asked asked = look_up(book, question);
  if (asked.places.empty()) {
    tell.contested("unknown", {"地点不在网格名册中", "The place is not in the register of grids"});
  } else if (asked.categories.empty()) {
    tell.contested("unknown",
                   {"尚未归类，或类别不在类别表中", "Not classified yet, or not in the table of categories"});
  } else if (!by_rules(asked, routing, tell)) {
    tell.contested("none", {"没有任何规定指明责任单位，需要吹哨或由区里裁定",
                            "No rule names a unit: blow a whistle or ask the district to rule"});
  }
  return routing;
}

Coverage coverage(const Book& book, Instant at) {
  std::set<GridCode> areas;
  for (const auto& [code, grid] : book.grids()) {
    if (grid.kind == GridKind::kCommunity) areas.insert(code);
  }
  const auto below_community = [&](const GridCode& code) {
    const Grid* grid = book.grid(code);
    if (grid != nullptr && grid->kind > GridKind::kCommunity) areas.insert(code);
  };
  for (const Route& row : book.routes()) below_community(row.area);
  for (const Precedent& precedent : book.precedents()) below_community(precedent.area);

  Coverage result;
  for (const GridCode& area : areas) {
    for (const std::string& category : book.leaf_categories()) {
      ++result.asked;
      const Question question{
          .place = area, .category = category, .object_owner = {}, .at = at, .manager = {}};
      const Asked asked = look_up(book, question);
      if (best_precedent(asked) != nullptr) continue;
      const std::vector<const Route*> rows = best_routes(asked);
      if (rows.size() > 1 && !agree(asked, rows)) {
        CoverageRow found{area, category, {}, {}};
        for (const Route* row : rows) found.routes.push_back(row->code);
        result.doubles.push_back(std::move(found));
      } else if (rows.empty() || book.unit(resolve(asked, rows.front()->unit)) == nullptr) {
        CoverageRow found{area, category, {}, {}};
        if (!rows.empty()) found.routes.push_back(rows.front()->code), found.note = rows.front()->note;
        result.gaps.push_back(std::move(found));
      }
    }
  }
  return result;
}

}  // namespace shaoyin::registers
