#include "core/walk/synthetic.h"

#include <algorithm>

#include "core/base/ensure.h"

namespace shaoyin::walk {
namespace {

// Near Tianjin, because distances depend on the latitude; no corner of it is a real one.
constexpr std::int64_t kWest = 1'172'000'000, kSouth = 390'500'000;
constexpr std::int64_t kStepEast = 10'400, kStepNorth = 8'100;  // 90 m in 1e-7 degrees
constexpr std::uint32_t kCornersMax = 2'000;                    // a side: a metropolis
constexpr std::uint32_t kBridgeEvery = 8;
constexpr std::uint32_t kBend = 9;                              // corners until the river turns
constexpr std::uint32_t kCompoundEvery = 6;                     // one compound per so many corners each way

// Corners in columns and rows from a south-west one; those outside the border are left out, and the river winds.
struct Frame {
  std::int64_t west = kWest, south = kSouth;
  std::uint32_t columns, rows;
  const geo::Polygon* border = nullptr;
};

class Town {
 public:
  Town(std::uint64_t seed, const Frame& frame) : chance_(seed), frame_(frame), columns_(frame.columns), rows_(frame.rows), there_(std::size_t{columns_} * rows_, true) {}

  Streets draw() {
    for (std::uint32_t row = 0; row < rows_; ++row) {
      for (std::uint32_t column = 0; column < columns_; ++column) add_corner(column, row);
    }
    for (std::uint32_t row = 0; row < rows_; ++row) {
      for (std::uint32_t column = 0; column < columns_; ++column) add_streets(column, row);
    }
    return std::move(town_);
  }

