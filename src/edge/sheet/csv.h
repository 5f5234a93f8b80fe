// Comma-separated values after RFC 4180: fields may be quoted, a quote inside is doubled, a quoted field may hold
// line ends. Line ends are CRLF, LF or CR. Reads a file of any size in a fixed amount of memory.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/ports/sheet.h"
#include "core/base/result.h"

namespace shaoyin::sheet {

// Gives the next bytes into `out` (replacing it); empty at the end. Errors as SheetSource::next.
using ByteSource = std::function<Status(std::string& out)>;

// Reads rows from `bytes`, which must be UTF-8 (a byte-order mark at the start is dropped).
// Errors besides those of `bytes`: kMalformed (a quote that never ends, text after a closing quote),
// kTooLarge (detail: the limit's name in limits.h). Bytes that are no UTF-8 stay as they are: the row is at fault,
// not the file.
class CsvReader : public app::SheetSource {
 public:
  explicit CsvReader(ByteSource bytes) : bytes_(std::move(bytes)) {}
  Result<bool> next(app::SheetRow& row) override;

 private:
  int peek();  // the next byte, or -1 at the end or after a fault
  void skip() { ++at_; }
  bool end_cell(app::SheetRow& row, std::string& cell);
  bool quoted(std::string& cell);
  Result<bool> read_row(app::SheetRow& row);
  Result<bool> refuse(ErrorCode code, const std::string& detail);

  ByteSource bytes_;
  std::string buffer_;
  std::size_t at_ = 0;
  bool started_ = false;
  bool ended_ = false;
  std::int64_t rows_ = 0;
  std::optional<Error> fault_;
};

// One line for export, ended by CRLF. A cell that a spreadsheet program would take for a formula (it begins with
// = + - @, tab or carriage return) gets a leading apostrophe; plain numbers such as -71.06 stay.
[[nodiscard]] std::string csv_line(const std::vector<std::string>& cells);

}  // namespace shaoyin::sheet
