#include "core/walk/reach.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <iterator>
#include <numeric>

namespace shaoyin::walk {
namespace {

constexpr std::uint32_t kNone = 0xFFFF'FFFF;

// Buckets of 6.4 m: few enough to pass over quickly; what is found too long inside one is found again shorter.
constexpr std::uint32_t kBucketBits = 6;

Graph by_rank(const Network& network, std::span<const Distance> weights, const Hierarchy& hierarchy) {
  const Graph graph = graph_of(network, weights);
  Graph ranked;
  ranked.first.assign(1, 0);
  ranked.arcs.reserve(graph.arcs.size());
  for (Rank v = 0; v < hierarchy.size(); ++v) {
    for (const Arc& arc : graph.at(hierarchy.node_of(v))) ranked.arcs.push_back({hierarchy.rank_of(arc.head), arc.weight});
    ranked.first.push_back(static_cast<std::uint32_t>(ranked.arcs.size()));
  }
  return ranked;
}

}  // namespace

Reach::Reach(const Network& network, std::span<const Distance> weights, const Hierarchy& hierarchy, const Metric& metric, const Kernels& kernels)
    : hierarchy_(hierarchy), metric_(metric), kernels_(kernels), graph_(by_rank(network, weights, hierarchy)), distance_(hierarchy.size(), kFar),
      bits_(hierarchy.size() / 64 + 1, 0), local_(hierarchy.size(), kNone) {}

void Reach::find_region(Rank first, std::uint32_t count, Distance limit) {
  buckets_.resize((limit >> kBucketBits) + 1);
  touched_.clear();
  const auto reach = [&](Rank node, Distance at) {
    if (at > limit || at >= distance_[node]) return;
    if (distance_[node] == kFar) touched_.push_back(node);
    distance_[node] = at;
    buckets_[at >> kBucketBits].push_back(node);
  };
  for (Rank v = first; v < first + count; ++v) reach(v, 0);
  for (std::vector<Rank>& bucket : buckets_) {
    for (std::size_t i = 0; i < bucket.size(); ++i) {  // grows while it is walked through
      const Rank node = bucket[i];
      const Distance at = distance_[node];
      for (const Arc& arc : graph_.at(node)) {
        if (arc.weight <= limit) reach(arc.head, at + arc.weight);
      }
    }
    bucket.clear();
  }
}

// Ascending, through one bit per node: sorting would cost more than searching did.
void Reach::collect_region() {
  std::uint32_t low = kNone, high = 0;
  for (const Rank node : touched_) {
    bits_[node / 64] |= std::uint64_t{1} << (node % 64);
    low = std::min(low, node / 64), high = std::max(high, node / 64);
    distance_[node] = kFar;
  }
  region_.clear();
  for (std::uint32_t word = low; word <= high && low != kNone; ++word) {
    for (std::uint64_t bits = bits_[word]; bits != 0; bits &= bits - 1) region_.push_back(word * 64 + static_cast<std::uint32_t>(std::countr_zero(bits)));
    bits_[word] = 0;
  }
}

void Reach::cut_out() {
  for (std::uint32_t i = 0; i < region_.size(); ++i) local_[region_[i]] = i;
  tail_.clear(), head_.clear(), weight_.clear();
  for (std::uint32_t tail = 0; tail < region_.size(); ++tail) {
    const Rank v = region_[tail];
    for (std::uint32_t arc = hierarchy_.first()[v]; arc < hierarchy_.first()[v + 1]; ++arc) {
      const std::uint32_t place = local_[hierarchy_.head()[arc]];
      if (place == kNone) continue;
      tail_.push_back(tail), head_.push_back(place), weight_.push_back(metric_.narrow[arc]);
    }
  }
  for (const Rank v : region_) local_[v] = kNone;
}

ReachBatch Reach::run(std::uint32_t batch, Distance limit) {
  ensure(batch < batches() && limit <= kReachMax_dm, "a batch and a limit that 16 bits hold");
  const Rank first = batch * kBatch;
  const std::uint32_t count = std::min(kBatch, hierarchy_.size() - first);
  find_region(first, count, limit);
  collect_region();
  cut_out();
  if (lines_.size() < region_.size()) lines_.resize(region_.size());
  if (!region_.empty()) std::memset(lines_.data(), 0xFF, region_.size() * sizeof(Line16));
  const auto begin = std::lower_bound(region_.begin(), region_.end(), first) - region_.begin();
  for (std::uint32_t lane = 0; lane < count; ++lane) lines_[static_cast<std::size_t>(begin) + lane].lane[lane] = 0;
  const UpArcs<std::uint16_t> arcs{static_cast<std::uint32_t>(head_.size()), tail_.data(), head_.data(), weight_.data()};
  kernels_.up16(arcs, lines_.data());
  kernels_.down16(arcs, lines_.data());
  return {first, count, region_, {lines_.data(), region_.size()}};
}

std::uint64_t ReachIndex::pairs() const {
  return std::accumulate(entries.begin(), entries.end(), std::uint64_t{0}, [](std::uint64_t sum, const Entry& entry) { return sum + static_cast<std::uint64_t>(std::popcount(entry.bits)); });
}

ReachIndex reach_index(Reach& reach, Distance limit) { return reach_index(reach, limit, 0, reach.batches()); }

ReachIndex joined(std::span<const ReachIndex> shares) {
  ReachIndex whole;
  whole.first.assign(1, 0);
  for (const ReachIndex& share : shares) {
    const auto before = static_cast<std::uint32_t>(whole.entries.size());
    for (std::size_t batch = 1; batch < share.first.size(); ++batch) whole.first.push_back(before + share.first[batch]);
    whole.entries.insert(whole.entries.end(), share.entries.begin(), share.entries.end());
  }
  return whole;
}

ReachIndex reach_index(Reach& reach, Distance limit, std::uint32_t from, std::uint32_t to) {
  const Kernels& kernels = best_kernels();
  ReachIndex index;
  index.first.assign(1, 0);
  for (std::uint32_t batch = from; batch < to; ++batch) {
    const ReachBatch found = reach.run(batch, limit);
    for (std::size_t i = 0; i < found.region.size(); ++i) {
      if (const std::uint32_t bits = kernels.within(found.lines[i], static_cast<std::uint16_t>(limit)); bits != 0) index.entries.push_back({found.region[i], bits});
    }
    index.first.push_back(static_cast<std::uint32_t>(index.entries.size()));
  }
  return index;
}

namespace {

// Everything that some nodes can climb to, ascending; `seen` is all false before and after.
std::vector<Rank> above(const Hierarchy& hierarchy, std::span<const Node> nodes, std::vector<bool>& seen) {
  std::vector<Rank> found;
  for (const Node node : nodes) {
    for (Rank v = hierarchy.rank_of(node); v != hierarchy.size() && !seen[v]; v = hierarchy.parent(v)) seen[v] = true, found.push_back(v);
  }
  for (const Rank v : found) seen[v] = false;
  std::sort(found.begin(), found.end());
  return found;
}

// Sixteen rows of a matrix at a time. Lines are those of the nodes above the columns, by rank, and after them whatever
// only the rows of a batch climb to.
class Rows {
 public:
  Rows(const Hierarchy& hierarchy, const Metric& metric, std::span<const Node> to, const Kernels& kernels)
      : hierarchy_(hierarchy), metric_(metric), kernels_(kernels), seen_(hierarchy.size(), false), line_of_(hierarchy.size(), kNone), top_(above(hierarchy, to, seen_)) {
    for (std::uint32_t i = 0; i < top_.size(); ++i) line_of_[top_[i]] = i;
    for (const Rank v : top_) add_arcs(v, down_);
    for (const Node node : to) columns_.push_back(line_of_[hierarchy.rank_of(node)]);
    std::fill(std::begin(never_.lane), std::end(never_.lane), kNever);
  }

