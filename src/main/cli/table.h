// Tables on a terminal: columns line up by display width, Chinese and Latin mixed; the same rows as CSV.
#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace shaoyin::cli {

class Table {
 public:
  struct Column { std::string title; std::size_t width_max = 40; };  // longer cells are cut with "…"
  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

  // REQUIRES: as many cells as columns.
  void add(std::vector<std::string> cells);
  [[nodiscard]] bool empty() const { return rows_.empty(); }

  void print(std::ostream& out) const;
  void print_csv(std::ostream& out) const;  // RFC 4180, whole cells

 private:
  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace shaoyin::cli
