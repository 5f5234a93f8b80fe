// The large synthetic network of the figures: copies of a real one, side by side.
#include <algorithm>

#include "core/walk/network.h"

namespace shaoyin::walk {
namespace {

struct Frame {
  std::int64_t low_x, low_y, width, height;  // 1e-7 degrees
};

Frame frame_of(const Network& network) {
  const auto [west, east] = std::minmax_element(network.nodes.begin(), network.nodes.end(), [](auto a, auto b) { return a.x() < b.x(); });
  const auto [south, north] = std::minmax_element(network.nodes.begin(), network.nodes.end(), [](auto a, auto b) { return a.y() < b.y(); });
  return {west->x(), south->y(), std::int64_t{east->x()} - west->x() + 1, std::int64_t{north->y()} - south->y() + 1};
}

// The ten nodes nearest to one border, in the order along it, so that both sides of a seam can be joined pairwise.
constexpr std::size_t kStitches = 10;

template <class Toward, class Along>
std::vector<Node> nearest_to_border(const Network& network, Toward toward, Along along) {
  std::vector<Node> nodes(network.nodes.size());
  for (Node i = 0; i < nodes.size(); ++i) nodes[i] = i;
  const std::size_t count = std::min(kStitches, nodes.size());
  std::partial_sort(nodes.begin(), nodes.begin() + static_cast<std::ptrdiff_t>(count), nodes.end(), [&](Node a, Node b) { return toward(network.nodes[a]) > toward(network.nodes[b]); });
  nodes.resize(count);
  std::sort(nodes.begin(), nodes.end(), [&](Node a, Node b) { return along(network.nodes[a]) < along(network.nodes[b]); });
  return nodes;
}

void stitch(Network& whole, const std::vector<Node>& left, Node left_copy, const std::vector<Node>& right, Node right_copy) {
  for (std::size_t i = 0; i < left.size(); ++i) {
    const Node a = left[i] + left_copy, b = right[i] + right_copy;
    whole.segments.push_back({.a = a, .b = b, .length_dm = 1'000});  // a road of 100 m across the seam
  }
}

// Shapes are left out: figures need only weights.
void add_copy(Network& whole, const Network& one, const Frame& frame, std::uint32_t column, std::uint32_t row) {
  const Node base = static_cast<Node>(whole.nodes.size());
  for (const geo::Point at : one.nodes) whole.nodes.push_back(geo::Point::of_units(at.x() + column * frame.width, at.y() + row * frame.height));
  for (Segment segment : one.segments) {
    segment.a += base;
    segment.b += base;
    segment.shape = segment.bends = 0;
    whole.segments.push_back(segment);
  }
}

}  // namespace

Network tiled(const Network& network, std::uint32_t times) {
  const Frame frame = frame_of(network);
  const auto x = [](geo::Point p) { return std::int64_t{p.x()}; };
  const auto y = [](geo::Point p) { return std::int64_t{p.y()}; };
  const auto east = nearest_to_border(network, x, y), west = nearest_to_border(network, [](geo::Point p) { return -std::int64_t{p.x()}; }, y);
  const auto north = nearest_to_border(network, y, x), south = nearest_to_border(network, [](geo::Point p) { return -std::int64_t{p.y()}; }, x);
  const Node size = static_cast<Node>(network.nodes.size());
  Network whole;
  for (std::uint32_t row = 0; row < times; ++row) {
    for (std::uint32_t column = 0; column < times; ++column) {
      const Node here = (row * times + column) * size;
      add_copy(whole, network, frame, column, row);
      if (column > 0) stitch(whole, east, here - size, west, here);
      if (row > 0) stitch(whole, north, here - times * size, south, here);
    }
  }
  return whole;
}

}  // namespace shaoyin::walk
