// The circle engine against Dijkstra of the same run, on an invented town, so that anybody can make these figures
// without a map file. With a map file: `shaoyin circle bench`, which says the same figures.
//
//   cmake --build build/release --target bench_circle && build/release/bench_circle [seed] [corners a side]
//
// Processor time of one thread; the baselines, binary-heap and bucket-queue Dijkstra, stand beside each figure.
#include <fmt/format.h>

#include <cstdlib>

#include "core/walk/synthetic.h"
#include "main/cli/circle_figures.h"

int main(int argc, char** argv) {
  using namespace shaoyin;
  const std::uint64_t seed = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1;
  const auto side = static_cast<std::uint32_t>(argc > 2 ? std::atoi(argv[2]) : 110);
  if (side < 12 || side > 1'500) return 2;
  auto built = walk::build_network(walk::synthetic_town(seed, side, side), walk::Keep::kChoices);
  if (!built) return 1;
  const cli::NamedNetwork town{"synthetic", walk::largest_part(*built)};
  fmt::print("{} nodes, {} segments, synthetic\n", town.network.nodes.size(), town.network.segments.size());
  cli::measure_circle(town, seed, [](const cli::Figure& figure) {
    fmt::print("{:<50} {:>10.3f} ms", figure.work, figure.ms);
    for (const auto& baseline : figure.baselines) fmt::print("  {:.0f}x {}", baseline.ms / figure.ms, baseline.name);
    fmt::print("  {}\n", figure.note);
  });
  return 0;
}
