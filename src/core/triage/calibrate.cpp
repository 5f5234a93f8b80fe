// Gradient descent in the metric of Böhning's bound (1992): the Hessian of the multinomial likelihood is nowhere larger
// than half the scores' second moments, so one matrix, inverted once, gives steps that cannot overshoot. Nesterov's
// momentum makes up for the bound being loose.
#include "core/triage/calibrate.h"

#include <algorithm>
#include <cmath>

#include "core/base/ensure.h"

namespace shaoyin::triage {
namespace {

constexpr double kSlopePrior = 3.0;   // a margin of 1 on seven labels is right in about 95 of 100 cases
constexpr double kPrior = 1e-3;       // weight of the prior: holds labels with few examples, no more
constexpr int kSteps = 120;           // five times as many move a probability by 0.0002 on average

using Matrix = std::vector<double>;

// Solves a symmetric positive definite system for many right sides: `right` holds rows of length n.
void cholesky(Matrix& a, std::size_t n) {
  for (std::size_t j = 0; j < n; ++j) {
    for (std::size_t k = 0; k < j; ++k) a[j * n + j] -= a[j * n + k] * a[j * n + k];
    a[j * n + j] = std::sqrt(a[j * n + j]);
    for (std::size_t i = j + 1; i < n; ++i) {
      for (std::size_t k = 0; k < j; ++k) a[i * n + j] -= a[i * n + k] * a[j * n + k];
      a[i * n + j] /= a[j * n + j];
    }
  }
}

void solve_in_place(const Matrix& factor, std::size_t n, double* b) {
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < i; ++k) b[i] -= factor[i * n + k] * b[k];
    b[i] /= factor[i * n + i];
  }
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t k = i + 1; k < n; ++k) b[i] -= factor[k * n + i] * b[k];
    b[i] /= factor[i * n + i];
  }
}

void soften(std::vector<double>& z) {
  const double top = *std::max_element(z.begin(), z.end());
  double sum = 0;
  for (double& v : z) sum += v = std::exp(v - top);
  for (double& v : z) v /= sum;
}

class Fit {
 public:
  Fit(std::size_t labels, const std::vector<float>& scores, const std::vector<std::uint32_t>& truths)
      : k_(labels), d_(labels + 1), n_(truths.size()), scores_(scores), truths_(truths), prior_(k_ * d_, 0.0) {
    for (std::size_t i = 0; i < k_; ++i) prior_[i * d_ + i] = kSlopePrior;
  }

  Matrix run() const {
    Matrix metric = moments();
    cholesky(metric, d_);
    Matrix at = prior_, ahead = prior_;
    for (int step = 0; step < kSteps; ++step) {
      Matrix next = gradient(ahead);
      for (std::size_t row = 0; row < k_; ++row) solve_in_place(metric, d_, &next[row * d_]);
      const double momentum = step / (step + 3.0);
      for (std::size_t i = 0; i < next.size(); ++i) {
        const double moved = ahead[i] - next[i];
        ahead[i] = moved + momentum * (moved - at[i]);
        at[i] = moved;
      }
    }
    return at;
  }

 private:
  double value(std::size_t example, std::size_t j) const { return j < k_ ? static_cast<double>(scores_[example * k_ + j]) : 1.0; }

  Matrix moments() const {
    Matrix m(d_ * d_, 0.0);
    for (std::size_t e = 0; e < n_; ++e) {
      for (std::size_t i = 0; i < d_; ++i) {
        for (std::size_t j = 0; j <= i; ++j) m[i * d_ + j] += value(e, i) * value(e, j);
      }
    }
    for (std::size_t i = 0; i < d_; ++i) {
      for (std::size_t j = 0; j <= i; ++j) m[i * d_ + j] *= 0.5 / static_cast<double>(n_);
      m[i * d_ + i] += kPrior;
    }
    return m;
  }

  Matrix gradient(const Matrix& weights) const {
    Matrix g(k_ * d_, 0.0);
    std::vector<double> z(k_);
    for (std::size_t e = 0; e < n_; ++e) {
      for (std::size_t i = 0; i < k_; ++i) {
        z[i] = weights[i * d_ + k_];
        for (std::size_t j = 0; j < k_; ++j) z[i] += weights[i * d_ + j] * value(e, j);
      }
      soften(z);
      z[truths_[e]] -= 1.0;
      for (std::size_t i = 0; i < k_; ++i) {
        for (std::size_t j = 0; j < d_; ++j) g[i * d_ + j] += z[i] * value(e, j);
      }
    }
    for (std::size_t i = 0; i < g.size(); ++i) g[i] = g[i] / static_cast<double>(n_) + kPrior * (weights[i] - prior_[i]);
    return g;
  }

  const std::size_t k_, d_, n_;
  const std::vector<float>& scores_;
  const std::vector<std::uint32_t>& truths_;
  Matrix prior_;
};

}  // namespace

Calibration calibrate(std::size_t labels, const std::vector<float>& scores, const std::vector<std::uint32_t>& truths) {
  ensure(labels >= 1 && labels <= kLabelsMax && scores.size() == labels * truths.size(), "one score per label and example");
  Calibration result{labels, std::vector<float>(labels * (labels + 1), 0.0f)};
  if (truths.empty()) {
    for (std::size_t i = 0; i < labels; ++i) result.weights[i * (labels + 1) + i] = static_cast<float>(kSlopePrior);
    return result;
  }
  const Matrix fitted = Fit(labels, scores, truths).run();
  std::transform(fitted.begin(), fitted.end(), result.weights.begin(), [](double w) { return static_cast<float>(w); });
  return result;
}

void apply(const Calibration& calibration, const float* scores, std::vector<double>& probabilities) {
  const std::size_t k = calibration.labels;
  probabilities.assign(k, 0.0);
  for (std::size_t i = 0; i < k; ++i) {
    const float* const row = &calibration.weights[i * (k + 1)];
    probabilities[i] = static_cast<double>(row[k]);
    for (std::size_t j = 0; j < k; ++j) probabilities[i] += static_cast<double>(row[j] * scores[j]);
  }
  soften(probabilities);
}

}  // namespace shaoyin::triage
