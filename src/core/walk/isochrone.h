// What lies within a walk, as an area to be drawn: where nobody gets to (rivers, walled grounds) stays a hole.
//
// Only for drawing. Whether an address is reached is asked of its own distance, never of the polygon. Pure; threads: any.
#pragma once

#include <span>

#include "core/geo/polygon.h"
#include "core/walk/network.h"

namespace shaoyin::walk {

struct IsochroneStyle {
  double cell_m = 15;       // of the raster the area is traced on
  double beside_m = 30;     // how far beside a street still counts: about a house and its yard
  double simplify_m = 12;   // corners nearer than this to the line are left out
  double hole_m2 = 10'000;  // smaller holes are filled: the yards of a block are not unreached, a hectare of water is
};

// More cells than these would take longer than a screen needs; the cells are made larger then.
inline constexpr std::size_t kIsochroneCellsMax = 4'000'000;

// `distance` is by node, as Dijkstra or a sweep gives it, `weights` by segment; segments are reached as far as `limit`
// allows from either end. Empty when nothing is reached. Rings under the even-odd rule, holes included.
[[nodiscard]] geo::Polygon isochrone(const Network& network, std::span<const Distance> weights, std::span<const Distance> distance, Distance limit,
                                     const IsochroneStyle& style = {});

}  // namespace shaoyin::walk
