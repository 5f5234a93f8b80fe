#include "core/text/typed.h"

#include "core/base/utf8.h"
#include "core/text/folded.h"

namespace shaoyin::text {
namespace {

// Hyphens and dashes of every length, minus, and the long vowel mark that some keyboards have in their place.
bool is_dash(char32_t c) { return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x30FC || c == 0xFE58 || c == 0xFE63; }

bool is_gap(char32_t c) { return is_blank(c) || c == U'\n' || c == U'\r'; }

char32_t capital(char32_t c) { return c >= U'a' && c <= U'z' ? c - U'a' + U'A' : c; }

// What a run of blanks and dashes between other letters becomes; empty: nothing.
std::string_view between(Typed kind, bool dash) {
  switch (kind) {
    case Typed::kCode: return "";
    case Typed::kNumber: return "-";
    case Typed::kPhone: break;
  }
  return dash ? "-" : " ";
}

}  // namespace

std::string as_meant(std::string_view typed, Typed kind) {
  if (!is_clean_utf8(typed)) return std::string(typed);
  std::string out;
  bool gap = false, dash = false;
  for (const char32_t c : code_points(typed)) {
    const char32_t narrow = half_width(c);
    if (is_gap(narrow) || is_dash(narrow)) {
      gap = true;
      dash = dash || is_dash(narrow);
      continue;
    }
    if (gap && !out.empty()) out += between(kind, dash);
    gap = dash = false;
    out += encode_utf8(kind == Typed::kCode ? capital(narrow) : narrow);
  }
  return out;
}

}  // namespace shaoyin::text
