// The helper process that reads a workbook. Reading one means unpacking and parsing what a stranger made, with a
// library that is not ours; so it happens in a process of its own that holds no key, no database and no file,
// with a limit on memory and time. Whatever goes wrong there, only the helper ends.
//
// The helper gets the workbook on standard input and writes frames to standard output:
//   frame = type byte, then
//     'C' row u32, column u32, length u32, text   a cell; row and column from 1; numbers are little-endian
//     'X' code u32, length u32, detail            refused; `code` is an ErrorCode; the last frame
//     'E'                                         read to the end; the last frame
// A stream that ends without 'X' or 'E' is a helper that died.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace shaoyin::sheet {

// Limits this process: kHelperMemoryBytes, kHelperCpuSeconds, no new files, no core dump, no new privileges.
// Cannot be undone. Under sanitizers memory and files stay unlimited.
void limit_this_process();

// Called for each cell of the first sheet in the order of the file; row and column from 1.
using CellTaker = std::function<void(std::uint32_t row, std::uint32_t column, std::string_view text)>;

// Reads the first sheet of the workbook `bytes`. Numbers become their shortest text, dates stay serial numbers,
// formulas become their stored results. Errors: kMalformed, kTooLarge (detail: limit).
// Only for use inside a limited process (and its tests): hostile bytes may crash it.
[[nodiscard]] Status read_workbook(std::string_view bytes, const CellTaker& take);

// The whole helper: limits itself, reads standard input, writes frames. Returns the exit code.
int run_helper();

}  // namespace shaoyin::sheet
