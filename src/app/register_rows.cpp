#include "app/register_rows.h"

#include "core/desk/column.h"

namespace shaoyin::app {
namespace {

Value coded(const std::string& code) { return desk::is_code(code) ? Value::text(code) : Value::nothing(); }

}  // namespace

std::vector<std::vector<Value>> register_rows(const registers::Book& book, const std::string& reg) {
  std::vector<std::vector<Value>> rows;
  if (reg == "units") {
    for (const auto& [code, one] : book.units()) rows.push_back({coded(code), coded(registers::unit_kind_name(one.kind)), coded(one.area), coded(one.above)});
  } else if (reg == "grids") {
    for (const auto& [code, one] : book.grids()) rows.push_back({coded(code), coded(registers::grid_kind_name(one.kind)), coded(one.parent), coded(one.office)});
  } else if (reg == "categories") {
    for (const auto& [code, one] : book.categories()) rows.push_back({coded(code), coded(one.parent), Value::yes_no(one.part)});
  } else if (reg == "places") {
    for (const auto& [code, one] : book.places()) {
      rows.push_back({coded(code), coded(one.kind), coded(one.grid), coded(one.parent), one.delivered != 0 ? Value::number(one.delivered) : Value::nothing(), coded(one.manager), coded(one.owner)});
    }
  }
  return rows;
}

Words register_row_name(const registers::Book& book, const std::string& reg, const std::string& code) {
  const auto name = [&](const auto* found) { return found != nullptr ? found->name : Words{code, code}; };
  if (reg == "units") return name(book.unit(code));
  if (reg == "grids") return name(book.grid(code));
  if (reg == "categories") return name(book.category(code));
  return name(book.place(code));
}

}  // namespace shaoyin::app
