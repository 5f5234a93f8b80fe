#include "core/geo/polygon.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace shaoyin::geo {

namespace {

__extension__ using Wide = __int128;  // products of two coordinate differences do not fit 64 bits

// > 0 when c lies to the left of a→b, 0 on the line.
int side(Point a, Point b, Point c) {
  const Wide left = static_cast<Wide>(static_cast<std::int64_t>(b.x()) - a.x()) *
                    (static_cast<std::int64_t>(c.y()) - a.y());
  const Wide right = static_cast<Wide>(static_cast<std::int64_t>(b.y()) - a.y()) *
                     (static_cast<std::int64_t>(c.x()) - a.x());
  return left > right ? 1 : (left < right ? -1 : 0);
}

template <class Visit>
void each_edge(const Ring& ring, const Visit& visit) {
  for (std::size_t i = 0; i < ring.size(); ++i) visit(ring[i], ring[(i + 1) % ring.size()]);
}

template <class Visit>
void each_edge(const Polygon& polygon, const Visit& visit) {
  for (const Ring& ring : polygon.rings) each_edge(ring, visit);
}

std::int64_t twice_area_signed(const Ring& ring) {
  Wide sum = 0;
  each_edge(ring, [&](Point a, Point b) {
    const Point o = ring.front();
    sum += static_cast<Wide>(a.x() - static_cast<std::int64_t>(o.x())) *
               (b.y() - static_cast<std::int64_t>(o.y())) -
           static_cast<Wide>(b.x() - static_cast<std::int64_t>(o.x())) *
               (a.y() - static_cast<std::int64_t>(o.y()));
  });
  return static_cast<std::int64_t>(sum);
}

// Twice the area, signed so that outer rings count up and holes count down.
int weight_of(const Polygon& polygon, std::size_t ring) {
  int depth = 0;
  for (std::size_t other = 0; other < polygon.rings.size(); ++other) {
    if (other != ring && contains(Polygon{{polygon.rings[other]}}, polygon.rings[ring].front())) ++depth;
  }
  return depth % 2 == 0 ? 1 : -1;
}

bool properly_cross(Point a, Point b, Point c, Point d) {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

bool crosses_itself(const Ring& ring) {
  for (std::size_t i = 0; i < ring.size(); ++i) {
    for (std::size_t j = i + 2; j < ring.size(); ++j) {
      if (properly_cross(ring[i], ring[i + 1], ring[j], ring[(j + 1) % ring.size()])) return true;
    }
  }
  return false;
}

std::string_view next_part(std::string_view& rest, char separator) {
  const std::size_t at = rest.find(separator);
  const std::string_view part = rest.substr(0, at);
  rest = at == std::string_view::npos ? std::string_view{} : rest.substr(at + 1);
  return part;
}

bool read_number(std::string_view text, double& value) {
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  return problem == std::errc{} && end == text.data() + text.size();
}

Result<Point> read_point(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  const std::string_view lon = next_part(text, ' ');
  UncheckedPoint raw;
  if (!read_number(lon, raw.lon) || !read_number(text, raw.lat)) {
    return fault(ErrorCode::kMalformed, "polygon", "lon lat,lon lat,…");
  }
  return Point::check(raw);
}

Result<Ring> read_ring(std::string_view text) {
  Ring ring;
  while (!text.empty()) {
    const Result<Point> point = read_point(next_part(text, ','));
    if (!point) return point.error();
    if (ring.size() >= kPolygonPointsMax) return fault(ErrorCode::kTooLong, "polygon", "kPolygonPointsMax");
    ring.push_back(*point);
  }
  if (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
  if (ring.size() < 3 || twice_area_signed(ring) == 0)
    return fault(ErrorCode::kMalformed, "polygon", "no area");
  if (crosses_itself(ring)) return fault(ErrorCode::kMalformed, "polygon", "crosses itself");
  return ring;
}

std::string format_degrees(std::int64_t units) {
  constexpr std::int64_t kUnits = 10'000'000;
  const std::string fraction = std::to_string(kUnits + std::abs(units) % kUnits);  // "1" and seven digits
  std::string text =
      (units < 0 ? "-" : "") + std::to_string(std::abs(units) / kUnits) + '.' + fraction.substr(1);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

double middle_lat(const Polygon& polygon) {
  const Box box = box_of(polygon);
  return (box.low.lat() + box.high.lat()) / 2;
}

double distance_to_edge_m(Point a, Point b, Point p, Scale scale) {
  const double ex = (b.x() - static_cast<double>(a.x())) * scale.east_m;
  const double ey = (b.y() - static_cast<double>(a.y())) * scale.north_m;
  const double px = (p.x() - static_cast<double>(a.x())) * scale.east_m;
  const double py = (p.y() - static_cast<double>(a.y())) * scale.north_m;
  const double length2 = ex * ex + ey * ey;
  const double along = length2 == 0 ? 0 : std::clamp((px * ex + py * ey) / length2, 0.0, 1.0);
  return std::hypot(px - along * ex, py - along * ey);
}

Point middle_of_widest_span(const Polygon& polygon, double y) {
  std::vector<double> crossings;
  each_edge(polygon, [&](Point a, Point b) {
    if ((a.y() > y) == (b.y() > y)) return;
    crossings.push_back(a.x() + (y - a.y()) / (static_cast<double>(b.y()) - a.y()) *
                                    (static_cast<double>(b.x()) - a.x()));
  });
  std::sort(crossings.begin(), crossings.end());
  double best_from = 0, best_to = 0;
  for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
    if (crossings[i + 1] - crossings[i] > best_to - best_from)
      best_from = crossings[i], best_to = crossings[i + 1];
  }
  return Point::of_units(std::llround((best_from + best_to) / 2), std::llround(y));
}

}  // namespace

Result<Polygon> parse_polygon(std::string_view text) {
  Polygon polygon;
  std::size_t points = 0;
  do {
    Result<Ring> ring = read_ring(next_part(text, ';'));
    if (!ring) return ring.error();
    points += ring->size();
    if (points > kPolygonPointsMax) return fault(ErrorCode::kTooLong, "polygon", "kPolygonPointsMax");
    polygon.rings.push_back(std::move(*ring));
  } while (!text.empty());
  return polygon;
}

std::string format_polygon(const Polygon& polygon) {
  std::string text;
  for (const Ring& ring : polygon.rings) {
    if (!text.empty()) text += ';';
    for (std::size_t i = 0; i < ring.size(); ++i) {
      if (i != 0) text += ',';
      text += format_degrees(ring[i].x()) + ' ' + format_degrees(ring[i].y());
    }
  }
  return text;
}

bool contains(const Polygon& polygon, Point point) {
  bool inside = false;
  each_edge(polygon, [&](Point a, Point b) {
    if ((a.y() > point.y()) == (b.y() > point.y())) return;
    const Point low = a.y() < b.y() ? a : b;
    const Point high = a.y() < b.y() ? b : a;
    if (side(low, high, point) > 0) inside = !inside;  // half-open: a border belongs to one side only
  });
  return inside;
}

std::int64_t twice_area_units(const Polygon& polygon) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < polygon.rings.size(); ++i) {
    sum += weight_of(polygon, i) * std::abs(twice_area_signed(polygon.rings[i]));
  }
  return sum;
}

