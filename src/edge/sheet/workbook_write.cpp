#include <xlsxwriter.h>

#include <algorithm>

#include "core/base/utf8.h"
#include "edge/sheet/limits.h"
#include "edge/sheet/workbook.h"

namespace shaoyin::sheet {
namespace {

constexpr std::size_t kCellCharactersMax = 32'767;  // Excel's own limit; libxlsxwriter drops longer cells
constexpr double kReasonWidth = 60;                 // characters

// XML 1.0 knows no control characters and no broken UTF-8; such bytes are shown as U+FFFD.
std::string for_workbook(const std::string& cell) {
  if (is_clean_utf8(cell) && cell.size() <= kCellCharactersMax) return cell;
  std::string shown;
  std::size_t characters = 0;
  for (const char32_t point : code_points(cell)) {
    const bool control = point < 0x20 && point != '\t' && point != '\n' && point != '\r';
    characters += point > 0xFFFF ? 2 : 1;
    if (characters > kCellCharactersMax) break;
    shown += encode_utf8(control ? U'\xFFFD' : point);
  }
  return shown;
}

}  // namespace

struct RefusedWorkbook::Inside {
  lxw_workbook* book = nullptr;
  lxw_worksheet* sheet = nullptr;
  std::size_t reason_column = 0;
  std::int64_t last_row = 0;

  void write(const app::SheetRow& row, const std::string& reason) {
    ensure(row.number > last_row && row.number <= kRowsMax, "refused rows ascend");
    last_row = row.number;
    const auto at = static_cast<lxw_row_t>(row.number - 1);
    for (std::size_t i = 0; i < std::min(row.cells.size(), reason_column); ++i) {
      if (row.cells[i].empty()) continue;
      worksheet_write_string(sheet, at, static_cast<lxw_col_t>(i), for_workbook(row.cells[i]).c_str(), nullptr);
    }
    worksheet_write_string(sheet, at, static_cast<lxw_col_t>(reason_column), for_workbook(reason).c_str(), nullptr);
  }
};

RefusedWorkbook::RefusedWorkbook(const std::string& path, const app::SheetRow& header)
    : inside_(std::make_unique<Inside>()) {
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;  // a whole refused file may be large
  inside_->book = workbook_new_opt(path.c_str(), &options);
  ensure(inside_->book != nullptr, "a workbook object can be made");
  inside_->sheet = workbook_add_worksheet(inside_->book, "refused");
  inside_->reason_column = header.cells.size();
  const auto column = static_cast<lxw_col_t>(header.cells.size());
  worksheet_set_column(inside_->sheet, column, column, kReasonWidth, nullptr);
  inside_->write(header, "拒绝原因 / reason");
}

RefusedWorkbook::~RefusedWorkbook() {
  if (inside_->book != nullptr) workbook_close(inside_->book);
}

void RefusedWorkbook::add(const app::SheetRow& row, const std::string& reason) { inside_->write(row, reason); }

Status RefusedWorkbook::close() {
  const lxw_error error = workbook_close(inside_->book);
  inside_->book = nullptr;
  if (error != LXW_NO_ERROR) return fault(ErrorCode::kStorage, "errors", lxw_strerror(error));
  return {};
}

}  // namespace shaoyin::sheet
