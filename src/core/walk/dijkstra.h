// Shortest walks one step at a time. Two textbook forms: with a binary heap, which is the oracle of every test and
// the baseline of every figure, and with a queue of buckets, which is what a careful engineer would write without a
// hierarchy. Pure; threads: any, one workspace each.
#pragma once

#include <span>
#include <vector>

#include "core/walk/network.h"

namespace shaoyin::walk {

struct Arc {
  Node head;
  Distance weight;
};

// Both directions of every open segment; arcs of node v are arcs[first[v], first[v + 1]).
struct Graph {
  std::vector<std::uint32_t> first;
  std::vector<Arc> arcs;
  [[nodiscard]] Node size() const { return static_cast<Node>(first.size() - 1); }
  [[nodiscard]] std::span<const Arc> at(Node node) const { return {arcs.data() + first[node], arcs.data() + first[node + 1]}; }
};

// Loops and closed segments (kFar) are left out. REQUIRES: one weight per segment.
[[nodiscard]] Graph graph_of(const Network& network, std::span<const Distance> weights);

// Where a walk begins, and how far has been walked before.
struct Seed {
  Node node;
  Distance at = 0;
};

// Distance from the nearest seed to every node; kFar where none is reached within `limit`.
[[nodiscard]] std::vector<Distance> heap_dijkstra(const Graph& graph, std::span<const Seed> seeds, Distance limit = kFar - 1);

// The same with buckets of one decimetre; keeps its memory between calls.
class BucketDijkstra {
 public:
  explicit BucketDijkstra(const Graph& graph);
  // The result is valid until the next call.
  [[nodiscard]] const std::vector<Distance>& run(std::span<const Seed> seeds, Distance limit = kFar - 1);
  // Nodes that the last run reached, in the order of their distance.
  [[nodiscard]] const std::vector<Node>& reached() const { return reached_; }

 private:
  // A node waiting at a distance; chained to the next one in the same bucket.
  struct Waiting {
    Node node;
    Distance at;
    std::uint32_t next;
  };
  void push(Node node, Distance at);
  void settle_bucket(Distance now, Distance limit);

  const Graph& graph_;
  std::vector<Distance> distance_;
  std::vector<Node> reached_;
  std::vector<Waiting> waiting_;
  std::vector<std::uint32_t> ring_;  // the first waiting of each bucket; as many as the longest arc, rounded up
  std::size_t count_ = 0;            // waiting, stale ones included
};

// One facility (设施) of somebody's list, and how far a node is from it.
struct Label {
  Distance distance = kFar;
  std::uint32_t facility = 0;  // position in the list asked with
  friend auto operator<=>(const Label&, const Label&) = default;
};

// The k nearest facilities of every node, nearest first, equally near ones by position: k labels a node, unused
// ones kFar. A facility is a list of seeds (one, or the two ends of its segment).
using Facilities = std::vector<std::vector<Seed>>;
[[nodiscard]] std::vector<Label> nearest_by_heap(const Graph& graph, const Facilities& facilities, std::uint32_t k, Distance limit = kFar - 1);
[[nodiscard]] std::vector<Label> nearest_by_buckets(const Graph& graph, const Facilities& facilities, std::uint32_t k, Distance limit = kFar - 1);

}  // namespace shaoyin::walk
