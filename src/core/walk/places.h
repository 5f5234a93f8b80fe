// Homes and facilities stand along segments, not at junctions. From elsewhere one comes in by an end of the segment;
// two places on one segment are joined along it as well, which no table of nodes can know. With both, every distance
// between places is exact. Pure; threads: any.
#pragma once

#include <span>
#include <vector>

#include "core/walk/snap.h"
#include "core/walk/sweep.h"

namespace shaoyin::walk {

// A home and a facility of a kind on one segment, and how far apart along it.
struct Beside {
  std::uint32_t home = 0;  // position in the list asked with
  std::uint32_t kind = 0;
  Distance distance = 0;
};
// Ascending by home. `kinds` are the places of the facilities of each kind; closed segments join nobody.
[[nodiscard]] std::vector<Beside> besides_of(const Network& network, std::span<const Distance> weights, std::span<const Place> homes, std::span<const std::vector<Place>> kinds);

// The facilities nearest to one place: `table` was swept from `facilities` by their seeds_of(). As many as the table
// holds a node; fewer where fewer can be reached.
[[nodiscard]] std::vector<Label> nearest_at(const NearestTable& table, const Hierarchy& hierarchy, const Network& network, std::span<const Distance> weights,
                                            std::span<const Place> facilities, const Place& home);

}  // namespace shaoyin::walk
