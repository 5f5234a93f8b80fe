// The small CSV reader for files of our own folder. Foreign files go through edge/sheet, which runs apart.
#include <string>

#include "core/base/utf8.h"
#include "edge/toml/register_files.h"

namespace shaoyin::toml_files {

namespace {

class CsvReader {
 public:
  explicit CsvReader(std::string_view text) : rest_(text) {
    if (rest_.substr(0, 3) == "\xEF\xBB\xBF") rest_.remove_prefix(3);
  }

  Result<std::vector<CsvRow>> rows() {
    std::vector<CsvRow> rows;
    while (!rest_.empty()) {
      if (rows.empty() && rest_.front() == '#') {
        skip_line();
        continue;
      }
      CsvRow row{line_, {}};
      if (Status read = read_row(row); !read) return read.error();
      const bool blank = row.cells.size() == 1 && row.cells.front().empty();
      if (!blank) rows.push_back(std::move(row));
    }
    return rows;
  }

 private:
  void skip_line() {
    const std::size_t end = rest_.find('\n');
    rest_ = end == std::string_view::npos ? std::string_view{} : rest_.substr(end + 1);
    ++line_;
  }

  // Reads up to and over the end of the line.
  Status read_row(CsvRow& row) {
    while (true) {
      std::string cell;
      const bool quoted = !rest_.empty() && rest_.front() == '"';
      if (quoted && !read_quoted(cell)) {
        return fault(ErrorCode::kMalformed, std::to_string(row.line), "a quote that does not end");
      }
      if (!quoted) read_plain(cell);
      if (!is_clean_utf8(cell)) return fault(ErrorCode::kInvalidUtf8, std::to_string(row.line));
      row.cells.push_back(std::move(cell));
      if (rest_.empty()) return {};
      const char after = rest_.front();
      rest_.remove_prefix(1);
      if (after == '\n') return ++line_, Status{};
      if (after != ',')
        return fault(ErrorCode::kMalformed, std::to_string(row.line), "text after a closing quote");
    }
  }

  void read_plain(std::string& cell) {
    const std::size_t end = std::min(rest_.find_first_of(",\n"), rest_.size());
    cell = rest_.substr(0, end);
    rest_.remove_prefix(end);
    if (!cell.empty() && cell.back() == '\r') cell.pop_back();
  }

  bool read_quoted(std::string& cell) {
    rest_.remove_prefix(1);
    while (!rest_.empty()) {
      const char next = rest_.front();
      rest_.remove_prefix(1);
      if (next == '\n') ++line_;
      if (next != '"') {
        cell += next;
      } else if (!rest_.empty() && rest_.front() == '"') {
        cell += '"';
        rest_.remove_prefix(1);
      } else {
        if (rest_.substr(0, 2) == "\r\n") rest_.remove_prefix(1);
        return true;
      }
    }
    return false;
  }

  std::string_view rest_;
  std::size_t line_ = 1;
};

}  // namespace

Result<std::vector<CsvRow>> read_csv(std::string_view text) { return CsvReader(text).rows(); }

}  // namespace shaoyin::toml_files
