#include "core/triage/linear.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "core/triage/chance.h"

namespace shaoyin::triage {
namespace {

// Four floats at once, in the spelling that g++ and clang share; lowered to plain arithmetic where there is no SIMD.
using Four = float __attribute__((vector_size(16), aligned(4)));

struct Eight {
  Four low{}, high{};
};

Four four(float v) { return Four{v, v, v, v}; }

Eight dot(const Rows& rows, std::size_t row, const LaneWeights& weights) {
  Eight sum;
  const Feature* const end = rows.features.data() + rows.starts[row + 1];
  for (const Feature* f = rows.features.data() + rows.starts[row]; f < end; ++f) {
    const float* const w = weights[f->at].data();
    sum.low += *reinterpret_cast<const Four*>(w) * four(f->value);
    sum.high += *reinterpret_cast<const Four*>(w + 4) * four(f->value);
  }
  return sum;
}

void add(const Rows& rows, std::size_t row, const Eight& step, LaneWeights& weights) {
  const Feature* const end = rows.features.data() + rows.starts[row + 1];
  for (const Feature* f = rows.features.data() + rows.starts[row]; f < end; ++f) {
    float* const w = weights[f->at].data();
    *reinterpret_cast<Four*>(w) += step.low * four(f->value);
    *reinterpret_cast<Four*>(w + 4) += step.high * four(f->value);
  }
}

std::array<float, kLanes> lanes(const Eight& e) {
  std::array<float, kLanes> out;
  std::memcpy(out.data(), &e.low, sizeof e.low);
  std::memcpy(out.data() + 4, &e.high, sizeof e.high);
  return out;
}

Eight eight(const std::array<float, kLanes>& in) {
  Eight e;
  std::memcpy(&e.low, in.data(), sizeof e.low);
  std::memcpy(&e.high, in.data() + 4, sizeof e.high);
  return e;
}

float squared_length(const Rows& rows, std::size_t row) {
  float sum = 0;
  for (std::size_t i = rows.starts[row]; i < rows.starts[row + 1]; ++i) sum += rows.features[i].value * rows.features[i].value;
  return sum;
}

// One problem per lane; `duals` are their dual variables, kLanes per row.
class Descent {
 public:
  Descent(const Rows& rows, const std::vector<std::uint32_t>& labels, std::uint32_t first, const LinearOptions& options)
      : rows_(rows), labels_(labels), first_(first), diagonal_(0.5f / options.cost), weights_(rows.width), duals_(rows.size()), lengths_(rows.size()) {
    for (std::size_t row = 0; row < rows.size(); ++row) lengths_[row] = squared_length(rows, row);
  }

  // One step on one row; returns the largest projected gradient of its lanes.
  float visit(std::uint32_t row) {
    const auto margins = lanes(dot(rows_, row, weights_));
    auto& duals = duals_[row];
    std::array<float, kLanes> step{};
    float largest = 0;
    bool moved = false;
    for (std::uint32_t lane = 0; lane < kLanes; ++lane) {
      const float side = labels_[row] == first_ + lane ? 1.0f : -1.0f;
      const float gradient = side * margins[lane] - 1.0f + diagonal_ * duals[lane];
      const float projected = duals[lane] == 0.0f ? std::min(gradient, 0.0f) : gradient;
      if (projected == 0.0f) continue;
      largest = std::max(largest, std::fabs(projected));
      const float dual = std::max(duals[lane] - gradient / (lengths_[row] + diagonal_), 0.0f);
      step[lane] = (dual - duals[lane]) * side;
      duals[lane] = dual;
      moved = true;
    }
    if (moved) add(rows_, row, eight(step), weights_);
    return largest;
  }

  LaneWeights take() { return std::move(weights_); }

 private:
  const Rows& rows_;
  const std::vector<std::uint32_t>& labels_;
  const std::uint32_t first_;
  const float diagonal_;
  LaneWeights weights_;
  std::vector<std::array<float, kLanes>> duals_;
  std::vector<float> lengths_;
};

}  // namespace

LaneWeights solve(const Rows& rows, const std::vector<std::uint32_t>& labels, const std::vector<std::uint32_t>& used, std::uint32_t first,
                  const LinearOptions& options) {
  Descent descent(rows, labels, first, options);
  std::vector<std::uint32_t> order = used;
  Chance chance(options.seed);
  for (int pass = 0; pass < options.passes_max; ++pass) {
    chance.shuffle(order);
    float largest = 0;
    for (const std::uint32_t row : order) largest = std::max(largest, descent.visit(row));
    if (largest < options.tolerance) break;
  }
  return descent.take();
}

std::array<float, kLanes> scores(const Rows& rows, std::size_t row, const LaneWeights& weights) { return lanes(dot(rows, row, weights)); }

}  // namespace shaoyin::triage
