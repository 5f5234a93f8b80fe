// Text as it is compared rather than as it was typed: one entry per character, full-width forms made half-width,
// letters lower-cased, with the bytes each came from, so that whoever finds something can cut it out exactly.
// Bytes that are no UTF-8 become U+FFFD entries of one byte; nothing is dropped. Pure.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace shaoyin::text {

struct Folded {
  char32_t letter;
  std::size_t from, to;  // bytes [from, to) of the text
};

[[nodiscard]] std::vector<Folded> fold(std::string_view text);

// Full-width letters, digits, marks and the full-width space as the keyboard's plain ones; anything else as it is.
[[nodiscard]] char32_t half_width(char32_t c);

[[nodiscard]] constexpr bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
[[nodiscard]] constexpr bool is_latin(char32_t c) { return c >= U'a' && c <= U'z'; }  // of folded text
[[nodiscard]] constexpr bool is_alnum(char32_t c) { return is_digit(c) || is_latin(c); }
[[nodiscard]] bool is_blank(char32_t c);  // spaces of every width, none of them a line end
[[nodiscard]] bool is_cjk(char32_t c);    // ideographs, kana and hangul: scripts written without spaces

}  // namespace shaoyin::text
