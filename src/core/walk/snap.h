// Puts addresses and facilities on the network: the nearest place on any segment. Threads: any, after building.
// Ownership: borrows the network, which must outlive it.
#pragma once

#include <optional>
#include <vector>

#include "core/walk/dijkstra.h"
#include "core/walk/network.h"

namespace shaoyin::walk {

// A place on the network: so far along a segment from its end a.
struct Place {
  std::uint32_t segment = 0;
  Distance offset_dm = 0;  // 0 .. length_dm
  double gap_m = 0;        // from the point that was asked for, as the crow flies
};

// Farther from any street than this a point is in water, in a field or in another city: better said than guessed.
inline constexpr double kGapMax_m = 300;

class Snapper {
 public:
  explicit Snapper(const Network& network);
  // Nothing when no segment lies within kGapMax_m. Of equally near segments the one with the lowest number.
  [[nodiscard]] std::optional<Place> snap(geo::Point point) const;

 private:
  struct Cell { std::int32_t x, y; };
  [[nodiscard]] Cell cell_of(geo::Point point) const;
  [[nodiscard]] std::size_t slot(std::int32_t x, std::int32_t y) const { return static_cast<std::size_t>(y) * columns_ + static_cast<std::size_t>(x); }
  template <class Visit> void each_piece(const Segment& segment, const Visit& visit) const;
  template <class Visit> void each_cell(geo::Point a, geo::Point b, const Visit& visit) const;
  void try_segment(std::uint32_t segment, geo::Point point, std::optional<Place>& best) const;

  const Network& network_;
  std::int64_t low_x_ = 0, low_y_ = 0, step_x_ = 1, step_y_ = 1;
  std::size_t columns_ = 1, rows_ = 1;
  std::vector<std::uint32_t> first_, segments_;  // segments whose pieces' boxes touch a cell
};

// How far along its segment a place is from end a, effort shared out evenly; `weight` is the segment's.
[[nodiscard]] Distance along(const Segment& segment, const Place& place, Distance weight);

// The two ends of its segment, with how far each is, effort shared out evenly along the segment; one for a loop's
// nearer way round. Empty when the segment is closed. `weight` is the segment's in the measure asked for.
[[nodiscard]] std::vector<Seed> seeds_of(const Network& network, const Place& place, Distance weight);

}  // namespace shaoyin::walk
