// From a point on the map to the grids it lies in, and whether to ask: near a border between two communities
// the responsible office changes within a few steps, and a phone's position is not better than that. Threads:
// any, after building.  Ownership: keeps the book alive.
#pragma once

#include <memory>
#include <vector>

#include "core/geo/index.h"
#include "core/register/book.h"

namespace shaoyin::registers {

// Within this distance of a community's border the reporter is asked which side it is. A phone in a street of
// high houses is off by 10-30 m; the border between micro-grids of one office is not worth a question.
inline constexpr double kAskConfirmWithin_m = 30;

struct Located {
  std::vector<GridCode> path;  // micro-grid … district, smallest first; communities without grids start there
  std::vector<GridCode> also;      // dedicated and police grids that lie over the point
  double boundary_distance_m = 0;  // to the border of its community
  bool ask_confirm = false;
  GridCode other;  // the community across the border, when asked; empty: outside the district
};

class Locator {
 public:
  explicit Locator(std::shared_ptr<const Book> book);
  Locator(const Locator&) = delete;
  Locator& operator=(const Locator&) = delete;

  // Error kOutsideDistrict (field "lon"): no community holds the point.
  [[nodiscard]] Result<Located> locate(geo::Point point) const;

  // The smallest grids that hold the point or come within `metres` of it, by code; empty outside the district.
  [[nodiscard]] std::vector<GridCode> smallest_within(geo::Point point, double metres) const;

 private:
  [[nodiscard]] GridCode across(geo::Point point, std::size_t community) const;

  std::shared_ptr<const Book> book_;
  std::vector<const Grid*> grids_;      // the drawn ones
  std::vector<geo::Polygon> polygons_;  // theirs, at the same positions
  geo::Index index_;
};

}  // namespace shaoyin::registers
