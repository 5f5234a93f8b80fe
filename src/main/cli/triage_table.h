// Tables that the triage commands read and write: named columns in, CSV out.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"

namespace shaoyin::cli {

// One row per line of the file, one cell per asked-for column ("" where an optional column is missing).
using Cells = std::vector<std::vector<std::string>>;

struct ColumnNames {
  std::vector<std::string> needed, optional;
};

// Reads CSV (UTF-8 or GB18030, also packed) or the first sheet of a workbook; the first row that does not begin with #
// names the columns, others than asked for are ignored. Cells come in the order needed, then optional; control characters become blanks, cells
// that are not UTF-8 are refused with their row. Errors: those of sheet::open_sheet; kMissingField (a column that is not there, or a file without rows).
[[nodiscard]] Result<Cells> read_columns(const std::string& path, const ColumnNames& columns);

// Writes beside `path` and renames: whoever reads finds the old file or the whole new one. Error: kStorage; then
// nothing is left behind.
[[nodiscard]] Status write_whole(const std::string& path, const std::string& bytes);

// Error: kNotFound, kTooLarge (more than `most` bytes).
[[nodiscard]] Result<std::string> read_whole(const std::string& path, std::size_t most);

}  // namespace shaoyin::cli
