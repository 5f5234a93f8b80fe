#include "core/walk/places.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace shaoyin::walk {
namespace {

Distance apart(const Segment& segment, const Place& one, const Place& other, Distance weight) {
  const Distance a = along(segment, one, weight), b = along(segment, other, weight);
  const Distance straight = std::max(a, b) - std::min(a, b);
  return segment.a == segment.b ? std::min(straight, weight - straight) : straight;
}

// Each facility once, at its least distance.
void keep_nearest(std::vector<Label>& labels, std::size_t count) {
  std::sort(labels.begin(), labels.end(), [](const Label& a, const Label& b) { return std::pair(a.facility, a.distance) < std::pair(b.facility, b.distance); });
  labels.erase(std::unique(labels.begin(), labels.end(), [](const Label& a, const Label& b) { return a.facility == b.facility; }), labels.end());
  std::sort(labels.begin(), labels.end());
  labels.resize(std::min(labels.size(), count));
}

}  // namespace

std::vector<Beside> besides_of(const Network& network, std::span<const Distance> weights, std::span<const Place> homes, std::span<const std::vector<Place>> kinds) {
  struct Standing { std::uint32_t kind; const Place* place; };
  std::unordered_map<std::uint32_t, std::vector<Standing>> on_segment;
  for (std::uint32_t kind = 0; kind < kinds.size(); ++kind) {
    for (const Place& place : kinds[kind]) on_segment[place.segment].push_back({kind, &place});
  }
  std::vector<Beside> found;
  for (std::uint32_t home = 0; home < homes.size(); ++home) {
    const std::uint32_t segment = homes[home].segment;
    const auto here = on_segment.find(segment);
    if (here == on_segment.end() || weights[segment] == kFar) continue;
    for (const Standing& standing : here->second) found.push_back({home, standing.kind, apart(network.segments[segment], homes[home], *standing.place, weights[segment])});
  }
  return found;
}

std::vector<Label> nearest_at(const NearestTable& table, const Hierarchy& hierarchy, const Network& network, std::span<const Distance> weights,
                              std::span<const Place> facilities, const Place& home) {
  const Distance weight = weights[home.segment];
  std::vector<Label> labels;
  for (const Seed& end : seeds_of(network, home, weight)) {
    for (std::uint32_t place = 0; place < table.k(); ++place) {
      const Label label = table.at(hierarchy, end.node, place);
      if (label.distance != kFar) labels.push_back({label.distance + end.at, label.facility});
    }
  }
  for (std::uint32_t f = 0; f < facilities.size() && weight != kFar; ++f) {
    if (facilities[f].segment == home.segment) labels.push_back({apart(network.segments[home.segment], home, facilities[f], weight), f});
  }
  keep_nearest(labels, table.k());
  return labels;
}

}  // namespace shaoyin::walk
