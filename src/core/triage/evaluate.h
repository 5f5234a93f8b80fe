// How good suggestions are on messages the model has not seen. Pure.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/triage/train.h"

namespace shaoyin::triage {

// What was suggested for one message, and what people said it is.
struct Judged {
  std::uint32_t truth = 0;  // place in the labels; beyond them for a label the model does not know
  Suggestion suggestion;
};

struct LabelQuality {
  std::string label;
  std::size_t messages = 0;
  double precision = 0, recall = 0, f1 = 0;
};

// One row of the reliability table: of the messages with p in the bin, how sure it was and how often it was right.
struct Bin {
  std::size_t messages = 0;
  double mean_p = 0, right = 0;
};

struct Quality {
  std::size_t messages = 0;
  double macro_f1 = 0, accuracy = 0, top2 = 0;
  double calibration_error = 0;     // expected calibration error over kBins equal bins
  double accuracy_at_90 = 0;        // of the nine tenths it is surest of
  std::vector<LabelQuality> labels;
  static constexpr std::size_t kBins = 15;
  std::array<Bin, kBins> bins{};
};

[[nodiscard]] Quality quality(const std::vector<std::string>& labels, const std::vector<Judged>& judged);

// Cross validation: every example is judged by a model that learned, calibration included, from the other folds only;
// nearly identical texts are always in one fold. Judged as asked for, in the order of `examples`.
// Errors: those of train() for a fold; kTooShort ("folds": fewer than two).
[[nodiscard]] Result<std::vector<Judged>> cross_validate(const std::vector<Example>& examples, std::size_t folds, std::uint64_t seed,
                                                         const Perform& perform = one_after_the_other);

}  // namespace shaoyin::triage
