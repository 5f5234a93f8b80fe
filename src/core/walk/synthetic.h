// Invented streets for tests, figures and demonstrations, made from a seed: the same seed makes the same streets on
// every machine. Nothing here is a real place. Pure; threads: any.
#pragma once

#include <cstdint>

#include "core/geo/polygon.h"
#include "core/walk/streets.h"

namespace shaoyin::walk {

// A repeatable sequence of numbers (splitmix64): chance that core is given, not takes.
class Sequence {
 public:
  explicit Sequence(std::uint64_t seed) : state_(seed) {}
  [[nodiscard]] std::uint64_t next();
  // Evenly among 0 .. sides - 1. REQUIRES: sides > 0.
  [[nodiscard]] std::uint32_t below(std::uint32_t sides) { return static_cast<std::uint32_t>(next() % sides); }

 private:
  std::uint64_t state_;
};

// A town of `columns` × `rows` street corners about 90 m apart, bent and with gaps; a river across it with a bridge
// every eighth street; walled compounds that are entered through gates, some of them only in daytime; some steps and
// signal crossings. REQUIRES: at least 2 × 2, at most 2000 × 2000.
[[nodiscard]] Streets synthetic_town(std::uint64_t seed, std::uint32_t columns, std::uint32_t rows);

// The same inside an outline, under a river that winds from west to east: streets for the demonstration district, whose
// outline is our own drawing. Corners beyond 2000 a side are left out. REQUIRES: an outline of some area.
[[nodiscard]] Streets synthetic_district(std::uint64_t seed, const geo::Polygon& outline);

// Points and ways without any sense: islands, rings, double and zero-length ways, walls. For tests.
[[nodiscard]] Streets synthetic_tangle(std::uint64_t seed, std::uint32_t points, std::uint32_t ways);

}  // namespace shaoyin::walk
