#include "core/register/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "core/base/utf8.h"
#include "core/register/check_area.h"
#include "core/register/columns.h"

namespace shaoyin::registers {

namespace {

constexpr int kLevelsMax = 32;  // register trees are a handful of levels deep

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "a grid", "an all-purpose grid".
std::string one(const std::string& noun) { return (noun.front() == 'a' ? "an " : "a ") + noun; }

class Checker {
 public:
  Checker(const std::vector<Row>& rows, Instant at) : rows_(rows), at_(at), book_(Book::build(rows, at)) {}

  std::vector<Finding> run() {
    valid_ = rows_at(rows_, at_);
    for (const Row* row : valid_) check_row(*row);
    duplicates();
    for (AreaFinding& area : check_areas(*book_)) add_area(std::move(area));
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Finding& a, const Finding& b) { return a.row < b.row; });
    return std::move(found_);
  }

 private:
  void add(const Row& row, std::string column, std::string kind, Words reason, Words cure) {
    found_.push_back({static_cast<std::size_t>(&row - rows_.data()), row.reg, row.code, std::move(column),
                      std::move(kind), std::move(reason), std::move(cure)});
  }

  void add_area(AreaFinding area) {
    for (const Row* row : valid_) {
      if (row->reg != "grid" || row->code != area.grid) continue;
      add(*row, "polygon", area.kind, std::move(area.reason), std::move(area.cure));
      return;
    }
  }

  using Known = std::function<bool(const std::string&)>;

  // "AID-LIMIT@street": a misspelt unit would silently get the district's figure.
  void check_parameter(const Row& row) {
    const auto at = row.code.find('@');
    if (at == std::string::npos || book_->unit(row.code.substr(at + 1)) != nullptr) return;
    const std::string unit = row.code.substr(at + 1);
    add(row, "code", "orphan", {fmt::format("单位“{}”不存在", unit), fmt::format("there is no unit '{}'", unit)},
        {"改为名册中的单位代码，或去掉 @ 及其后的部分", "name a unit of the register, or leave out @ and what follows"});
  }

  // An empty column is a matter for Book::build, where it must be filled.
  void refer(const Row& row, const char* column_name, const Known& known, const Words& what) {
    const std::string& code = column(row, column_name);
    if (code.empty() || known(code)) return;
    add(row, column_name, "orphan",
        {fmt::format("{}“{}”不存在", what.zh, code),
         fmt::format("the {} \"{}\" does not exist", what.en, code)},
        {fmt::format("先登记这个{}，或改正代码", what.zh),
         fmt::format("register this {} first, or correct the code", what.en)});
  }
  void refer_grid(const Row& row, const char* name) {
    refer(row, name, [&](const std::string& code) { return book_->grid(code) != nullptr; }, {"网格", "grid"});
  }
  void refer_unit(const Row& row, const char* name) {
    refer(row, name,
          [&](const std::string& code) { return code.front() == '@' || book_->unit(code) != nullptr; },
          {"单位", "unit"});
  }
  void refer_category(const Row& row, const char* name) {
    refer(row, name, [&](const std::string& code) { return book_->category(code) != nullptr; },
          {"类别", "category"});
  }
  void refer_place(const Row& row, const char* name) {
    refer(row, name, [&](const std::string& code) { return book_->place(code) != nullptr; },
          {"地点", "place"});
  }

  // Two names that look alike and differ, or a name that turns the line around it: not for lists that people choose from.
  void hidden_marks(const Row& row) {
    for (const auto& [name, text] : row.columns) {
      const bool shown = name.starts_with("name") || name == "aliases";
      if (!shown || (without_hidden(text) == text && (text.empty() || !is_blank(text)))) continue;
      add(row, name, "hidden", {"含有看不见的字符或改变书写方向的符号", "it holds marks that nobody sees or that turn the direction of writing"},
          {"删去这些字符，重新输入名称", "take them out; type the name anew"});
    }
  }

  void check_row(const Row& row) {
    hidden_marks(row);
    if (!kept(row)) return unreadable(row);
    if (row.reg == "grid") grid(row);
    if (row.reg == "unit") refer_grid(row, "area"), refer_unit(row, "above"), cycle(row, "above");
    if (row.reg == "person") person(row);
    if (row.reg == "category") refer_category(row, "parent"), cycle(row, "parent");
    if (row.reg == "place") refer_grid(row, "grid"), refer_place(row, "parent"), refer_unit(row, "manager"), refer_unit(row, "owner");
    if (row.reg == "route")
      refer_grid(row, "area"), refer_category(row, "category"), refer_unit(row, "unit"),
          refer_unit(row, "object_owner");
    if (row.reg == "parameter") check_parameter(row);
    if (row.reg == "precedent")
      refer_grid(row, "area"), refer_category(row, "object"), refer_unit(row, "unit");
  }

  void person(const Row& row) {
    refer_unit(row, "unit");
    refer_grid(row, "area");
    refer(row, "role", [&](const std::string& code) { return book_->role(code) != nullptr; },
          {"角色", "role"});
  }

  void grid(const Row& row) {
    refer_unit(row, "office");
    refer_grid(row, "parent");
    const Grid& grid = *book_->grid(row.code);
    const std::optional<GridKind> needed = parent_kind(grid.kind);
    const Grid* parent = book_->grid(grid.parent);
    if (needed && grid.parent.empty()) {
      add(row, "parent", "orphan", {"没有上级网格", "it has no parent"},
          {fmt::format("填写它所属的{}", say(*needed).zh),
           fmt::format("name the {} it belongs to", say(*needed).en)});
    }
    if (needed && parent != nullptr && parent->kind != *needed) wrong_level(row, grid, *parent, *needed);
    if (const std::string shape = code_fault(grid); !shape.empty()) wrong_code(row, grid, shape);
    cycle(row, "parent");
  }

