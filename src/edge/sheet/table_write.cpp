#include "edge/sheet/table_write.h"

#include <xlsxwriter.h>

#include "edge/sheet/limits.h"

namespace shaoyin::sheet {
namespace {

constexpr double kColumnWidth = 18;               // characters; titles are cut by the eye, not by us

}  // namespace

Status write_table(const std::string& path, const std::vector<std::vector<std::string>>& rows) {
  if (static_cast<std::int64_t>(rows.size()) > kRowsMax) return fault(ErrorCode::kTooLarge, path, "sheet_rows_max");
  lxw_workbook* book = workbook_new(path.c_str());
  if (book == nullptr) return fault(ErrorCode::kStorage, path);
  lxw_worksheet* sheet = workbook_add_worksheet(book, nullptr);
  lxw_format* heading = workbook_add_format(book);
  format_set_bold(heading);
  worksheet_freeze_panes(sheet, 1, 0);
  const std::size_t columns = rows.empty() ? 0 : rows.front().size();
  if (columns > 0) worksheet_set_column(sheet, 0, static_cast<lxw_col_t>(columns - 1), kColumnWidth, nullptr);
  for (std::size_t y = 0; y < rows.size(); ++y) {
    for (std::size_t x = 0; x < rows[y].size(); ++x) {
      if (rows[y][x].empty()) continue;
      worksheet_write_string(sheet, static_cast<lxw_row_t>(y), static_cast<lxw_col_t>(x), rows[y][x].c_str(), y == 0 ? heading : nullptr);
    }
  }
  return workbook_close(book) == LXW_NO_ERROR ? Status() : Status(fault(ErrorCode::kStorage, path));
}

}  // namespace shaoyin::sheet
