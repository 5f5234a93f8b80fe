#include "core/walk/nearest.h"

#include <algorithm>

namespace shaoyin::walk {
namespace {

// Measured on networks C and P of `circle bench`; a machine twice as fast is so for both ways.
double sweep_ns(double arcs, double k) { return 2 * arcs * (4 * k - 2); }
constexpr double kSearchPerNode_ns = 6;  // emptying the lists
double search_ns(double labels, double k) { return labels * (50 + 55 * k); }

constexpr std::size_t kTried = 3;  // facilities whose reach is looked at, spread over the list; each costs a search

// Farther and farther, because whoever asks without a limit should not wait for a search of the whole town.
double nodes_reached(BucketDijkstra& search, const std::vector<Seed>& facility, Distance limit, double enough) {
  for (std::uint64_t tried = 2'000;; tried *= 2) {
    const auto far = static_cast<Distance>(std::min<std::uint64_t>(tried, limit));
    static_cast<void>(search.run(facility, far));
    const auto reached = static_cast<double>(search.reached().size());
    if (far == limit || reached > enough) return reached;
  }
}

double nodes_reached(const Graph& graph, const Facilities& facilities, Distance limit, double enough) {
  BucketDijkstra search(graph);
  const std::size_t step = std::max<std::size_t>(1, facilities.size() / kTried);
  double reached = 0, tried = 0;
  for (std::size_t f = 0; f < facilities.size() && reached <= enough * tried; f += step, ++tried) reached += nodes_reached(search, facilities[f], limit, enough);
  return reached / tried;
}

std::vector<Label> by_sweep(const Hierarchy& hierarchy, const Metric& metric, const Facilities& facilities, std::uint32_t k, Distance limit) {
  NearestTable table;
  table.sweep(hierarchy, metric, facilities, k);
  std::vector<Label> labels(std::size_t{hierarchy.size()} * k);
  for (Node node = 0; node < hierarchy.size(); ++node) {
    for (std::uint32_t place = 0; place < k; ++place) {
      const Label label = table.at(hierarchy, node, place);
      if (label.distance > limit) break;
      labels[std::size_t{node} * k + place] = label;
    }
  }
  return labels;
}

}  // namespace

NearestCost cost_of_nearest(const Graph& graph, const Hierarchy& hierarchy, const Facilities& facilities, std::uint32_t k, Distance limit) {
  const double nodes = graph.size(), count = static_cast<double>(facilities.size()), filled = std::min<double>(k, count);
  NearestCost cost;
  cost.sweep = sweep_ns(static_cast<double>(hierarchy.head().size()), std::max(1.0, filled));
  cost.search = kSearchPerNode_ns * nodes;
  // What the facilities alone may reach at most before the sweep is surely cheaper: no need to look further.
  const double enough = 3 * cost.sweep / search_ns(std::max(1.0, count), filled);
  if (facilities.empty() || cost.search > cost.sweep || enough < 1) return cost.search += search_ns(count, filled), cost;
  cost.search += search_ns(std::min(nodes * filled, count * nodes_reached(graph, facilities, limit, enough)), filled);
  return cost;
}

std::vector<Label> nearest_within(const Graph& graph, const Hierarchy& hierarchy, const Metric& metric, const Facilities& facilities, std::uint32_t k, Distance limit) {
  if (cost_of_nearest(graph, hierarchy, facilities, k, limit).search_is_cheaper()) return nearest_by_buckets(graph, facilities, k, limit);
  return by_sweep(hierarchy, metric, facilities, k, limit);
}

}  // namespace shaoyin::walk
