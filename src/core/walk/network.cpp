#include "core/walk/network.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <string>

namespace shaoyin::walk {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

// One drawn stretch between neighbouring points of a way.
struct Stretch {
  std::uint32_t from, to;
  double length_m, extra_m;
  Traits traits;
};

double wait_m(double seconds) { return seconds * kWalkDmPerSecond / 10; }

class Builder {
 public:
  Builder(const Streets& streets, Keep keep) : streets_(streets), keep_(keep) {}

  Result<Network> build() {
    if (streets_.points.size() > kNodesMax) return fault(ErrorCode::kTooLarge, "points", std::to_string(kNodesMax));
    if (const Status read = read_ways(); !read.ok()) return read.error();
    link();
    choose_nodes();
    follow_all();
    return std::move(network_);
  }

 private:
  Status read_ways() {
    uses_.assign(streets_.points.size(), 0);
    is_end_.assign(streets_.points.size(), false);
    for (std::size_t i = 0; i < streets_.ways.size(); ++i) {
      const StreetWay& way = streets_.ways[i];
      if (way.first > streets_.refs.size() || way.count > streets_.refs.size() - way.first) return fault(ErrorCode::kMalformed, "ways[" + std::to_string(i) + "]");
      const std::span<const std::uint32_t> refs(streets_.refs.data() + way.first, way.count);
      for (const std::uint32_t ref : refs) {
        if (ref >= streets_.points.size()) return fault(ErrorCode::kMalformed, "ways[" + std::to_string(i) + "]", "point " + std::to_string(ref));
      }
      read_way(way, refs);
    }
    return {};
  }

  void read_way(const StreetWay& way, std::span<const std::uint32_t> refs) {
    if (refs.size() < 2) return;
    is_end_[refs.front()] = is_end_[refs.back()] = true;
    for (const std::uint32_t ref : refs) ++uses_[ref];
    const double share_of_wait = 1.0 / static_cast<double>(refs.size() - 1);
    for (std::size_t i = 1; i < refs.size(); ++i) {
      const StreetPoint& from = streets_.points[refs[i - 1]];
      const StreetPoint& to = streets_.points[refs[i]];
      if (refs[i - 1] == refs[i] || from.blocked || to.blocked) continue;
      const double length = geo::distance_m(from.at, to.at);
      // Half of a point's wait on either side: who passes pays it once.
      const double extra = length * (way.effort_percent - 100) / 100 + wait_m(way.wait_s * share_of_wait + (from.wait_s + to.wait_s) / 2.0);
      stretches_.push_back({refs[i - 1], refs[i], length, std::max(0.0, extra), way.traits});
    }
  }

  // first_[p] .. first_[p + 1] in ends_ are the stretches at point p.
  void link() {
    first_.assign(streets_.points.size() + 1, 0);
    for (const Stretch& s : stretches_) ++first_[s.from + 1], ++first_[s.to + 1];
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    ends_.resize(stretches_.size() * 2);
    std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
    for (std::uint32_t i = 0; i < stretches_.size(); ++i) {
      ends_[next[stretches_[i].from]++] = i;
      ends_[next[stretches_[i].to]++] = i;
    }
  }

  [[nodiscard]] std::uint32_t degree(std::uint32_t point) const { return first_[point + 1] - first_[point]; }

  [[nodiscard]] bool is_node(std::uint32_t point) const {
    if (degree(point) == 0) return false;
    if (keep_ == Keep::kEveryPoint) return true;
    if (keep_ == Keep::kWayEnds) return is_end_[point] || uses_[point] > 1;
    return degree(point) != 2 || streets_.points[point].traits != 0 ||
           stretches_[ends_[first_[point]]].traits != stretches_[ends_[first_[point] + 1]].traits;
  }

  void choose_nodes() {
    node_of_.assign(streets_.points.size(), kNone);
    for (std::uint32_t p = 0; p < streets_.points.size(); ++p) {
      if (is_node(p)) add_node(p);
    }
  }

  void add_node(std::uint32_t point) {
    node_of_[point] = static_cast<Node>(network_.nodes.size());
    network_.nodes.push_back(streets_.points[point].at);
  }

  void follow_all() {
    walked_.assign(stretches_.size(), false);
    for (std::uint32_t p = 0; p < streets_.points.size(); ++p) {
      if (node_of_[p] != kNone) follow_from(p);
    }
    // What is left are rings without any node; one point of each becomes one.
    for (std::uint32_t i = 0; i < stretches_.size(); ++i) {
      if (walked_[i]) continue;
      add_node(stretches_[i].from);
      follow_from(stretches_[i].from);
    }
  }

  void follow_from(std::uint32_t point) {
    for (std::uint32_t e = first_[point]; e < first_[point + 1]; ++e) {
      if (!walked_[ends_[e]]) follow(point, ends_[e]);
    }
  }

