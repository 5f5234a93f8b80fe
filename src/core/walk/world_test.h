// Invented networks with everything that is derived from them, for tests.
#pragma once

#include <gtest/gtest.h>

#include "core/walk/dijkstra.h"
#include "core/walk/hierarchy.h"
#include "core/walk/seeds_test.h"
#include "core/walk/synthetic.h"

namespace shaoyin::walk {

// A network in one measure under one order.
struct World {
  Network network;
  std::vector<Distance> weights;
  Order order;
  Hierarchy hierarchy;
  Metric metric;

  World(Network streets, Measure measure, OrderBy by)
      : network(std::move(streets)), weights(weights_of(network, measure)), order(order_of(network, by)), hierarchy(network, order), metric(customise(hierarchy, weights)) {}
  [[nodiscard]] Graph graph() const { return graph_of(network, weights); }
  [[nodiscard]] Node size() const { return hierarchy.size(); }
};

inline Network any_network(std::uint64_t seed) {
  Sequence chance(seed);
  const Streets streets = chance.below(2) == 0 ? synthetic_tangle(seed, 20 + chance.below(150), 20 + chance.below(150))
                                               : synthetic_town(seed, 2 + chance.below(16), 2 + chance.below(16));
  Result<Network> network = build_network(streets, chance.below(3) == 0 ? Keep::kEveryPoint : Keep::kChoices);
  EXPECT_TRUE(network);
  return std::move(*network);
}

inline Network any_network_of(std::uint32_t corners_a_side) {
  Result<Network> network = build_network(synthetic_town(1, corners_a_side, corners_a_side), Keep::kChoices);
  EXPECT_TRUE(network);
  return largest_part(*network);
}

inline World any_world(std::uint64_t seed) {
  Sequence chance(seed * 31);
  return World(any_network(seed), static_cast<Measure>(chance.below(4)), chance.below(3) == 0 ? OrderBy::kGeometry : OrderBy::kMetis);
}

inline std::vector<Seed> any_seeds(Sequence& chance, Node size, std::uint32_t most) {
  std::vector<Seed> made;
  for (std::uint32_t i = 0; i < chance.below(most + 1); ++i) made.push_back({chance.below(size), chance.below(4) == 0 ? chance.below(70'000) : 0});
  return made;
}

}  // namespace shaoyin::walk
