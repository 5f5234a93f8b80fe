#include "core/walk/order.h"

#include <metis.h>

#include <algorithm>
#include <numeric>
#include <span>
#include <utility>

namespace shaoyin::walk {
namespace {

// Neighbours without doubles and loops, as METIS wants them.
struct Neighbours {
  std::vector<idx_t> first, list;
  [[nodiscard]] std::span<const idx_t> of(std::uint32_t node) const { return {list.data() + first[node], list.data() + first[node + 1]}; }
};

Neighbours neighbours_of(const Network& network) {
  const std::size_t size = network.nodes.size();
  std::vector<idx_t> begin(size + 1, 0);
  for (const Segment& s : network.segments) {
    if (s.a != s.b) ++begin[s.a + 1], ++begin[s.b + 1];
  }
  std::partial_sum(begin.begin(), begin.end(), begin.begin());
  std::vector<idx_t> all(static_cast<std::size_t>(begin.back())), next(begin.begin(), begin.end() - 1);
  for (const Segment& s : network.segments) {
    if (s.a == s.b) continue;
    all[static_cast<std::size_t>(next[s.a]++)] = static_cast<idx_t>(s.b);
    all[static_cast<std::size_t>(next[s.b]++)] = static_cast<idx_t>(s.a);
  }
  Neighbours made;
  made.first.assign(1, 0);
  made.list.reserve(all.size());
  for (std::size_t v = 0; v < size; ++v) {
    const auto low = all.begin() + begin[v], high = all.begin() + begin[v + 1];
    std::sort(low, high);
    made.list.insert(made.list.end(), low, std::unique(low, high));
    made.first.push_back(static_cast<idx_t>(made.list.size()));
  }
  return made;
}

// In the order in which they go. Empty when METIS gives up (it does when memory runs out, or a signal reaches it).
std::vector<std::uint32_t> nodes_by_metis(Neighbours& graph) {
  idx_t options[METIS_NOPTIONS];
  METIS_SetDefaultOptions(options);
  options[METIS_OPTION_SEED] = 1;  // the same network, the same order
  options[METIS_OPTION_NUMBERING] = 0;
  idx_t count = static_cast<idx_t>(graph.first.size() - 1);
  std::vector<idx_t> node_of(static_cast<std::size_t>(count)), rank_of(node_of.size());
  if (METIS_NodeND(&count, graph.first.data(), graph.list.data(), nullptr, options, node_of.data(), rank_of.data()) != METIS_OK) return {};
  return {node_of.begin(), node_of.end()};
}

// What remains when dead ends and nodes without a choice are taken away, in rounds: nobody next to somebody taken in the
// same round, so that a chain of n becomes one of n / 2 and the hierarchy stays low. Costs no shortcut that any
// order could save, and leaves METIS half the nodes to think about.
class Peeling {
 public:
  explicit Peeling(const Neighbours& graph, std::size_t size) : near_(size), round_of_(size, 0) {
    for (std::uint32_t v = 0; v < size; ++v) near_[v].assign(graph.of(v).begin(), graph.of(v).end());
    std::vector<std::uint32_t> open(size), later;
    std::iota(open.begin(), open.end(), 0u);
    for (std::uint32_t round = 1; !open.empty(); ++round, open.swap(later)) {
      later.clear();
      for (const std::uint32_t v : open) try_taking(v, round, later);
    }
  }

  // In the order in which they go.
  [[nodiscard]] const std::vector<std::uint32_t>& taken() const { return taken_; }

  // Nodes that stay, and who is next to whom among them.
  [[nodiscard]] std::vector<std::uint32_t> core(Neighbours& graph) const {
    std::vector<std::uint32_t> kept, renamed(near_.size());
    for (std::uint32_t v = 0; v < near_.size(); ++v) {
      if (round_of_[v] != kGone) renamed[v] = static_cast<std::uint32_t>(kept.size()), kept.push_back(v);
    }
    graph.first.assign(1, 0);
    graph.list.clear();
    for (const std::uint32_t v : kept) {
      for (const idx_t u : near_[v]) graph.list.push_back(static_cast<idx_t>(renamed[static_cast<std::uint32_t>(u)]));
      graph.first.push_back(static_cast<idx_t>(graph.list.size()));
    }
    return kept;
  }

