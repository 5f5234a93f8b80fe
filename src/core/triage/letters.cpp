// Two walks: bytes to letters in one spelling, then letters with numbers and plates made into marks (in place).
#include "core/triage/letters.h"

#include <algorithm>
#include <array>

#include "core/triage/compat_forms.h"

namespace shaoyin::triage {
namespace {

constexpr std::u32string_view kProvinces = U"京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
constexpr std::u32string_view kFunctionWords = U"的了我们和也都就但他与而么吗是这没其如等为在还您你她它及或被将又并给让把从由向于至呢吧啊很";
constexpr char32_t kNone = 0;

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_latin(char32_t c) { return c >= U'a' && c <= U'z'; }
bool is_ideograph(char32_t c) { return c >= 0x3400 && c <= 0x9FFF; }

// One bit per ideograph: this is asked of every letter.
constexpr char32_t kFirstIdeograph = 0x3400;
using Ideographs = std::array<std::uint64_t, (0xA000 - kFirstIdeograph) / 64>;
constexpr Ideographs make_function_words() {
  Ideographs bits{};
  for (const char32_t c : kFunctionWords) bits[(c - kFirstIdeograph) / 64] |= 1ull << ((c - kFirstIdeograph) % 64);
  return bits;
}
constexpr Ideographs kIsFunctionWord = make_function_words();
bool is_function_word(char32_t c) { return (kIsFunctionWord[(c - kFirstIdeograph) / 64] >> ((c - kFirstIdeograph) % 64) & 1) != 0; }

// Scripts, not signs: no punctuation, arrows, boxes, dingbats, private characters, variation selectors or emoji.
bool is_other_letter(char32_t c) {
  return (c >= 0xC0 && c <= 0x2FF && c != 0xD7 && c != 0xF7) || (c >= 0x370 && c <= 0x1FFF) || (c >= 0x3005 && c <= 0x3007) ||
         (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FE && c != 0x30FB) || (c >= 0x3105 && c <= 0x318E) ||
         (c >= 0xA000 && c <= 0xD7A3) || (c >= 0x20000 && c <= 0x3FFFD);
}

// The code point at `at` and its length; kNone for bytes that are no UTF-8, which are skipped one by one.
struct Decoded {
  char32_t c;
  std::uint32_t bytes;
};

Decoded decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const auto next = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
  const unsigned b = byte(at);
  if (b < 0x80) return {b, 1};
  if (b >= 0xC2 && b < 0xE0 && next(at + 1)) return {(b & 0x1F) << 6 | (byte(at + 1) & 0x3F), 2};
  if (b >= 0xE0 && b < 0xF0 && next(at + 1) && next(at + 2)) {
    const char32_t c = (b & 0x0F) << 12 | (byte(at + 1) & 0x3F) << 6 | (byte(at + 2) & 0x3F);
    if (c >= 0x800 && (c < 0xD800 || c > 0xDFFF)) return {c, 3};
  }
  if (b >= 0xF0 && b < 0xF5 && next(at + 1) && next(at + 2) && next(at + 3)) {
    const char32_t c = (b & 0x07) << 18 | (byte(at + 1) & 0x3F) << 12 | (byte(at + 2) & 0x3F) << 6 | (byte(at + 3) & 0x3F);
    if (c >= 0x10000 && c <= 0x10FFFF) return {c, 4};
  }
  return {kNone, 1};
}

// ASCII and full-width ASCII in one spelling; kNone for what is no letter or digit.
char32_t plain(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFF01 - 0x21;
  if (c >= U'A' && c <= U'Z') return c + 0x20;
  return is_digit(c) || is_latin(c) ? c : kNone;
}

void spell(std::string_view message, std::vector<Letter>& letters) {
  for (std::size_t at = 0; at < message.size() && letters.size() < kLettersMax;) {
    const auto [c, bytes] = decode(message, at);
    const auto from = static_cast<std::uint32_t>(at);
    at += bytes;
    const auto to = static_cast<std::uint32_t>(at);
    if (is_ideograph(c)) {
      if (!is_function_word(c)) letters.push_back({c, from, to});
    } else if (const char32_t letter = plain(c)) {
      letters.push_back({letter, from, to});
    } else if (c >= 0xA0) {
      const std::u32string_view form = compat_form(c);
      for (const char32_t part : form) letters.push_back({part, from, to});
      if (form.empty() && is_other_letter(c)) letters.push_back({c, from, to});
    }
  }
}

// One past the plate whose province stands at `at`; `at` when there is none. The office's letter, then five or six
// characters with a digit among them.
std::size_t end_of_plate(const std::vector<Letter>& letters, std::size_t at) {
  if (at + 6 >= letters.size() || !is_latin(letters[at + 1].letter) || kProvinces.find(letters[at].letter) == std::u32string_view::npos) return at;
  std::size_t end = at + 2;
  bool digit = false;
  for (; end < letters.size() && end < at + 8 && (is_digit(letters[end].letter) || is_latin(letters[end].letter)); ++end) {
    digit = digit || is_digit(letters[end].letter);
  }
  return digit && end >= at + 7 ? end : at;
}

std::size_t end_of_digits(const std::vector<Letter>& letters, std::size_t at) {
  while (at < letters.size() && is_digit(letters[at].letter)) ++at;
  return at;
}

void mark_numbers(std::vector<Letter>& letters, Numbers numbers) {
  std::size_t kept = 0;
  for (std::size_t at = 0; at < letters.size();) {
    Letter letter = letters[at];
    std::size_t end = at + 1;
    if (is_digit(letter.letter)) {
      end = end_of_digits(letters, at);
      if (numbers == Numbers::kShortKept && end - at < kLongNumberFrom) {
        while (at < end) letters[kept++] = letters[at++];
        continue;
      }
      letter.letter = end - at >= kLongNumberFrom ? kLongNumber : kNumber;
    } else if (const std::size_t plate = end_of_plate(letters, at); plate > at) {
      end = plate;
      letter.letter = kPlate;
    }
    letter.to = letters[end - 1].to;
    letters[kept++] = letter;
    at = end;
  }
  letters.resize(kept);
}

}  // namespace

void read_letters(std::string_view message, std::vector<Letter>& letters, Numbers numbers) {
  letters.clear();
  spell(message.substr(0, UINT32_MAX), letters);
  mark_numbers(letters, numbers);
}

std::vector<Letter> read_letters(std::string_view message, Numbers numbers) {
  std::vector<Letter> letters;
  read_letters(message, letters, numbers);
  return letters;
}

}  // namespace shaoyin::triage