  // rows[i] is where the row of from[i] goes. REQUIRES: at most 16.
  void run(std::span<const Node> from, std::span<Distance* const> rows) {
    const std::vector<Rank> climbed = above(hierarchy_, from, seen_);
    std::uint32_t lines = static_cast<std::uint32_t>(top_.size());
    for (const Rank v : climbed) {
      if (line_of_[v] == kNone) line_of_[v] = lines++;
    }
    lines_.resize(std::max<std::size_t>(lines_.size(), lines));
    std::fill_n(lines_.begin(), lines, never_);
    up_.clear();
    for (const Rank v : climbed) add_arcs(v, up_);
    for (std::size_t lane = 0; lane < from.size(); ++lane) lines_[line_of_[hierarchy_.rank_of(from[lane])]].lane[lane] = 0;
    kernels_.up32(up_.view(), lines_.data());
    kernels_.down32(down_.view(), lines_.data());
    for (const Rank v : climbed) {
      if (line_of_[v] >= top_.size()) line_of_[v] = kNone;
    }
    for (std::size_t column = 0; column < columns_.size(); column += kBlock) write(column, rows);
  }

 private:
  struct Arcs {
    std::vector<std::uint32_t> tail, head, weight;
    void clear() { tail.clear(), head.clear(), weight.clear(); }
    [[nodiscard]] UpArcs<std::uint32_t> view() const { return {static_cast<std::uint32_t>(head.size()), tail.data(), head.data(), weight.data()}; }
  };

