// The closed sets of grid and unit kinds, with the words that rows use for them.
#include <array>
#include <utility>

#include "core/register/book.h"

namespace shaoyin::registers {

namespace {

struct GridKindRow {
  GridKind kind;
  const char* name;
  Words said;
  std::optional<GridKind> parent;
};

const std::array<GridKindRow, 7>& grid_kinds() {
  static const std::array<GridKindRow, 7> rows{{
      {GridKind::kDistrict, "district", {"区", "district"}, std::nullopt},
      {GridKind::kStreet, "street", {"街道", "subdistrict"}, GridKind::kDistrict},
      {GridKind::kCommunity, "community", {"社区", "community"}, GridKind::kStreet},
      {GridKind::kAllPurpose, "all_purpose", {"全科网格", "all-purpose grid"}, GridKind::kCommunity},
      {GridKind::kMicro, "micro", {"微网格", "micro-grid"}, GridKind::kAllPurpose},
      {GridKind::kDedicated, "dedicated", {"专属网格", "dedicated grid"}, GridKind::kCommunity},
      {GridKind::kPolice, "police", {"警务网格", "police grid"}, GridKind::kCommunity},
  }};
  return rows;
}

constexpr std::array<std::pair<UnitKind, const char*>, 7> kUnitKinds{{
    {UnitKind::kDistrictOffice, "district_office"},
    {UnitKind::kDepartment, "department"},
    {UnitKind::kCompany, "company"},
    {UnitKind::kStreetOffice, "street_office"},
    {UnitKind::kCommunityCommittee, "community_committee"},
    {UnitKind::kGridTeam, "grid_team"},
    {UnitKind::kOther, "other"},
}};

const GridKindRow& row_of(GridKind kind) { return grid_kinds()[static_cast<std::size_t>(kind)]; }

}  // namespace

const char* grid_kind_name(GridKind kind) { return row_of(kind).name; }
Words say(GridKind kind) { return row_of(kind).said; }
std::optional<GridKind> parent_kind(GridKind kind) { return row_of(kind).parent; }

std::optional<GridKind> grid_kind_of(std::string_view name) {
  for (const GridKindRow& row : grid_kinds()) {
    if (name == row.name) return row.kind;
  }
  return std::nullopt;
}

const char* unit_kind_name(UnitKind kind) { return kUnitKinds[static_cast<std::size_t>(kind)].second; }

std::optional<UnitKind> unit_kind_of(std::string_view name) {
  for (const auto& [kind, text] : kUnitKinds) {
    if (name == text) return kind;
  }
  return std::nullopt;
}

}  // namespace shaoyin::registers
