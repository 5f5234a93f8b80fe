// What was learned from labelled messages: for every gram the bytes that speak for and against each label. Suggests;
// never decides: whoever shows a suggestion shows both labels and leaves the choice to a person.
//
// Pure. Threads: a Model is never changed after it was made and may be read by all; a Suggester belongs to one thread
// and must not outlive its model.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/triage/calibrate.h"
#include "core/triage/grams.h"

namespace shaoyin::triage {

struct Model {
  std::uint64_t seed = 0;
  std::vector<std::string> labels;       // in order of their bytes, each once
  std::vector<std::uint32_t> examples;   // how many of each it learned from
  std::vector<float> scales;             // of each label's bytes
  Calibration calibration;
  std::size_t stride = 0;                // bytes per slot
  std::vector<std::int8_t> slots;        // per slot a byte for each label, then the rarity (0: not known), then zeros

  [[nodiscard]] const std::int8_t* at(std::uint32_t slot) const { return &slots[slot * stride]; }
  [[nodiscard]] std::uint8_t rarity(std::uint32_t slot) const { return static_cast<std::uint8_t>(at(slot)[labels.size()]); }
};

// Bytes per slot that `labels` labels need, in whole groups of eight.
[[nodiscard]] std::size_t stride_of(std::size_t labels);

// How sure one may be, in the three states that people are shown.
enum class Sureness { kFairly, kPleaseCheck, kCannotSay };
inline constexpr double kFairlyFrom = 0.9;       // right in about 98 of 100 cases on messages not seen
inline constexpr double kPleaseCheckFrom = 0.6;  // below, hardly better than a coin: nothing is preselected

struct Suggestion {
  std::uint32_t first = 0, second = 0;  // places in Model::labels; equal when there is only one label
  double p = 0, p2 = 0;
  [[nodiscard]] Sureness sureness() const { return p >= kFairlyFrom ? Sureness::kFairly : p >= kPleaseCheckFrom ? Sureness::kPleaseCheck : Sureness::kCannotSay; }
};

// A part of the message that speaks for the first label rather than the second.
struct Span {
  std::size_t from = 0, to = 0;  // bytes
  double weight = 0;             // its share of the difference between the two scores
};

class Suggester {
 public:
  explicit Suggester(const Model& model) : model_(model) {}

  // A message without a single known gram gets what the labels' frequencies say, and so hardly ever sureness.
  [[nodiscard]] Suggestion suggest(std::string_view message);

  // Up to kSpansMax parts, the strongest first; none overlap, repeat another's words or reach over punctuation. Costs a few times suggest().
  [[nodiscard]] std::vector<Span> explain(std::string_view message, const Suggestion& suggestion);
  static constexpr std::size_t kSpansMax = 5;  // more is a text to read, not a reason

  // The probabilities behind the latest suggestion, one per label.
  [[nodiscard]] const std::vector<double>& probabilities() const { return probabilities_; }

 private:
  void add(const std::vector<Gram>& grams, float weight);

  const Model& model_;
  GramReader reader_;
  std::vector<float> scores_;
  std::vector<double> probabilities_;
};

// One spelling per model, at most kModelBytesMax; ends with its SHA-256.
inline constexpr std::size_t kModelBytesMax = 8u << 20;
[[nodiscard]] std::string model_bytes(const Model& model);

// Errors: kMalformed ("model": not a model or of another version), kDamaged ("model": cut off or changed),
// kTooLarge ("kModelBytesMax").
[[nodiscard]] Result<Model> read_model(std::string_view bytes);

}  // namespace shaoyin::triage
