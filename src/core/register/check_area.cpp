#include "core/register/check_area.h"

#include <fmt/format.h>

#include <cmath>

#include "core/geo/index.h"
#include "core/register/check.h"

namespace shaoyin::registers {

namespace {

struct Family {  // the grids of one kind under one parent
  const Grid* parent = nullptr;
  std::vector<const Grid*> members;
  bool all_drawn = true;
};

using Families = std::map<std::pair<GridCode, GridKind>, Family>;

Families families_of(const Book& book) {
  Families families;
  for (const auto& [code, grid] : book.grids()) {
    if (grid.parent.empty()) continue;
    Family& family = families[{grid.parent, grid.kind}];
    family.parent = book.grid(grid.parent);
    if (grid.polygon.empty()) {
      family.all_drawn = false;
    } else {
      family.members.push_back(&grid);
    }
  }
  return families;
}

Words name_of(const Grid& grid) {
  return {fmt::format("{}（{}）", grid.name.zh, grid.code), fmt::format("{} ({})", grid.name.en, grid.code)};
}

AreaFinding overlap(const Grid& blamed, const Grid& other, double shared_m2) {
  const Words name = name_of(other);
  return {blamed.code,
          "overlap",
          {fmt::format("与同类网格{}重叠 {:.0f} 平方米", name.zh, shared_m2),
           fmt::format("overlaps {}, of the same kind, by {:.0f} m²", name.en, shared_m2)},
          {"调整边界，使同类网格互不重叠", "move the border so that grids of one kind do not overlap"}};
}

AreaFinding gap(const Family& family, GridKind kind, double open_m2) {
  return {family.parent->code,
          "gap",
          {fmt::format("有 {:.0f} 平方米不属于任何{}", open_m2, say(kind).zh),
           fmt::format("{:.0f} m² belong to no {}", open_m2, say(kind).en)},
          {"把空白处划入相邻网格", "give the open ground to a neighbouring grid"}};
}

AreaFinding outside(const Grid& grid, const Grid& parent, double out_m2) {
  const Words name = name_of(parent);
  return {grid.code,
          "overlap",
          {fmt::format("有 {:.0f} 平方米在所属{}之外", out_m2, name.zh),
           fmt::format("{:.0f} m² lie outside {}", out_m2, name.en)},
          {"把边界收回上级范围之内", "draw the border back inside its parent"}};
}

// All drawn grids of one kind in the whole register, because neighbours need not share a parent.
void find_overlaps(const Book& book, GridKind kind, std::vector<AreaFinding>& found) {
  std::vector<geo::Polygon> shapes;
  std::vector<const Grid*> grids;
  for (const auto& [code, grid] : book.grids()) {
    if (grid.kind != kind || grid.polygon.empty()) continue;
    shapes.push_back(grid.polygon);
    grids.push_back(&grid);
  }
  const geo::Index index(shapes);
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    for (const std::size_t other : index.near(geo::box_of(shapes[i]))) {
      if (other >= i) break;
      const double shared_m2 = geo::overlap_m2(shapes[i], shapes[other]);
      if (shared_m2 > kSliver_m2) found.push_back(overlap(*grids[i], *grids[other], shared_m2));
    }
  }
}

void find_gaps(const Family& family, GridKind kind, std::vector<AreaFinding>& found) {
  if (family.parent == nullptr || family.parent->polygon.empty()) return;
  const double m2 = geo::m2_per_unit(family.parent->polygon);
  double inside = 0;  // square units
  for (const Grid* member : family.members) {
    const double whole = static_cast<double>(geo::twice_area_units(member->polygon)) / 2;
    const double shared = geo::overlap_units(member->polygon, family.parent->polygon);
    inside += shared;
    if ((whole - shared) * m2 > kSliver_m2)
      found.push_back(outside(*member, *family.parent, (whole - shared) * m2));
  }
  const double open_m2 =
      (static_cast<double>(geo::twice_area_units(family.parent->polygon)) / 2 - inside) * m2;
  if (family.all_drawn && open_m2 > kSliver_m2) found.push_back(gap(family, kind, open_m2));
}

}  // namespace

std::vector<AreaFinding> check_areas(const Book& book) {
  std::vector<AreaFinding> found;
  for (const GridKind kind : {GridKind::kStreet, GridKind::kCommunity, GridKind::kAllPurpose,
                              GridKind::kMicro, GridKind::kDedicated, GridKind::kPolice}) {
    find_overlaps(book, kind, found);
  }
  for (const auto& [key, family] : families_of(book)) find_gaps(family, key.second, found);
  return found;
}

}  // namespace shaoyin::registers
