#include "core/walk/dijkstra.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <queue>

namespace shaoyin::walk {
namespace {

constexpr std::uint32_t kNone = 0xFFFF'FFFF;

Distance longest_arc(const Graph& graph) {
  Distance longest = 0;
  for (const Arc& arc : graph.arcs) longest = std::max(longest, arc.weight);
  return longest;
}

// A ring of a million buckets covers an arc of 100 km; longer ones (none is walked) go round it more than once and
// wait there until their turn.
constexpr std::size_t kRingMax = 1U << 20;
std::size_t ring_size(const Graph& graph) { return std::min(kRingMax, std::bit_ceil(std::size_t{longest_arc(graph)} + 1)); }

// True when the label belongs among the node's k best; puts it there.
bool take(std::span<Label> best, Label label) {
  if (!(label < best.back())) return false;
  for (const Label& known : best) {
    if (known.distance != kFar && known.facility == label.facility) return false;  // settled nearer before
  }
  std::size_t at = best.size() - 1;
  for (; at > 0 && label < best[at - 1]; --at) best[at] = best[at - 1];
  best[at] = label;
  return true;
}

struct Visit {
  Label label;
  Node node;
  friend auto operator<=>(const Visit&, const Visit&) = default;
};

}  // namespace

Graph graph_of(const Network& network, std::span<const Distance> weights) {
  ensure(weights.size() == network.segments.size(), "one weight per segment");
  Graph graph;
  graph.first.assign(network.nodes.size() + 1, 0);
  const auto open = [&](std::size_t i) { return weights[i] != kFar && network.segments[i].a != network.segments[i].b; };
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (open(i)) ++graph.first[network.segments[i].a + 1], ++graph.first[network.segments[i].b + 1];
  }
  std::partial_sum(graph.first.begin(), graph.first.end(), graph.first.begin());
  graph.arcs.resize(graph.first.back());
  std::vector<std::uint32_t> next(graph.first.begin(), graph.first.end() - 1);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (!open(i)) continue;
    const Segment& s = network.segments[i];
    graph.arcs[next[s.a]++] = {s.b, weights[i]};
    graph.arcs[next[s.b]++] = {s.a, weights[i]};
  }
  return graph;
}

std::vector<Distance> heap_dijkstra(const Graph& graph, std::span<const Seed> seeds, Distance limit) {
  using Entry = std::pair<Distance, Node>;
  std::vector<Distance> distance(graph.size(), kFar);
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
  const auto reach = [&](Node node, std::uint64_t at) {
    if (at > limit || at >= distance[node]) return;
    distance[node] = static_cast<Distance>(at);
    queue.emplace(distance[node], node);
  };
  for (const Seed& seed : seeds) reach(seed.node, seed.at);
  while (!queue.empty()) {
    const auto [at, node] = queue.top();
    queue.pop();
    if (at != distance[node]) continue;
    for (const Arc& arc : graph.at(node)) reach(arc.head, std::uint64_t{at} + arc.weight);
  }
  return distance;
}

BucketDijkstra::BucketDijkstra(const Graph& graph) : graph_(graph), distance_(graph.size(), kFar), ring_(ring_size(graph), kNone) {}

void BucketDijkstra::push(Node node, Distance at) {
  distance_[node] = at;
  std::uint32_t& bucket = ring_[at & (ring_.size() - 1)];
  waiting_.push_back({node, at, bucket});
  bucket = static_cast<std::uint32_t>(waiting_.size() - 1);
  ++count_;
}

void BucketDijkstra::settle_bucket(Distance now, Distance limit) {
  std::uint32_t& bucket = ring_[now & (ring_.size() - 1)];
  std::uint32_t later = kNone;  // whose turn comes when the ring has gone round
  while (bucket != kNone) {     // an arc of no length adds to this very bucket
    const std::uint32_t index = bucket;
    const Waiting here = waiting_[index];
    bucket = here.next;
    if (here.at > now) {
      waiting_[index].next = later, later = index;
      continue;
    }
    --count_;
    if (here.at != distance_[here.node]) continue;  // reached nearer since
    reached_.push_back(here.node);
    for (const Arc& arc : graph_.at(here.node)) {
      const std::uint64_t further = std::uint64_t{now} + arc.weight;
      if (further <= limit && further < distance_[arc.head]) push(arc.head, static_cast<Distance>(further));
    }
  }
  bucket = later;
}

