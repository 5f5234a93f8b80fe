// One test for all kernels: whatever this machine can run gives the plain kernel's answer, bit for bit.
#include "core/walk/kernels.h"

#include <gtest/gtest.h>

#include <cstring>

#include "core/walk/seeds_test.h"
#include "core/walk/synthetic.h"

namespace shaoyin::walk {
namespace {

// An upward graph and a table without sense but with everything that could trip a kernel: full and empty lines, weights
// of nothing and beyond all bounds, values next to the largest.
template <class Cell>
struct Puzzle {
  std::vector<std::uint32_t> tail, head;
  std::vector<Cell> weight;
  std::vector<Line<Cell>> table;

  explicit Puzzle(std::uint64_t seed) {
    Sequence chance(seed);
    constexpr Cell kFarCell = sizeof(Cell) == 2 ? Cell(0xFFFF) : Cell(0x7FFF'FFFF);
    const auto any = [&] {
      switch (chance.below(5)) {
        case 0: return Cell(0);
        case 1: return kFarCell;
        case 2: return static_cast<Cell>(kFarCell - chance.below(5));
        case 3: return static_cast<Cell>(chance.below(0x8000) + 0x7000);
        default: return static_cast<Cell>(chance.below(5'000));
      }
    };
    const std::uint32_t size = 1 + chance.below(60);
    table.resize(size);
    for (std::uint32_t v = 0; v < size; ++v) {
      for (std::uint32_t i = 0; v + 1 < size && i < chance.below(5); ++i) tail.push_back(v), head.push_back(v + 1 + chance.below(size - v - 1)), weight.push_back(any());
      const bool empty = chance.below(2) == 0;
      for (Cell& cell : table[v].lane) cell = empty ? kFarCell : any();
    }
  }
  [[nodiscard]] UpArcs<Cell> arcs() const { return {static_cast<std::uint32_t>(head.size()), tail.data(), head.data(), weight.data()}; }
};

template <class Cell>
void expect_same(std::uint64_t seed, Sweep<Cell> up, Sweep<Cell> down, Sweep<Cell> plain_up, Sweep<Cell> plain_down) {
  Puzzle<Cell> mine(seed), plain(seed);
  up(mine.arcs(), mine.table.data());
  plain_up(plain.arcs(), plain.table.data());
  ASSERT_EQ(std::memcmp(mine.table.data(), plain.table.data(), mine.table.size() * 64), 0);
  down(mine.arcs(), mine.table.data());
  plain_down(plain.arcs(), plain.table.data());
  ASSERT_EQ(std::memcmp(mine.table.data(), plain.table.data(), mine.table.size() * 64), 0);
}

void expect_same_lines(std::uint64_t seed, const Kernels& mine, const Kernels& plain) {
  Sequence chance(seed);
  const Puzzle<std::uint16_t> lines(seed);
  for (const Line16& line : lines.table) {
    const Line16& limits = lines.table[chance.below(static_cast<std::uint32_t>(lines.table.size()))];
    const auto limit = static_cast<std::uint16_t>(chance.below(0x10000));
    ASSERT_EQ(mine.within(line, limit), plain.within(line, limit));
    std::uint32_t sums[32] = {1, 2, 3}, plain_sums[32] = {1, 2, 3};
    mine.add_within(line, limits, limit, sums);
    plain.add_within(line, limits, limit, plain_sums);
    ASSERT_EQ(std::memcmp(sums, plain_sums, sizeof sums), 0);
    Line16 made, plain_made;
    mine.between(line, limits.lane[0], limits, line.lane[1], made);
    plain.between(line, limits.lane[0], limits, line.lane[1], plain_made);
    ASSERT_EQ(std::memcmp(&made, &plain_made, sizeof made), 0);
  }
}

void expect_same_relax(std::uint64_t seed, const Kernels& mine, const Kernels& plain) {
  Sequence chance(seed);
  std::vector<std::uint32_t> into(chance.below(70)), from(into.size());
  for (std::uint32_t& value : into) value = chance.below(0x7FFF'FFFF);
  for (std::uint32_t& value : from) value = chance.below(0x7FFF'FFFF);
  std::vector<std::uint32_t> plain_into = into;
  const std::uint32_t add = chance.below(0x7FFF'FFFF);
  mine.relax(into.data(), from.data(), add, static_cast<std::uint32_t>(into.size()));
  plain.relax(plain_into.data(), from.data(), add, static_cast<std::uint32_t>(into.size()));
  ASSERT_EQ(into, plain_into);
}

TEST(Kernels, AllGiveThePlainKernelsTables) {
  const Kernels& plain = *all_kernels().back();
  for (const Kernels* kernels : all_kernels()) {
    for (const std::uint64_t seed : seeds(300)) {
      SCOPED_TRACE(std::string(kernels->name) + " SEED=" + std::to_string(seed));
      expect_same<std::uint16_t>(seed, kernels->up16, kernels->down16, plain.up16, plain.down16);
      expect_same<std::uint32_t>(seed, kernels->up32, kernels->down32, plain.up32, plain.down32);
      expect_same_lines(seed, *kernels, plain);
      expect_same_relax(seed, *kernels, plain);
    }
  }
}

TEST(Kernels, ThePlainOneIsAlwaysThere) { EXPECT_STREQ(all_kernels().back()->name, "plain"); }

TEST(Kernels, Avx512IsTriedWhereTheProcessorHasIt) {
  if (std::string(best_kernels().name) != "avx512") GTEST_SKIP() << "this processor has no AVX-512BW: that kernel was compiled, not run";
}

}  // namespace
}  // namespace shaoyin::walk
