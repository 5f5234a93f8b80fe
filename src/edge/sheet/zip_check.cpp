#include "edge/sheet/zip_check.h"

#include <algorithm>
#include <cstdint>

#include "edge/sheet/limits.h"

namespace shaoyin::sheet {
namespace {

// APPNOTE.TXT 4.3.12 and 4.3.16.
constexpr std::uint32_t kEndSignature = 0x06054b50;
constexpr std::uint32_t kEntrySignature = 0x02014b50;
constexpr std::size_t kEndBytes = 22;
constexpr std::size_t kEntryBytes = 46;
constexpr std::size_t kCommentMax = 0xFFFF;
constexpr std::uint32_t kZip64 = 0xFFFFFFFF;

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t width) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < width; ++i) value |= std::uint32_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
  return value;
}

// Where the end record stands, or npos. It is the last thing but for a comment.
std::size_t find_end(std::string_view bytes) {
  if (bytes.size() < kEndBytes) return std::string_view::npos;
  const std::size_t last = bytes.size() - kEndBytes;
  const std::size_t first = last > kCommentMax ? last - kCommentMax : 0;
  for (std::size_t at = last + 1; at-- > first;) {
    if (number(bytes, at, 4) == kEndSignature) return at;
  }
  return std::string_view::npos;
}

Error malformed(const char* detail) { return fault(ErrorCode::kMalformed, {}, detail); }

}  // namespace

Status check_zip(std::string_view bytes) {
  const std::size_t end = find_end(bytes);
  if (end == std::string_view::npos) return malformed("the workbook is cut off");
  const std::uint32_t parts = number(bytes, end + 10, 2);
  if (parts > kWorkbookPartsMax) return fault(ErrorCode::kTooLarge, {}, "kWorkbookPartsMax=" + std::to_string(kWorkbookPartsMax));
  std::size_t at = number(bytes, end + 16, 4);
  std::uint64_t unpacked = 0;
  for (std::uint32_t part = 0; part < parts; ++part) {
    if (at > end || end - at < kEntryBytes || number(bytes, at, 4) != kEntrySignature) {
      return malformed("the workbook's list of contents is damaged");
    }
    const std::uint32_t size = number(bytes, at + 24, 4);
    if (size == kZip64) return malformed("the workbook is a Zip64 archive");
    unpacked += size;
    if (unpacked > kWorkbookUnpackedMax) return fault(ErrorCode::kTooLarge, {}, "kWorkbookUnpackedMax=" + std::to_string(kWorkbookUnpackedMax));
    at += kEntryBytes + number(bytes, at + 28, 2) + number(bytes, at + 30, 2) + number(bytes, at + 32, 2);
  }
  return {};
}

}  // namespace shaoyin::sheet
