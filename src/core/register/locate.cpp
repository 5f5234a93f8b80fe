#include "core/register/locate.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace shaoyin::registers {

namespace {

std::vector<const Grid*> drawn(const Book& book) {
  std::vector<const Grid*> grids;
  for (const auto& [code, grid] : book.grids()) {
    if (!grid.polygon.empty()) grids.push_back(&grid);
  }
  return grids;
}

std::vector<geo::Polygon> polygons_of(const std::vector<const Grid*>& grids) {
  std::vector<geo::Polygon> polygons;
  polygons.reserve(grids.size());
  for (const Grid* grid : grids) polygons.push_back(grid->polygon);
  return polygons;
}

bool lies_over(GridKind kind) { return kind == GridKind::kDedicated || kind == GridKind::kPolice; }

geo::Box around(geo::Point point, double metres) {
  const geo::Scale scale = geo::scale_at(point.lat());
  const std::int64_t east = std::llround(metres / scale.east_m), north = std::llround(metres / scale.north_m);
  return {geo::Point::of_units(point.x() - east, point.y() - north),
          geo::Point::of_units(point.x() + east, point.y() + north)};
}

}  // namespace

Locator::Locator(std::shared_ptr<const Book> book)
    : book_(std::move(book)), grids_(drawn(*book_)), polygons_(polygons_of(grids_)), index_(polygons_) {}

Result<Located> Locator::locate(geo::Point point) const {
  Located located;
  std::size_t community = grids_.size();
  const Grid* smallest = nullptr;
  for (const std::size_t i : index_.at(point)) {
    if (grids_[i]->kind == GridKind::kCommunity) community = i;
    if (lies_over(grids_[i]->kind)) {
      located.also.push_back(grids_[i]->code);
    } else if (smallest == nullptr || smallest->kind < grids_[i]->kind) {
      smallest = grids_[i];
    }
  }
  if (community == grids_.size()) return fault(ErrorCode::kOutsideDistrict, "lon");
  located.path = book_->path(smallest->code);
  located.boundary_distance_m = geo::distance_to_boundary_m(polygons_[community], point);
  located.ask_confirm = located.boundary_distance_m < kAskConfirmWithin_m;
  if (located.ask_confirm) located.other = across(point, community);
  return located;
}

std::vector<GridCode> Locator::smallest_within(geo::Point point, double metres) const {
  std::vector<const Grid*> close;
  for (const std::size_t i : index_.near(around(point, metres))) {
    const bool here = geo::contains(polygons_[i], point) || geo::distance_to_boundary_m(polygons_[i], point) <= metres;
    if (here && !lies_over(grids_[i]->kind)) close.push_back(grids_[i]);
  }
  std::vector<GridCode> smallest;
  for (const Grid* grid : close) {
    const bool divided = std::any_of(close.begin(), close.end(), [&](const Grid* other) { return other != grid && book_->lies_in(other->code, grid->code); });
    if (!divided) smallest.push_back(grid->code);
  }
  return smallest;
}

GridCode Locator::across(geo::Point point, std::size_t community) const {
  double nearest_m = kAskConfirmWithin_m;
  GridCode found;
  for (const std::size_t i : index_.near(around(point, kAskConfirmWithin_m))) {
    if (i == community || grids_[i]->kind != GridKind::kCommunity) continue;
    const double distance_m = geo::distance_to_boundary_m(polygons_[i], point);
    if (distance_m < nearest_m) nearest_m = distance_m, found = grids_[i]->code;
  }
  return found;
}

}  // namespace shaoyin::registers
