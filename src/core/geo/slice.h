// Cuts a drawn area into parts that share their borders exactly: the demonstration district's subdistricts,
// communities and grids. All corners lie on one slanted lattice of about 18 cm, along and across the river,
// where cuts are straight and meet in whole numbers; where a cut meets a slanted outer border the new corner
// is remembered and given to every other shape that has this border. So the parts of one whole have no gap
// and no overlap, however often and by whatever kind it is cut. Deterministic: the same calls in the same
// order give the same shapes everywhere. Threads: one Slicer belongs to one thread.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "core/geo/polygon.h"

namespace shaoyin::geo {

// A corner on the lattice: `along` runs south-east, `across` north-east.
struct Corner {
  std::int64_t along = 0;
  std::int64_t across = 0;
  friend auto operator<=>(const Corner&, const Corner&) = default;
};
using Outline = std::vector<Corner>;

// A part to be cut out: its share of the whole, and where it should lie, roughly.
struct Part {
  double weight = 1;  // > 0
  Corner centre;      // only compared with the other parts'; leave all equal to cut in the given order
};

class Slicer {
 public:
  // `origin` is the lattice's (0, 0).
  explicit Slicer(Point origin) : origin_(origin) {}

  [[nodiscard]] Corner corner_near(Point point) const;  // within 10 cm
  [[nodiscard]] Outline outline_of(const Ring& ring) const;

  // Cuts `whole` into parts.size() shapes, in the order of `parts`, with areas about in proportion. A weight
  // is kept to within the lattice and the shape of the whole. REQUIRES: parts not empty; a simple outline,
  // corners in any turning direction.
  [[nodiscard]] std::vector<Outline> cut(const Outline& whole, const std::vector<Part>& parts);

  // The shape with every corner that any cut has put on its border. Ask when all cutting is done.
  [[nodiscard]] Polygon polygon_of(const Outline& outline) const;

 private:
  struct Cut {
    bool along;  // the line's fixed coordinate: along (true) or across
    std::int64_t at;
  };
  using Edge = std::pair<Corner, Corner>;

  [[nodiscard]] Outline with_known_corners(const Outline& outline) const;
  void put_known(Outline& outline, Corner from, Corner to) const;
  [[nodiscard]] Cut choose(const Outline& whole, bool along, double share) const;
  Outline keep(const Outline& whole, const Cut& cut, bool below);
  [[nodiscard]] Point point_of(Corner corner) const;
  void cut_into(const Outline& whole, std::vector<std::pair<std::size_t, Part>> parts,
                std::vector<Outline>& shapes);

  Point origin_;
  std::map<Edge, Corner> known_;  // the corner in the middle of a slanted edge (lesser end first)
};

}  // namespace shaoyin::geo
