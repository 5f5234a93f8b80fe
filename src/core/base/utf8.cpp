#include "core/base/utf8.h"

#include <cstdint>

namespace shaoyin {
namespace {

struct Step {
  char32_t point = 0xFFFD;
  std::size_t bytes = 1;
  bool valid = false;
};

Step decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const std::uint8_t first = byte(at);
  if (first < 0x80) return {first, 1, true};
  std::size_t more = 0;
  char32_t point = 0;
  char32_t least = 0;
  if ((first & 0xE0) == 0xC0) { more = 1; point = first & 0x1F; least = 0x80; }
  else if ((first & 0xF0) == 0xE0) { more = 2; point = first & 0x0F; least = 0x800; }
  else if ((first & 0xF8) == 0xF0) { more = 3; point = first & 0x07; least = 0x10000; }
  else return {};
  if (at + more >= text.size()) return {};
  for (std::size_t i = 1; i <= more; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return {};
    point = (point << 6) | (byte(at + i) & 0x3F);
  }
  if (point < least || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) return {};
  return {point, more + 1, true};
}

bool is_wide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0x303E) || (c >= 0x3041 && c <= 0x33FF) ||
         (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xA000 && c <= 0xA4CF) ||
         (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) ||
         (c >= 0xFF00 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF) ||
         (c >= 0x20000 && c <= 0x3FFFD);
}

bool is_zero_width(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x200B && c <= 0x200F) || (c >= 0xFE00 && c <= 0xFE0F);
}

std::size_t width_of(char32_t c) { return is_zero_width(c) ? 0 : is_wide(c) ? 2 : 1; }

}  // namespace

bool is_clean_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Step step = decode(text, at);
    if (!step.valid) return false;
    const char32_t c = step.point;
    if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F) return false;
    at += step.bytes;
  }
  return true;
}

std::vector<char32_t> code_points(std::string_view text) {
  std::vector<char32_t> points;
  points.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Step step = decode(text, at);
    points.push_back(step.point);
    at += step.bytes;
  }
  return points;
}

std::string encode_utf8(char32_t c) {
  std::string out;
  const auto put = [&](char32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) { put(c); }
  else if (c < 0x800) { put(0xC0 | (c >> 6)); put(0x80 | (c & 0x3F)); }
  else if (c < 0x10000) { put(0xE0 | (c >> 12)); put(0x80 | ((c >> 6) & 0x3F)); put(0x80 | (c & 0x3F)); }
  else { put(0xF0 | (c >> 18)); put(0x80 | ((c >> 12) & 0x3F)); put(0x80 | ((c >> 6) & 0x3F)); put(0x80 | (c & 0x3F)); }
  return out;
}

std::size_t count_code_points(std::string_view text) { return code_points(text).size(); }

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (const char32_t c : code_points(text)) width += width_of(c);
  return width;
}

std::string fit_width(std::string_view text, std::size_t width) {
  const std::size_t natural = display_width(text);
  if (natural <= width) return std::string(text) + std::string(width - natural, ' ');
  std::string out;
  std::size_t used = 0;
  for (const char32_t c : code_points(text)) {
    if (used + width_of(c) + 1 > width) break;
    out += encode_utf8(c);
    used += width_of(c);
  }
  return out + "…" + std::string(width - used - 1, ' ');
}

std::string without_hidden(std::string_view text) {
  const auto hidden = [](char32_t point) {
    return point == 0x061C || point == 0x200B || point == 0x200E || point == 0x200F || (point >= 0x202A && point <= 0x202E) || point == 0x2060 ||
           (point >= 0x2066 && point <= 0x2069) || point == 0xFEFF;
  };
  std::string out;
  for (const char32_t point : code_points(text)) {
    if (!hidden(point)) out += encode_utf8(point);
  }
  return out;
}

bool is_blank(std::string_view text) {
  const auto unseen = [](char32_t point) {
    return point <= 0x20 || point == 0x7F || point == 0xA0 || point == 0xAD || point == 0x1680 || point == 0x3000 || point == 0x2800 ||
           (point >= 0x2000 && point <= 0x200F) || (point >= 0x2028 && point <= 0x202F) || (point >= 0x205F && point <= 0x206F) ||
           (point >= 0xFE00 && point <= 0xFE0F) || point == 0xFEFF || point == 0x3164;
  };
  for (const char32_t point : code_points(text)) {
    if (!unseen(point)) return false;
  }
  return true;
}

}  // namespace shaoyin
