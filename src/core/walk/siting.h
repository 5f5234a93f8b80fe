// Where the next facilities should stand so that most people have one within reach (maximal covering), and how far
// that answer can be from the best possible: greedy choice, then exchanges, and a bound that is proved, not guessed.
// Pure; threads: any. The index is borrowed.
#pragma once

#include <span>
#include <vector>

#include "core/walk/hierarchy.h"
#include "core/walk/reach.h"

namespace shaoyin::walk {

struct SitingTask {
  std::span<const std::uint32_t> people;     // by rank: who would be served there
  std::span<const Rank> existing;            // stand already; whoever they serve is not counted again
  std::span<const Rank> candidates;          // empty: every node
  std::uint32_t count = 1;                   // how many are wanted
  std::uint32_t exchange_rounds = 3;         // each tries to move every chosen site once
  std::uint32_t bound_rounds = 8;            // more make the bound a little tighter, up to that of the relaxed problem
};

struct Siting {
  std::vector<Rank> sites;                   // the first serves most
  std::vector<std::uint64_t> gained;         // people each added when it was chosen or moved to
  std::uint64_t served_before = 0;           // by existing facilities
  std::uint64_t served = 0;                  // by all
  std::uint64_t served_at_most = 0;          // no choice of `count` sites can serve more
  [[nodiscard]] double gap() const { return served == 0 ? 0 : static_cast<double>(served_at_most - served) / static_cast<double>(served); }
};

// REQUIRES: people.size() == number of nodes, sums of people below 2^31, `index` made with the reach that counts.
[[nodiscard]] Siting best_sites(const ReachIndex& index, const SitingTask& task);

}  // namespace shaoyin::walk
