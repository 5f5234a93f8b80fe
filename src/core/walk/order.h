// In which order nodes are taken away (nested dissection): first the quarters, last the few nodes that separate them.
// The rank of a node is its place in that order; it is also a good place in memory, because neighbours in the town
// become neighbours in rank. Pure; threads: one at a time when METIS is asked (its random numbers are the C library's).
#pragma once

#include <vector>

#include "core/walk/network.h"

namespace shaoyin::walk {

enum class OrderBy {
  kMetis,     // METIS_NodeND: fewest shortcuts
  kGeometry,  // our own: halves by longitude and latitude; stands in where METIS gives none
};

struct Order {
  std::vector<std::uint32_t> rank_of;  // by node; a permutation
  OrderBy by = OrderBy::kMetis;        // who made it
};

// Every segment counts, closed ones too, so that they can be opened later under the same order.
[[nodiscard]] Order order_of(const Network& network, OrderBy by = OrderBy::kMetis);

}  // namespace shaoyin::walk
