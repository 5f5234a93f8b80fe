// A linear one-vs-rest support vector machine with squared hinge loss, solved by dual coordinate descent (Hsieh et al.
// 2008). The labels of a group are solved side by side, because they share the rows and most of the time goes into
// walking over them. Pure, deterministic: equal rows and seed, equal weights.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace shaoyin::triage {

inline constexpr std::size_t kLanes = 8;  // labels solved side by side: one 32-byte row of weights per feature

struct Feature {
  std::uint32_t at;
  float value;
};

// Rows one after the other in one piece of memory.
struct Rows {
  std::vector<Feature> features;
  std::vector<std::size_t> starts = {0};  // one more than rows
  std::uint32_t width = 0;                // every `at` is below it

  [[nodiscard]] std::size_t size() const { return starts.size() - 1; }
  void close_row() { starts.push_back(features.size()); }
};

struct LinearOptions {
  float cost = 1.0f;          // C: how much a message on the wrong side costs
  int passes_max = 12;        // three times as many move F1 by less than 0.0005
  float tolerance = 0.1f;     // stop when no gradient is larger
  std::uint64_t seed = 0;     // of the order in which rows are visited
};

using LaneWeights = std::vector<std::array<float, kLanes>>;  // one per feature

// Weights that tell each of the labels first … first + kLanes - 1 from all others. `used` are the rows to learn from;
// labels[row] is the row's label. Lanes of labels that no row has stay what their negatives make them.
[[nodiscard]] LaneWeights solve(const Rows& rows, const std::vector<std::uint32_t>& labels, const std::vector<std::uint32_t>& used,
                                std::uint32_t first, const LinearOptions& options);

[[nodiscard]] std::array<float, kLanes> scores(const Rows& rows, std::size_t row, const LaneWeights& weights);

}  // namespace shaoyin::triage
