// How far every node is from the nearest facility of each of up to 32 kinds, all kinds in one pass up the hierarchy and
// one pass down: PHAST (Delling, Goldberg, Nowatzyk, Werneck 2011) with one 16-bit lane per kind.
//
// Exact up to kReachMax_dm; farther is kFar. Threads: any, one table each.
#pragma once

#include <span>
#include <vector>

#include "core/walk/dijkstra.h"
#include "core/walk/hierarchy.h"
#include "core/walk/kernels.h"

namespace shaoyin::walk {

// What 16 bits hold: 6.5 km, an hour and a half on foot; whoever walks farther has no circle of services.
inline constexpr Distance kReachMax_dm = 0xFFFE;

class KindTable {
 public:
  static constexpr std::uint32_t kKindsMax = Line16::kLanes;

  // Sweeps the facilities of each kind; beginnings beyond kReachMax_dm are not reached. REQUIRES: at most kKindsMax kinds.
  void sweep(const Hierarchy& hierarchy, const Metric& metric, std::span<const std::vector<Seed>> kinds, const Kernels& kernels = best_kernels());

  [[nodiscard]] Distance at(const Hierarchy& hierarchy, Node node, std::uint32_t kind) const {
    const std::uint16_t cell = lines_[hierarchy.rank_of(node)].lane[kind];
    return cell == 0xFFFF ? kFar : cell;
  }
  [[nodiscard]] const std::vector<Line16>& lines() const { return lines_; }  // by rank

 private:
  std::vector<Line16> lines_;
};

[[nodiscard]] UpArcs<std::uint16_t> arcs16(const Hierarchy& hierarchy, const Metric& metric);

// The k nearest facilities of every node, nearest first, equally near ones by position; unused labels are kFar. The
// same answer as nearest_by_heap(), by rank. Any distance.
class NearestTable {
 public:
  // People compare a handful; each more makes every node's list longer.
  static constexpr std::uint32_t kNearestMax = 16;
  // REQUIRES: 0 < k <= kNearestMax.
  void sweep(const Hierarchy& hierarchy, const Metric& metric, const Facilities& facilities, std::uint32_t k);
  [[nodiscard]] Label at(const Hierarchy& hierarchy, Node node, std::uint32_t place) const;
  [[nodiscard]] std::uint32_t k() const { return k_; }

 private:
  std::uint32_t k_ = 0;
  std::vector<std::uint64_t> labels_;  // distance in the upper, facility in the lower half; k a node
};

}  // namespace shaoyin::walk
