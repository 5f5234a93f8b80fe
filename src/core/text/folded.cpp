#include "core/text/folded.h"

#include "core/base/utf8.h"

namespace shaoyin::text {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kMiddleDot = 0x00B7;

char32_t folded(char32_t c) {
  c = half_width(c);
  if (c == 0x2022 || c == 0x30FB || c == 0xFF65) {
    return kMiddleDot;  // the dots people type inside names and plates
  }
  const bool upper = (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
  return upper ? c + 0x20 : c;
}

// The bytes that `c` took at `at`: code_points() turns each byte that is no UTF-8 into one U+FFFD.
std::size_t bytes_of(char32_t c, std::string_view text, std::size_t at) {
  if (c < 0x80) {
    return 1;
  }
  const bool damaged = c == kReplacement && text.substr(at, 3) != "\xEF\xBF\xBD";
  return damaged ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

}  // namespace

std::vector<Folded> fold(std::string_view text) {
  std::vector<Folded> letters;
  std::size_t at = 0;
  for (const char32_t c : code_points(text)) {
    const std::size_t end = at + bytes_of(c, text, at);
    letters.push_back({folded(c), at, end});
    at = end;
  }
  return letters;
}

char32_t half_width(char32_t c) {
  if (c == 0x3000) return U' ';
  return c >= 0xFF01 && c <= 0xFF5E ? c - (0xFF01 - 0x21) : c;
}

bool is_blank(char32_t c) {
  return c == U' ' || c == U'\t' || c == 0x00A0 || (c >= 0x2000 && c <= 0x200D) || c == 0x202F || c == 0x2060 ||
         c == 0xFEFF;
}

bool is_cjk(char32_t c) {
  return c == 0x3005 || c == 0x3007 || (c >= 0x3041 && c <= 0x30FA) || (c >= 0x30FC && c <= 0x30FF) ||
         (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFD);
}

}  // namespace shaoyin::text
