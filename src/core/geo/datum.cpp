#include "core/geo/datum.h"

#include <cmath>
#include <numbers>

namespace shaoyin::geo {

namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kAxis_m = 6'378'245.0;  // Krasovsky 1940, as the shift is defined
constexpr double kEccentricity2 = 0.00669342162296594323;
constexpr double kBaiduTurn = kPi * 3000 / 180;
constexpr int kRoundsMax = 10;  // the error shrinks about 100 times a round

bool outside_china(UncheckedPoint p) {
  return !(p.lon >= 72.004 && p.lon <= 137.8347 && p.lat >= 0.8293 && p.lat <= 55.8271);
}

double wave(double x, double first, double second) {
  return (20 * std::sin(first * x * kPi) + 20 * std::sin(second * x * kPi)) * 2 / 3;
}

double shift_east(double x, double y) {
  return 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * std::sqrt(std::abs(x)) + wave(x, 6, 2) +
         (20 * std::sin(x * kPi) + 40 * std::sin(x / 3 * kPi)) * 2 / 3 +
         (150 * std::sin(x / 12 * kPi) + 300 * std::sin(x / 30 * kPi)) * 2 / 3;
}

double shift_north(double x, double y) {
  return -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * std::sqrt(std::abs(x)) + wave(x, 6, 2) +
         (20 * std::sin(y * kPi) + 40 * std::sin(y / 3 * kPi)) * 2 / 3 +
         (160 * std::sin(y / 12 * kPi) + 320 * std::sin(y / 30 * kPi)) * 2 / 3;
}

UncheckedPoint to_gcj02(UncheckedPoint p) {
  if (outside_china(p)) return p;
  const double x = p.lon - 105, y = p.lat - 35;
  const double turn = p.lat / 180 * kPi;
  const double magic = 1 - kEccentricity2 * std::sin(turn) * std::sin(turn);
  const double meridian_m = kAxis_m * (1 - kEccentricity2) / (magic * std::sqrt(magic));
  const double parallel_m = kAxis_m / std::sqrt(magic) * std::cos(turn);
  return {p.lon + shift_east(x, y) * 180 / (parallel_m * kPi),
          p.lat + shift_north(x, y) * 180 / (meridian_m * kPi)};
}

UncheckedPoint gcj02_to_bd09(UncheckedPoint p) {
  const double z = std::hypot(p.lon, p.lat) + 0.00002 * std::sin(p.lat * kBaiduTurn);
  const double theta = std::atan2(p.lat, p.lon) + 0.000003 * std::cos(p.lon * kBaiduTurn);
  return {z * std::cos(theta) + 0.0065, z * std::sin(theta) + 0.006};
}

// Walks to the point whose `shift` is `target`: each round takes off what is still too much.
template <class Shift>
UncheckedPoint undo(UncheckedPoint target, const Shift& shift) {
  UncheckedPoint guess = target;
  for (int round = 0; round < kRoundsMax; ++round) {
    const UncheckedPoint seen = shift(guess);
    guess.lon -= seen.lon - target.lon;
    guess.lat -= seen.lat - target.lat;
  }
  return guess;
}

}  // namespace

UncheckedPoint to_wgs84(UncheckedPoint point, Datum from) {
  switch (from) {
    case Datum::kWgs84:
    case Datum::kCgcs2000:
      return point;
    case Datum::kGcj02:
      return outside_china(point) ? point : undo(point, to_gcj02);
    case Datum::kBd09:
      return to_wgs84(undo(point, gcj02_to_bd09), Datum::kGcj02);
  }
  return point;
}

UncheckedPoint from_wgs84(UncheckedPoint point, Datum to) {
  switch (to) {
    case Datum::kWgs84:
    case Datum::kCgcs2000:
      return point;
    case Datum::kGcj02:
      return to_gcj02(point);
    case Datum::kBd09:
      return gcj02_to_bd09(to_gcj02(point));
  }
  return point;
}

}  // namespace shaoyin::geo
