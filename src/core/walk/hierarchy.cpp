#include "core/walk/hierarchy.h"

#include <algorithm>
#include <numeric>
#include <string>

#include "core/walk/kernels.h"

namespace shaoyin::walk {
namespace {

constexpr Rank kNone = 0xFFFF'FFFF;

std::vector<Node> inverse(const std::vector<Rank>& rank_of) {
  std::vector<Node> node_of(rank_of.size(), kNone);
  for (Node node = 0; node < rank_of.size(); ++node) {
    ensure(rank_of[node] < rank_of.size() && node_of[rank_of[node]] == kNone, "ranks are a permutation");
    node_of[rank_of[node]] = node;
  }
  return node_of;
}

std::uint16_t narrowed(Distance weight) { return static_cast<std::uint16_t>(std::min<Distance>(weight, 0xFFFF)); }

// Weights of the arcs up from one node after another, in ascending order: what the segments say, lowered by every
// triangle over a node below.
class Customiser {
 public:
  Customiser(const Hierarchy& hierarchy, std::span<const Distance> weights, Metric& metric)
      : hierarchy_(hierarchy), weights_(weights), metric_(metric), position_(hierarchy.size()), relax_(best_kernels().relax) {}

  void weigh(Rank v) {
    const std::uint32_t begin = hierarchy_.first()[v], end = hierarchy_.first()[v + 1];
    for (std::uint32_t arc = begin; arc < end; ++arc) metric_.weight[arc] = drawn(arc), position_[hierarchy_.head()[arc]] = arc;
    for (const Hierarchy::Below& below : hierarchy_.below(v)) triangles(below, begin, end);
    for (std::uint32_t arc = begin; arc < end; ++arc) metric_.narrow[arc] = narrowed(metric_.weight[arc]);
  }

 private:
  [[nodiscard]] Distance drawn(std::uint32_t arc) const {
    Distance least = kNever;
    for (const std::uint32_t segment : hierarchy_.segments_on(arc)) least = std::min(least, weights_[segment]);
    return least;
  }

  // Tail, v and each node the tail also reaches above v. Elimination made all of those heads of v's own arcs; in the
  // dense upper part they are all of them, and then stand in the same order.
  void triangles(const Hierarchy::Below& below, std::uint32_t begin, std::uint32_t end) {
    const Distance to_v = metric_.weight[below.arc];
    if (to_v == kNever) return;
    const std::uint32_t from = below.arc + 1, count = hierarchy_.first()[below.tail + 1] - from;
    const Distance* other = metric_.weight.data() + from;
    if (count == end - begin) return relax_(metric_.weight.data() + begin, other, to_v, count);
    const Rank* heads = hierarchy_.head().data() + from;
    for (std::uint32_t i = 0; i < count; ++i) {
      Distance& weight = metric_.weight[position_[heads[i]]];
      weight = std::min(weight, to_v + other[i]);
    }
  }

