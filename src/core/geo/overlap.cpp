// The area two polygons share. Both are taken as sums of signed triangles from one corner each; triangles are
// convex, so their common part is a plain clip, and the signs put everything right for any shape with holes.
#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "core/geo/polygon.h"

namespace shaoyin::geo {

namespace {

struct Spot {
  double x = 0;
  double y = 0;
};
using Convex = std::vector<Spot>;

struct Triangle {
  std::array<Spot, 3> corners;  // anticlockwise
  double sign = 1;
};

double cross(Spot a, Spot b, Spot c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

Spot relative(Point p, Point origin) {
  return {p.x() - static_cast<double>(origin.x()), p.y() - static_cast<double>(origin.y())};
}

std::vector<Triangle> triangles_of(const Polygon& polygon, Point origin) {
  std::vector<Triangle> result;
  const double outer = static_cast<double>(twice_area_units(polygon));
  double signed_sum = 0;
  const Spot apex = relative(polygon.rings.front().front(), origin);
  for (const Ring& ring : polygon.rings) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const Spot a = relative(ring[i], origin), b = relative(ring[(i + 1) % ring.size()], origin);
      const double twice = cross(apex, a, b);
      signed_sum += twice;
      if (twice > 0) result.push_back({{apex, a, b}, 1});
      if (twice < 0) result.push_back({{apex, b, a}, -1});
    }
  }
  if (signed_sum * outer < 0) {
    for (Triangle& t : result) t.sign = -t.sign;
  }
  return result;
}

Convex clip(const Convex& shape, Spot a, Spot b) {
  Convex kept;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const Spot p = shape[i], q = shape[(i + 1) % shape.size()];
    const double sp = cross(a, b, p), sq = cross(a, b, q);
    if (sp >= 0) kept.push_back(p);
    if ((sp > 0 && sq < 0) || (sp < 0 && sq > 0)) {
      const double t = sp / (sp - sq);
      kept.push_back({p.x + t * (q.x - p.x), p.y + t * (q.y - p.y)});
    }
  }
  return kept;
}

double common_area(const Triangle& s, const Triangle& t) {
  Convex shape(s.corners.begin(), s.corners.end());
  for (int i = 0; i < 3 && shape.size() >= 3; ++i) shape = clip(shape, t.corners[i], t.corners[(i + 1) % 3]);
  double twice = 0;
  for (std::size_t i = 1; i + 1 < shape.size(); ++i) twice += cross(shape[0], shape[i], shape[i + 1]);
  return twice / 2;
}

bool boxes_apart(const Box& a, const Box& b) {
  return a.high.x() <= b.low.x() || b.high.x() <= a.low.x() || a.high.y() <= b.low.y() ||
         b.high.y() <= a.low.y();
}

// True when one border line of `a` has all of `a` on one side and all of `b` on the other: neighbours,
// mostly.
bool line_between(const Polygon& a, const Polygon& b, Point origin) {
  for (const Ring& ring : a.rings) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const Spot p = relative(ring[i], origin), q = relative(ring[(i + 1) % ring.size()], origin);
      const auto all = [&](const Polygon& polygon, double sign) {
        for (const Ring& r : polygon.rings) {
          for (const Point c : r) {
            if (sign * cross(p, q, relative(c, origin)) < 0) return false;
          }
        }
        return true;
      };
      if ((all(b, 1) && all(a, -1)) || (all(b, -1) && all(a, 1))) return true;
    }
  }
  return false;
}

}  // namespace

double overlap_units(const Polygon& a, const Polygon& b) {
  if (a.empty() || b.empty()) return 0;
  const Box box_a = box_of(a);
  if (boxes_apart(box_a, box_of(b))) return 0;
  const Point origin = box_a.low;
  if (line_between(a, b, origin) || line_between(b, a, origin)) return 0;
  double units = 0;
  const std::vector<Triangle> of_b = triangles_of(b, origin);
  for (const Triangle& s : triangles_of(a, origin)) {
    for (const Triangle& t : of_b) units += s.sign * t.sign * common_area(s, t);
  }
  return std::max(0.0, units);
}

double overlap_m2(const Polygon& a, const Polygon& b) {
  return a.empty() ? 0 : overlap_units(a, b) * m2_per_unit(a);
}

}  // namespace shaoyin::geo
