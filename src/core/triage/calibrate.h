// Turns the scores of a linear model into probabilities that come true as often as they say: multinomial logistic
// regression on scores of messages the model had not learned from. It also repairs the bias between labels. Pure.
#pragma once

#include <cstdint>
#include <vector>

namespace shaoyin::triage {

// The matrix has labels x (labels + 1) entries and is learned from some thousand rows: more labels would fit noise.
// A deeper level of a taxonomy is a model of its own under its parent.
inline constexpr std::size_t kLabelsMax = 32;

// Row per label: a weight for each score, then the constant.
struct Calibration {
  std::size_t labels = 0;
  std::vector<float> weights;
};

// `scores`: labels entries per example; `truths`: the label of each. An identity of slope kSlopePrior when there are
// no examples. REQUIRES: 1 <= labels <= kLabelsMax.
[[nodiscard]] Calibration calibrate(std::size_t labels, const std::vector<float>& scores, const std::vector<std::uint32_t>& truths);

// `probabilities` gets labels entries that sum to 1. REQUIRES: labels entries in `scores`.
void apply(const Calibration& calibration, const float* scores, std::vector<double>& probabilities);

}  // namespace shaoyin::triage
