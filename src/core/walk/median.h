// Where the next facilities should stand so that people walk least in all (p-median): greedy choice, then exchanges
// (vertex substitution), and a bound that no choice can go below (Lagrange's prices, improved step by step).
// Whoever lives farther than the reach counts as if they lived at its end: nobody is worth a longer walk than that.
// Pure; threads: any.
#pragma once

#include <span>
#include <vector>

#include "core/base/result.h"
#include "core/walk/reach.h"

namespace shaoyin::walk {

// From each candidate the homes within reach, and how far they are.
struct WalkLists {
  struct Home {
    Rank at;
    std::uint16_t distance;
  };
  std::vector<Rank> candidates;
  std::vector<std::size_t> first;  // homes of candidate i: homes[first[i], first[i + 1])
  std::vector<Home> homes;
  Distance reach = 0;
  [[nodiscard]] std::span<const Home> of(std::size_t candidate) const { return {homes.data() + first[candidate], homes.data() + first[candidate + 1]}; }
};

// Half a gigabyte of pairs; a district with every junction a candidate has six million.
inline constexpr std::size_t kWalkPairsMax = 64'000'000;

// Only ranks with people become homes. Empty `candidates`: every node. Error kTooLarge beyond kWalkPairsMax (fewer
// candidates or a shorter reach help). REQUIRES: reach <= kReachMax_dm, people by rank.
[[nodiscard]] Result<WalkLists> walk_lists(Reach& reach, Distance limit, std::span<const std::uint32_t> people, std::span<const Rank> candidates);

struct MedianTask {
  std::span<const std::uint32_t> people;       // by rank
  std::span<const Distance> walked_now = {};   // by rank, to what stands already; empty: nothing stands
  std::uint32_t count = 1;
  std::uint32_t exchange_rounds = 3;
  std::uint32_t bound_rounds = 20;
};

struct Median {
  std::vector<Rank> sites;
  std::uint64_t walked_before_dm = 0;          // by all people, one way, nobody counted beyond the reach
  std::uint64_t walked_dm = 0;
  std::uint64_t walked_at_least_dm = 0;        // under any choice of `count` candidates
  [[nodiscard]] double gap() const { return walked_dm == 0 ? 0 : static_cast<double>(walked_dm - walked_at_least_dm) / static_cast<double>(walked_dm); }
};

[[nodiscard]] Median least_walking(const WalkLists& lists, const MedianTask& task);

}  // namespace shaoyin::walk
