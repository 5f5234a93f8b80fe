// Opens a table file of any kind we read. What a file is, its first bytes say, not its name.
//
//   const Result<std::unique_ptr<app::SheetSource>> sheet = open_sheet("messages.xlsx");
//
// A file is read to its end before its first row is given: one that is cut off, damaged or too large is refused
// before anything was done with its beginning.
#pragma once

#include <memory>
#include <string>

#include "app/ports/sheet.h"
#include "core/base/result.h"

namespace shaoyin::sheet {

// Whether `path` names a file. Error kNotFound, field "file"; of a folder it says so.
[[nodiscard]] Status file_there(const std::string& path);

// CSV (UTF-8 with or without byte-order mark, or GB18030), the same packed with gzip, or the first sheet of an
// .xlsx workbook. The returned source reads `path` again and expects it unchanged.
// Errors: those of file_there(), kMalformed (detail says where, or what it is instead; `cure` how to mend it), kTooLarge (detail: limit of limits.h).
[[nodiscard]] Result<std::unique_ptr<app::SheetSource>> open_sheet(const std::string& path);

// True when no cell of the row holds anything but white space.
[[nodiscard]] bool is_blank(const app::SheetRow& row);

}  // namespace shaoyin::sheet