  // From a node along stretches without a choice to the next node.
  void follow(std::uint32_t point, std::uint32_t stretch) {
    Segment segment{.a = node_of_[point], .shape = static_cast<std::uint32_t>(network_.shape.size())};
    double length = 0, extra = 0;
    while (true) {
      const Stretch& s = stretches_[stretch];
      walked_[stretch] = true;
      length += s.length_m;
      extra += s.extra_m;
      segment.traits |= s.traits;
      segment.traits |= streets_.points[s.from].traits | streets_.points[s.to].traits;
      point = s.from == point ? s.to : s.from;
      if (node_of_[point] != kNone) break;
      network_.shape.push_back(streets_.points[point].at);
      stretch = ends_[first_[point]] == stretch ? ends_[first_[point] + 1] : ends_[first_[point]];
    }
    segment.b = node_of_[point];
    segment.bends = static_cast<std::uint32_t>(network_.shape.size()) - segment.shape;
    segment.length_dm = static_cast<Distance>(std::llround(length * 10));
    segment.extra_dm = static_cast<Distance>(std::llround(extra * 10));
    network_.segments.push_back(segment);
  }

  const Streets& streets_;
  const Keep keep_;
  std::vector<std::uint32_t> uses_, first_, ends_, node_of_;
  std::vector<bool> is_end_, walked_;
  std::vector<Stretch> stretches_;
  Network network_;
};

std::uint32_t root_of(std::vector<std::uint32_t>& above, std::uint32_t node) {
  while (above[node] != node) node = above[node] = above[above[node]];
  return node;
}

// Keeps the nodes that `keeps` names and the segments both of whose ends are kept.
template <class Keeps>
Network only(const Network& whole, const Keeps& keeps) {
  Network part;
  std::vector<Node> renamed(whole.nodes.size(), kNone);
  for (Node node = 0; node < whole.nodes.size(); ++node) {
    if (!keeps(node)) continue;
    renamed[node] = static_cast<Node>(part.nodes.size());
    part.nodes.push_back(whole.nodes[node]);
  }
  for (Segment segment : whole.segments) {
    if (renamed[segment.a] == kNone || renamed[segment.b] == kNone) continue;
    const auto bends = whole.shape.begin() + segment.shape;
    segment.a = renamed[segment.a];
    segment.b = renamed[segment.b];
    segment.shape = static_cast<std::uint32_t>(part.shape.size());
    part.shape.insert(part.shape.end(), bends, bends + segment.bends);
    part.segments.push_back(segment);
  }
  return part;
}

}  // namespace

Result<Network> build_network(const Streets& streets, Keep keep) { return Builder(streets, keep).build(); }

Parts parts_of(const Network& network) {
  std::vector<std::uint32_t> above(network.nodes.size());
  std::iota(above.begin(), above.end(), 0u);
  for (const Segment& s : network.segments) {
    const std::uint32_t a = root_of(above, s.a), b = root_of(above, s.b);
    above[std::max(a, b)] = std::min(a, b);
  }
  std::map<std::uint32_t, std::uint32_t> size_of_root;
  for (Node node = 0; node < network.nodes.size(); ++node) ++size_of_root[root_of(above, node)];
  std::vector<std::pair<std::uint32_t, std::uint32_t>> by_size(size_of_root.begin(), size_of_root.end());
  std::stable_sort(by_size.begin(), by_size.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  Parts parts;
  std::map<std::uint32_t, std::uint32_t> number_of_root;
  for (const auto& [root, size] : by_size) {
    number_of_root[root] = static_cast<std::uint32_t>(parts.sizes.size());
    parts.sizes.push_back(size);
  }
  parts.part_of.resize(network.nodes.size());
  for (Node node = 0; node < network.nodes.size(); ++node) parts.part_of[node] = number_of_root[root_of(above, node)];
  return parts;
}

Network largest_part(const Network& network) {
  const Parts parts = parts_of(network);
  return only(network, [&](Node node) { return parts.part_of[node] == 0; });
}

Network cut_out(const Network& network, geo::Point low, geo::Point high) {
  return only(network, [&](Node node) {
    const geo::Point at = network.nodes[node];
    return at.x() >= low.x() && at.x() <= high.x() && at.y() >= low.y() && at.y() <= high.y();
  });
}

std::vector<Distance> weights_of(const Network& network, Measure measure) {
  const Traits closed = measure == Measure::kStepFree ? kSteps | kNarrow : measure == Measure::kNight ? kHours : 0;
  std::vector<Distance> weights(network.segments.size());
  std::transform(network.segments.begin(), network.segments.end(), weights.begin(), [&](const Segment& s) {
    if ((s.traits & closed) != 0) return kFar;
    return measure == Measure::kLength ? s.length_dm : s.length_dm + s.extra_dm;
  });
  return weights;
}

}  // namespace shaoyin::walk