  void wrong_level(const Row& row, const Grid& grid, const Grid& parent, GridKind needed) {
    add(row, "parent", "wrong_level",
        {fmt::format("{}不能直接归属{}", say(grid.kind).zh, say(parent.kind).zh),
         fmt::format("{} cannot lie straight under {}", one(say(grid.kind).en), one(say(parent.kind).en))},
        {fmt::format("改为所属{}的代码", say(needed).zh),
         fmt::format("give the code of its {}", say(needed).en)});
  }

  void wrong_code(const Row& row, const Grid& grid, const std::string& shape) {
    add(row, "code", "wrong_code",
        {fmt::format("{}代码“{}”不符合规则", say(grid.kind).zh, grid.code),
         fmt::format("\"{}\" is no code of {}", grid.code, one(say(grid.kind).en))},
        {fmt::format("代码应为 {}", shape), fmt::format("the code must be {}", shape)});
  }

  // The shape the code ought to have, or empty when it has it.
  static std::string code_fault(const Grid& grid) {
    const std::string& code = grid.code;
    const bool below =
        code.size() > grid.parent.size() && code.compare(0, grid.parent.size(), grid.parent) == 0;
    switch (grid.kind) {
      case GridKind::kDistrict:
        return code.size() == 6 && all_digits(code) ? "" : "NNNNNN";
      case GridKind::kStreet:
        return code.size() == 9 && all_digits(code) && below ? "" : grid.parent + "+NNN";
      case GridKind::kCommunity:
        return code.size() == 12 && all_digits(code) && below ? "" : grid.parent + "+NNN";
      case GridKind::kAllPurpose:
        return code.size() == 15 && all_digits(code) && below ? "" : grid.parent + "+NNN";
      case GridKind::kMicro:
        return code.size() == 17 && all_digits(code) && below ? "" : grid.parent + "+NN";
      case GridKind::kPolice:
        return code.size() == 15 && below && code[12] == 'J' && all_digits(code.substr(13))
                   ? ""
                   : grid.parent + "+JNN";
      case GridKind::kDedicated:
        return code.size() == 20 && all_digits(code) && code.compare(6, 12, grid.parent) == 0
                   ? ""
                   : "NNNNNN+" + grid.parent + "+NN";
    }
    return {};
  }

  // `name` is the column that points upwards.
  void cycle(const Row& row, const char* name) {
    std::string at = column(row, name);
    for (int level = 0; !at.empty() && level < kLevelsMax; ++level) {
      if (at == row.code) {
        add(row, name, "cycle",
            {fmt::format("沿“{}”向上会回到自己", name),
             fmt::format("following \"{}\" leads back to itself", name)},
            {"改正其中一行的上级", "correct the parent of one of the rows on the way"});
        return;
      }
      at = upward(row.reg, at);
    }
  }

  std::string upward(const std::string& reg, const std::string& code) const {
    if (reg == "unit") return book_->unit(code) == nullptr ? "" : book_->unit(code)->above;
    if (reg == "grid") return book_->grid(code) == nullptr ? "" : book_->grid(code)->parent;
    return book_->category(code) == nullptr ? "" : book_->category(code)->parent;
  }

  bool kept(const Row& row) const {
    const std::string start = row.reg + " " + row.code + ": ";
    return std::none_of(book_->faults().begin(), book_->faults().end(),
                        [&](const std::string& fault) { return fault.compare(0, start.size(), start) == 0; });
  }

  void unreadable(const Row& row) {
    const std::string start = row.reg + " " + row.code + ": ";
    for (const std::string& fault : book_->faults()) {
      if (fault.compare(0, start.size(), start) != 0) continue;
      const std::string what = fault.substr(start.size());
      add(row, what.substr(0, what.find_first_of(" :")), "fault",
          {"这一行无法读取：" + what, "this row cannot be read: " + what},
          {"按登记说明改正这一列", "correct this column as the register's description says"});
    }
  }

  // Two rows of one version of one code that hold at once: nobody could say which one counts.
  void duplicates() {
    std::map<std::tuple<std::string_view, std::string_view, std::int64_t>, const Row*> seen;
    for (const Row& row : rows_) {
      if (at_ < row.valid_from || (row.valid_to && *row.valid_to <= at_)) continue;
      const auto [first, fresh] =
          seen.emplace(std::tuple{std::string_view(row.reg), std::string_view(row.code), row.version}, &row);
      if (fresh) continue;
      add(row, "code", "duplicate",
          {fmt::format("代码与第 {} 行重复", first->second - rows_.data() + 1),
           fmt::format("the code is the same as in row {}", first->second - rows_.data() + 1)},
          {"删除一行，或写明前一行的失效日期", "drop one of them, or end the earlier one with valid_to"});
    }
  }

  const std::vector<Row>& rows_;
  Instant at_;
  std::shared_ptr<const Book> book_;
  std::vector<const Row*> valid_;
  std::vector<Finding> found_;
};

}  // namespace

std::vector<Finding> check(const std::vector<Row>& rows, Instant at) { return Checker(rows, at).run(); }

}  // namespace shaoyin::registers