 private:
  static constexpr std::uint32_t kGone = 0xFFFF'FFFF;

  // A node of more than two neighbours stays until one of them goes.
  void try_taking(std::uint32_t v, std::uint32_t round, std::vector<std::uint32_t>& later) {
    if (round_of_[v] == kGone || round_of_[v] == round || near_[v].size() > 2 || beside_a_hub(v)) return;
    taken_.push_back(v);
    round_of_[v] = kGone;
    for (const idx_t u : near_[v]) {
      const auto other = static_cast<std::uint32_t>(u);
      std::erase(near_[other], static_cast<idx_t>(v));
      if (round_of_[other] != round) round_of_[other] = round, later.push_back(other);
    }
    if (near_[v].size() == 2) join(near_[v][0], near_[v][1]);
  }

  // Where hundreds of ways meet, which is no street, finding one among them again and again would take for ever.
  static constexpr std::size_t kHub = 64;
  [[nodiscard]] bool beside_a_hub(std::uint32_t v) const {
    return std::any_of(near_[v].begin(), near_[v].end(), [&](idx_t u) { return near_[static_cast<std::size_t>(u)].size() > kHub; });
  }

  void join(idx_t a, idx_t b) {
    auto& of_a = near_[static_cast<std::size_t>(a)];
    if (std::find(of_a.begin(), of_a.end(), b) != of_a.end()) return;
    of_a.push_back(b);
    near_[static_cast<std::size_t>(b)].push_back(a);
  }

  std::vector<std::vector<idx_t>> near_;
  std::vector<std::uint32_t> round_of_, taken_;  // in which round a neighbour went last; kGone
};

std::vector<std::uint32_t> inverse(const std::vector<std::uint32_t>& of) {
  std::vector<std::uint32_t> made(of.size());
  for (std::uint32_t i = 0; i < of.size(); ++i) made[of[i]] = i;
  return made;
}

// By rank, who takes over a node's neighbours when it goes (Liu's elimination tree); its own size where nobody does.
std::vector<std::uint32_t> heirs_of(const std::vector<std::uint32_t>& node_of, const std::vector<std::uint32_t>& rank_of, const Neighbours& graph) {
  const auto none = static_cast<std::uint32_t>(node_of.size());
  std::vector<std::uint32_t> heir(none, none), top(none, none);  // top: a shortcut towards the root
  for (std::uint32_t v = 0; v < none; ++v) {
    for (const idx_t near : graph.of(node_of[v])) {
      std::uint32_t u = rank_of[static_cast<std::uint32_t>(near)];
      if (u >= v) continue;
      while (top[u] != none && top[u] != v) u = std::exchange(top[u], v);
      if (top[u] == none) top[u] = heir[u] = v;
    }
  }
  return heir;
}

// The same shortcuts in an order that is kinder to memory: whoever hangs under a node comes right before it (the
// elimination tree in postorder), so that going through the ranks is going through the town.
std::vector<std::uint32_t> gathered(const std::vector<std::uint32_t>& node_of, const Neighbours& graph) {
  const auto size = static_cast<std::uint32_t>(node_of.size());
  const std::vector<std::uint32_t> heir = heirs_of(node_of, inverse(node_of), graph);
  std::vector<std::uint32_t> below(size + 1, 1), begin(size + 1);
  for (std::uint32_t v = 0; v < size; ++v) below[heir[v]] += below[v];
  // From the top down, each takes the last free places of its heir's block: begin[v] counts them down.
  std::vector<std::uint32_t> rank_of(size);
  begin[size] = size;
  for (std::uint32_t v = size; v-- > 0;) {
    const std::uint32_t end = begin[heir[v]];
    begin[heir[v]] = end - below[v];
    begin[v] = end - 1;
    rank_of[node_of[v]] = end - 1;
  }
  return rank_of;
}

// Below this many nodes any order is as good as another.
constexpr std::size_t kLeaf = 4;

class Halving {
 public:
  Halving(std::vector<geo::Point> points, const Neighbours& graph) : points_(std::move(points)), graph_(graph), side_(points_.size(), 0) {}

