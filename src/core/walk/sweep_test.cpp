// Every answer of the hierarchy is the answer of plain Dijkstra: on towns, on tangles, under both orders, in every
// measure, before and after a change of the streets.
#include "core/walk/nearest.h"

#include <gtest/gtest.h>

#include "core/walk/world_test.h"

namespace shaoyin::walk {
namespace {

// What 16 bits keep of a distance.
Distance shortened(Distance distance) { return distance > kReachMax_dm ? kFar : distance; }

void expect_kinds_as_dijkstra(const World& world, Sequence& chance) {
  std::vector<std::vector<Seed>> kinds(1 + chance.below(32));
  for (std::vector<Seed>& kind : kinds) kind = any_seeds(chance, world.hierarchy.size(), 5);
  const Graph graph = world.graph();
  std::vector<std::vector<Distance>> expected;
  for (const std::vector<Seed>& kind : kinds) expected.push_back(heap_dijkstra(graph, kind));
  for (const Kernels* kernels : all_kernels()) {
    KindTable table;
    table.sweep(world.hierarchy, world.metric, kinds, *kernels);
    for (std::uint32_t kind = 0; kind < kinds.size(); ++kind) {
      for (Node node = 0; node < graph.size(); ++node) ASSERT_EQ(table.at(world.hierarchy, node, kind), shortened(expected[kind][node])) << kernels->name << " kind " << kind << " node " << node;
    }
  }
}

TEST(Sweep, EveryKindAtEveryNodeIsAsFarAsDijkstraSays) {
  for (const std::uint64_t seed : seeds(150)) {
    SCOPED_TRACE("SEED=" + std::to_string(seed));
    const World world = any_world(seed);
    if (world.network.nodes.empty()) continue;
    Sequence chance(seed * 7);
    expect_kinds_as_dijkstra(world, chance);
  }
}

TEST(Sweep, TheNearestFacilitiesAreThoseOfDijkstra) {
  for (const std::uint64_t seed : seeds(150)) {
    SCOPED_TRACE("SEED=" + std::to_string(seed));
    const World world = any_world(seed);
    if (world.network.nodes.empty()) continue;
    Sequence chance(seed * 11);
    Facilities facilities;
    for (std::uint32_t f = 0; f < chance.below(40); ++f) facilities.push_back(any_seeds(chance, world.hierarchy.size(), 2));
    const std::uint32_t k = 1 + chance.below(7);
    const std::vector<Label> expected = nearest_by_heap(world.graph(), facilities, k);
    NearestTable table;
    table.sweep(world.hierarchy, world.metric, facilities, k);
    for (Node node = 0; node < world.hierarchy.size(); ++node) {
      for (std::uint32_t place = 0; place < k; ++place) ASSERT_EQ(table.at(world.hierarchy, node, place), expected[std::size_t{node} * k + place]) << node << " place " << place;
    }
  }
}

TEST(Nearest, WithinALimitEitherWayIsTheSameAnswer) {
  int searched = 0, swept = 0;
  for (const std::uint64_t seed : seeds(150)) {
    SCOPED_TRACE("SEED=" + std::to_string(seed));
    const World world = any_world(seed);
    if (world.network.nodes.empty()) continue;
    Sequence chance(seed * 47);
    Facilities facilities;
    for (std::uint32_t f = 0; f < 20; ++f) facilities.push_back(any_seeds(chance, world.hierarchy.size(), 2));
    const std::uint32_t k = 1 + chance.below(5);
    const Distance limit = chance.below(2) == 0 ? chance.below(30'000) : kFar - 1;
    const Graph graph = world.graph();
    ++(cost_of_nearest(graph, world.hierarchy, facilities, k, limit).search_is_cheaper() ? searched : swept);
    ASSERT_EQ(nearest_within(graph, world.hierarchy, world.metric, facilities, k, limit), nearest_by_heap(graph, facilities, k, limit));
  }
  EXPECT_TRUE(std::getenv("SEED") != nullptr || (swept > 0 && searched > 0)) << swept << " swept, " << searched << " searched";
}

// One clinic and five minutes: a search looks at a few corners, a sweep at the whole town. Many without a limit: the sweep.
TEST(Nearest, ASearchIsTakenWhereItReachesLittle) {
  const World world(any_network_of(120), Measure::kLength, OrderBy::kMetis);
  const Graph graph = world.graph();
  Sequence chance(3);
  Facilities few(1, {{5}}), many;
  for (int f = 0; f < 500; ++f) many.push_back({{chance.below(graph.size())}});
  EXPECT_TRUE(cost_of_nearest(graph, world.hierarchy, few, 5, 3'000).search_is_cheaper());
  EXPECT_FALSE(cost_of_nearest(graph, world.hierarchy, many, 5, kFar - 1).search_is_cheaper());
  EXPECT_EQ(nearest_within(graph, world.hierarchy, world.metric, few, 5, 3'000), nearest_by_heap(graph, few, 5, 3'000));
  EXPECT_EQ(nearest_within(graph, world.hierarchy, world.metric, many, 5, kFar - 1), nearest_by_heap(graph, many, 5));
}

// Opening, closing and lengthening streets, some rounds in a row: the patched metric is the one made anew.
TEST(Hierarchy, AChangedStreetIsWeighedAsIfItHadAlwaysBeenSo) {
  for (const std::uint64_t seed : seeds(100)) {
    SCOPED_TRACE("SEED=" + std::to_string(seed));
    World world = any_world(seed);
    if (world.network.segments.empty()) continue;
    Sequence chance(seed * 13);
    for (int round = 0; round < 4; ++round) {
      std::vector<std::uint32_t> changed;
      for (std::uint32_t i = 0; i <= chance.below(4); ++i) {
        changed.push_back(chance.below(static_cast<std::uint32_t>(world.network.segments.size())));
        world.weights[changed.back()] = chance.below(3) == 0 ? kFar : chance.below(5'000);
      }
      recustomise(world.hierarchy, world.weights, changed, world.metric);
      const Metric anew = customise(world.hierarchy, world.weights);
      ASSERT_EQ(world.metric.weight, anew.weight);
      ASSERT_EQ(world.metric.narrow, anew.narrow);
    }
    expect_kinds_as_dijkstra(world, chance);
  }
}

TEST(Hierarchy, OurOwnOrderStandsInForMetis) {
  const Network network = any_network(4);
  const Order own = order_of(network, OrderBy::kGeometry);
  EXPECT_EQ(own.by, OrderBy::kGeometry);
  EXPECT_GT(Hierarchy(network, own).head().size(), 0u);
  EXPECT_EQ(order_of(network).by, OrderBy::kMetis);
}

// Taken away one after another a chain would be as high as it is long, and every climb as slow.
TEST(Hierarchy, ALongStreetIsClimbedInFewSteps) {
  Network street;
  for (int i = 0; i < 1'000; ++i) street.nodes.push_back(geo::Point::of_units(1'170'000'000 + i * 1'000, 390'000'000));
  for (Node i = 0; i + 1 < 1'000; ++i) street.segments.push_back({.a = i, .b = i + 1, .length_dm = 10});
  const Hierarchy hierarchy(street, order_of(street));
  int highest = 0;
  for (Rank v = 0; v < hierarchy.size(); ++v) {
    int steps = 0;
    for (Rank up = v; up < hierarchy.size(); up = hierarchy.parent(up)) ++steps;
    highest = std::max(highest, steps);
  }
  EXPECT_LE(highest, 25);
  EXPECT_LE(hierarchy.head().size(), 2u * 1'000);
}

TEST(Hierarchy, RefusesWhatJoinsEverythingWithEverything) {
  Network tangle;
  for (int i = 0; i < 1'800; ++i) tangle.nodes.push_back(geo::Point::of_units(1'170'000'000 + i, 390'000'000));
  for (Node a = 0; a < 1'800; ++a) for (Node b = 0; b < a; ++b) tangle.segments.push_back({.a = a, .b = b, .length_dm = 10});
  const Result<Hierarchy> hierarchy = Hierarchy::of(tangle, order_of(tangle, OrderBy::kGeometry));
  ASSERT_FALSE(hierarchy);
  EXPECT_EQ(hierarchy.error().code, ErrorCode::kTooLarge);
  EXPECT_FALSE(hierarchy.error().said.en.empty());
}

// A place where a hundred thousand dead ends meet is no street, but it must not take minutes either.
TEST(Hierarchy, AHubOfDeadEndsIsOrderedInNoTime) {
  Network star;
  star.nodes.assign(100'001, geo::Point::of_units(1'170'000'000, 390'000'000));
  for (Node i = 1; i < star.nodes.size(); ++i) star.segments.push_back({.a = 0, .b = i, .length_dm = 10});
  const Result<Hierarchy> hierarchy = Hierarchy::of(star, order_of(star));
  ASSERT_TRUE(hierarchy);
  EXPECT_EQ(hierarchy->head().size(), 100'000u);
}

TEST(Hierarchy, TheSameStreetsGiveTheSameOrder) {
  const Network network = any_network(6);
  EXPECT_EQ(order_of(network).rank_of, order_of(network).rank_of);
}

TEST(Sweep, AKindWithoutAnyFacilityIsNowhereNear) {
  const World world(any_network(2), Measure::kLength, OrderBy::kMetis);
  KindTable table;
  table.sweep(world.hierarchy, world.metric, std::vector<std::vector<Seed>>(1));
  for (Node node = 0; node < world.hierarchy.size(); ++node) EXPECT_EQ(table.at(world.hierarchy, node, 0), kFar);
}

TEST(Sweep, AnEmptyNetworkHasEmptyTables) {
  const World world(Network{}, Measure::kLength, OrderBy::kMetis);
  KindTable table;
  table.sweep(world.hierarchy, world.metric, std::vector<std::vector<Seed>>(3));
  EXPECT_TRUE(table.lines().empty());
}

}  // namespace
}  // namespace shaoyin::walk
