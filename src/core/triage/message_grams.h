// How a message is read for likeness: its title, its text and the names in it as grams. Shared by similar.cpp (a table
// of messages against itself) and comparer.cpp (one against one). Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/triage/similar.h"

namespace shaoyin::triage {

struct MessageGrams {
  std::u32string title_letters;                 // without the words that any request may begin with
  std::vector<std::uint64_t> title, text, place;  // hashes of 2- and 3-grams, of 4-grams for `place`; sorted, with repeats
};

[[nodiscard]] MessageGrams grams_of(const Message& message);

// 2- and 3-grams of two titles' longest shared stretch where that may be a name and nothing else; empty otherwise.
[[nodiscard]] std::vector<std::uint64_t> shared_name(const std::u32string& a, const std::u32string& b);

}  // namespace shaoyin::triage
