// The innermost loops, once for every kind of processor: AVX-512, AVX2, 16 bytes at a time (SSE2, NEON), plain C++. All give the same tables, bit for
// bit; the one test of kernels_test.cpp holds every kernel that the machine can run against the plain one.
//
// A line is one node's row of a table: 64 bytes, one cell per lane. Threads: any.
#pragma once

#include <cstdint>
#include <vector>

namespace shaoyin::walk {

template <class Cell>
struct alignas(64) Line {
  static constexpr std::uint32_t kLanes = 64 / sizeof(Cell);
  Cell lane[kLanes];
};
using Line16 = Line<std::uint16_t>;  // 32 lanes; saturating, 0xFFFF is far
using Line32 = Line<std::uint32_t>;  // 16 lanes; kNever is far

// Arcs from lower to higher nodes, by ascending tail, as in Hierarchy; any names of lines will do.
template <class Cell>
struct UpArcs {
  std::uint32_t count;
  const std::uint32_t* tail;
  const std::uint32_t* head;
  const Cell* weight;
};

template <class Cell>
using Sweep = void (*)(const UpArcs<Cell>& arcs, Line<Cell>* table);

// into[i] = min(into[i], from[i] + add); no sum exceeds 32 bits.
using Relax = void (*)(std::uint32_t* into, const std::uint32_t* from, std::uint32_t add, std::uint32_t count);

// Bit i is set where lane i of the line is at most `limit`.
using Within = std::uint32_t (*)(const Line16& line, std::uint16_t limit);

// sums[i] += amount for every lane i that is at most limits[i].
using AddWithin = void (*)(const Line16& line, const Line16& limits, std::uint32_t amount, std::uint32_t* sums);

// A place between two nodes: the lesser of either line with what is walked from there added.
using Between = void (*)(const Line16& one, std::uint16_t from_one, const Line16& other, std::uint16_t from_other, Line16& into);

struct Kernels {
  const char* name;
  Sweep<std::uint16_t> up16, down16;  // pass 1: ascending, towards heads; pass 2: descending, from heads
  Sweep<std::uint32_t> up32, down32;
  Relax relax;
  Within within;
  AddWithin add_within;
  Between between;
};

// Those this machine can run, the fastest first; the last is plain C++.
[[nodiscard]] const std::vector<const Kernels*>& all_kernels();
[[nodiscard]] inline const Kernels& best_kernels() { return *all_kernels().front(); }

}  // namespace shaoyin::walk