const std::vector<Distance>& BucketDijkstra::run(std::span<const Seed> seeds, Distance limit) {
  if (reached_.size() * 8 < distance_.size()) {
    for (const Node node : reached_) distance_[node] = kFar;
  } else {
    std::fill(distance_.begin(), distance_.end(), kFar);
  }
  reached_.clear();
  waiting_.clear();
  std::vector<Seed> sorted(seeds.begin(), seeds.end());
  std::sort(sorted.begin(), sorted.end(), [](const Seed& a, const Seed& b) { return a.at < b.at; });
  // Seeds join when their turn comes, so that one far away does not lengthen the ring.
  std::size_t next = 0;
  std::uint64_t now = 0;
  while (count_ > 0 || (next < sorted.size() && sorted[next].at <= limit)) {
    if (count_ == 0) now = sorted[next].at;
    for (; next < sorted.size() && sorted[next].at <= now; ++next) {
      if (sorted[next].at < distance_[sorted[next].node]) push(sorted[next].node, sorted[next].at);
    }
    settle_bucket(static_cast<Distance>(now++), limit);
  }
  return distance_;
}

std::vector<Label> nearest_by_heap(const Graph& graph, const Facilities& facilities, std::uint32_t k, Distance limit) {
  std::vector<Label> best(std::size_t{graph.size()} * k);
  std::priority_queue<Visit, std::vector<Visit>, std::greater<>> queue;
  for (std::uint32_t f = 0; f < facilities.size(); ++f) {
    for (const Seed& seed : facilities[f]) {
      if (seed.at <= limit) queue.push({{seed.at, f}, seed.node});
    }
  }
  while (!queue.empty()) {
    const Visit visit = queue.top();
    queue.pop();
    if (!take({best.data() + std::size_t{visit.node} * k, k}, visit.label)) continue;
    for (const Arc& arc : graph.at(visit.node)) {
      const std::uint64_t further = std::uint64_t{visit.label.distance} + arc.weight;
      if (further <= limit) queue.push({{static_cast<Distance>(further), visit.label.facility}, arc.head});
    }
  }
  return best;
}

std::vector<Label> nearest_by_buckets(const Graph& graph, const Facilities& facilities, std::uint32_t k, Distance limit) {
  std::vector<Label> best(std::size_t{graph.size()} * k);
  std::vector<std::vector<Visit>> ring(ring_size(graph));
  std::vector<Visit> begin;
  for (std::uint32_t f = 0; f < facilities.size(); ++f) {
    for (const Seed& seed : facilities[f]) begin.push_back({{seed.at, f}, seed.node});
  }
  std::sort(begin.begin(), begin.end());
  std::size_t next = 0, waiting = 0;
  const std::size_t mask = ring.size() - 1;
  for (std::uint64_t now = 0; waiting > 0 || (next < begin.size() && begin[next].label.distance <= limit); ++now) {
    if (waiting == 0) now = begin[next].label.distance;
    std::vector<Visit>& bucket = ring[now & mask];
    for (; next < begin.size() && begin[next].label.distance <= now; ++next, ++waiting) bucket.push_back(begin[next]);
    if (bucket.size() > 1) std::sort(bucket.begin(), bucket.end());  // equally near ones by position
    std::size_t later = 0;
    for (std::size_t i = 0; i < bucket.size(); ++i) {
      const Visit visit = bucket[i];
      if (visit.label.distance > now) {
        bucket[later++] = visit;
        continue;
      }
      --waiting;
      if (!take({best.data() + std::size_t{visit.node} * k, k}, visit.label)) continue;
      for (const Arc& arc : graph.at(visit.node)) {
        const std::uint64_t further = now + arc.weight;
        if (further > limit) continue;
        const Label label{static_cast<Distance>(further), visit.label.facility};
        if (!(label < best[std::size_t{arc.head} * k + k - 1])) continue;
        const Visit reached{label, arc.head};
        // Into this very bucket (no length) in order of position, else at the end.
        std::vector<Visit>& into = ring[further & mask];
        if (further == now) into.insert(std::upper_bound(into.begin() + static_cast<std::ptrdiff_t>(i) + 1, into.end(), reached), reached);
        else into.push_back(reached);
        ++waiting;
      }
    }
    bucket.resize(later);
  }
  return best;
}

}  // namespace shaoyin::walk
