// read_workbook by liborcus, which calls back for each cell; no document is built in memory.
#include <charconv>
#include <cmath>
#include <exception>
#include <optional>
#include <orcus/orcus_xlsx.hpp>
#include <orcus/spreadsheet/import_interface.hpp>
#include <vector>

#include "edge/sheet/helper.h"
#include "edge/sheet/inline_cells.h"
#include "edge/sheet/limits.h"
#include "edge/sheet/zip_check.h"

namespace shaoyin::sheet {
namespace {

namespace ss = orcus::spreadsheet;

struct Stop {  // thrown through liborcus when the sheet is refused
  Error error;
};

std::string number_text(double value) {
  char digits[64];
  const auto end = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed);
  const bool fits = end.ec == std::errc() && std::isfinite(value);
  return fits ? std::string(digits, end.ptr) : "#NUM!";
}

// Sends cells on, keeping the limits.
class Cells {
 public:
  explicit Cells(const CellTaker& take) : take_(take) {}

  void put(ss::row_t row, ss::col_t column, std::string_view text) {
    if (text.empty()) return;
    if (row < 0 || row >= kRowsMax) throw Stop{fault(ErrorCode::kTooLarge, {}, "kRowsMax=" + std::to_string(kRowsMax))};
    if (column < 0 || static_cast<std::size_t>(column) >= kColumnsMax) {
      throw Stop{fault(ErrorCode::kTooLarge, {}, "kColumnsMax=" + std::to_string(kColumnsMax))};
    }
    if (text.size() > kCellBytesMax) throw Stop{fault(ErrorCode::kTooLarge, {}, "kCellBytesMax=" + std::to_string(kCellBytesMax))};
    bytes_ += text.size();
    if (bytes_ > kWorkbookTextMax) throw Stop{fault(ErrorCode::kTooLarge, {}, "kWorkbookTextMax=" + std::to_string(kWorkbookTextMax))};
    take_(static_cast<std::uint32_t>(row) + 1, static_cast<std::uint32_t>(column) + 1, text);
  }

 private:
  const CellTaker& take_;
  std::size_t bytes_ = 0;
};

class SharedStrings : public ss::iface::import_shared_strings {
 public:
  std::size_t append(std::string_view s) override {
    strings_.emplace_back(s);
    return strings_.size() - 1;
  }
  std::size_t add(std::string_view s) override { return append(s); }
  void set_segment_font(std::size_t) override {}
  void set_segment_bold(bool) override {}
  void set_segment_italic(bool) override {}
  void set_segment_font_name(std::string_view) override {}
  void set_segment_font_size(double) override {}
  void set_segment_font_color(ss::color_elem_t, ss::color_elem_t, ss::color_elem_t, ss::color_elem_t) override {}
  void append_segment(std::string_view s) override { segments_ += s; }
  std::size_t commit_segments() override {
    const std::size_t index = append(segments_);
    segments_.clear();
    return index;
  }
  [[nodiscard]] std::string_view at(std::size_t index) const {
    if (index >= strings_.size()) throw Stop{fault(ErrorCode::kMalformed, {}, "a cell names a text that is not there")};
    return strings_[index];
  }

 private:
  std::vector<std::string> strings_;
  std::string segments_;
};

// A formula cell: what it last came to is its text.
class Formula : public ss::iface::import_formula {
 public:
  explicit Formula(Cells& cells) : cells_(cells) {}
  void set_position(ss::row_t row, ss::col_t column) override {
    row_ = row;
    column_ = column;
    result_.clear();
  }
  void set_formula(ss::formula_grammar_t, std::string_view) override {}
  void set_shared_formula_index(std::size_t) override {}
  void set_result_string(std::string_view value) override { result_ = value; }
  void set_result_value(double value) override { result_ = number_text(value); }
  void set_result_bool(bool value) override { result_ = value ? "TRUE" : "FALSE"; }
  void set_result_empty() override { result_.clear(); }
  void commit() override { cells_.put(row_, column_, result_); }

 private:
  Cells& cells_;
  ss::row_t row_ = 0;
  ss::col_t column_ = 0;
  std::string result_;
};

class Sheet : public ss::iface::import_sheet {
 public:
  Sheet(Cells& cells, const SharedStrings& strings) : cells_(cells), strings_(strings), formula_(cells) {}
  ss::iface::import_formula* get_formula() override { return &formula_; }
  void set_auto(ss::row_t row, ss::col_t column, std::string_view s) override { cells_.put(row, column, s); }
  void set_string(ss::row_t row, ss::col_t column, ss::string_id_t index) override {
    cells_.put(row, column, strings_.at(index));
  }
  void set_value(ss::row_t row, ss::col_t column, double value) override { cells_.put(row, column, number_text(value)); }
  void set_bool(ss::row_t row, ss::col_t column, bool value) override { cells_.put(row, column, value ? "TRUE" : "FALSE"); }
  void set_date_time(ss::row_t row, ss::col_t column, int year, int month, int day, int hour, int minute,
                     double second) override {
    char text[64];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d %02d:%02d:%02d", year, month, day, hour, minute,
                  static_cast<int>(second));
    cells_.put(row, column, text);
  }
  void set_format(ss::row_t, ss::col_t, std::size_t) override {}
  void set_format(ss::row_t, ss::col_t, ss::row_t, ss::col_t, std::size_t) override {}
  void fill_down_cells(ss::row_t, ss::col_t, ss::row_t) override {}
  [[nodiscard]] ss::range_size_t get_sheet_size() const override {
    return {static_cast<ss::row_t>(kRowsMax), static_cast<ss::col_t>(kColumnsMax)};
  }

