// The two passes of a sweep, arc by arc: not one branch depends on the town, so the processor never guesses wrong.
// Written once for every kind of lanes. Included after the file has chosen its instruction set, so that each file's
// copy is compiled for its own processor; `Lanes` differs between files, so the copies never meet. Arcs are taken by
// value: a line that is stored might otherwise be thought to change them.
#pragma once

#include "core/walk/kernels.h"

namespace shaoyin::walk {

inline constexpr Line16 kFarLine = [] {
  Line16 line{};
  for (std::uint16_t& cell : line.lane) cell = 0xFFFF;
  return line;
}();

// What a tail knows, the head learns.
template <class Lanes, class Cell>
void sweep_up(const UpArcs<Cell>& given, Line<Cell>* table) {
  const UpArcs<Cell> arcs = given;
  for (std::uint32_t i = 0; i < arcs.count; ++i) {
    Line<Cell>& head = table[arcs.head[i]];
    Lanes::load(head).lowered(Lanes::load(table[arcs.tail[i]]), arcs.weight[i]).store(head);
  }
}

// What a head knows, the tail learns, the highest first. Nodes of many arcs are near the top; their line stays in a
// register for eight arcs at a time, because storing and loading it again would be waited for.
template <class Lanes, class Cell>
void sweep_down(const UpArcs<Cell>& given, Line<Cell>* table) {
  constexpr std::uint32_t kMany = 8;
  const UpArcs<Cell> arcs = given;
  std::uint32_t i = arcs.count;
  const auto learnt = [&](const Lanes& mine, std::uint32_t arc) { return mine.lowered(Lanes::load(table[arcs.head[arc]]), arcs.weight[arc]); };
  while (i > 0) {
    Line<Cell>& tail = table[arcs.tail[i - 1]];
    Lanes mine = Lanes::load(tail);
    if (i >= kMany && arcs.tail[i - kMany] == arcs.tail[i - 1]) {
      for (std::uint32_t k = 0; k < kMany; ++k) mine = learnt(mine, --i);
    } else {
      mine = learnt(mine, --i);
    }
    mine.store(tail);
  }
}

template <class Lanes>
void between_two(const Line16& one, std::uint16_t from_one, const Line16& other, std::uint16_t from_other, Line16& into) {
  Lanes::load(kFarLine).lowered(Lanes::load(one), from_one).lowered(Lanes::load(other), from_other).store(into);
}

}  // namespace shaoyin::walk
