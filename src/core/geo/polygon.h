// Areas on the map. A polygon is one or more closed rings under the even-odd rule, so holes and separate
// parts need nothing special. Tests of "inside" are exact integer arithmetic: of several polygons that share
// their borders exactly, every point is inside exactly one, the border included. Pure; threads: any.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/geo/point.h"

namespace shaoyin::geo {

using Ring = std::vector<Point>;  // closed by itself: the last point joins the first

struct Polygon {
  std::vector<Ring> rings;
  [[nodiscard]] bool empty() const { return rings.empty(); }
  friend bool operator==(const Polygon&, const Polygon&) = default;
};

struct Box {
  Point low;   // south-west
  Point high;  // north-east
};

// A polygon of more points would make one row slow for everybody; a district outline has a few hundred.
inline constexpr std::size_t kPolygonPointsMax = 5'000;

// Reads "117.1792 39.1019,117.1798 39.1,117.18 39.2" with ";" between rings. A repeated last point is
// dropped. Errors: kMalformed (text, a ring under three points, no area), kTooLong (kPolygonPointsMax),
// kInvalidPoint, kMalformed with detail "crosses itself".
[[nodiscard]] Result<Polygon> parse_polygon(std::string_view text);
[[nodiscard]] std::string format_polygon(const Polygon& polygon);  // parse(format(p)) == p

[[nodiscard]] bool contains(const Polygon& polygon, Point point);
// Twice the area in square units, exact: the measure for "nothing is lost". Not negative for simple rings.
[[nodiscard]] std::int64_t twice_area_units(const Polygon& polygon);
[[nodiscard]] double area_m2(const Polygon& polygon);
// Square metres of one square unit at the middle latitude of `polygon`. REQUIRES: not empty.
[[nodiscard]] double m2_per_unit(const Polygon& polygon);
// Metres to the nearest border, inside or outside. REQUIRES: not empty.
[[nodiscard]] double distance_to_boundary_m(const Polygon& polygon, Point point);
[[nodiscard]] Box box_of(const Polygon& polygon);  // REQUIRES: not empty
// A point inside: the centre of gravity where that is inside, else one found on a scan line. REQUIRES: area.
[[nodiscard]] Point point_inside(const Polygon& polygon);
// Square metres that both polygons cover. Exact to rounding; 0 for polygons that only touch.
// Sums of many must be made in square units: square metres are measured at each shape's own latitude.
[[nodiscard]] double overlap_units(const Polygon& a, const Polygon& b);
[[nodiscard]] double overlap_m2(const Polygon& a, const Polygon& b);

}  // namespace shaoyin::geo
