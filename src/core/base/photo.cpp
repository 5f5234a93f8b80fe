#include "core/base/photo.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/base/file_kind.h"

namespace shaoyin {
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

std::optional<std::string> clean_jpeg(std::string_view jpeg) {
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

constexpr std::string_view kPngBegin = "\x89PNG\r\n\x1a\n";

// A chunk by its name: what the picture needs (capital first letter), and how to read its colours. Texts, times and EXIF go.
bool is_picture_chunk(std::string_view name) {
  static constexpr std::array<std::string_view, 8> kColours{"tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs"};
  return (name[0] >= 'A' && name[0] <= 'Z') || std::find(kColours.begin(), kColours.end(), name) != kColours.end();
}

std::optional<std::string> clean_png(std::string_view png) {
  std::string out(kPngBegin);
  for (std::size_t at = kPngBegin.size(); at + 12 <= png.size();) {
    const std::uint32_t content = std::uint32_t{byte(png, at)} << 24 | std::uint32_t{byte(png, at + 1)} << 16 | std::uint32_t{byte(png, at + 2)} << 8 | byte(png, at + 3);
    const std::size_t length = std::size_t{content} + 12;  // length, name and checksum around it
    if (length > png.size() - at) return std::nullopt;
    const std::string_view name = png.substr(at + 4, 4);
    if (at == kPngBegin.size() && name != "IHDR") return std::nullopt;
    if (is_picture_chunk(name)) out += png.substr(at, length);
    if (name == "IEND") return out;
    at += length;
  }
  return std::nullopt;
}

constexpr std::size_t kRiffHead = 12;                            // "RIFF", length, "WEBP"
constexpr std::uint8_t kHasExif = 0x08, kHasXmp = 0x04;          // of the flags of VP8X

std::uint32_t little_endian(std::string_view bytes, std::size_t at) {
  return byte(bytes, at) | std::uint32_t{byte(bytes, at + 1)} << 8 | std::uint32_t{byte(bytes, at + 2)} << 16 | std::uint32_t{byte(bytes, at + 3)} << 24;
}

// Moving pictures are refused: their frames carry parts of their own.
std::optional<std::string> clean_webp(std::string_view webp) {
  const std::size_t end = std::size_t{little_endian(webp, 4)} + 8;
  if (end > webp.size()) return std::nullopt;
  std::string out(webp.substr(0, kRiffHead));
  bool pixels = false;
  for (std::size_t at = kRiffHead; at < end;) {
    if (at + 8 > end) return std::nullopt;
    const std::string_view name = webp.substr(at, 4);
    const std::size_t content = little_endian(webp, at + 4), length = 8 + content + content % 2;
    if (length > end - at || name == "ANIM" || name == "ANMF") return std::nullopt;
    const std::size_t written = out.size();
    if (name == "VP8 " || name == "VP8L" || name == "VP8X" || name == "ALPH" || name == "ICCP") out += webp.substr(at, length);
    if (name == "VP8X" && content > 0) out[written + 8] = static_cast<char>(byte(out, written + 8) & ~(kHasExif | kHasXmp));
    pixels = pixels || name == "VP8 " || name == "VP8L";
    at += length;
  }
  for (std::size_t i = 0; i < 4; ++i) out[4 + i] = static_cast<char>((out.size() - 8) >> (8 * i) & 0xff);
  return pixels ? std::optional(out) : std::nullopt;
}

}  // namespace

std::optional<std::string> without_metadata(std::string_view picture) {
  switch (file_kind(picture)) {
    case FileKind::kJpeg: return clean_jpeg(picture);
    case FileKind::kPng: return clean_png(picture);
    case FileKind::kWebp: return clean_webp(picture);
    default: return std::nullopt;
  }
}

}  // namespace shaoyin
