#include "app/register_rows.h"

#include "core/desk/column.h"

namespace shaoyin::app {
namespace {

Value coded(const std::string& code) { return desk::is_code(code) ? Value::text(code) : Value::nothing(); }

Value street_of(const registers::Book& book, const std::string& grid) { return coded(book.at_level(grid, registers::GridKind::kStreet)); }
Value community_of(const registers::Book& book, const std::string& grid) { return coded(book.at_level(grid, registers::GridKind::kCommunity)); }

// "@street": the level; no unit: nobody's.
Value route_end(const registers::Route& route) {
  if (route.unit.empty()) return Value::text("nobody");
  return Value::text(route.unit.front() == '@' ? route.unit.substr(1) : "unit");
}

}  // namespace

std::vector<std::vector<Value>> register_rows(const registers::Book& book, const std::string& reg) {
  std::vector<std::vector<Value>> rows;
  if (reg == "units") {
    for (const auto& [code, one] : book.units()) rows.push_back({coded(code), coded(registers::unit_kind_name(one.kind)), coded(one.area), coded(one.above)});
  } else if (reg == "grids") {
    for (const auto& [code, one] : book.grids()) {
      rows.push_back({coded(code), coded(registers::grid_kind_name(one.kind)), coded(one.parent), coded(one.office), street_of(book, code), community_of(book, code),
                      one.volunteers ? Value::number(*one.volunteers) : Value::nothing(), Value::yes_no(!one.polygon.empty()), Value::yes_no(one.synthetic)});
    }
  } else if (reg == "categories") {
    for (const auto& [code, one] : book.categories()) rows.push_back({coded(code), coded(one.parent), Value::yes_no(one.part)});
  } else if (reg == "places") {
    for (const auto& [code, one] : book.places()) {
      rows.push_back({coded(code), coded(one.kind), coded(one.grid), coded(one.parent), one.delivered != 0 ? Value::number(one.delivered) : Value::nothing(), coded(one.manager), coded(one.owner),
                      street_of(book, one.grid), community_of(book, one.grid)});
    }
  } else if (reg == "routes") {
    for (const auto& one : book.routes()) rows.push_back({coded(one.code), coded(one.area), coded(one.category), route_end(one), coded(one.unit), coded(one.object_owner)});
  } else if (reg == "precedents") {
    for (const auto& one : book.precedents()) rows.push_back({coded(one.code), coded(one.object), coded(one.area), coded(one.unit), Value::instant(one.decided)});
  } else if (reg == "parameters") {
    for (const auto& [code, number] : book.parameters()) {
      const std::size_t at = code.find('@');
      rows.push_back({coded(code.substr(0, at)), at == std::string::npos ? Value::nothing() : coded(code.substr(at + 1)), Value::number(number)});
    }
  } else if (reg == "fund_rules") {
    for (const auto& [category, covers] : book.fund_rules()) rows.push_back({coded(category), coded(category), Value::yes_no(covers)});
  }
  return rows;
}

Words register_row_name(const registers::Book& book, const std::string& reg, const std::string& code) {
  const auto name = [&](const auto* found) { return found != nullptr ? found->name : Words{code, code}; };
  if (reg == "units") return name(book.unit(code));
  if (reg == "grids") return name(book.grid(code));
  if (reg == "categories" || reg == "fund_rules") return name(book.category(code));
  if (reg == "parameters") return book.parameter_name(code);
  if (reg == "routes" || reg == "precedents") return {code, code};  // they have no names
  return name(book.place(code));
}

}  // namespace shaoyin::app
