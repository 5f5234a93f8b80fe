// The walking network: junctions and the segments between them. Every stretch without a choice is one segment; its
// bends stay as shape, so that addresses can be placed on it. Undirected: whoever may walk there may walk back.
//
// Units: decimetres. Effort counts, in decimetres of level walking at kWalkDmPerSecond, also what costs time without
// covering ground: steps, waiting at signals, other people's compounds.
// Pure; threads: any, after building.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "core/base/result.h"
#include "core/walk/streets.h"

namespace shaoyin::walk {

using Node = std::uint32_t;
using Distance = std::uint32_t;  // decimetres
inline constexpr Distance kFar = std::numeric_limits<Distance>::max();  // not reached; as a weight: closed

// Waiting is turned into distance at this speed (1.2 m/s): one table of distances then serves every age, each with
// its own speed.
inline constexpr Distance kWalkDmPerSecond = 12;

// A network of more nodes would outgrow the 32-bit positions of the hierarchy; China's largest city has some 4 million.
inline constexpr std::size_t kNodesMax = 40'000'000;

struct Segment {
  Node a = 0, b = 0;            // equal for a loop
  Distance length_dm = 0;
  Distance extra_dm = 0;        // effort beyond the length
  Traits traits = 0;
  std::uint32_t shape = 0;      // bends from a to b, without the ends: Network::shape[shape, shape + bends)
  std::uint32_t bends = 0;
};

struct Network {
  std::vector<geo::Point> nodes;
  std::vector<Segment> segments;
  std::vector<geo::Point> shape;
};

// Which points of the streets become nodes.
enum class Keep {
  kChoices,      // where ways meet or end, gates, and where traits change
  kWayEnds,      // where a way begins or ends or a point is used twice: as other engines count
  kEveryPoint,   // all
};

// Errors: kTooLarge (kNodesMax), kMalformed (a way names a point that is not there; field says which).
[[nodiscard]] Result<Network> build_network(const Streets& streets, Keep keep);

// Which connected part each node is in; parts are numbered by falling size, so 0 is the largest.
struct Parts {
  std::vector<std::uint32_t> part_of;
  std::vector<std::uint32_t> sizes;
};
[[nodiscard]] Parts parts_of(const Network& network);

// The largest part alone, renumbered; islands nobody can walk to make every table say "unreachable".
[[nodiscard]] Network largest_part(const Network& network);

// Nodes inside the box and the segments between them; for figures of a part of a city.
[[nodiscard]] Network cut_out(const Network& network, geo::Point south_west, geo::Point north_east);

// `times` × `times` copies side by side, each stitched to its neighbours by the nodes nearest to the seam: a large
// network for figures only. Synthetic.
[[nodiscard]] Network tiled(const Network& network, std::uint32_t times);

// What a segment weighs, by question. kFar means closed.
enum class Measure {
  kLength,    // ground covered
  kEffort,    // with steps, signals and compounds
  kStepFree,  // effort without steps and narrow gates: wheelchairs, prams
  kNight,     // effort without what keeps opening hours
};
[[nodiscard]] std::vector<Distance> weights_of(const Network& network, Measure measure);

}  // namespace shaoyin::walk
