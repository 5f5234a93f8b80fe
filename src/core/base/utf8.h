// UTF-8: validity, length, display width. Text from outside is checked once, at the door.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace shaoyin {

// True when `text` is well-formed UTF-8 (no overlong forms, surrogates or > U+10FFFF) without NUL and without
// control characters other than tab, line feed and carriage return.
[[nodiscard]] bool is_clean_utf8(std::string_view text);

// True when nothing in `text` can be seen: white space, zero-width and direction marks only. Such a text is not there.
[[nodiscard]] bool is_blank(std::string_view text);

// `text` without the marks that show nothing and change how the rest reads or compares: overriding and isolating directions,
// zero-width spaces, byte-order marks. Joiners stay: scripts and emoji are written with them.
[[nodiscard]] std::string without_hidden(std::string_view text);

// Code points of well-formed UTF-8; malformed bytes become U+FFFD.
[[nodiscard]] std::vector<char32_t> code_points(std::string_view text);
[[nodiscard]] std::string encode_utf8(char32_t point);
[[nodiscard]] std::size_t count_code_points(std::string_view text);

// Columns on a terminal: East Asian wide and fullwidth characters take two, combining marks none.
[[nodiscard]] std::size_t display_width(std::string_view text);

// `text` padded with spaces on the right to `width` columns, or cut with "…" when longer.
[[nodiscard]] std::string fit_width(std::string_view text, std::size_t width);

}  // namespace shaoyin
