#include "core/walk/isochrone.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace shaoyin::walk {
namespace {

struct Metres { double x, y; };

// Parts of segments that are reached, as polylines in metres from the first reached point.
class ReachedLines {
 public:
  ReachedLines(const Network& network, std::span<const Distance> weights, std::span<const Distance> distance, Distance limit)
      : network_(network), distance_(distance), limit_(limit) {
    for (std::size_t i = 0; i < network.segments.size(); ++i) {
      if (weights[i] != kFar) add(network.segments[i], weights[i]);
    }
  }
  [[nodiscard]] const std::vector<std::pair<Metres, Metres>>& pieces() const { return pieces_; }
  [[nodiscard]] geo::Point origin() const { return origin_; }
  [[nodiscard]] geo::Scale scale() const { return scale_; }

 private:
  [[nodiscard]] double share(Node node, Distance weight) const {
    if (distance_[node] == kFar || distance_[node] > limit_) return -1;
    return weight == 0 ? 1 : std::min(1.0, static_cast<double>(limit_ - distance_[node]) / weight);
  }

  void add(const Segment& s, Distance weight) {
    const double from_a = share(s.a, weight), from_b = share(s.b, weight);
    if (from_a < 0 && from_b < 0) return;
    std::vector<Metres> line;
    line.push_back(metres(network_.nodes[s.a]));
    for (std::uint32_t i = 0; i < s.bends; ++i) line.push_back(metres(network_.shape[s.shape + i]));
    line.push_back(metres(network_.nodes[s.b]));
    if (from_a >= 0) walk(line, from_a);
    if (from_b < 0 || from_a + from_b >= 2) return;
    std::reverse(line.begin(), line.end());
    walk(line, from_b);
  }

  void walk(const std::vector<Metres>& line, double share) {
    double length = 0;
    for (std::size_t i = 1; i < line.size(); ++i) length += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
    double left = length * share;
    for (std::size_t i = 1; i < line.size(); ++i) {
      const double piece = std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
      const double part = piece > 0 ? std::min(1.0, left / piece) : 1;
      pieces_.push_back({line[i - 1], {line[i - 1].x + part * (line[i].x - line[i - 1].x), line[i - 1].y + part * (line[i].y - line[i - 1].y)}});
      left -= piece;
      if (left <= 0) return;
    }
  }

  Metres metres(geo::Point p) {
    if (!placed_) placed_ = true, origin_ = p, scale_ = geo::scale_at(p.lat());
    return {(double{1} * p.x() - origin_.x()) * scale_.east_m, (double{1} * p.y() - origin_.y()) * scale_.north_m};
  }

  const Network& network_;
  const std::span<const Distance> distance_;
  const Distance limit_;
  bool placed_ = false;
  geo::Point origin_;
  geo::Scale scale_{};
  std::vector<std::pair<Metres, Metres>> pieces_;
};

// Squares beside reached lines, with an empty border all round.
struct Raster {
  double low_x = 0, low_y = 0, cell = 1;
  std::size_t columns = 0, rows = 0;
  std::vector<bool> on;
  [[nodiscard]] bool at(std::size_t x, std::size_t y) const { return on[y * columns + x]; }
};

double gap(Metres p, const std::pair<Metres, Metres>& piece) {
  const auto& [a, b] = piece;
  const double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
  const double t = length > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0) : 0;
  return std::hypot(a.x + t * dx - p.x, a.y + t * dy - p.y);
}

Raster rasterised(const std::vector<std::pair<Metres, Metres>>& pieces, const IsochroneStyle& style) {
  double low_x = 1e18, low_y = 1e18, high_x = -1e18, high_y = -1e18;
  for (const auto& [a, b] : pieces) {
    low_x = std::min({low_x, a.x, b.x}), high_x = std::max({high_x, a.x, b.x});
    low_y = std::min({low_y, a.y, b.y}), high_y = std::max({high_y, a.y, b.y});
  }
  Raster raster;
  const double beside = style.beside_m;
  const double area = (high_x - low_x + 4 * beside) * (high_y - low_y + 4 * beside);
  raster.cell = std::max(style.cell_m, std::sqrt(area / static_cast<double>(kIsochroneCellsMax)));
  raster.low_x = low_x - beside - 2 * raster.cell, raster.low_y = low_y - beside - 2 * raster.cell;
  raster.columns = static_cast<std::size_t>((high_x + beside - raster.low_x) / raster.cell) + 3;
  raster.rows = static_cast<std::size_t>((high_y + beside - raster.low_y) / raster.cell) + 3;
  raster.on.assign(raster.columns * raster.rows, false);
  for (const auto& piece : pieces) {
    const auto& [a, b] = piece;
    const auto column = [&](double x) { return static_cast<std::size_t>((x - raster.low_x) / raster.cell); };
    const auto row = [&](double y) { return static_cast<std::size_t>((y - raster.low_y) / raster.cell); };
    for (std::size_t y = row(std::min(a.y, b.y) - beside); y <= row(std::max(a.y, b.y) + beside); ++y) {
      for (std::size_t x = column(std::min(a.x, b.x) - beside); x <= column(std::max(a.x, b.x) + beside); ++x) {
        const Metres middle{raster.low_x + (static_cast<double>(x) + 0.5) * raster.cell, raster.low_y + (static_cast<double>(y) + 0.5) * raster.cell};
        if (gap(middle, piece) <= beside) raster.on[y * raster.columns + x] = true;
      }
    }
  }
  return raster;
}

// Corners of squares, as positions in a grid one wider than the raster.
using Corner = std::pair<std::int64_t, std::int64_t>;