 private:
  Cells& cells_;
  const SharedStrings& strings_;
  Formula formula_;
};

class Settings : public ss::iface::import_global_settings {
 public:
  void set_origin_date(int year, int, int) override {
    // Serial numbers would all be four years off, and which cells are dates is not known here.
    if (year == 1904) throw Stop{fault(ErrorCode::kMalformed, {}, "the workbook counts dates from 1904")};
  }
  void set_default_formula_grammar(ss::formula_grammar_t grammar) override { grammar_ = grammar; }
  [[nodiscard]] ss::formula_grammar_t get_default_formula_grammar() const override { return grammar_; }
  void set_character_set(orcus::character_set_t) override {}

 private:
  ss::formula_grammar_t grammar_ = ss::formula_grammar_t::xlsx;
};

// "B7" -> row 6, column 1.
ss::src_address_t address(std::string_view text) {
  ss::src_address_t out{0, 0, 0};
  for (const char c : text) {
    if (c >= 'A' && c <= 'Z' && out.column < 1'000'000) out.column = out.column * 26 + (c - 'A' + 1);
    if (c >= '0' && c <= '9' && out.row < 100'000'000) out.row = out.row * 10 + (c - '0');
  }
  return {0, out.row - 1, out.column - 1};
}

class Resolver : public ss::iface::import_reference_resolver {
 public:
  ss::src_address_t resolve_address(std::string_view text) override { return address(text); }
  ss::src_range_t resolve_range(std::string_view text) override {
    const std::size_t colon = text.find(':');
    const ss::src_address_t first = address(text.substr(0, colon));
    return {first, colon == std::string_view::npos ? first : address(text.substr(colon + 1))};
  }
};

// Sends on the cells of the first sheet; those of the others are dropped.
class Workbook : public ss::iface::import_factory {
 public:
  explicit Workbook(const CellTaker& take) : cells_(take), first_(cells_, strings_), others_(dropped_, strings_) {}
  ss::iface::import_global_settings* get_global_settings() override { return &settings_; }
  ss::iface::import_shared_strings* get_shared_strings() override { return &strings_; }
  ss::iface::import_reference_resolver* get_reference_resolver(ss::formula_ref_context_t) override { return &resolver_; }
  ss::iface::import_sheet* append_sheet(ss::sheet_t, std::string_view name) override {
    if (!first_name_) first_name_ = std::string(name);
    return get_sheet(name);
  }
  ss::iface::import_sheet* get_sheet(std::string_view name) override {
    return first_name_ == name ? &first_ : &others_;
  }
  ss::iface::import_sheet* get_sheet(ss::sheet_t index) override { return index == 0 ? &first_ : &others_; }
  void finalize() override {}
  Cells& cells() { return cells_; }
  [[nodiscard]] bool found() const { return first_name_.has_value(); }

 private:
  CellTaker drop_ = [](std::uint32_t, std::uint32_t, std::string_view) {};
  Cells cells_;
  Cells dropped_{drop_};
  SharedStrings strings_;
  Settings settings_;
  Resolver resolver_;
  Sheet first_;
  Sheet others_;
  std::optional<std::string> first_name_;
};

}  // namespace

Status read_workbook(std::string_view bytes, const CellTaker& take) {
  if (const Status zip = check_zip(bytes); !zip) return zip;
  Workbook workbook(take);
  try {
    orcus::orcus_xlsx(&workbook).read_stream(bytes);
    const CellTaker checked = [&workbook](std::uint32_t row, std::uint32_t column, std::string_view text) {
      workbook.cells().put(static_cast<ss::row_t>(row) - 1, static_cast<ss::col_t>(column) - 1, text);
    };
    if (const Status inline_cells = read_inline_cells(bytes, checked); !inline_cells) return inline_cells;
  } catch (const Stop& stop) {
    return stop.error;
  } catch (const std::bad_alloc&) {
    return fault(ErrorCode::kTooLarge, {}, "kHelperMemoryBytes");
  } catch (const std::exception&) {
    return fault(ErrorCode::kMalformed, {}, "the workbook is damaged");
  }
  if (!workbook.found()) return fault(ErrorCode::kMalformed, {}, "the workbook has no sheet");
  return {};
}

}  // namespace shaoyin::sheet
