// Looks into a zip archive's list of contents without unpacking anything: how much would it become?
#pragma once

#include <string_view>

#include "core/base/result.h"

namespace shaoyin::sheet {

// Succeeds when `bytes` is a zip archive whose list is readable and whose parts stay within kWorkbookPartsMax and,
// unpacked, kWorkbookUnpackedMax. Errors: kMalformed (no archive, cut off, Zip64), kTooLarge (detail: limit).
// A list may lie; the reader unpacks no more than the list says and has a memory limit of its own.
[[nodiscard]] Status check_zip(std::string_view bytes);

}  // namespace shaoyin::sheet