  const Hierarchy& hierarchy_;
  const std::span<const Distance> weights_;
  Metric& metric_;
  std::vector<std::uint32_t> position_;
  Relax relax_;
};

}  // namespace

Hierarchy::Hierarchy(const Network& network, const Order& order) {
  number(network, order);
  ensure(eliminate(network), "streets do not join everything with everything");
  link_below();
  link_segments(network);
}

Result<Hierarchy> Hierarchy::of(const Network& network, const Order& order) {
  Hierarchy hierarchy;
  hierarchy.number(network, order);
  if (!hierarchy.eliminate(network)) {
    return fault(ErrorCode::kTooLarge, "network", std::to_string(kArcsANodeMax),
                 {"路网中几乎每个路口都与其他路口直接相连，不像街道。请核对路段表的起止节点", "Nearly every junction is joined with every other, which streets are not. Look at the ends of the edges"});
  }
  hierarchy.link_below();
  hierarchy.link_segments(network);
  return hierarchy;
}

void Hierarchy::number(const Network& network, const Order& order) {
  ensure(order.rank_of.size() == network.nodes.size(), "one rank per node");
  rank_of_ = order.rank_of;
  node_of_ = inverse(rank_of_);
}

// Takes nodes away in order; what is left of a node's neighbours become neighbours of each other. It is enough to
// hand them all to the lowest of them, the parent.
bool Hierarchy::eliminate(const Network& network) {
  const Rank count = size();
  std::vector<std::uint32_t> begin(count + 1, 0);
  const auto ends = [&](const Segment& s) { return std::minmax(rank_of_[s.a], rank_of_[s.b]); };
  for (const Segment& s : network.segments) if (s.a != s.b) ++begin[ends(s).first + 1];
  std::partial_sum(begin.begin(), begin.end(), begin.begin());
  std::vector<Rank> drawn(begin.back());
  std::vector<std::uint32_t> next(begin.begin(), begin.end() - 1);
  for (const Segment& s : network.segments) if (s.a != s.b) drawn[next[ends(s).first]++] = ends(s).second;
  std::vector<Rank> first_child(count, kNone), sibling(count, kNone), seen(count, kNone), heads;
  first_.assign(1, 0);
  first_.reserve(count + 1);
  for (Rank v = 0; v < count; ++v) {
    heads.clear();
    const auto add = [&](Rank u) {
      if (u != v && seen[u] != v) seen[u] = v, heads.push_back(u);
    };
    for (std::uint32_t i = begin[v]; i < begin[v + 1]; ++i) add(drawn[i]);
    for (Rank child = first_child[v]; child != kNone; child = sibling[child]) {
      for (std::uint32_t i = first_[child]; i < first_[child + 1]; ++i) add(head_[i]);
    }
    std::sort(heads.begin(), heads.end());
    head_.insert(head_.end(), heads.begin(), heads.end());
    tail_.resize(head_.size(), v);
    first_.push_back(static_cast<std::uint32_t>(head_.size()));
    if (!heads.empty()) sibling[v] = first_child[heads.front()], first_child[heads.front()] = v;
    if (head_.size() > kArcsANodeMax * count + kArcsAlways) return false;
  }
  return true;
}

void Hierarchy::link_below() {
  below_first_.assign(size() + 1, 0);
  for (const Rank u : head_) ++below_first_[u + 1];
  std::partial_sum(below_first_.begin(), below_first_.end(), below_first_.begin());
  below_.resize(head_.size());
  std::vector<std::uint32_t> next(below_first_.begin(), below_first_.end() - 1);
  for (Rank v = 0; v < size(); ++v) {
    for (std::uint32_t arc = first_[v]; arc < first_[v + 1]; ++arc) below_[next[head_[arc]]++] = {v, arc};
  }
}

void Hierarchy::link_segments(const Network& network) {
  arc_of_.assign(network.segments.size(), kNoArc);
  tail_of_.assign(network.segments.size(), kNone);
  segments_first_.assign(head_.size() + 1, 0);
  for (std::size_t i = 0; i < network.segments.size(); ++i) {
    const Segment& s = network.segments[i];
    if (s.a == s.b) continue;
    const auto [low, high] = std::minmax(rank_of_[s.a], rank_of_[s.b]);
    const auto found = std::lower_bound(head_.begin() + first_[low], head_.begin() + first_[low + 1], high);
    arc_of_[i] = static_cast<std::uint32_t>(found - head_.begin());
    tail_of_[i] = low;
    ++segments_first_[arc_of_[i] + 1];
  }
  std::partial_sum(segments_first_.begin(), segments_first_.end(), segments_first_.begin());
  segments_.resize(segments_first_.back());
  std::vector<std::uint32_t> next(segments_first_.begin(), segments_first_.end() - 1);
  for (std::uint32_t i = 0; i < arc_of_.size(); ++i) {
    if (arc_of_[i] != kNoArc) segments_[next[arc_of_[i]]++] = i;
  }
}

Metric customise(const Hierarchy& hierarchy, std::span<const Distance> weights) {
  Metric metric;
  metric.weight.resize(hierarchy.head().size());
  metric.narrow.resize(hierarchy.head().size());
  Customiser customiser(hierarchy, weights, metric);
  for (Rank v = 0; v < hierarchy.size(); ++v) customiser.weigh(v);
  return metric;
}

void recustomise(const Hierarchy& hierarchy, std::span<const Distance> weights, std::span<const std::uint32_t> changed, Metric& metric) {
  std::vector<Rank> above;  // tails of the segments and everything they can climb to
  std::vector<bool> known(hierarchy.size() + 1, false);
  known[hierarchy.size()] = true;
  for (const std::uint32_t segment : changed) {
    if (hierarchy.arc_of(segment) == Hierarchy::kNoArc) continue;
    for (Rank v = hierarchy.tail_of_segment(segment); !known[v]; v = hierarchy.parent(v)) known[v] = true, above.push_back(v);
  }
  std::sort(above.begin(), above.end());
  Customiser customiser(hierarchy, weights, metric);
  for (const Rank v : above) customiser.weigh(v);
}

}  // namespace shaoyin::walk
