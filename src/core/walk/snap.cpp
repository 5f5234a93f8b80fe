#include "core/walk/snap.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace shaoyin::walk {
namespace {

// Nearest place on the straight piece from a to b, in metres on a flat picture around `point`.
struct Foot {
  double gap_m, along_m, length_m;
};

Foot foot_on(geo::Point point, geo::Point a, geo::Point b) {
  const geo::Scale scale = geo::scale_at(point.lat());
  const double ax = (a.x() - double{1} * point.x()) * scale.east_m, ay = (a.y() - double{1} * point.y()) * scale.north_m;
  const double dx = (b.x() - double{1} * a.x()) * scale.east_m, dy = (b.y() - double{1} * a.y()) * scale.north_m;
  const double length = std::hypot(dx, dy);
  const double t = length > 0 ? std::clamp(-(ax * dx + ay * dy) / (length * length), 0.0, 1.0) : 0;
  return {std::hypot(ax + t * dx, ay + t * dy), t * length, length};
}

// Cells of about the gap allowed, but no more than this many: a country in one file must not fill the memory.
constexpr double kCellsMax = 4'000'000;

}  // namespace

template <class Visit>
void Snapper::each_piece(const Segment& segment, const Visit& visit) const {
  geo::Point from = network_.nodes[segment.a];
  for (std::uint32_t i = 0; i < segment.bends; ++i) {
    visit(from, network_.shape[segment.shape + i]);
    from = network_.shape[segment.shape + i];
  }
  visit(from, network_.nodes[segment.b]);
}

Snapper::Cell Snapper::cell_of(geo::Point point) const {
  const auto clamped = [](std::int64_t value, std::int64_t step, std::size_t count) {
    return static_cast<std::int32_t>(std::clamp<std::int64_t>(value < 0 ? 0 : value / step, 0, static_cast<std::int64_t>(count) - 1));
  };
  return {clamped(point.x() - low_x_, step_x_, columns_), clamped(point.y() - low_y_, step_y_, rows_)};
}

template <class Visit>
void Snapper::each_cell(geo::Point a, geo::Point b, const Visit& visit) const {
  const Cell low = cell_of(geo::Point::of_units(std::min(a.x(), b.x()), std::min(a.y(), b.y())));
  const Cell high = cell_of(geo::Point::of_units(std::max(a.x(), b.x()), std::max(a.y(), b.y())));
  for (std::int32_t y = low.y; y <= high.y; ++y) {
    for (std::int32_t x = low.x; x <= high.x; ++x) visit(slot(x, y));
  }
}

Snapper::Snapper(const Network& network) : network_(network) {
  if (network.nodes.empty()) return;
  std::int64_t high_x = -1'800'000'000, high_y = -900'000'000;
  low_x_ = 1'800'000'000, low_y_ = 900'000'000;
  const auto widen = [&](geo::Point p) {
    low_x_ = std::min<std::int64_t>(low_x_, p.x()), high_x = std::max<std::int64_t>(high_x, p.x());
    low_y_ = std::min<std::int64_t>(low_y_, p.y()), high_y = std::max<std::int64_t>(high_y, p.y());
  };
  for (const geo::Point p : network.nodes) widen(p);
  for (const geo::Point p : network.shape) widen(p);
  const geo::Scale scale = geo::scale_at(static_cast<double>(low_y_ + high_y) / 2 / geo::Point::kUnitsPerDegree);
  const double cells = static_cast<double>(high_x - low_x_) * scale.east_m * static_cast<double>(high_y - low_y_) * scale.north_m / (kGapMax_m * kGapMax_m);
  const double side_m = kGapMax_m * std::max(1.0, std::sqrt(cells / kCellsMax));
  step_x_ = std::max<std::int64_t>(1, std::llround(side_m / std::max(scale.east_m, scale.north_m / 100)));
  step_y_ = std::llround(side_m / scale.north_m);
  columns_ = static_cast<std::size_t>((high_x - low_x_) / step_x_) + 1;
  rows_ = static_cast<std::size_t>((high_y - low_y_) / step_y_) + 1;
  first_.assign(columns_ * rows_ + 1, 0);
  for (const Segment& s : network.segments) each_piece(s, [&](geo::Point a, geo::Point b) { each_cell(a, b, [&](std::size_t c) { ++first_[c + 1]; }); });
  std::partial_sum(first_.begin(), first_.end(), first_.begin());
  segments_.resize(first_.back());
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  for (std::uint32_t i = 0; i < network.segments.size(); ++i) {
    each_piece(network.segments[i], [&](geo::Point a, geo::Point b) { each_cell(a, b, [&](std::size_t c) { segments_[next[c]++] = i; }); });
  }
}

void Snapper::try_segment(std::uint32_t number, geo::Point point, std::optional<Place>& best) const {
  const Segment& segment = network_.segments[number];
  double walked_m = 0, at_m = 0, gap_m = kGapMax_m + 1;
  each_piece(segment, [&](geo::Point a, geo::Point b) {
    const Foot foot = foot_on(point, a, b);
    if (foot.gap_m < gap_m) gap_m = foot.gap_m, at_m = walked_m + foot.along_m;
    walked_m += foot.length_m;
  });
  if (gap_m > kGapMax_m || (best && (gap_m > best->gap_m || (gap_m == best->gap_m && number >= best->segment)))) return;
  const double share = walked_m > 0 ? at_m / walked_m : 0;
  best = Place{number, static_cast<Distance>(std::llround(share * segment.length_dm)), gap_m};
}

std::optional<Place> Snapper::snap(geo::Point point) const {
  std::optional<Place> best;
  if (network_.nodes.empty()) return best;
  const geo::Scale scale = geo::scale_at(point.lat());
  const auto reach_x = static_cast<std::int64_t>(kGapMax_m / std::max(scale.east_m, 1e-6)), reach_y = static_cast<std::int64_t>(kGapMax_m / scale.north_m);
  const auto kept = [](std::int64_t value, std::int64_t most) { return std::clamp(value, -most, most); };
  const auto corner = [&](int way) {
    return geo::Point::of_units(kept(point.x() + way * reach_x, 1'800'000'000), kept(point.y() + way * reach_y, 900'000'000));
  };
  std::uint32_t last = std::numeric_limits<std::uint32_t>::max();
  each_cell(corner(-1), corner(1), [&](std::size_t cell) {
    for (std::uint32_t i = first_[cell]; i < first_[cell + 1]; ++i) {
      if (segments_[i] != last) try_segment(segments_[i], point, best);
      last = segments_[i];
    }
  });
  return best;
}

Distance along(const Segment& segment, const Place& place, Distance weight) {
  const double share = segment.length_dm > 0 ? static_cast<double>(place.offset_dm) / segment.length_dm : 0;
  return static_cast<Distance>(std::llround(share * weight));
}

std::vector<Seed> seeds_of(const Network& network, const Place& place, Distance weight) {
  if (weight == kFar) return {};
  const Segment& segment = network.segments[place.segment];
  const Distance from_a = along(segment, place, weight);
  if (segment.a == segment.b) return {{segment.a, std::min(from_a, weight - from_a)}};
  return {{segment.a, from_a}, {segment.b, weight - from_a}};
}

}  // namespace shaoyin::walk
