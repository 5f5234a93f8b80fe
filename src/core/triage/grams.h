// The grams of a message: single characters and pairs of neighbours, each hashed to one of kSlots slots and counted;
// those of the title a second time under another salt, because a title says in twenty letters what the body says in
// three hundred. Pure; the same on every machine.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/triage/letters.h"

namespace shaoyin::triage {

inline constexpr unsigned kSlotBits = 18;  // 2^17 costs 0.1 points of F1, 2^19 brings none; see docs/triage.md
inline constexpr std::uint32_t kSlots = 1u << kSlotBits;

// The weight of the title block against the body's 1.
inline constexpr float kTitleWeight = 0.6f;

// 1 + ln(n) in sixteenths: whole numbers, so that sums do not depend on their order.
[[nodiscard]] std::uint32_t damped(std::uint32_t n);

struct Gram {
  std::uint32_t slot = 0;
  std::uint32_t count = 0;
};

// The slot of a gram; `second` is 0 for a single character.
[[nodiscard]] std::uint32_t slot_of(bool title, char32_t first, char32_t second);

// Reads messages into grams, one after the other, in memory of its own. Threads: one thread's at a time.
class GramReader {
 public:
  struct Grams {
    std::vector<Gram> body, title;  // each slot once, in order of first occurrence
  };

  // Valid until the next call.
  [[nodiscard]] const Grams& read(std::string_view message);
  [[nodiscard]] const std::vector<Letter>& letters() const { return letters_; }

 private:
  void count(bool title, std::size_t letters, std::vector<Gram>& grams);

  std::vector<Letter> letters_;
  std::vector<std::uint32_t> table_;  // slot -> 1 + its place in the block that is being counted, open addressing
  Grams grams_;
};

}  // namespace shaoyin::triage
