// A customizable contraction hierarchy (Dibbelt, Strasser, Wagner 2016): shortcuts that depend on the streets alone,
// and weights that are computed for them in milliseconds whenever a weight changes.
//
// Nodes are named by rank here. Every arc leads from a lower to a higher rank. The promise that everything above
// rests on, for the metric customise() makes: between any two nodes there is a shortest walk that first climbs arcs
// and then descends arcs (docs/circle.md has the proof).
// Threads: any, after building. Ownership: nothing is borrowed.
#pragma once

#include <span>
#include <vector>

#include "core/walk/network.h"
#include "core/walk/order.h"

namespace shaoyin::walk {

using Rank = std::uint32_t;

// No way, in sums of arcs: two of them still fit a Distance, so that nothing has to be tested while adding.
inline constexpr Distance kNever = 0x7FFF'FFFF;

class Hierarchy {
 public:
  // REQUIRES: order.rank_of is a permutation of the network's nodes, and the network is of streets (see of()).
  Hierarchy(const Network& network, const Order& order);

  // For networks from outside. Error kTooLarge: everything is joined with everything, so that shortcuts would fill the
  // memory; a city has three arcs a node, and this gives up at kArcsANodeMax (and kArcsAlways).
  static constexpr std::size_t kArcsANodeMax = 64, kArcsAlways = 1'000'000;
  [[nodiscard]] static Result<Hierarchy> of(const Network& network, const Order& order);

  [[nodiscard]] Rank size() const { return static_cast<Rank>(rank_of_.size()); }
  [[nodiscard]] Rank rank_of(Node node) const { return rank_of_[node]; }
  [[nodiscard]] Node node_of(Rank rank) const { return node_of_[rank]; }

  // Arcs up from rank v are positions [first()[v], first()[v + 1]) of head(), ascending.
  [[nodiscard]] const std::vector<std::uint32_t>& first() const { return first_; }
  [[nodiscard]] const std::vector<Rank>& head() const { return head_; }
  [[nodiscard]] const std::vector<Rank>& tail() const { return tail_; }
  // The next node to climb to; every node reached by climbing lies on the chain of parents. size() at the top.
  [[nodiscard]] Rank parent(Rank v) const { return first_[v] < first_[v + 1] ? head_[first_[v]] : size(); }

  // Arcs that end at rank v, as (tail, arc).
  struct Below { Rank tail; std::uint32_t arc; };
  [[nodiscard]] std::span<const Below> below(Rank v) const { return {below_.data() + below_first_[v], below_.data() + below_first_[v + 1]}; }

  // The arc a segment lies on; kNoArc for loops.
  static constexpr std::uint32_t kNoArc = 0xFFFF'FFFF;
  [[nodiscard]] std::uint32_t arc_of(std::uint32_t segment) const { return arc_of_[segment]; }
  [[nodiscard]] std::span<const std::uint32_t> segments_on(std::uint32_t arc) const { return {segments_.data() + segments_first_[arc], segments_.data() + segments_first_[arc + 1]}; }
  [[nodiscard]] Rank tail_of_segment(std::uint32_t segment) const { return tail_of_[segment]; }

 private:
  Hierarchy() = default;
  void number(const Network& network, const Order& order);
  [[nodiscard]] bool eliminate(const Network& network);  // false: too many arcs
  void link_below();
  void link_segments(const Network& network);

  std::vector<Rank> rank_of_;
  std::vector<Node> node_of_;
  std::vector<std::uint32_t> first_, below_first_, segments_first_, segments_, arc_of_;
  std::vector<Rank> head_, tail_, tail_of_;
  std::vector<Below> below_;
};

// What the arcs weigh in one measure. `narrow` is the same in 16 bits, 0xFFFF for everything longer.
struct Metric {
  std::vector<Distance> weight;
  std::vector<std::uint16_t> narrow;
};

// REQUIRES: one weight per segment of the network the hierarchy was made of; kFar is closed.
[[nodiscard]] Metric customise(const Hierarchy& hierarchy, std::span<const Distance> weights);

// The same metric after the weights of some segments have changed: only arcs above them are looked at.
// REQUIRES: `metric` was made with the weights before, `changed` names every segment whose weight differs.
void recustomise(const Hierarchy& hierarchy, std::span<const Distance> weights, std::span<const std::uint32_t> changed, Metric& metric);

}  // namespace shaoyin::walk
