#include "edge/sheet/sheet.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

#include "core/base/file_kind.h"
#include "edge/sheet/bytes.h"
#include "edge/sheet/csv.h"
#include "edge/sheet/workbook.h"

namespace shaoyin::sheet {
namespace {

std::string first_bytes(const std::string& path) {
  std::string bytes(16, '\0');  // no more: a stray NUL further on costs its row, not the file
  std::ifstream file(path, std::ios::binary);
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return bytes;
}

Result<std::unique_ptr<CsvReader>> csv_reader(const std::string& path, Encoding encoding) {
  Result<ByteSource> bytes = file_bytes(path);
  if (!bytes) return bytes.error();
  return std::make_unique<CsvReader>(as_utf8(std::move(*bytes), encoding));
}

Status read_to_end(app::SheetSource& source) {
  app::SheetRow row;
  while (true) {
    const Result<bool> more = source.next(row);
    if (!more) return more.error();
    if (!*more) return {};
  }
}

Result<std::unique_ptr<app::SheetSource>> open_csv(const std::string& path) {
  Result<ByteSource> once = file_bytes(path);
  if (!once) return once.error();
  Result<ByteSource> again = file_bytes(path);
  if (!again) return again.error();
  const Result<Encoding> encoding = guess_encoding(std::move(*once), std::move(*again));
  if (!encoding) return encoding.error();
  const Result<std::unique_ptr<CsvReader>> check = csv_reader(path, *encoding);
  if (!check) return check.error();
  if (const Status whole = read_to_end(**check); !whole) return whole.error();
  Result<std::unique_ptr<CsvReader>> reader = csv_reader(path, *encoding);
  if (!reader) return reader.error();
  return std::unique_ptr<app::SheetSource>(std::move(*reader));
}

// What our readers say is wrong, in Chinese; scripts and the helper speak the English.
const std::string& in_chinese(const std::string& detail) {
  static const std::map<std::string, std::string> kWords = {
      {"an old .xls or a workbook with a password", "旧版 .xls，或加了密码的工作簿"}, {"text after a closing quote", "右引号之后还有文字"},
      {"a quote is opened and never closed", "引号没有结束"}, {"gzip data are damaged or cut off", "gzip 数据损坏或不完整"},
      {"the workbook is cut off", "工作簿不完整"}, {"the workbook's list of contents is damaged", "工作簿的目录已损坏"},
      {"the workbook is a Zip64 archive", "工作簿是 Zip64 格式"}, {"the workbook is damaged", "工作簿已损坏"},
      {"the workbook has no xl/workbook.xml", "工作簿缺少 xl/workbook.xml"}, {"the workbook's first sheet is missing", "工作簿缺少第一张表"},
      {"a cell names a text that is not there", "单元格引用了不存在的文字"}, {"the workbook counts dates from 1904", "工作簿从 1904 年起计日期"}, {"the workbook has no sheet", "工作簿没有表"}};
  static const std::string kOther = "格式有误";
  const auto found = kWords.find(detail);
  return found == kWords.end() ? kOther : found->second;
}

const Words kSaveAsTable{"请用表格软件打开，另存为 .xlsx 或 UTF-8 编码的 CSV 后再试；没有导入任何数据", "Open it in a spreadsheet program, save it again as .xlsx or as CSV in UTF-8, and try again; nothing was imported"};

// How to mend a file that cannot be read as a whole.
Error with_cure(Error error) {
  if (error.code == ErrorCode::kMalformed && error.said.empty()) {
    error.said = {"文件无法读取（" + in_chinese(error.detail) + "）", "The file cannot be read (" + error.detail + ")"};
    error.cure = kSaveAsTable;
  } else if (error.code == ErrorCode::kTooLarge) {
    error.said = {"文件太大", "The file is too large"};
    error.cure = {"请拆成几个较小的文件分别导入；没有导入任何数据", "Split it into smaller files and import each; nothing was imported"};
  }
  if (error.field.empty()) error.field = "file";
  return error;
}

// A picture, a PDF, or bytes that no text and no packed file begins with.
Status may_be_table(std::string_view start) {
  if (const FileKind kind = file_kind(start); kind != FileKind::kOther) {
    return fault(ErrorCode::kMalformed, "file", media_type(kind), {"这是 " + called(kind).zh + "，不是表格", "This is " + called(kind).en + ", no table"},
                 {"请选 .xlsx 或 CSV 文件；没有导入任何数据", "Name an .xlsx or CSV file; nothing was imported"});
  }
  const bool packed = start.starts_with("PK") || start.starts_with("\x1f\x8b");
  if (packed || start.find('\0') == std::string_view::npos) return {};
  return fault(ErrorCode::kMalformed, "file", "binary", {"这个文件不是表格：内容不是 UTF-8 或 GB18030 文字", "This file is no table: it holds no text in UTF-8 or GB18030"}, kSaveAsTable);
}

}  // namespace

Status file_there(const std::string& path) {
  std::error_code ignored;
  if (std::filesystem::is_regular_file(path, ignored)) return {};
  if (std::filesystem::is_directory(path, ignored)) {
    return fault(ErrorCode::kNotFound, "file", path, {path + " 是文件夹，不是文件", path + " is a folder, no file"}, {"请写明文件夹中的哪个文件", "Name the file in it"});
  }
  return fault(ErrorCode::kNotFound, "file", path, {"没有文件 " + path, "There is no file " + path}, {"请核对文件名和所在位置", "Check its name and where it lies"});
}

Result<std::unique_ptr<app::SheetSource>> open_sheet(const std::string& path) {
  if (const Status there = file_there(path); !there) return there.error();
  const std::string start = first_bytes(path);
  if (start.starts_with("\xD0\xCF\x11\xE0")) {
    return with_cure(fault(ErrorCode::kMalformed, "file", "an old .xls or a workbook with a password"));
  }
  if (const Status table = may_be_table(start); !table) return table.error();
  Result<std::unique_ptr<app::SheetSource>> source = start.starts_with("PK") ? open_workbook(path) : open_csv(path);
  if (!source) return with_cure(source.error());
  return source;
}

bool is_blank(const app::SheetRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) {
    return cell.find_first_not_of(" \t\r\n") == std::string::npos;
  });
}

}  // namespace shaoyin::sheet
