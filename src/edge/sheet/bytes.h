// The bytes of a text file as UTF-8, whatever it is packed or written in: plain or gzip, UTF-8 or GB18030.
#pragma once

#include <string>

#include "core/base/result.h"
#include "edge/sheet/csv.h"

namespace shaoyin::sheet {

enum class Encoding { kUtf8, kGb18030 };

// The bytes of `path`, unpacked when they are gzip, in pieces of at most 64 KiB.
// Errors: kNotFound; later kMalformed (gzip damaged or cut), kTooLarge (kCsvBytesMax), kStorage.
[[nodiscard]] Result<ByteSource> file_bytes(const std::string& path);

// `bytes` turned from `encoding` into UTF-8. GB18030 that cannot be turned becomes the byte 0xFF, which no UTF-8
// text holds, so that the row is refused and not silently changed.
[[nodiscard]] ByteSource as_utf8(ByteSource bytes, Encoding encoding);

// Reads to the end: UTF-8 when every byte fits, else GB18030 when that fits, else UTF-8 (bad rows are then refused
// one by one). Errors as `bytes`.
[[nodiscard]] Result<Encoding> guess_encoding(ByteSource utf8_try, ByteSource gb18030_try);

}  // namespace shaoyin::sheet
