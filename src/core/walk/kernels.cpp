#include "core/walk/kernels.h"

#include <algorithm>

#include "core/walk/kernel_body.h"
#include "core/walk/kernels_by_processor.h"

namespace shaoyin::walk {
namespace {

// Lanes one by one: the measure of all others.
template <class Cell>
struct PlainLanes {
  static constexpr Cell kFarCell = sizeof(Cell) == 2 ? Cell(0xFFFF) : Cell(0x7FFF'FFFF);
  Line<Cell> line;
  static PlainLanes load(const Line<Cell>& from) { return {from}; }
  void store(Line<Cell>& to) const { to = line; }
  // Lowered by `from` plus a weight.
  [[nodiscard]] PlainLanes lowered(const PlainLanes& from, Cell weight) const {
    PlainLanes out;
    for (std::uint32_t i = 0; i < Line<Cell>::kLanes; ++i) {
      const std::uint32_t sum = std::min<std::uint32_t>(std::uint32_t{from.line.lane[i]} + weight, kFarCell);
      out.line.lane[i] = static_cast<Cell>(std::min<std::uint32_t>(line.lane[i], sum));
    }
    return out;
  }
};

// Sixteen bytes at a time, in the compiler's own vectors: SSE2 or NEON, whatever the processor surely has.
#if defined(__GNUC__)
template <class Cell>
struct SmallLanes {
  typedef Cell Vector __attribute__((vector_size(16), may_alias));
  static constexpr std::size_t kVectors = 4;
  Vector part[kVectors];
  static SmallLanes load(const Line<Cell>& from) {
    SmallLanes lanes;
    for (std::size_t i = 0; i < kVectors; ++i) lanes.part[i] = reinterpret_cast<const Vector*>(from.lane)[i];
    return lanes;
  }
  void store(Line<Cell>& to) const {
    for (std::size_t i = 0; i < kVectors; ++i) reinterpret_cast<Vector*>(to.lane)[i] = part[i];
  }
  // A sum of 16 bits that is below what was added has passed the largest number; sums of 32 bits never do.
  [[nodiscard]] SmallLanes lowered(const SmallLanes& from, Cell weight) const {
    SmallLanes out;
    for (std::size_t i = 0; i < kVectors; ++i) {
      Vector sum = from.part[i] + weight;
      if constexpr (sizeof(Cell) == 2) sum |= reinterpret_cast<Vector>(sum < from.part[i]);
      out.part[i] = sum < part[i] ? sum : part[i];
    }
    return out;
  }
};
#else
template <class Cell> using SmallLanes = PlainLanes<Cell>;
#endif

void relax(std::uint32_t* into, const std::uint32_t* from, std::uint32_t add, std::uint32_t count) {
  for (std::uint32_t i = 0; i < count; ++i) into[i] = std::min(into[i], from[i] + add);
}

std::uint32_t within(const Line16& line, std::uint16_t limit) {
  std::uint32_t bits = 0;
  for (std::uint32_t i = 0; i < Line16::kLanes; ++i) bits |= std::uint32_t{line.lane[i] <= limit} << i;
  return bits;
}

void add_within(const Line16& line, const Line16& limits, std::uint32_t amount, std::uint32_t* sums) {
  for (std::uint32_t i = 0; i < Line16::kLanes; ++i) sums[i] += line.lane[i] <= limits.lane[i] ? amount : 0;
}

const Kernels kPlain{"plain", sweep_up<PlainLanes<std::uint16_t>, std::uint16_t>, sweep_down<PlainLanes<std::uint16_t>, std::uint16_t>,
                     sweep_up<PlainLanes<std::uint32_t>, std::uint32_t>, sweep_down<PlainLanes<std::uint32_t>, std::uint32_t>, relax, within, add_within, between_two<PlainLanes<std::uint16_t>>};

const Kernels kSmall{"16-byte", sweep_up<SmallLanes<std::uint16_t>, std::uint16_t>, sweep_down<SmallLanes<std::uint16_t>, std::uint16_t>,
                     sweep_up<SmallLanes<std::uint32_t>, std::uint32_t>, sweep_down<SmallLanes<std::uint32_t>, std::uint32_t>, relax, within, add_within, between_two<SmallLanes<std::uint16_t>>};

std::vector<const Kernels*> found() {
  std::vector<const Kernels*> all;
#if defined(SHAOYIN_WIDE_KERNELS)
  if (__builtin_cpu_supports("avx512bw") != 0 && __builtin_cpu_supports("avx2") != 0) all.push_back(&avx512_kernels());
  if (__builtin_cpu_supports("avx2") != 0) all.push_back(&avx2_kernels());
#endif
  all.push_back(&kSmall);
  all.push_back(&kPlain);
  return all;
}

}  // namespace

const std::vector<const Kernels*>& all_kernels() {
  static const std::vector<const Kernels*> all = found();
  return all;
}

}  // namespace shaoyin::walk
