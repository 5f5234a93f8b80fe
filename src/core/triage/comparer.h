// Compares one message with another, as exactly as neighbours() does for a table, by how common each gram is in the
// district: learned message by message, so that it can follow a living district. Its counts are hashed: two grams may
// share one, which makes a rare name look a little less rare and never the other way.
//
// Pure, deterministic: depends on what was learned, not on the order. Memory: kCounts numbers for each of two kinds of
// grams, 8 MB. Threads: weigh() may be called by all when nobody learns,
// compare() always.
#pragma once

#include <cstdint>
#include <vector>

#include "core/triage/message_grams.h"

namespace shaoyin::triage {

class Comparer {
 public:
  static constexpr std::size_t kCounts = 1u << 20;

  Comparer() : words_(kCounts), names_(kCounts) {}

  void learn(const MessageGrams& message);
  [[nodiscard]] std::size_t learned() const { return messages_; }

  // A message weighed by what was learned so far; of use until more is learned. REQUIRES: something was learned.
  struct Weighed {
    struct Gram {
      std::uint64_t gram;
      float weight;
    };
    std::vector<Gram> title, text;      // of length 1 each, by gram
    std::vector<std::uint64_t> names;   // rare enough to be one, each once
    std::u32string title_letters;
  };
  [[nodiscard]] Weighed weigh(const MessageGrams& message) const;

  [[nodiscard]] static Likeness compare(const Weighed& a, const Weighed& b);

 private:
  [[nodiscard]] std::vector<Weighed::Gram> weigh(const std::vector<std::uint64_t>& grams) const;

  std::vector<std::uint32_t> words_, names_;
  std::size_t messages_ = 0;
};

}  // namespace shaoyin::triage