 private:
  void add_corner(std::uint32_t column, std::uint32_t row) {
    const std::int64_t jitter_x = std::int64_t{chance_.below(5'001)} - 2'500, jitter_y = std::int64_t{chance_.below(4'001)} - 2'000;
    const geo::Point at = geo::Point::of_units(frame_.west + column * kStepEast + jitter_x, frame_.south + row * kStepNorth + jitter_y);
    town_.points.push_back({.at = at});
    if (frame_.border != nullptr) there_[corner(column, row)] = geo::contains(*frame_.border, at);
  }

  // Straight across the middle of a town; within a border it turns north and south as it goes.
  [[nodiscard]] bool beyond_river(std::uint32_t column, std::uint32_t row) const {
    const std::uint32_t bend = frame_.border == nullptr ? 0 : std::min(column % (2 * kBend), 2 * kBend - column % (2 * kBend));
    return row > rows_ / 2 + bend;
  }

  [[nodiscard]] std::uint32_t corner(std::uint32_t column, std::uint32_t row) const { return row * columns_ + column; }
  [[nodiscard]] bool in_compound(std::uint32_t column, std::uint32_t row) const { return column % kCompoundEvery >= 3 && row % kCompoundEvery >= 3; }

  void add_streets(std::uint32_t column, std::uint32_t row) {
    if (column + 1 < columns_) join(column, row, column + 1, row);
    if (row + 1 < rows_) join(column, row, column, row + 1);
  }

  void join(std::uint32_t column, std::uint32_t row, std::uint32_t to_column, std::uint32_t to_row) {
    const bool bridge = row != to_row && column % kBridgeEvery == 0;
    if (beyond_river(column, row) != beyond_river(to_column, to_row) && !bridge) return;
    if (chance_.below(12) == 0 || !there_[corner(column, row)] || !there_[corner(to_column, to_row)]) return;
    const bool inside = in_compound(column, row), to_inside = in_compound(to_column, to_row);
    if (inside != to_inside) through_wall(corner(column, row), corner(to_column, to_row));
    else add_way(corner(column, row), corner(to_column, to_row), inside ? Traits{kPrivate} : street_traits());
  }

  Traits street_traits() {
    const std::uint32_t kind = chance_.below(30);
    return kind == 0 ? Traits{kSteps} : kind < 4 ? Traits{kCrossing} : Traits{0};
  }

  // One in three places of the wall is a gate, one in three of those is shut at night.
  void through_wall(std::uint32_t from, std::uint32_t to) {
    if (chance_.below(3) != 0) return;
    const Traits traits = chance_.below(3) == 0 ? kGate | kHours : kGate;
    const std::uint32_t gate = between(from, to);
    town_.points[gate].traits = traits;
    town_.points[gate].wait_s = 5;
    put({from, gate, to}, 0);
  }

  void add_way(std::uint32_t from, std::uint32_t to, Traits traits) { put({from, between(from, to), between(from, to), to}, traits); }

  std::uint32_t between(std::uint32_t from, std::uint32_t to) {
    const geo::Point a = town_.points[from].at, b = town_.points[to].at;
    const std::int64_t share = 20 + chance_.below(61);
    town_.points.push_back({.at = geo::Point::of_units((a.x() * (100 - share) + b.x() * share) / 100, (a.y() * (100 - share) + b.y() * share) / 100)});
    return static_cast<std::uint32_t>(town_.points.size() - 1);
  }

  void put(std::initializer_list<std::uint32_t> refs, Traits traits) {
    StreetWay way{.first = static_cast<std::uint32_t>(town_.refs.size()), .count = static_cast<std::uint32_t>(refs.size()), .traits = traits};
    if ((traits & kSteps) != 0) way.effort_percent = 200;
    if ((traits & kPrivate) != 0) way.effort_percent = 150;
    if ((traits & kCrossing) != 0) way.wait_s = 20;
    town_.refs.insert(town_.refs.end(), refs);
    town_.ways.push_back(way);
  }

  Sequence chance_;
  const Frame frame_;
  const std::uint32_t columns_, rows_;
  std::vector<bool> there_;
  Streets town_;
};

}  // namespace

std::uint64_t Sequence::next() {
  std::uint64_t z = state_ += 0x9E3779B97F4A7C15;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
  return z ^ (z >> 31);
}

Streets synthetic_town(std::uint64_t seed, std::uint32_t columns, std::uint32_t rows) {
  ensure(columns >= 2 && rows >= 2 && columns <= kCornersMax && rows <= kCornersMax, "a town of 2 x 2 to 2000 x 2000 corners");
  return Town(seed, {.columns = columns, .rows = rows}).draw();
}

Streets synthetic_district(std::uint64_t seed, const geo::Polygon& outline) {
  const geo::Box box = geo::box_of(outline);
  const auto steps = [](std::int64_t from, std::int64_t to, std::int64_t step) {
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>((to - from) / step + 1, 2, kCornersMax));
  };
  return Town(seed, {.west = box.low.x(), .south = box.low.y(), .columns = steps(box.low.x(), box.high.x(), kStepEast), .rows = steps(box.low.y(), box.high.y(), kStepNorth), .border = &outline}).draw();
}

Streets synthetic_tangle(std::uint64_t seed, std::uint32_t points, std::uint32_t ways) {
  Sequence chance(seed);
  Streets tangle;
  for (std::uint32_t i = 0; i < points; ++i) {
    StreetPoint point{.at = geo::Point::of_units(kWest + chance.below(100'000), kSouth + chance.below(100'000))};
    if (i > 0 && chance.below(8) == 0) point.at = tangle.points[chance.below(i)].at;  // two points in one place
    point.blocked = chance.below(25) == 0;
    point.traits = chance.below(20) == 0 ? kGate | kNarrow : 0;
    tangle.points.push_back(point);
  }
  for (std::uint32_t i = 0; i < ways; ++i) {
    StreetWay way{.first = static_cast<std::uint32_t>(tangle.refs.size()), .count = 1 + chance.below(5), .traits = static_cast<Traits>(chance.below(6) == 0 ? kSteps : 0)};
    const std::uint32_t near = chance.below(points);
    for (std::uint32_t j = 0; j < way.count; ++j) tangle.refs.push_back((near + chance.below(12)) % points);
    tangle.ways.push_back(way);
  }
  return tangle;
}

}  // namespace shaoyin::walk
