// Which messages are nearly the same text: residents send one letter several times, and offices enter one letter twice.
// Learning and testing keep such messages on one side, or a test would be passed by memory. Pure.
#pragma once

#include <cstdint>
#include <vector>

#include "core/triage/letters.h"

namespace shaoyin::triage {

using Shingles = std::vector<std::uint32_t>;  // hashes of four neighbouring letters, sorted, each once

[[nodiscard]] Shingles shingles_of(const std::vector<Letter>& letters);

// Shared shingles among all; 0 when both are empty.
[[nodiscard]] double jaccard(const Shingles& a, const Shingles& b);

// The group of each message, named by its first member. Two are together when at least kSameGroup of their shingles
// are shared, or one holds nearly all of the other. Pairs are looked for among messages that share one of their
// kSketch smallest shingles: that misses a pair at the threshold once in 10^4 and costs time linear in the messages.
inline constexpr double kSameGroup = 0.5, kHeldWithin = 0.85;
inline constexpr std::size_t kSketch = 12;
[[nodiscard]] std::vector<std::uint32_t> near_identical(const std::vector<Shingles>& messages);

}  // namespace shaoyin::triage
