#include "core/geo/slice.h"

#include <algorithm>
#include <cmath>

namespace shaoyin::geo {

namespace {

// The lattice in 1e-7 degrees: one step along is (17, -10), one step across (13, 13). At 39° N both are about
// 18 cm and at right angles, and along runs as the river does there, some 37° south of east.
constexpr std::int64_t kAlongX = 17, kAlongY = -10, kAcrossX = 13, kAcrossY = 13;
constexpr std::int64_t kCell = kAlongX * kAcrossY - kAlongY * kAcrossX;

// Other places for a cut that would break the shape into more than two pieces, nearest first.
constexpr double kShifts[] = {0,     0.03, -0.03, 0.06, -0.06, 0.1,  -0.1, 0.15,
                              -0.15, 0.2,  -0.2,  0.28, -0.28, 0.35, -0.35};

std::int64_t coordinate(Corner corner, bool along) { return along ? corner.along : corner.across; }

std::int64_t rounded(std::int64_t numerator, std::int64_t denominator) {
  return std::llround(static_cast<double>(numerator) / static_cast<double>(denominator));
}

double area(const Outline& outline) {
  std::int64_t twice = 0;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const Corner a = outline[i], b = outline[(i + 1) % outline.size()];
    twice += a.along * b.across - b.along * a.across;
  }
  return std::abs(static_cast<double>(twice)) / 2;
}

std::pair<std::int64_t, std::int64_t> extent(const Outline& outline, bool along) {
  std::int64_t low = coordinate(outline.front(), along), high = low;
  for (const Corner corner : outline) {
    low = std::min(low, coordinate(corner, along)), high = std::max(high, coordinate(corner, along));
  }
  return {low, high};
}

// Where the line meets the edge a-b. REQUIRES: the ends lie on different sides. The same for b-a.
Corner meet(Corner a, Corner b, bool along, std::int64_t at) {
  if (b < a) std::swap(a, b);
  const std::int64_t from = coordinate(a, along), to = coordinate(b, along);
  const std::int64_t start = coordinate(a, !along), end = coordinate(b, !along);
  const std::int64_t other = start + rounded((end - start) * (at - from), to - from);
  return along ? Corner{at, other} : Corner{other, at};
}

int crossings(const Outline& outline, bool along, std::int64_t at) {
  int count = 0;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const Corner next = outline[(i + 1) % outline.size()];
    if ((coordinate(outline[i], along) < at) != (coordinate(next, along) < at)) ++count;
  }
  return count;
}

bool through_a_corner(const Outline& outline, bool along, std::int64_t at) {
  return std::any_of(outline.begin(), outline.end(), [&](Corner c) { return coordinate(c, along) == at; });
}

// The part of the outline below the line, without remembering corners.
Outline below(const Outline& outline, bool along, std::int64_t at) {
  Outline kept;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const Corner here = outline[i], next = outline[(i + 1) % outline.size()];
    const bool in = coordinate(here, along) < at;
    if (in) kept.push_back(here);
    if (in != (coordinate(next, along) < at)) kept.push_back(meet(here, next, along, at));
  }
  return kept;
}

}  // namespace

Corner Slicer::corner_near(Point point) const {
  const std::int64_t dx = static_cast<std::int64_t>(point.x()) - origin_.x();
  const std::int64_t dy = static_cast<std::int64_t>(point.y()) - origin_.y();
  return {rounded(kAcrossY * dx - kAcrossX * dy, kCell), rounded(-kAlongY * dx + kAlongX * dy, kCell)};
}

Outline Slicer::outline_of(const Ring& ring) const {
  Outline outline;
  for (const Point point : ring) outline.push_back(corner_near(point));
  return outline;
}

Point Slicer::point_of(Corner corner) const {
  return Point::of_units(origin_.x() + kAlongX * corner.along + kAcrossX * corner.across,
                         origin_.y() + kAlongY * corner.along + kAcrossY * corner.across);
}

void Slicer::put_known(Outline& outline, Corner from, Corner to) const {
  const auto found = known_.find(std::minmax(from, to));
  if (found == known_.end()) return;
  put_known(outline, from, found->second);
  outline.push_back(found->second);
  put_known(outline, found->second, to);
}

