#include "core/geo/point.h"

#include <cmath>
#include <numbers>

namespace shaoyin::geo {

namespace {
constexpr double kMeanRadius_m = 6'371'008.8;
constexpr double radians(double degrees) { return degrees * std::numbers::pi / 180; }
bool on_earth(double lon, double lat) {
  return std::abs(lon) <= 180 && std::abs(lat) <= 90;
}  // false for NaN
}  // namespace

Result<Point> Point::check(UncheckedPoint raw) {
  if (!on_earth(raw.lon, raw.lat)) return fault(ErrorCode::kInvalidPoint, {}, "-180..180,-90..90");
  return of_units(std::llround(raw.lon * kUnitsPerDegree), std::llround(raw.lat * kUnitsPerDegree));
}

Point Point::of_units(std::int64_t x, std::int64_t y) {
  ensure(x >= -1'800'000'000 && x <= 1'800'000'000 && y >= -900'000'000 && y <= 900'000'000,
         "a point on earth");
  return {static_cast<std::int32_t>(x), static_cast<std::int32_t>(y)};
}

double distance_m(Point a, Point b) {
  const double north = std::sin(radians(b.lat() - a.lat()) / 2);
  const double east = std::sin(radians(b.lon() - a.lon()) / 2);
  const double h = north * north + std::cos(radians(a.lat())) * std::cos(radians(b.lat())) * east * east;
  return 2 * kMeanRadius_m * std::asin(std::min(1.0, std::sqrt(h)));
}

Scale scale_at(double lat) {
  const double unit_m = kMeanRadius_m * radians(1 / Point::kUnitsPerDegree);
  return {unit_m * std::cos(radians(lat)), unit_m};
}

}  // namespace shaoyin::geo
