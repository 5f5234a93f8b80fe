#include "core/walk/sweep.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace shaoyin::walk {
namespace {

using Packed = std::uint64_t;  // distance above, facility below: one comparison orders both
constexpr Packed kNobody = Packed{kNever} << 32;

// Puts a label where it belongs among K sorted ones; a facility stands once, with its least distance. Without a branch:
// whoever is displaced moves on to the next place, and the same facility farther away, or again, drops out.
template <std::uint32_t K>
inline void insert(Packed* best, Packed label) {
  const auto facility = static_cast<std::uint32_t>(label);
#pragma GCC unroll 16
  for (std::uint32_t i = 0; i < K; ++i) {
    const Packed here = best[i];
    best[i] = std::min(here, label);
    label = static_cast<std::uint32_t>(here) == facility && here < kNobody ? kNobody : std::max(here, label);
  }
}

// Labels are sorted: the first that is not better than the last of `best` ends it. A closed arc ends it at once.
// Neighbours mostly know the same facilities in the same order; those need no place looked for.
template <std::uint32_t K>
inline void merge(Packed* best, const Packed* from, Distance weight) {
  const Packed more = Packed{weight} << 32;
  for (std::uint32_t i = 0; i < K; ++i) {
    const Packed label = from[i] + more;
    if (label >= best[K - 1]) return;
    if (static_cast<std::uint32_t>(best[i]) == static_cast<std::uint32_t>(label) && best[i] <= label) continue;
    insert<K>(best, label);
  }
}

template <std::uint32_t K>
void sweep_labels(const Hierarchy& hierarchy, const Metric& metric, Packed* labels) {
  const std::uint32_t* first = hierarchy.first().data();
  const Rank* head = hierarchy.head().data();
  const Distance* weight = metric.weight.data();
  Packed mine[K];
  const auto of = [&](Rank v) { return labels + std::size_t{v} * K; };
  for (Rank v = 0; v < hierarchy.size(); ++v) {
    if (*of(v) >= kNobody) continue;
    std::copy_n(of(v), K, mine);
    for (std::uint32_t arc = first[v]; arc < first[v + 1]; ++arc) merge<K>(of(head[arc]), mine, weight[arc]);
  }
  for (Rank v = hierarchy.size(); v-- > 0;) {
    std::copy_n(of(v), K, mine);
    for (std::uint32_t arc = first[v]; arc < first[v + 1]; ++arc) merge<K>(mine, of(head[arc]), weight[arc]);
    std::copy_n(mine, K, of(v));
  }
}

template <std::uint32_t K>
void seed_and_sweep(const Hierarchy& hierarchy, const Metric& metric, const Facilities& facilities, std::vector<Packed>& labels) {
  labels.assign(std::size_t{hierarchy.size()} * K, kNobody);
  for (std::uint32_t f = 0; f < facilities.size(); ++f) {
    for (const Seed& seed : facilities[f]) {
      if (seed.at < kNever) insert<K>(labels.data() + std::size_t{hierarchy.rank_of(seed.node)} * K, Packed{seed.at} << 32 | f);
    }
  }
  sweep_labels<K>(hierarchy, metric, labels.data());
}

// One copy of the loops for each number of labels, so that they stay in registers.
using SweepLabels = void (*)(const Hierarchy&, const Metric&, const Facilities&, std::vector<Packed>&);
template <std::size_t... K>
constexpr std::array<SweepLabels, sizeof...(K)> sweeps(std::index_sequence<K...>) { return {seed_and_sweep<K + 1>...}; }
constexpr auto kSweeps = sweeps(std::make_index_sequence<NearestTable::kNearestMax>());

}  // namespace

UpArcs<std::uint16_t> arcs16(const Hierarchy& hierarchy, const Metric& metric) {
  return {static_cast<std::uint32_t>(metric.narrow.size()), hierarchy.tail().data(), hierarchy.head().data(), metric.narrow.data()};
}

void KindTable::sweep(const Hierarchy& hierarchy, const Metric& metric, std::span<const std::vector<Seed>> kinds, const Kernels& kernels) {
  ensure(kinds.size() <= kKindsMax, "at most one lane per kind");
  lines_.resize(hierarchy.size());
  if (!lines_.empty()) std::memset(lines_.data(), 0xFF, lines_.size() * sizeof(Line16));
  for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
    for (const Seed& seed : kinds[kind]) {
      std::uint16_t& cell = lines_[hierarchy.rank_of(seed.node)].lane[kind];
      cell = static_cast<std::uint16_t>(std::min<Distance>(cell, seed.at));
    }
  }
  kernels.up16(arcs16(hierarchy, metric), lines_.data());
  kernels.down16(arcs16(hierarchy, metric), lines_.data());
}

void NearestTable::sweep(const Hierarchy& hierarchy, const Metric& metric, const Facilities& facilities, std::uint32_t k) {
  ensure(k > 0 && k <= kNearestMax, "between one and kNearestMax labels a node");
  k_ = k;
  kSweeps[k - 1](hierarchy, metric, facilities, labels_);
}

Label NearestTable::at(const Hierarchy& hierarchy, Node node, std::uint32_t place) const {
  const Packed label = labels_[std::size_t{hierarchy.rank_of(node)} * k_ + place];
  if (label >= kNobody) return {};
  return {static_cast<Distance>(label >> 32), static_cast<std::uint32_t>(label)};
}

}  // namespace shaoyin::walk