Outline Slicer::with_known_corners(const Outline& outline) const {
  Outline result;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    result.push_back(outline[i]);
    put_known(result, outline[i], outline[(i + 1) % outline.size()]);
  }
  return result;
}

Polygon Slicer::polygon_of(const Outline& outline) const {
  Ring ring;
  for (const Corner corner : with_known_corners(outline)) ring.push_back(point_of(corner));
  return {{ring}};
}

Slicer::Cut Slicer::choose(const Outline& whole, bool along, double share) const {
  const double all = area(whole);
  for (const bool direction : {along, !along}) {
    const auto [low, high] = extent(whole, direction);
    for (const double shift : kShifts) {
      const double wanted = std::clamp(share + shift, 0.05, 0.95) * all;
      std::int64_t from = low + 1, to = high;
      while (from < to) {
        const std::int64_t middle = from + (to - from) / 2;
        area(below(whole, direction, middle)) < wanted ? from = middle + 1 : to = middle;
      }
      while (from < high && through_a_corner(whole, direction, from)) ++from;
      if (from < high && crossings(whole, direction, from) == 2) return {direction, from};
    }
  }
  const auto [low, high] = extent(whole, along);
  return {along,
          low + (high - low) / 2};  // a shape like a comb: pieces may touch in a line, areas still add up
}

Outline Slicer::keep(const Outline& whole, const Cut& cut, bool below_line) {
  Outline kept;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    const Corner here = whole[i], next = whole[(i + 1) % whole.size()];
    const bool low = coordinate(here, cut.along) < cut.at;
    if (low == below_line) kept.push_back(here);
    if (low == (coordinate(next, cut.along) < cut.at)) continue;
    const Corner corner = meet(here, next, cut.along, cut.at);
    if (corner == here || corner == next) {
      if (kept.empty() || kept.back() != corner) kept.push_back(corner);
      continue;
    }
    kept.push_back(corner);
    const bool straight = here.along == next.along || here.across == next.across;
    if (!straight) known_.emplace(std::minmax(here, next), corner);
  }
  return kept;
}

void Slicer::cut_into(const Outline& whole, std::vector<std::pair<std::size_t, Part>> parts,
                      std::vector<Outline>& shapes) {
  if (parts.size() == 1) {
    shapes[parts.front().first] = whole;
    return;
  }
  const Outline outline = with_known_corners(whole);
  const auto [low_a, high_a] = extent(outline, true);
  const auto [low_c, high_c] = extent(outline, false);
  const bool longer_along = high_a - low_a >= high_c - low_c;
  double all = 0, first = 0;
  for (const auto& [index, part] : parts) all += part.weight;
  const std::size_t half = parts.size() / 2;
  const auto sort_by = [&](bool along) {
    std::stable_sort(parts.begin(), parts.end(), [&](const auto& a, const auto& b) {
      return coordinate(a.second.centre, along) < coordinate(b.second.centre, along);
    });
    first = 0;
    for (std::size_t i = 0; i < half; ++i) first += parts[i].second.weight;
  };
  sort_by(longer_along);
  const Cut cut = choose(outline, longer_along, first / all);
  if (cut.along != longer_along) sort_by(cut.along);
  const Outline low = keep(outline, cut, true), high = keep(outline, cut, false);
  const auto middle = parts.begin() + static_cast<std::ptrdiff_t>(half);
  cut_into(low, {parts.begin(), middle}, shapes);
  cut_into(high, {middle, parts.end()}, shapes);
}

std::vector<Outline> Slicer::cut(const Outline& whole, const std::vector<Part>& parts) {
  ensure(!parts.empty(), "a whole has at least one part");
  std::vector<std::pair<std::size_t, Part>> numbered;
  for (std::size_t i = 0; i < parts.size(); ++i) numbered.emplace_back(i, parts[i]);
  std::vector<Outline> shapes(parts.size());
  cut_into(whole, std::move(numbered), shapes);
  return shapes;
}

}  // namespace shaoyin::geo
