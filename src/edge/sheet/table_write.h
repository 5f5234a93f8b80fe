// Writes a table as an Excel workbook, for exports. What people wrote is stored as text, never as a formula.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"

namespace shaoyin::sheet {

// The first row is the heading and stays in sight. Errors: kTooLarge (more rows than a sheet holds), kStorage.
[[nodiscard]] Status write_table(const std::string& path, const std::vector<std::vector<std::string>>& rows);

}  // namespace shaoyin::sheet
