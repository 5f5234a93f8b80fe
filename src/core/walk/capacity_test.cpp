// Limited places: nobody beyond them, as many as possible served, with the least walking, as a textbook flow says.
#include "core/walk/capacity.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/walk/seeds_test.h"
#include "core/walk/synthetic.h"

namespace shaoyin::walk {
namespace {

// One person at a time along the shortest way through the whole flow network: slow and plain.
struct PlainFlow {
  struct Edge { std::size_t to, back; std::int64_t room, cost; };
  std::vector<std::vector<Edge>> edges;
  void add(std::size_t a, std::size_t b, std::int64_t room, std::int64_t cost) {
    edges[a].push_back({b, edges[b].size(), room, cost});
    edges[b].push_back({a, edges[a].size() - 1, 0, -cost});
  }
  bool push_one(std::size_t from, std::size_t to, std::int64_t& total) {
    std::vector<std::int64_t> cost(edges.size(), 1LL << 60);
    std::vector<std::pair<std::size_t, std::size_t>> by(edges.size());
    cost[from] = 0;
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t v = 0; v < edges.size(); ++v) {
        for (std::size_t e = 0; e < edges[v].size() && cost[v] < (1LL << 60); ++e) {
          const Edge& edge = edges[v][e];
          if (edge.room > 0 && cost[v] + edge.cost < cost[edge.to]) cost[edge.to] = cost[v] + edge.cost, by[edge.to] = {v, e}, changed = true;
        }
      }
    }
    if (cost[to] == 1LL << 60) return false;
    for (std::size_t v = to; v != from; v = by[v].first) {
      Edge& edge = edges[by[v].first][by[v].second];
      --edge.room, ++edges[v][edge.back].room;
    }
    total += cost[to];
    return true;
  }
};

struct Puzzle {
  std::vector<std::uint32_t> people, capacity;
  std::vector<Label> near;
  std::uint32_t k = 3;

  explicit Puzzle(std::uint64_t seed) {
    Sequence chance(seed);
    k = 1 + chance.below(4);
    capacity.resize(1 + chance.below(6));
    for (std::uint32_t& places : capacity) places = chance.below(14);
    people.resize(1 + chance.below(14));
    for (std::uint32_t& count : people) {
      count = chance.below(6);
      std::vector<Label> mine;
      for (std::uint32_t f = 0; f < capacity.size(); ++f) if (chance.below(3) != 0) mine.push_back({chance.below(60), f});
      std::sort(mine.begin(), mine.end());
      mine.resize(k);
      near.insert(near.end(), mine.begin(), mine.end());
    }
  }
  [[nodiscard]] CapacityTask task() const { return {people, near, k, capacity}; }
};

TEST(Capacity, ServesAsManyAsAnybodyCouldWithTheLeastWalking) {
  for (const std::uint64_t seed : seeds(400)) {
    SCOPED_TRACE("SEED=" + std::to_string(seed));
    const Puzzle puzzle(seed);
    const std::size_t homes = puzzle.people.size(), facilities = puzzle.capacity.size(), source = homes + facilities, sink = source + 1;
    PlainFlow flow{std::vector<std::vector<PlainFlow::Edge>>(sink + 1)};
    for (std::size_t h = 0; h < homes; ++h) {
      flow.add(source, h, puzzle.people[h], 0);
      for (std::uint32_t c = 0; c < puzzle.k; ++c) {
        const Label& label = puzzle.near[h * puzzle.k + c];
        if (label.distance != kFar) flow.add(h, homes + label.facility, 1'000, label.distance);
      }
    }
    for (std::size_t f = 0; f < facilities; ++f) flow.add(homes + f, sink, puzzle.capacity[f], 0);
    std::uint64_t served = 0;
    std::int64_t walked = 0;
    while (flow.push_one(source, sink, walked)) ++served;

    const Capacity found = assign(puzzle.task());
    ASSERT_EQ(found.served, served);
    ASSERT_EQ(found.walked_dm, static_cast<std::uint64_t>(walked));
  }
}

TEST(Capacity, EverybodyIsSomewhereOnceAndNoFacilityHoldsMoreThanItsPlaces) {
  for (const std::uint64_t seed : seeds(100)) {
    SCOPED_TRACE("SEED=" + std::to_string(seed));
    const Puzzle puzzle(seed);
    const Capacity found = assign(puzzle.task());
    std::vector<std::uint32_t> left = puzzle.people, taken(puzzle.capacity.size(), 0);
    for (const Attendance& attendance : found.attendances) {
      ASSERT_GE(left[attendance.home], attendance.people);
      left[attendance.home] -= attendance.people, taken[attendance.facility] += attendance.people;
    }
    EXPECT_EQ(taken, found.taken);
    for (std::size_t f = 0; f < taken.size(); ++f) EXPECT_LE(taken[f], puzzle.capacity[f]);
    std::uint64_t unserved = 0;
    for (const std::uint32_t people : left) unserved += people;
    EXPECT_EQ(found.unserved, unserved);
  }
}

// Ten children live nearer to a school of four places; six of them walk on to the next, those for whom it is the least detour.
TEST(Capacity, WhoeverIsMovedIsTheOneForWhomItIsTheLeastDetour) {
  const std::vector<std::uint32_t> people{6, 4}, capacity{4, 10};
  const std::vector<Label> near{{100, 0}, {300, 1}, {200, 0}, {900, 1}};
  const Capacity found = assign({people, near, 2, capacity});
  EXPECT_EQ(found.taken, (std::vector<std::uint32_t>{4, 6}));
  EXPECT_EQ(found.walked_dm, 4u * 200 + 6u * 300);
  EXPECT_EQ(found.unserved, 0u);
}

TEST(Capacity, WhoHasNothingNearIsSaidToBeUnserved) {
  const std::vector<std::uint32_t> people{7}, capacity{9};
  const std::vector<Label> near{{}};
  const Capacity found = assign({people, near, 1, capacity});
  EXPECT_EQ(found.unserved, 7u);
  EXPECT_TRUE(found.attendances.empty());
}

}  // namespace
}  // namespace shaoyin::walk
