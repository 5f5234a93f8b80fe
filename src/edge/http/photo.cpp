#include "edge/http/photo.h"

#include <cstdint>

namespace shaoyin::http {
namespace {

constexpr std::uint8_t kMark = 0xff, kStart = 0xd8, kEnd = 0xd9, kScan = 0xda, kComment = 0xfe;

std::uint8_t byte(std::string_view bytes, std::size_t at) { return static_cast<std::uint8_t>(bytes[at]); }

// APP0 says how to read the pixels, APP14 which colours; APP2 is kept for a colour profile only.
bool is_picture(std::uint8_t marker, std::string_view segment) {
  if (marker == kComment) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  if (marker == 0xe2) return segment.substr(4).starts_with("ICC_PROFILE");
  return marker == 0xe0 || marker == 0xee;
}

// Where the compressed pixels that begin at `at` end: at the next marker that is neither stuffing nor a restart.
std::size_t end_of_scan(std::string_view bytes, std::size_t at) {
  for (; at + 1 < bytes.size(); ++at) {
    const std::uint8_t next = byte(bytes, at + 1);
    if (byte(bytes, at) == kMark && next != 0 && next != kMark && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.size();
}

}  // namespace

std::optional<std::string> without_metadata(std::string_view jpeg) {
  if (jpeg.size() < 4 || byte(jpeg, 0) != kMark || byte(jpeg, 1) != kStart) return std::nullopt;
  std::string out(jpeg.substr(0, 2));
  std::size_t at = 2;
  while (at + 2 <= jpeg.size()) {
    const std::uint8_t marker = byte(jpeg, at + 1);
    if (byte(jpeg, at) != kMark) return std::nullopt;
    if (marker == kMark) { ++at; continue; }  // fill bytes
    if (marker == kEnd) return out + std::string(jpeg.substr(at, 2));
    if (at + 4 > jpeg.size()) return std::nullopt;
    const std::size_t length = 2 + (static_cast<std::size_t>(byte(jpeg, at + 2)) << 8) + byte(jpeg, at + 3);
    if (length < 4 || at + length > jpeg.size()) return std::nullopt;
    const std::string_view segment = jpeg.substr(at, length);
    if (is_picture(marker, segment)) out += segment;
    at += length;
    if (marker != kScan) continue;
    const std::size_t end = end_of_scan(jpeg, at);
    out += jpeg.substr(at, end - at);
    at = end;
  }
  return std::nullopt;
}

}  // namespace shaoyin::http
