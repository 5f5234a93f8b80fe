// A message as the triage engine reads it: a row of letters, in one spelling whatever the keyboard, in which no number
// that leads to a person is left. Features, similarity and explanations all begin here.
//
// Read away: compatibility forms and width (NFKC), case, white space, punctuation, symbols, bytes that are no UTF-8.
// Every run of digits becomes one mark, so no telephone, identity or card number can enter a model; a plate becomes
// one mark as well. Measured in docs/triage.md: numbers carry nothing for the category.
//
// Function words of one character (的, 了, 我 …) are read away too: they say nothing about the category, and a district
// whose history was kept without them learns the same as one that kept the letters.
//
// Pure. Threads: a value of one thread; different values are independent.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace shaoyin::triage {

inline constexpr char32_t kNumber = U'0';         // a run of up to six digits
inline constexpr char32_t kLongNumber = 0xE001;   // seven digits or more: a telephone, an identity card, an account
inline constexpr char32_t kPlate = 0xE002;        // 津A12345
inline constexpr std::size_t kLongNumberFrom = 7; // the shortest telephone number without its area code

// A message and its title come as one text, and many texts have no line end between them; titles of real messages
// have 10 to 30 characters.
inline constexpr std::size_t kTitleLetters = 20;

// What nobody types by hand; the rest is not read. Keeps one message from costing more than some milliseconds.
inline constexpr std::size_t kLettersMax = 20'000;

struct Letter {
  char32_t letter = 0;
  std::uint32_t from = 0, to = 0;  // bytes [from, to) of the message
};

// For categories every number is alike; for "the same problem" line 3 is not line 7, so short numbers keep their digits.
// Long ones are marks either way.
enum class Numbers { kMarked, kShortKept };

// Replaces `letters` by those of `message`, at most kLettersMax; keeps its memory for the next message.
void read_letters(std::string_view message, std::vector<Letter>& letters, Numbers numbers = Numbers::kMarked);

[[nodiscard]] std::vector<Letter> read_letters(std::string_view message, Numbers numbers = Numbers::kMarked);

}  // namespace shaoyin::triage
