// Learns a model from messages that people have labelled. Always from scratch: it takes seconds, and what was learned
// then depends on the messages and the seed alone, not on the order of corrections.
//
// Pure, deterministic: equal examples and seed, equal bytes (model_bytes), however the work is performed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/triage/model.h"
#include "core/triage/parallel.h"

namespace shaoyin::triage {

struct Example {
  std::string id, label, text;
};

inline constexpr std::size_t kExamplesMax = 1'000'000;  // beyond, half a gigabyte of grams; a district has some thousand
inline constexpr std::size_t kCalibrationFolds = 5;

// The labels in order of their bytes, each once.
[[nodiscard]] std::vector<std::string> labels_of(const std::vector<Example>& examples);

// Leaves one example per id: where one id has several texts, the fullest (the raw message rather than its words
// without stop words). In order of the ids' first occurrence. Examples without an id all stay.
[[nodiscard]] std::vector<Example> one_per_id(std::vector<Example> examples);

// A fold for each example, 0 … folds - 1: nearly identical texts share one, labels are spread evenly.
[[nodiscard]] std::vector<std::uint32_t> folds_of(const std::vector<Example>& examples, std::size_t folds, std::uint64_t seed);

// Errors: kMissingField ("label" or "text" of an example), kTooShort ("label": fewer than two labels),
// kTooLong ("label": more than kLabelsMax; "input": more than kExamplesMax).
[[nodiscard]] Result<Model> train(const std::vector<Example>& examples, std::uint64_t seed, const Perform& perform = one_after_the_other);

}  // namespace shaoyin::triage
