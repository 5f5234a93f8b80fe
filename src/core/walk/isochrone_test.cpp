// Areas within a walk: whoever is reached lies inside, whoever is far from all that is reached lies outside, and what
// is walked round stays a hole.
// rows: 16 page: shaoyin circle
#include "core/walk/isochrone.h"

#include "core/walk/snap.h"
#include "core/walk/world_test.h"

namespace shaoyin::walk {
namespace {

// A square of streets, `side_m` a side, as four nodes.
Network square(double side_m) {
  const geo::Scale scale = geo::scale_at(39);
  const auto x = static_cast<std::int64_t>(side_m / scale.east_m), y = static_cast<std::int64_t>(side_m / scale.north_m);
  Streets streets;
  for (const auto& [east, north] : {std::pair{0, 0}, {1, 0}, {1, 1}, {0, 1}}) streets.points.push_back({.at = geo::Point::of_units(1'170'000'000 + east * x, 390'000'000 + north * y)});
  streets.refs = {0, 1, 2, 3, 0};
  streets.ways = {{.first = 0, .count = 5}};
  const Result<Network> network = build_network(streets, Keep::kEveryPoint);
  EXPECT_TRUE(network);
  return *network;
}

geo::Polygon within(const Network& network, Distance limit, Node from = 0) {
  const std::vector<Distance> weights = weights_of(network, Measure::kLength);
  return isochrone(network, weights, heap_dijkstra(graph_of(network, weights), std::vector<Seed>{{from}}), limit);
}

TEST(Isochrone, WhatIsWalkedRoundStaysAHole) {
  const Network network = square(400);
  const geo::Polygon area = within(network, 10'000);
  EXPECT_EQ(area.rings.size(), 2u);
  const geo::Point middle = geo::Point::of_units((network.nodes[0].x() + std::int64_t{network.nodes[2].x()}) / 2, (network.nodes[0].y() + std::int64_t{network.nodes[2].y()}) / 2);
  EXPECT_FALSE(geo::contains(area, middle));
  for (const geo::Point node : network.nodes) EXPECT_TRUE(geo::contains(area, node));
  EXPECT_NEAR(geo::area_m2(area), 4 * 400 * 60, 4 * 400 * 12);
}

TEST(Isochrone, AYardInsideABlockIsNotAHole) {
  EXPECT_EQ(within(square(120), 10'000).rings.size(), 1u);
}

TEST(Isochrone, EndsInTheMiddleOfASegmentWhereTheWalkEnds) {
  const Network network = square(400);
  const geo::Polygon area = within(network, 2'000);
  EXPECT_TRUE(geo::contains(area, network.nodes[0]));
  EXPECT_FALSE(geo::contains(area, network.nodes[1]));
  EXPECT_EQ(area.rings.size(), 1u);
}

TEST(Isochrone, NothingReachedIsAnEmptyArea) {
  const Network network = square(100);
  const std::vector<Distance> weights = weights_of(network, Measure::kLength);
  EXPECT_TRUE(isochrone(network, weights, std::vector<Distance>(4, kFar), 100).empty());
}

TEST(Isochrone, WhoIsReachedLiesInsideAndWhoIsFarFromEveryReachedStreetOutside) {
  for (const std::uint64_t seed : seeds(12)) {
    SCOPED_TRACE("SEED=" + std::to_string(seed));
    const World world(any_network(seed * 2 + 1), Measure::kLength, OrderBy::kMetis);
    if (world.size() == 0) continue;
    Sequence chance(seed);
    const std::vector<Distance> distance = heap_dijkstra(world.graph(), std::vector<Seed>{{chance.below(world.size())}});
    const Distance limit = 1'000 + chance.below(4'000);
    const geo::Polygon area = isochrone(world.network, world.weights, distance, limit, {.hole_m2 = 0});
    for (Node node = 0; node < world.size(); ++node) {
      ASSERT_TRUE(distance[node] > limit || geo::contains(area, world.network.nodes[node])) << node;
    }
    for (int i = 0; i < 100; ++i) {
      const geo::Point node = world.network.nodes[chance.below(world.size())];
      const geo::Point point = geo::Point::of_units(node.x() + chance.below(40'000) - 20'000, node.y() + chance.below(40'000) - 20'000);
      double nearest = 1e9;
      for (std::size_t s = 0; s < world.network.segments.size(); ++s) {
        const Segment& segment = world.network.segments[s];
        if (std::min(distance[segment.a], distance[segment.b]) > limit) continue;
        Network alone{{world.network.nodes[segment.a], world.network.nodes[segment.b]}, {{.a = 0, .b = 1, .length_dm = segment.length_dm, .bends = segment.bends}}, {}};
        alone.shape.assign(world.network.shape.begin() + segment.shape, world.network.shape.begin() + segment.shape + segment.bends);
        if (const auto place = Snapper(alone).snap(point)) nearest = std::min(nearest, place->gap_m);
      }
      ASSERT_TRUE(nearest <= 30 + 15 + 12 || !geo::contains(area, point)) << nearest;  // beside, a square, a corner cut off
    }
  }
}

}  // namespace
}  // namespace shaoyin::walk
