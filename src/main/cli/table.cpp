#include "main/cli/table.h"

#include <algorithm>

#include "core/base/ensure.h"
#include "core/base/utf8.h"
#include "edge/sheet/csv.h"

namespace shaoyin::cli {
namespace {

// What would break the line: a title may hold line ends.
std::string on_one_line(std::string text) {
  std::replace_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return text;
}

}  // namespace

void Table::add(std::vector<std::string> cells) {
  ensure(cells.size() == columns_.size(), "a row has as many cells as the table has columns");
  rows_.push_back(std::move(cells));
}

void Table::print(std::ostream& out) const {
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    std::size_t width = display_width(columns_[i].title);
    for (const auto& row : rows_) width = std::max(width, std::min(display_width(row[i]), columns_[i].width_max));
    widths.push_back(width);
  }
  const auto line = [&](const auto& cell_of) {
    std::string text;
    for (std::size_t i = 0; i < columns_.size(); ++i) text += fit_width(on_one_line(cell_of(i)), widths[i]) + "  ";
    text.erase(text.find_last_not_of(' ') + 1);
    out << text << "\n";
  };
  line([&](std::size_t i) { return columns_[i].title; });
  for (const auto& row : rows_) line([&](std::size_t i) { return row[i]; });
}

void Table::print_csv(std::ostream& out) const {
  std::vector<std::string> titles;
  for (const Column& column : columns_) titles.push_back(column.title);
  out << sheet::csv_line(titles);
  for (const auto& row : rows_) out << sheet::csv_line(row);
}

}  // namespace shaoyin::cli
