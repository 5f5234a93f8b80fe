// Least walking against every possible choice, each counted with plain Dijkstra.
#include "core/walk/median.h"

#include <algorithm>

#include "core/walk/world_test.h"

namespace shaoyin::walk {
namespace {

struct Town {
  World world;
  std::vector<std::uint32_t> people;  // by rank
  Distance limit;

  explicit Town(std::uint64_t seed) : world(any_network_of(6), Measure::kEffort, OrderBy::kMetis) {
    Sequence chance(seed * 53);
    limit = 1'500 + chance.below(9'000);
    people.resize(world.size());
    for (std::uint32_t& count : people) count = chance.below(3) == 0 ? 0 : chance.below(60);
  }

  [[nodiscard]] std::uint64_t walked_to(const std::vector<Rank>& sites) const {
    std::vector<Seed> from;
    for (const Rank site : sites) from.push_back({world.hierarchy.node_of(site)});
    const std::vector<Distance> distance = heap_dijkstra(world.graph(), from);
    std::uint64_t sum = 0;
    for (Rank v = 0; v < people.size(); ++v) sum += std::uint64_t{people[v]} * std::min(limit, distance[world.hierarchy.node_of(v)]);
    return sum;
  }
};

TEST(Median, WalksWhatItSaysAndNoChoiceWalksLessThanTheBound) {
  for (const std::uint64_t seed : seeds(25)) {
    SCOPED_TRACE("SEED=" + std::to_string(seed));
    const Town town(seed);
    Sequence chance(seed * 59);
    std::vector<Rank> candidates;
    for (int i = 0; i < 9; ++i) candidates.push_back(chance.below(town.world.size()));
    const Rank stands = chance.below(town.world.size());
    std::vector<Distance> now(town.world.size());
    const std::vector<Distance> distance = heap_dijkstra(town.world.graph(), std::vector<Seed>{{town.world.hierarchy.node_of(stands)}});
    for (Rank v = 0; v < now.size(); ++v) now[v] = distance[town.world.hierarchy.node_of(v)];

    Reach reach(town.world.network, town.world.weights, town.world.hierarchy, town.world.metric);
    const Result<WalkLists> lists = walk_lists(reach, town.limit, town.people, candidates);
    ASSERT_TRUE(lists);
    const Median found = least_walking(*lists, {.people = town.people, .walked_now = now, .count = 3});
    std::vector<Rank> all = found.sites;
    all.push_back(stands);
    EXPECT_EQ(found.walked_dm, town.walked_to(all));
    EXPECT_EQ(found.walked_before_dm, town.walked_to({stands}));
    std::uint64_t least = found.walked_before_dm;
    for (const Rank a : candidates) for (const Rank b : candidates) for (const Rank c : candidates) least = std::min(least, town.walked_to({stands, a, b, c}));
    EXPECT_GE(found.walked_dm, least);
    EXPECT_LE(found.walked_at_least_dm, least);
    EXPECT_LE(found.walked_dm * 100, least * 105);  // never seen worse
    EXPECT_GT(found.walked_at_least_dm, 0u);
  }
}

TEST(Median, WithoutCandidatesEveryNodeIsOneAndASiteForEachHomeLeavesNothingToWalk) {
  Town town(1);
  std::fill(town.people.begin(), town.people.end(), 0);
  town.people[3] = 5, town.people[town.people.size() / 2] = 7;
  Reach reach(town.world.network, town.world.weights, town.world.hierarchy, town.world.metric);
  const Result<WalkLists> lists = walk_lists(reach, town.limit, town.people, {});
  ASSERT_TRUE(lists);
  EXPECT_EQ(lists->candidates.size(), town.world.size());
  const Median found = least_walking(*lists, {.people = town.people, .count = 2});
  EXPECT_EQ(found.walked_dm, 0u);
  EXPECT_EQ(found.walked_at_least_dm, 0u);
}

}  // namespace
}  // namespace shaoyin::walk