double m2_per_unit(const Polygon& polygon) {
  const Scale scale = scale_at(middle_lat(polygon));
  return scale.east_m * scale.north_m;
}

double area_m2(const Polygon& polygon) {
  if (polygon.empty()) return 0;
  return static_cast<double>(twice_area_units(polygon)) / 2 * m2_per_unit(polygon);
}

double distance_to_boundary_m(const Polygon& polygon, Point point) {
  const Scale scale = scale_at(point.lat());
  double nearest = std::numeric_limits<double>::infinity();
  each_edge(polygon,
            [&](Point a, Point b) { nearest = std::min(nearest, distance_to_edge_m(a, b, point, scale)); });
  return nearest;
}

Box box_of(const Polygon& polygon) {
  ensure(!polygon.empty(), "a box needs a polygon");
  std::int32_t x1 = std::numeric_limits<std::int32_t>::max(), y1 = x1;
  std::int32_t x2 = std::numeric_limits<std::int32_t>::min(), y2 = x2;
  for (const Ring& ring : polygon.rings) {
    for (const Point p : ring) {
      x1 = std::min(x1, p.x()), x2 = std::max(x2, p.x());
      y1 = std::min(y1, p.y()), y2 = std::max(y2, p.y());
    }
  }
  return {Point::of_units(x1, y1), Point::of_units(x2, y2)};
}

Point point_inside(const Polygon& polygon) {
  const Ring& ring = polygon.rings.front();
  const Point o = ring.front();
  double area = 0, sum_x = 0, sum_y = 0;
  each_edge(ring, [&](Point a, Point b) {
    const double ax = a.x() - static_cast<double>(o.x()), ay = a.y() - static_cast<double>(o.y());
    const double bx = b.x() - static_cast<double>(o.x()), by = b.y() - static_cast<double>(o.y());
    const double piece = ax * by - bx * ay;
    area += piece, sum_x += (ax + bx) * piece, sum_y += (ay + by) * piece;
  });
  const Point centre =
      Point::of_units(o.x() + std::llround(sum_x / (3 * area)), o.y() + std::llround(sum_y / (3 * area)));
  if (contains(polygon, centre)) return centre;
  const Box box = box_of(polygon);
  for (const double share : {0.5, 0.25, 0.75, 0.4, 0.6, 0.1, 0.9}) {
    const Point p = middle_of_widest_span(
        polygon, box.low.y() + share * (static_cast<double>(box.high.y()) - box.low.y()));
    if (contains(polygon, p)) return p;
  }
  return centre;  // thinner than our units: no point of ours is inside
}

}  // namespace shaoyin::geo