// Goes round the squares with the area on the left. Where two squares touch at a corner only, it turns left, so that
// rings never cross themselves.
class Tracer {
 public:
  explicit Tracer(const Raster& raster) : raster_(raster), done_(raster.on.size(), false) {}

  std::vector<std::vector<Corner>> rings() {
    std::vector<std::vector<Corner>> all;
    for (std::size_t y = 1; y < raster_.rows; ++y) {
      for (std::size_t x = 0; x < raster_.columns; ++x) {
        // A lower edge with the area above it, not yet walked: it is walked eastward.
        if (raster_.at(x, y) && !raster_.at(x, y - 1) && !done_[y * raster_.columns + x]) all.push_back(ring(static_cast<std::int64_t>(x), static_cast<std::int64_t>(y)));
      }
    }
    return all;
  }

 private:
  [[nodiscard]] bool on(std::int64_t x, std::int64_t y) const { return raster_.at(static_cast<std::size_t>(x), static_cast<std::size_t>(y)); }

  std::vector<Corner> ring(std::int64_t x, std::int64_t y) {
    constexpr int kDx[] = {1, 0, -1, 0}, kDy[] = {0, 1, 0, -1};  // east, north, west, south
    // Squares left and right ahead of a corner, by direction, relative to it.
    constexpr int kLeftX[] = {0, -1, -1, 0}, kLeftY[] = {0, 0, -1, -1}, kRightX[] = {0, 0, -1, -1}, kRightY[] = {-1, 0, 0, -1};
    std::vector<Corner> corners;
    int way = 0;
    const std::int64_t start_x = x, start_y = y;
    do {
      if (way == 0) done_[static_cast<std::size_t>(y) * raster_.columns + static_cast<std::size_t>(x)] = true;
      x += kDx[way], y += kDy[way];
      int turned = way;
      if (!on(x + kLeftX[way], y + kLeftY[way])) turned = (way + 1) % 4;
      else if (on(x + kRightX[way], y + kRightY[way])) turned = (way + 3) % 4;
      if (turned != way) corners.emplace_back(x, y);
      way = turned;
    } while (x != start_x || y != start_y || way != 0);
    return corners;
  }

  const Raster& raster_;
  std::vector<bool> done_;
};

double off_line(Corner p, Corner a, Corner b) {
  const auto metres = [](Corner c) { return Metres{static_cast<double>(c.first), static_cast<double>(c.second)}; };
  return gap(metres(p), {metres(a), metres(b)});
}

// Douglas and Peucker between two corners that stay.
void keep_corners(const std::vector<Corner>& ring, std::size_t from, std::size_t to, double tolerance, std::vector<bool>& kept) {
  std::vector<std::pair<std::size_t, std::size_t>> open{{from, to}};
  while (!open.empty()) {
    const auto [a, b] = open.back();
    open.pop_back();
    std::size_t farthest = a;
    double most = tolerance;
    for (std::size_t i = a + 1; i < b; ++i) {
      const double off = off_line(ring[i], ring[a], ring[b % ring.size()]);
      if (off > most) most = off, farthest = i;
    }
    if (farthest == a) continue;
    kept[farthest] = true;
    open.push_back({a, farthest});
    open.push_back({farthest, b});
  }
}

std::vector<Corner> simplified(const std::vector<Corner>& ring, double tolerance) {
  std::size_t across = 0;  // the corner farthest from the first
  for (std::size_t i = 1; i < ring.size(); ++i) {
    if (std::hypot(double(ring[i].first - ring[0].first), double(ring[i].second - ring[0].second)) > std::hypot(double(ring[across].first - ring[0].first), double(ring[across].second - ring[0].second))) across = i;
  }
  std::vector<bool> kept(ring.size(), false);
  kept[0] = kept[across] = true;
  keep_corners(ring, 0, across, tolerance, kept);
  keep_corners(ring, across, ring.size(), tolerance, kept);
  std::vector<Corner> left;
  for (std::size_t i = 0; i < ring.size(); ++i) if (kept[i]) left.push_back(ring[i]);
  return left.size() >= 3 ? left : ring;
}

// Twice the area in squares; negative for a ring round a hole, because the area is on the left.
double twice_area(const std::vector<Corner>& ring) {
  double sum = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const auto& [x, y] = ring[i];
    const auto& [next_x, next_y] = ring[(i + 1) % ring.size()];
    sum += static_cast<double>(x) * static_cast<double>(next_y) - static_cast<double>(next_x) * static_cast<double>(y);
  }
  return sum;
}

}  // namespace

geo::Polygon isochrone(const Network& network, std::span<const Distance> weights, std::span<const Distance> distance, Distance limit, const IsochroneStyle& style) {
  ensure(weights.size() == network.segments.size() && distance.size() == network.nodes.size(), "a weight a segment, a distance a node");
  const ReachedLines lines(network, weights, distance, limit);
  if (lines.pieces().empty()) return {};
  const Raster raster = rasterised(lines.pieces(), style);
  geo::Polygon polygon;
  for (const std::vector<Corner>& corners : Tracer(raster).rings()) {
    const double area_m2 = twice_area(corners) / 2 * raster.cell * raster.cell;
    if (area_m2 < 0 && -area_m2 < style.hole_m2) continue;
    geo::Ring ring;
    for (const auto& [x, y] : simplified(corners, style.simplify_m / raster.cell)) {
      const double east = raster.low_x + static_cast<double>(x) * raster.cell, north = raster.low_y + static_cast<double>(y) * raster.cell;
      ring.push_back(geo::Point::of_units(lines.origin().x() + std::llround(east / lines.scale().east_m), lines.origin().y() + std::llround(north / lines.scale().north_m)));
    }
    polygon.rings.push_back(std::move(ring));
  }
  return polygon;
}

}  // namespace shaoyin::walk
