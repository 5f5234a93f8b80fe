// Finds which of many polygons hold a point, or overlap a box, without looking at all of them: a uniform
// table of squares over their common box. Built once, then only read. Threads: any, after building.
// Ownership: keeps its own copy of the boxes; borrows the polygons.
#pragma once

#include <cstdint>
#include <vector>

#include "core/geo/polygon.h"

namespace shaoyin::geo {

class Index {
 public:
  // `polygons` must outlive the index; empty ones are never found. Numbers below are positions in it.
  explicit Index(const std::vector<Polygon>& polygons);

  // Polygons that contain the point, ascending.
  [[nodiscard]] std::vector<std::size_t> at(Point point) const;
  // Polygons whose boxes touch the box, ascending.
  [[nodiscard]] std::vector<std::size_t> near(const Box& box) const;

 private:
  [[nodiscard]] std::size_t column(std::int64_t x) const;
  [[nodiscard]] std::size_t row(std::int64_t y) const;

  const std::vector<Polygon>& polygons_;
  std::vector<Box> boxes_;
  std::int64_t low_x_ = 0, low_y_ = 0, step_x_ = 1, step_y_ = 1;
  std::size_t side_ = 1;  // the table is side_ × side_
  std::vector<std::vector<std::uint32_t>> squares_;
};

}  // namespace shaoyin::geo
