// Places along segments: as exact as if every one of them were a junction of its own.
#include "core/walk/places.h"

#include <algorithm>

#include "core/walk/coverage.h"
#include "core/walk/world_test.h"

namespace shaoyin::walk {
namespace {

// The network with every place made a node: nodes first, then the places in order.
Graph with_nodes_at(const World& world, const std::vector<Place>& places) {
  Network split{world.network.nodes, {}, {}};
  std::vector<Distance> weights;
  const auto add = [&](Node a, Node b, Distance weight) { split.segments.push_back({.a = a, .b = b}), weights.push_back(weight); };
  for (std::uint32_t i = 0; i < world.network.segments.size(); ++i) {
    const Segment& segment = world.network.segments[i];
    if (world.weights[i] == kFar) continue;
    std::vector<std::pair<Distance, Node>> here;
    for (Node p = 0; p < places.size(); ++p) {
      if (places[p].segment == i) here.emplace_back(along(segment, places[p], world.weights[i]), static_cast<Node>(world.network.nodes.size()) + p);
    }
    std::sort(here.begin(), here.end());
    Node last = segment.a;
    Distance walked = 0;
    for (const auto& [at, node] : here) add(last, node, at - walked), last = node, walked = at;
    add(last, segment.b, world.weights[i] - walked);
  }
  split.nodes.resize(world.network.nodes.size() + places.size());
  return graph_of(split, weights);
}

// Many on few segments, so that neighbours are common.
std::vector<Place> any_places(Sequence& chance, const World& world, std::uint32_t count) {
  std::vector<Place> places;
  const std::uint32_t of = std::min<std::uint32_t>(12, static_cast<std::uint32_t>(world.network.segments.size()));
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t segment = chance.below(of);
    places.push_back({segment, chance.below(world.network.segments[segment].length_dm + 1)});
  }
  return places;
}

std::vector<Seed> seeds_at(const World& world, const Place& place) { return seeds_of(world.network, place, world.weights[place.segment]); }

TEST(Places, TheNearestFacilitiesOfAHomeAreExactBetweenJunctionsToo) {
  for (const std::uint64_t seed : seeds(120)) {
    SCOPED_TRACE("SEED=" + std::to_string(seed));
    const World world = any_world(seed);
    if (world.network.segments.empty()) continue;
    Sequence chance(seed * 41);
    const std::vector<Place> facilities = any_places(chance, world, 1 + chance.below(10)), homes = any_places(chance, world, 10);
    std::vector<Place> all = homes;
    all.insert(all.end(), facilities.begin(), facilities.end());
    const Graph graph = with_nodes_at(world, all);
    const auto node_of = [&](std::size_t place) { return static_cast<Node>(world.size() + place); };
    Facilities at_nodes, at_ends;
    for (std::size_t f = 0; f < facilities.size(); ++f) at_nodes.push_back({{node_of(homes.size() + f)}}), at_ends.push_back(seeds_at(world, facilities[f]));
    const std::uint32_t k = 1 + chance.below(4);
    const std::vector<Label> expected = nearest_by_heap(graph, at_nodes, k);
    NearestTable table;
    table.sweep(world.hierarchy, world.metric, at_ends, k);
    for (std::size_t home = 0; home < homes.size(); ++home) {
      if (world.weights[homes[home].segment] == kFar) continue;  // a home on a closed way is nowhere, not beside anything
      std::vector<Label> mine = nearest_at(table, world.hierarchy, world.network, world.weights, facilities, homes[home]);
      mine.resize(k);
      for (std::uint32_t place = 0; place < k; ++place) ASSERT_EQ(mine[place], expected[std::size_t{node_of(home)} * k + place]) << home << " place " << place;
    }
  }
}

TEST(Places, WhoLivesBetweenJunctionsIsCountedWhereTheyLive) {
  for (const std::uint64_t seed : seeds(60)) {
    SCOPED_TRACE("SEED=" + std::to_string(seed));
    const World world = any_world(seed);
    if (world.network.segments.empty()) continue;
    Sequence chance(seed * 43);
    std::vector<std::vector<Place>> kinds(1 + chance.below(4));
    for (auto& kind : kinds) kind = any_places(chance, world, chance.below(5));
    std::vector<Place> homes, all;
    for (const Place& home : any_places(chance, world, 30)) if (world.weights[home.segment] != kFar) homes.push_back(home);
    all = homes;
    for (const auto& kind : kinds) all.insert(all.end(), kind.begin(), kind.end());
    const Graph graph = with_nodes_at(world, all);

    std::vector<Residents> residents;
    for (const Place& home : homes) {
      const std::vector<Seed> ends = seeds_at(world, home);
      residents.push_back({.at = ends[0], .or_at = ends.size() > 1 ? ends[1] : Seed{0, kFar}, .people = {1 + chance.below(9)}});
    }
    std::vector<std::vector<Seed>> seeds_of_kinds(kinds.size());
    std::vector<std::uint32_t> expected(kinds.size(), 0);
    Reaches reaches{};
    std::size_t first = homes.size();
    for (std::size_t kind = 0; kind < kinds.size(); first += kinds[kind++].size()) {
      std::vector<Seed> nodes;
      for (std::size_t i = 0; i < kinds[kind].size(); ++i) {
        if (world.weights[kinds[kind][i].segment] != kFar) nodes.push_back({static_cast<Node>(world.size() + first + i)});
        for (const Seed& end : seeds_at(world, kinds[kind][i])) seeds_of_kinds[kind].push_back(end);
      }
      reaches[0][kind] = chance.below(6'000);
      const std::vector<Distance> distance = heap_dijkstra(graph, nodes);
      for (std::size_t home = 0; home < homes.size(); ++home) if (distance[world.size() + home] <= reaches[0][kind]) expected[kind] += residents[home].people[0];
    }
    KindTable table;
    table.sweep(world.hierarchy, world.metric, seeds_of_kinds);
    Coverage coverage(world.hierarchy, residents, 1);
    coverage.set_beside(besides_of(world.network, world.weights, homes, kinds));
    coverage.count(table, reaches);
    for (std::uint32_t kind = 0; kind < kinds.size(); ++kind) ASSERT_EQ(coverage.covered(0, 0, kind), expected[kind]) << kind;
  }
}

}  // namespace
}  // namespace shaoyin::walk
