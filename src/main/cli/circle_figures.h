// Figures of the circle engine against baselines of the same run: how long, in processor time of one thread, each
// piece of work takes on a network. Used by `circle bench` and bench/circle.cpp.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/walk/network.h"

namespace shaoyin::cli {

struct Figure {
  struct Baseline { std::string name; double ms = 0; };
  std::string work;                 // language-free, e.g. "nearest_of_32_kinds"
  std::string network;              // "C", "P", …
  double ms = 0;                    // best of several runs
  std::vector<Baseline> baselines;  // one run each when they are slow, else the best of several
  std::string note;                 // what was counted, for checks by others
};

struct NamedNetwork {
  std::string name;
  walk::Network network;
};

// Facilities are `per_kind` distinct random nodes a kind, from `seed`. `told` hears each figure as soon as it is made.
// Baselines that would take minutes on a million nodes are left out there, and so are their ratios.
void measure_circle(const NamedNetwork& on, std::uint64_t seed, const std::function<void(const Figure&)>& told);

}  // namespace shaoyin::cli
