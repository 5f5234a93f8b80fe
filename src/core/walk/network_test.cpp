// From drawn streets to a network: what becomes a node, what a segment weighs, what belongs together.
#include <gtest/gtest.h>

#include <cstdlib>

#include "core/walk/dijkstra.h"
#include "core/walk/profile.h"
#include "core/walk/snap.h"
#include "core/walk/synthetic.h"
#include "core/walk/seeds_test.h"

namespace shaoyin::walk {
namespace {

// Points on a line to the east, `step_m` apart, at 39° N.
Streets line(std::uint32_t points, double step_m = 100) {
  Streets streets;
  const auto step = static_cast<std::int64_t>(step_m / geo::scale_at(39).east_m);
  for (std::uint32_t i = 0; i < points; ++i) {
    streets.points.push_back({.at = geo::Point::of_units(1'170'000'000 + i * step, 390'000'000)});
    streets.refs.push_back(i);
  }
  return streets;
}

void add_way(Streets& streets, std::initializer_list<std::uint32_t> refs, Traits traits = 0) {
  streets.ways.push_back({.first = static_cast<std::uint32_t>(streets.refs.size()), .count = static_cast<std::uint32_t>(refs.size()), .traits = traits});
  streets.refs.insert(streets.refs.end(), refs);
}

Network built(const Streets& streets, Keep keep = Keep::kChoices) {
  Result<Network> network = build_network(streets, keep);
  EXPECT_TRUE(network);
  return std::move(*network);
}

TEST(Network, AStretchWithoutChoiceIsOneSegmentThatKeepsItsBends) {
  Streets streets = line(4);
  add_way(streets, {0, 1, 2});
  add_way(streets, {2, 3});
  const Network network = built(streets);
  ASSERT_EQ(network.segments.size(), 1u);
  EXPECT_EQ(network.nodes.size(), 2u);
  EXPECT_EQ(network.segments[0].bends, 2u);
  EXPECT_NEAR(network.segments[0].length_dm, 3'000, 3);
}

TEST(Network, OtherEnginesCountWayEndsAsNodesToo) {
  Streets streets = line(4);
  add_way(streets, {0, 1, 2});
  add_way(streets, {2, 3});
  EXPECT_EQ(built(streets, Keep::kWayEnds).nodes.size(), 3u);
  EXPECT_EQ(built(streets, Keep::kEveryPoint).nodes.size(), 4u);
}

TEST(Network, AGateAndAChangeOfTraitsStayVisible) {
  Streets streets = line(5);
  streets.points[1].traits = kGate;
  add_way(streets, {0, 1, 2, 3});
  add_way(streets, {3, 4}, kSteps);
  const Network network = built(streets);
  EXPECT_EQ(network.nodes.size(), 4u);  // both ends, the gate, the foot of the steps
  const std::vector<Distance> step_free = weights_of(network, Measure::kStepFree);
  EXPECT_EQ(std::count(step_free.begin(), step_free.end(), kFar), 1);
}

TEST(Network, WhoPassesAWaitingPointPaysItOnce) {
  Streets streets = line(3);
  streets.points[1].wait_s = 20;
  streets.points[1].traits = kGate;
  add_way(streets, {0, 1, 2});
  const Network network = built(streets);
  Distance extra = 0;
  for (const Segment& s : network.segments) extra += s.extra_dm;
  EXPECT_EQ(extra, 20 * kWalkDmPerSecond);
}

TEST(Network, NobodyWalksThroughAWall) {
  Streets streets = line(3);
  streets.points[1].blocked = true;
  add_way(streets, {0, 1, 2});
  EXPECT_TRUE(built(streets).segments.empty());
}

TEST(Network, ARingWithoutAnyChoiceBecomesALoop) {
  Streets streets = line(3);
  add_way(streets, {0, 1, 2, 0});
  const Network network = built(streets);
  ASSERT_EQ(network.segments.size(), 1u);
  EXPECT_EQ(network.segments[0].a, network.segments[0].b);
  EXPECT_TRUE(graph_of(network, weights_of(network, Measure::kLength)).arcs.empty());
}

TEST(Network, RefusesAWayThatNamesAPointThatIsNotThere) {
  Streets streets = line(2);
  add_way(streets, {0, 7});
  const Result<Network> network = build_network(streets, Keep::kChoices);
  ASSERT_FALSE(network);
  EXPECT_EQ(network.error().code, ErrorCode::kMalformed);
  EXPECT_EQ(network.error().field, "ways[0]");
}

TEST(Network, TheLargestPartLeavesIslandsOut) {
  Streets streets = line(5);
  add_way(streets, {0, 1});
  add_way(streets, {2, 3});
  add_way(streets, {3, 4});
  const Network network = built(streets, Keep::kEveryPoint);
  EXPECT_EQ(parts_of(network).sizes, (std::vector<std::uint32_t>{3, 2}));
  EXPECT_EQ(largest_part(network).nodes.size(), 3u);
  EXPECT_EQ(largest_part(network).segments.size(), 2u);
}

TEST(Network, FourCopiesAreOneTown) {
  const Network town = largest_part(built(synthetic_town(1, 12, 12)));
  const Network four = tiled(town, 2);
  EXPECT_EQ(four.nodes.size(), town.nodes.size() * 4);
  EXPECT_EQ(parts_of(four).sizes.size(), 1u);
}

geo::Polygon bent_outline() {
  const Result<geo::Polygon> outline = geo::parse_polygon("117.17 39.05,117.25 39.04,117.27 39.09,117.22 39.12,117.18 39.10");
  EXPECT_TRUE(outline);
  return *outline;
}

TEST(SyntheticDistrict, StaysInsideItsOutlineAndIsOneWalkableWhole) {
  const geo::Polygon outline = bent_outline();
  const Network district = largest_part(built(synthetic_district(1, outline)));
  EXPECT_GT(district.nodes.size(), 3'000u);
  EXPECT_TRUE(std::all_of(district.nodes.begin(), district.nodes.end(), [&](geo::Point at) { return geo::contains(outline, at) || geo::distance_to_boundary_m(outline, at) < 100; }));
  for (const Trait trait : {kGate, kHours, kPrivate, kSteps, kCrossing}) {
    EXPECT_TRUE(std::any_of(district.segments.begin(), district.segments.end(), [&](const Segment& s) { return (s.traits & trait) != 0; })) << int{trait};
  }
}

TEST(SyntheticDistrict, TheSameSeedDrawsTheSameStreets) {
  const Streets one = synthetic_district(3, bent_outline()), again = synthetic_district(3, bent_outline()), other = synthetic_district(4, bent_outline());
  const auto places = [](const Streets& streets) {
    std::vector<geo::Point> at;
    for (const StreetPoint& point : streets.points) at.push_back(point.at);
    return at;
  };
  EXPECT_EQ(places(one), places(again));
  EXPECT_NE(places(one), places(other));
}

// In a town the river runs straight after the middle row of corners; every eighth street has a bridge.
TEST(SyntheticTown, ItsRiverIsCrossedOnBridgesOnly) {
  constexpr std::uint32_t kSide = 40;
  const Network town = largest_part(built(synthetic_town(1, kSide, kSide)));
  const geo::Polygon extent{{town.nodes}};
  const std::int64_t south = geo::box_of(extent).low.y(), north = geo::box_of(extent).high.y();
  const std::int64_t step = (north - south) / (kSide - 1), river = south + step * (kSide / 2) + step / 2;
  const auto crossings = std::count_if(town.segments.begin(), town.segments.end(), [&](const Segment& s) { return (town.nodes[s.a].y() < river) != (town.nodes[s.b].y() < river); });
  EXPECT_GE(crossings, 1);
  EXPECT_LE(crossings, kSide / 8);
}

// However streets are drawn, taking stretches together changes no distance between the nodes that stay.
TEST(Network, ContractionKeepsEveryDistance) {
  for (const std::uint64_t seed : seeds(60)) {
    SCOPED_TRACE("SEED=" + std::to_string(seed));
    const Streets streets = synthetic_tangle(seed, 60, 50);
    const Network fine = built(streets, Keep::kEveryPoint), coarse = built(streets);
    const Graph fine_graph = graph_of(fine, weights_of(fine, Measure::kEffort)), coarse_graph = graph_of(coarse, weights_of(coarse, Measure::kEffort));
    if (coarse.nodes.empty()) continue;
    // A node is recognised by its number only in its own network: by its place here, which several may share.
    const auto fine_at = [&](Node node) {
      std::vector<Seed> found;
      for (Node i = 0; i < fine.nodes.size(); ++i) if (fine.nodes[i] == coarse.nodes[node]) found.push_back({i});
      return found;
    };
    const std::vector<Seed> from = fine_at(0);
    if (from.size() != 1) continue;
    const std::vector<Distance> in_fine = heap_dijkstra(fine_graph, from), in_coarse = heap_dijkstra(coarse_graph, std::vector<Seed>{{0}});
    for (Node node = 0; node < coarse.nodes.size(); ++node) {
      const std::vector<Seed> there = fine_at(node);
      if (there.size() != 1) continue;
      ASSERT_EQ(in_fine[there[0].node] == kFar, in_coarse[node] == kFar);
      if (in_coarse[node] == kFar) continue;
      ASSERT_NEAR(in_fine[there[0].node], in_coarse[node], 60);  // each stretch is rounded by itself in `fine`
    }
  }
}

TEST(Dijkstra, BucketsAnswerAsTheHeapDoes) {
  for (const std::uint64_t seed : seeds(80)) {
    SCOPED_TRACE("SEED=" + std::to_string(seed));
    Sequence chance(seed);
    const Network network = built(synthetic_tangle(seed, 80, 70), Keep::kEveryPoint);
    if (network.nodes.empty()) continue;
    const Graph graph = graph_of(network, weights_of(network, Measure::kEffort));
    BucketDijkstra buckets(graph);
    for (int round = 0; round < 4; ++round) {
      std::vector<Seed> from;
      for (std::uint32_t i = 0; i <= chance.below(4); ++i) from.push_back({chance.below(graph.size()), chance.below(3'000)});
      const Distance limit = chance.below(2) == 0 ? kFar - 1 : chance.below(20'000);
      ASSERT_EQ(buckets.run(from, limit), heap_dijkstra(graph, from, limit));
    }
  }
}

TEST(Dijkstra, TheNearestFacilitiesAreThoseOfOneSearchEach) {
  for (const std::uint64_t seed : seeds(60)) {
    SCOPED_TRACE("SEED=" + std::to_string(seed));
    Sequence chance(seed);
    const Network network = built(synthetic_tangle(seed, 60, 60), Keep::kEveryPoint);
    if (network.nodes.empty()) continue;
    const Graph graph = graph_of(network, weights_of(network, Measure::kLength));
    Facilities facilities;
    for (std::uint32_t f = 0; f < 1 + chance.below(9); ++f) {
      facilities.push_back({{chance.below(graph.size()), 0}});
      if (chance.below(3) == 0) facilities.back().push_back({chance.below(graph.size()), chance.below(500)});
    }
    const std::uint32_t k = 1 + chance.below(4);
    std::vector<std::vector<Label>> all(graph.size());
    for (std::uint32_t f = 0; f < facilities.size(); ++f) {
      const std::vector<Distance> from = heap_dijkstra(graph, facilities[f]);
      for (Node node = 0; node < graph.size(); ++node) if (from[node] != kFar) all[node].push_back({from[node], f});
    }
    std::vector<Label> expected;
    for (std::vector<Label>& labels : all) {
      std::sort(labels.begin(), labels.end());
      labels.resize(k);
      expected.insert(expected.end(), labels.begin(), labels.end());
    }
    ASSERT_EQ(nearest_by_heap(graph, facilities, k), expected);
    ASSERT_EQ(nearest_by_buckets(graph, facilities, k), expected);
  }
}

TEST(Snap, FindsTheNearestPlaceOfAllSegments) {
  const Network network = built(synthetic_town(3, 20, 20));
  const Snapper snapper(network);
  Sequence chance(5);
  for (int i = 0; i < 300; ++i) {
    const geo::Point node = network.nodes[chance.below(static_cast<std::uint32_t>(network.nodes.size()))];
    const geo::Point point = geo::Point::of_units(node.x() + chance.below(20'000) - 10'000, node.y() + chance.below(20'000) - 10'000);
    const auto place = snapper.snap(point);
    double nearest = 1e9;  // no node is nearer than the place that was found
    for (const geo::Point other : network.nodes) nearest = std::min(nearest, geo::distance_m(point, other));
    ASSERT_TRUE(place || nearest > kGapMax_m);
    ASSERT_LE(place ? place->gap_m : 0, nearest + 0.01);
  }
}

TEST(Snap, APointInTheMiddleOfNowhereIsNotGuessed) {
  const Network network = built(synthetic_town(3, 5, 5));
  EXPECT_FALSE(Snapper(network).snap(geo::Point::of_units(1'100'000'000, 390'500'000)));
}

TEST(Snap, APlaceBeginsAtBothEndsOfItsSegment) {
  Streets streets = line(3, 100);
  add_way(streets, {0, 1, 2});
  const Network network = built(streets);
  const geo::Point at = geo::Point::of_units((streets.points[0].at.x() * std::int64_t{3} + streets.points[2].at.x()) / 4, 390'001'000);
  const auto place = Snapper(network).snap(at);
  ASSERT_TRUE(place);
  EXPECT_NEAR(place->gap_m, 11.1, 0.1);
  const std::vector<Seed> seeds = seeds_of(network, *place, network.segments[0].length_dm);
  ASSERT_EQ(seeds.size(), 2u);
  EXPECT_NEAR(seeds[0].at, 500, 2);
  EXPECT_EQ(seeds[0].at + seeds[1].at, network.segments[0].length_dm);
  EXPECT_TRUE(seeds_of(network, *place, kFar).empty());
}

std::optional<Walkway> way(std::initializer_list<Tag> tags, Profile profile = Profile::kChina) { return walkway_of(profile, std::vector<Tag>(tags)); }

TEST(Profile, MainRoadsAreWalkedAlongUnlessTheirPavementIsDrawnByItself) {
  EXPECT_TRUE(way({{"highway", "primary"}}));
  EXPECT_TRUE(way({{"highway", "secondary"}, {"sidewalk", "both"}}));
  EXPECT_FALSE(way({{"highway", "primary"}, {"sidewalk", "separate"}}));
  EXPECT_FALSE(way({{"highway", "primary"}, {"foot", "no"}}));
  EXPECT_FALSE(way({{"highway", "trunk"}}));
  EXPECT_TRUE(way({{"highway", "trunk"}, {"sidewalk", "right"}}));
  EXPECT_FALSE(way({{"highway", "motorway"}, {"foot", "yes"}}));
  EXPECT_FALSE(way({{"building", "yes"}}));
}

TEST(Profile, TheNarrowProfileDropsMainRoads) {
  EXPECT_FALSE(way({{"highway", "primary"}}, Profile::kNarrow));
  EXPECT_TRUE(way({{"highway", "secondary"}}, Profile::kNarrow));
  EXPECT_FALSE(way({{"highway", "service"}, {"access", "private"}}, Profile::kNarrow));
}

TEST(Profile, CompoundsStepsAndSignalsCostEffort) {
  EXPECT_EQ(way({{"highway", "service"}, {"access", "private"}})->effort_percent, 150);
  EXPECT_EQ(way({{"highway", "service"}, {"access", "private"}})->traits, kPrivate);
  EXPECT_FALSE(way({{"highway", "service"}, {"access", "no"}}));
  EXPECT_EQ(way({{"highway", "steps"}})->traits, kSteps);
  EXPECT_EQ(way({{"highway", "steps"}, {"ramp:wheelchair", "yes"}})->traits, 0);
  EXPECT_EQ(way({{"highway", "footway"}, {"footway", "crossing"}, {"crossing", "traffic_signals"}})->wait_s, 20);
  EXPECT_EQ(way({{"highway", "corridor"}, {"opening_hours", "08:00-22:00"}})->traits, kIndoor | kHours);
}

TEST(Profile, GatesArePassedAndWallsAreNot) {
  const auto point = [](std::initializer_list<Tag> tags) { return passage_of(Profile::kChina, std::vector<Tag>(tags)); };
  EXPECT_TRUE(point({{"barrier", "wall"}}).blocked);
  EXPECT_TRUE(point({{"barrier", "gate"}, {"locked", "yes"}}).blocked);
  EXPECT_EQ(point({{"barrier", "gate"}, {"opening_hours", "06:00-23:00"}}).traits, kGate | kHours);
  EXPECT_EQ(point({{"barrier", "turnstile"}}).traits, kGate | kNarrow);
  EXPECT_EQ(point({{"highway", "crossing"}}).traits, 0);
}

}  // namespace
}  // namespace shaoyin::walk
