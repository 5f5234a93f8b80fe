// Points on earth. A point from outside is an UncheckedPoint until check() has looked at it; a Point is
// always a place on earth, in WGS-84 (CGCS2000 is the same to well under a metre), held as whole 1e-7 degrees
// so that shared borders are exactly shared and "inside" has exactly one answer on every machine. Pure;
// threads: any.
#pragma once

#include <compare>
#include <cstdint>

#include "core/base/result.h"

namespace shaoyin::geo {

// Degrees as somebody wrote them; may be anything, NaN included.
struct UncheckedPoint {
  double lon = 0;
  double lat = 0;
};

class Point {
 public:
  static constexpr double kUnitsPerDegree = 1e7;

  Point() = default;  // 0° E, 0° N
  // Error kInvalidPoint: not a number, |lon| > 180 or |lat| > 90. Rounds to 1e-7 degrees (about one
  // centimetre).
  [[nodiscard]] static Result<Point> check(UncheckedPoint raw);
  // REQUIRES: a place on earth. For coordinates we made ourselves.
  [[nodiscard]] static Point of_units(std::int64_t x, std::int64_t y);

  [[nodiscard]] double lon() const { return x_ / kUnitsPerDegree; }
  [[nodiscard]] double lat() const { return y_ / kUnitsPerDegree; }
  [[nodiscard]] std::int32_t x() const { return x_; }  // 1e-7 degrees east
  [[nodiscard]] std::int32_t y() const { return y_; }  // 1e-7 degrees north
  friend auto operator<=>(const Point&, const Point&) = default;

 private:
  Point(std::int32_t x, std::int32_t y) : x_(x), y_(y) {}
  std::int32_t x_ = 0;
  std::int32_t y_ = 0;
};

// Metres along the great circle, on a sphere of the mean radius (within 0.5 % of the ellipsoid).
[[nodiscard]] double distance_m(Point a, Point b);

// Metres per 1e-7 degree at a latitude: a flat picture good to a millimetre over a district.
struct Scale {
  double east_m;
  double north_m;
};
[[nodiscard]] Scale scale_at(double lat);

}  // namespace shaoyin::geo
