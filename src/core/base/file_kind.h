// What a file is, by its first bytes: never by its name or by what the sender said. Pure; threads: any.
#pragma once

#include <string_view>

#include "core/base/words.h"

namespace shaoyin {

enum class FileKind { kJpeg, kPng, kWebp, kPdf, kOther };

[[nodiscard]] FileKind file_kind(std::string_view bytes);

// "image/png"; "application/octet-stream" for kOther, which is only ever downloaded.
[[nodiscard]] const char* media_type(FileKind kind);

// "a PNG picture", for sentences.
[[nodiscard]] Words called(FileKind kind);

}  // namespace shaoyin
