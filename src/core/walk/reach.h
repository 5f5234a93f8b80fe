// Who can reach whom within a limit: every node at once, 32 neighbours at a time. Thirty-two consecutive ranks lie
// together in the town, so one bounded search finds the region of all of them, and one sweep over that region alone
// gives all their distances, a lane each: all nodes of their shortest walks lie in it.
//
// Pure; threads: one Reach a thread. Ownership: borrows hierarchy and metric.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "core/walk/dijkstra.h"
#include "core/walk/hierarchy.h"
#include "core/walk/kernels.h"
#include "core/walk/sweep.h"

namespace shaoyin::walk {

// Distances from ranks first .. first + count - 1 (lane 0 .. count - 1) to the nodes of `region`; in unused lanes and
// where the limit is passed, any value above the limit. Valid during the call that hands it out.
struct ReachBatch {
  Rank first;
  std::uint32_t count;
  std::span<const Rank> region;    // ascending
  std::span<const Line16> lines;   // one per region node
};

class Reach {
 public:
  static constexpr std::uint32_t kBatch = Line16::kLanes;

  // REQUIRES: `weights` are those the metric was made with.
  Reach(const Network& network, std::span<const Distance> weights, const Hierarchy& hierarchy, const Metric& metric, const Kernels& kernels = best_kernels());

  [[nodiscard]] std::uint32_t batches() const { return (hierarchy_.size() + kBatch - 1) / kBatch; }
  // REQUIRES: batch < batches(), limit <= kReachMax_dm.
  [[nodiscard]] ReachBatch run(std::uint32_t batch, Distance limit);

 private:
  void find_region(Rank first, std::uint32_t count, Distance limit);
  void collect_region();
  void cut_out();

  const Hierarchy& hierarchy_;
  const Metric& metric_;
  const Kernels& kernels_;
  Graph graph_;                              // by rank
  std::vector<Distance> distance_;           // kFar between runs
  std::vector<std::vector<Rank>> buckets_;
  std::vector<Rank> touched_, region_;
  std::vector<std::uint64_t> bits_;          // zero between runs
  std::vector<std::uint32_t> local_;         // place in region_; kNone between runs
  std::vector<std::uint32_t> tail_, head_;   // the hierarchy within the region
  std::vector<std::uint16_t> weight_;
  std::vector<Line16> lines_;
};

// All pairs within the limit, as bits: for each batch of 32 ranks the nodes of its region, with a bit for each of the
// 32 that reaches them. Walking is the same both ways, so it also says who is reached by whom.
struct ReachIndex {
  struct Entry {
    Rank node;
    std::uint32_t bits;
  };
  std::vector<std::uint32_t> first;  // entries of batch b: entries[first[b], first[b + 1])
  std::vector<Entry> entries;        // ascending by node within a batch
  [[nodiscard]] std::span<const Entry> of(std::uint32_t batch) const { return {entries.data() + first[batch], entries.data() + first[batch + 1]}; }
  [[nodiscard]] std::uint64_t pairs() const;
};
[[nodiscard]] ReachIndex reach_index(Reach& reach, Distance limit);
// Batches from .. to - 1 alone, numbered from 0: for callers who give each processor core a share and a Reach of its own.
[[nodiscard]] ReachIndex reach_index(Reach& reach, Distance limit, std::uint32_t from, std::uint32_t to);
// The whole of shares that follow one another.
[[nodiscard]] ReachIndex joined(std::span<const ReachIndex> shares);

// Shortest distances from each of `from` to each of `to`, row by row; kFar where there is no way. Restricted to the
// nodes that can lie at the top of such a walk (RPHAST: Delling, Goldberg, Werneck 2011), 16 rows at a time.
[[nodiscard]] std::vector<Distance> matrix(const Hierarchy& hierarchy, const Metric& metric, std::span<const Node> from, std::span<const Node> to,
                                           const Kernels& kernels = best_kernels());

}  // namespace shaoyin::walk