  void add_arcs(Rank v, Arcs& arcs) const {
    for (std::uint32_t arc = hierarchy_.first()[v]; arc < hierarchy_.first()[v + 1]; ++arc) {
      arcs.tail.push_back(line_of_[v]), arcs.head.push_back(line_of_[hierarchy_.head()[arc]]), arcs.weight.push_back(metric_.weight[arc]);
    }
  }

  // Sixteen columns are turned into pieces of rows in a corner of fast memory.
  void write(std::size_t column, std::span<Distance* const> rows) const {
    std::array<std::array<Distance, kBlock>, Line32::kLanes> turned;
    const std::size_t count = std::min(kBlock, columns_.size() - column);
    for (std::size_t i = 0; i < count; ++i) {
      const Line32& line = lines_[columns_[column + i]];
      for (std::size_t lane = 0; lane < Line32::kLanes; ++lane) turned[lane][i] = line.lane[lane] < kNever ? line.lane[lane] : kFar;
    }
    for (std::size_t lane = 0; lane < rows.size(); ++lane) {
      if (count == kBlock) std::memcpy(rows[lane] + column, turned[lane].data(), sizeof turned[lane]);
      else std::copy_n(turned[lane].begin(), count, rows[lane] + column);
    }
  }

  static constexpr std::size_t kBlock = 16;
  const Hierarchy& hierarchy_;
  const Metric& metric_;
  const Kernels& kernels_;
  std::vector<bool> seen_;
  std::vector<std::uint32_t> line_of_, columns_;
  const std::vector<Rank> top_;
  Arcs up_, down_;
  Line32 never_;  // a whole line at once is filled in faster than its lanes
  std::vector<Line32> lines_;
};

}  // namespace

std::vector<Distance> matrix(const Hierarchy& hierarchy, const Metric& metric, std::span<const Node> from, std::span<const Node> to, const Kernels& kernels) {
  std::vector<Distance> cells(from.size() * to.size());
  // Neighbours in one batch climb the same arcs.
  std::vector<std::uint32_t> order(from.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return hierarchy.rank_of(from[a]) < hierarchy.rank_of(from[b]); });
  Rows sixteen(hierarchy, metric, to, kernels);
  for (std::size_t begin = 0; begin < order.size(); begin += Line32::kLanes) {
    std::vector<Node> nodes;
    std::vector<Distance*> rows;
    for (std::size_t i = begin; i < std::min<std::size_t>(begin + Line32::kLanes, order.size()); ++i) nodes.push_back(from[order[i]]), rows.push_back(cells.data() + order[i] * to.size());
    sixteen.run(nodes, rows);
  }
  return cells;
}

}  // namespace shaoyin::walk