  // In the order in which they go.
  std::vector<std::uint32_t> nodes() {
    std::vector<std::uint32_t> all(points_.size());
    std::iota(all.begin(), all.end(), 0u);
    split(all);
    return std::move(nodes_);
  }

 private:
  using Nodes = std::span<std::uint32_t>;

  // Halves first, then the nodes of one half that touch the other, of whichever has fewer of them. Depth: log2 of the number of nodes.
  void split(Nodes nodes) {
    if (nodes.size() <= kLeaf) return number(nodes);
    sort_along_longer_side(nodes);
    Nodes first = nodes.first(nodes.size() / 2), second = nodes.subspan(nodes.size() / 2);
    const std::uint32_t mark = marks_ += 2;
    for (const std::uint32_t node : first) side_[node] = mark;
    for (const std::uint32_t node : second) side_[node] = mark + 1;
    const auto touching = [&](Nodes half, std::uint32_t other) { return std::stable_partition(half.begin(), half.end(), [&](std::uint32_t node) { return !touches(node, other); }); };
    auto border = touching(first, mark + 1), other_border = touching(second, mark);
    if (second.end() - other_border < first.end() - border) std::swap(first, second), border = other_border;
    const std::vector<std::uint32_t> separator(border, first.end());
    split(Nodes(first.begin(), border));
    split(second);
    number(separator);
  }

  [[nodiscard]] bool touches(std::uint32_t node, std::uint32_t side) const {
    const auto near = graph_.of(node);
    return std::any_of(near.begin(), near.end(), [&](idx_t other) { return side_[static_cast<std::size_t>(other)] == side; });
  }

  void sort_along_longer_side(Nodes nodes) {
    const auto x = [&](std::uint32_t node) { return points_[node].x(); };
    const auto y = [&](std::uint32_t node) { return points_[node].y(); };
    const auto [west, east] = std::minmax_element(nodes.begin(), nodes.end(), [&](auto a, auto b) { return x(a) < x(b); });
    const auto [south, north] = std::minmax_element(nodes.begin(), nodes.end(), [&](auto a, auto b) { return y(a) < y(b); });
    const geo::Scale scale = geo::scale_at(points_[*south].lat());
    const double wide = (double{1} * x(*east) - x(*west)) * scale.east_m, high = (double{1} * y(*north) - y(*south)) * scale.north_m;
    const auto half = nodes.begin() + static_cast<std::ptrdiff_t>(nodes.size() / 2);
    const auto place = [&](std::uint32_t node) { return wide > high ? std::pair(x(node), node) : std::pair(y(node), node); };
    std::nth_element(nodes.begin(), half, nodes.end(), [&](auto a, auto b) { return place(a) < place(b); });
  }

  void number(std::span<const std::uint32_t> nodes) { nodes_.insert(nodes_.end(), nodes.begin(), nodes.end()); }

  const std::vector<geo::Point> points_;
  const Neighbours& graph_;
  std::vector<std::uint32_t> side_, nodes_;
  std::uint32_t marks_ = 0;
};

}  // namespace

Order order_of(const Network& network, OrderBy by) {
  const Neighbours graph = neighbours_of(network);
  const Peeling peeling(graph, network.nodes.size());
  Neighbours core;
  const std::vector<std::uint32_t> kept = peeling.core(core);
  std::vector<std::uint32_t> nodes = peeling.taken(), last;
  if (by == OrderBy::kMetis && !kept.empty()) last = nodes_by_metis(core);
  if (last.empty() && !kept.empty()) {
    by = OrderBy::kGeometry;
    std::vector<geo::Point> points;
    for (const std::uint32_t node : kept) points.push_back(network.nodes[node]);
    last = Halving(std::move(points), core).nodes();
  }
  for (const std::uint32_t node : last) nodes.push_back(kept[node]);
  return {gathered(nodes, graph), by};
}

}  // namespace shaoyin::walk
