#include "core/geo/index.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace shaoyin::geo {

namespace {
constexpr std::size_t kSideMax = 512;  // more squares than this cost more memory than they save time

bool touch(const Box& a, const Box& b) {
  return a.low.x() <= b.high.x() && b.low.x() <= a.high.x() && a.low.y() <= b.high.y() &&
         b.low.y() <= a.high.y();
}
}  // namespace

Index::Index(const std::vector<Polygon>& polygons) : polygons_(polygons) {
  std::int64_t x1 = std::numeric_limits<std::int32_t>::max(), y1 = x1;
  std::int64_t x2 = std::numeric_limits<std::int32_t>::min(), y2 = x2;
  for (const Polygon& polygon : polygons) {
    boxes_.push_back(polygon.empty() ? Box{} : box_of(polygon));
    if (polygon.empty()) continue;
    x1 = std::min<std::int64_t>(x1, boxes_.back().low.x()),
    y1 = std::min<std::int64_t>(y1, boxes_.back().low.y());
    x2 = std::max<std::int64_t>(x2, boxes_.back().high.x()),
    y2 = std::max<std::int64_t>(y2, boxes_.back().high.y());
  }
  if (x1 > x2) x1 = x2 = y1 = y2 = 0;
  side_ = std::clamp<std::size_t>(static_cast<std::size_t>(std::sqrt(static_cast<double>(polygons.size()))),
                                  1, kSideMax);
  low_x_ = x1, low_y_ = y1;
  step_x_ = (x2 - x1) / static_cast<std::int64_t>(side_) + 1;
  step_y_ = (y2 - y1) / static_cast<std::int64_t>(side_) + 1;
  squares_.resize(side_ * side_);
  for (std::size_t i = 0; i < polygons.size(); ++i) {
    if (polygons[i].empty()) continue;
    for (std::size_t r = row(boxes_[i].low.y()); r <= row(boxes_[i].high.y()); ++r) {
      for (std::size_t c = column(boxes_[i].low.x()); c <= column(boxes_[i].high.x()); ++c) {
        squares_[r * side_ + c].push_back(static_cast<std::uint32_t>(i));
      }
    }
  }
}

std::size_t Index::column(std::int64_t x) const {
  return static_cast<std::size_t>(
      std::clamp<std::int64_t>((x - low_x_) / step_x_, 0, static_cast<std::int64_t>(side_) - 1));
}

std::size_t Index::row(std::int64_t y) const {
  return static_cast<std::size_t>(
      std::clamp<std::int64_t>((y - low_y_) / step_y_, 0, static_cast<std::int64_t>(side_) - 1));
}

std::vector<std::size_t> Index::at(Point point) const {
  std::vector<std::size_t> found;
  for (const std::uint32_t i : squares_[row(point.y()) * side_ + column(point.x())]) {
    if (touch(boxes_[i], {point, point}) && contains(polygons_[i], point)) found.push_back(i);
  }
  return found;
}

std::vector<std::size_t> Index::near(const Box& box) const {
  std::vector<std::size_t> found;
  for (std::size_t r = row(box.low.y()); r <= row(box.high.y()); ++r) {
    for (std::size_t c = column(box.low.x()); c <= column(box.high.x()); ++c) {
      for (const std::uint32_t i : squares_[r * side_ + c]) {
        if (touch(boxes_[i], box)) found.push_back(i);
      }
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace shaoyin::geo
