#include "edge/sheet/csv.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "edge/sheet/limits.h"
#include "edge/sheet/sheet.h"

namespace shaoyin::sheet {

int CsvReader::peek() {
  while (at_ >= buffer_.size()) {
    if (ended_ || fault_) return -1;
    at_ = 0;
    if (const Status read = bytes_(buffer_); !read) {
      fault_ = read.error();
      return -1;
    }
    if (buffer_.empty()) {
      ended_ = true;
      return -1;
    }
    if (!started_ && buffer_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    started_ = true;
  }
  return static_cast<unsigned char>(buffer_[at_]);
}

Result<bool> CsvReader::refuse(ErrorCode code, const std::string& detail) {
  if (!fault_) fault_ = fault(code, "row " + std::to_string(rows_), detail);
  return *fault_;
}

Result<bool> CsvReader::next(app::SheetRow& row) {
  while (true) {
    if (fault_) return *fault_;
    Result<bool> read = read_row(row);
    if (!read || !*read) return read;
    if (!is_blank(row)) return true;
  }
}

bool CsvReader::end_cell(app::SheetRow& row, std::string& cell) {
  if (row.cells.size() == kColumnsMax) return false;
  row.cells.push_back(std::move(cell));
  cell.clear();
  return true;
}

// Reads the inside of a quoted field and its closing quote; false when it never ends or is too long.
bool CsvReader::quoted(std::string& cell) {
  for (int c = peek(); c >= 0 && cell.size() <= kCellBytesMax; c = peek()) {
    skip();
    if (c == '"') {
      if (peek() != '"') return true;
      skip();
    }
    cell.push_back(static_cast<char>(c));
  }
  return false;
}

Result<bool> CsvReader::read_row(app::SheetRow& row) {
  row.cells.clear();
  if (peek() < 0) {
    if (fault_) return *fault_;
    return false;
  }
  row.number = ++rows_;
  if (rows_ > kRowsMax) return refuse(ErrorCode::kTooLarge, "kRowsMax=" + std::to_string(kRowsMax));
  std::string cell;
  bool after_quote = false;
  while (true) {
    const int c = peek();
    if (fault_) return *fault_;
    if (c < 0 || c == '\n' || c == '\r' || c == ',') {
      if (!end_cell(row, cell)) return refuse(ErrorCode::kTooLarge, "kColumnsMax=" + std::to_string(kColumnsMax));
      after_quote = false;
      if (c >= 0) skip();
      if (c == ',') continue;
      if (c == '\r' && peek() == '\n') skip();
      return true;
    }
    if (after_quote) return refuse(ErrorCode::kMalformed, "text after a closing quote");
    if (c == '"' && cell.empty()) {
      skip();
      if (!quoted(cell)) {
        if (fault_) return *fault_;
        const bool too_long = cell.size() > kCellBytesMax;
        return refuse(too_long ? ErrorCode::kTooLarge : ErrorCode::kMalformed,
                      too_long ? "kCellBytesMax=" + std::to_string(kCellBytesMax) : "a quote is opened and never closed");
      }
      after_quote = true;
      continue;
    }
    const std::size_t end = std::min(buffer_.find_first_of(",\r\n", at_), buffer_.size());
    cell.append(buffer_, at_, end - at_);
    at_ = end;
    if (cell.size() > kCellBytesMax) return refuse(ErrorCode::kTooLarge, "kCellBytesMax=" + std::to_string(kCellBytesMax));
  }
}

namespace {

bool plain_number(std::string_view cell) {
  const std::string_view rest = cell.substr(1);
  return !rest.empty() && std::isdigit(static_cast<unsigned char>(rest[0])) != 0 &&
         std::all_of(rest.begin(), rest.end(), [](unsigned char c) { return std::isdigit(c) != 0 || c == '.'; }) &&
         std::count(rest.begin(), rest.end(), '.') <= 1;
}

bool looks_like_formula(std::string_view cell) {
  if (cell.empty() || std::string_view("=+-@\t\r").find(cell[0]) == std::string_view::npos) return false;
  return (cell[0] != '-' && cell[0] != '+') || !plain_number(cell);
}

}  // namespace

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += ',';
    const std::string safe = looks_like_formula(cells[i]) ? "'" + cells[i] : cells[i];
    if (safe.find_first_of(",\"\r\n") == std::string::npos) {
      line += safe;
      continue;
    }
    line += '"';
    for (const char c : safe) line += c == '"' ? std::string("\"\"") : std::string(1, c);
    line += '"';
  }
  return line + "\r\n";
}

}  // namespace shaoyin::sheet
