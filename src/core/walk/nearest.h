// The k nearest facilities within a limit, by whichever way is cheaper: a sweep costs the same whatever is asked, a
// search costs what it reaches. Both give the same answer. Pure; threads: any.
#pragma once

#include <vector>

#include "core/walk/sweep.h"

namespace shaoyin::walk {

// What either way would cost, in nanoseconds of the machine it was measured on; only their ratio is used.
struct NearestCost {
  double sweep = 0, search = 0;
  [[nodiscard]] bool search_is_cheaper() const { return search < sweep; }
};
// How much a search reaches is tried on a few of the facilities. REQUIRES: graph, hierarchy and metric of one network in
// one measure, 0 < k <= NearestTable::kNearestMax.
[[nodiscard]] NearestCost cost_of_nearest(const Graph& graph, const Hierarchy& hierarchy, const Facilities& facilities, std::uint32_t k, Distance limit);

// k labels a node, by node, as nearest_by_buckets().
[[nodiscard]] std::vector<Label> nearest_within(const Graph& graph, const Hierarchy& hierarchy, const Metric& metric, const Facilities& facilities, std::uint32_t k, Distance limit);

}  // namespace shaoyin::walk
