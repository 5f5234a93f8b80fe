// Who goes where when places are limited: everybody to one of the facilities near them, nobody beyond a facility's
// places, as many served as can be, and among all such ways the one with the least walking. Exact for the lists given.
//
// Everybody first goes to the nearest; then whoever is too many is moved along the cheapest chain of moves to a free
// place (successive shortest paths over the facilities, Busacker and Gowen 1961). Pure; threads: any.
#pragma once

#include <span>
#include <vector>

#include "core/walk/dijkstra.h"

namespace shaoyin::walk {

struct CapacityTask {
  std::span<const std::uint32_t> people;    // of each home
  std::span<const Label> near;              // `k` facilities each home may go to, nearest first; unused ones kFar
  std::uint32_t k = 5;                      // more cost time; five were enough that nobody missed a free place nearby
  std::span<const std::uint32_t> capacity;  // of each facility
};

struct Attendance {
  std::uint32_t home = 0, facility = 0, people = 0;
  Distance distance = 0;
};

struct Capacity {
  std::vector<Attendance> attendances;      // by home; whoever is named nowhere is unserved
  std::vector<std::uint32_t> taken;         // of each facility's places
  std::uint64_t served = 0, unserved = 0;
  std::uint64_t walked_dm = 0;              // by all who are served, one way
};

// REQUIRES: near.size() == people.size() * k, every facility named within `capacity`, distances below 2^30.
[[nodiscard]] Capacity assign(const CapacityTask& task);

}  // namespace shaoyin::walk
