#include "core/desk/fact.h"

#include <fmt/format.h>

namespace shaoyin::desk {
namespace {

using procedure::Finding;
using procedure::Severity;

class FactCheck {
 public:
  FactCheck(const ColumnsOf& columns_of, const clock::WorkCalendar& calendar, std::vector<Finding>& found) : columns_of_(columns_of), calendar_(calendar), found_(found) {}

  void run(const procedure::FactSpec& fact) {
    const std::string at = "facts." + fact.name;
    const Over over = over_of(fact.over);
    if (columns_of_({over.kind, {}, {}}).empty()) {
      return say(Severity::kWarning, at + ".over", {fmt::format("没有“{}”这类事项：在有它之前，这个事实始终未知", over.kind), fmt::format("there is no kind of matter '{}': until there is, this is not known", over.kind)},
                 {"写一个已有的流程", "name a procedure that exists"});
    }
    const Columns columns = columns_of_(over);
    if (columns.empty()) {
      return error(at + ".over", {fmt::format("“{}”没有记录“{}”，或它只给部分人看", over.kind, over.record), fmt::format("'{}' has no records '{}', or only some may see them", over.kind, over.record)},
                   {"写一个已声明、不限可见范围的记录", "name declared records that are not `visible` to some only"});
    }
    sum(fact, columns, at);
    where(fact, columns, at);
  }

 private:
  void say(Severity severity, std::string at, Words what, Words cure) { found_.push_back({severity, std::move(at), std::move(what), std::move(cure)}); }
  void error(std::string at, Words what, Words cure) { say(Severity::kError, std::move(at), std::move(what), std::move(cure)); }

  void sum(const procedure::FactSpec& fact, const Columns& columns, const std::string& at) {
    if (fact.sum.empty()) return;
    const Column* column = find(columns, fact.sum);
    if (column != nullptr && column->type.kind == rule::Type::Kind::kNumber) return;
    std::string names;
    for (const Column& one : columns) names += one.type.kind == rule::Type::Kind::kNumber ? (names.empty() ? "" : ", ") + one.name : "";
    error(at + ".sum", {fmt::format("“{}”不是数字列；数字列有：{}", fact.sum, names), fmt::format("'{}' is no column of numbers; there are: {}", fact.sum, names)}, {"改用其中一列，或写 count = true", "use one of these, or write count = true"});
  }

  void where(const procedure::FactSpec& fact, const Columns& columns, const std::string& at) {
    if (!fact.where) return;
    const Mine mine = mine_of(fact);
    const auto ready = desk::ready(fact.where.source, columns, {Instant{}, calendar_}, &mine);
    if (ready) return;
    const Words& said = ready.error().said;
    const bool column = ready.error().code == ErrorCode::kNotAChoice;
    const Words names = column ? Words{"；可用：" + ready.error().detail, "; there are: " + ready.error().detail} : Words{};
    error(at + ".where", {said.zh + names.zh, said.en + names.en}, {"列名见 docs/writing-views.md；本事项的内容写作 mine.…", "columns are those of docs/writing-views.md; what is of the asking matter is called mine.…"});
  }

  const ColumnsOf& columns_of_;
  const clock::WorkCalendar& calendar_;
  std::vector<Finding>& found_;
};

}  // namespace

Mine mine_of(const procedure::FactSpec& fact, std::vector<Value> values) {
  Mine mine{fact.mine, {}, std::move(values)};
  for (const rule::Condition& argument : fact.arguments) mine.types.push_back(argument.root->type);
  return mine;
}

std::vector<Finding> check_facts(const procedure::Procedure& procedure, const ColumnsOf& columns_of, const clock::WorkCalendar& calendar) {
  std::vector<Finding> found;
  FactCheck check(columns_of, calendar, found);
  for (const procedure::FactSpec& fact : procedure.facts) {
    if (fact.function == procedure::kOverMatters) check.run(fact);
  }
  return found;
}

}  // namespace shaoyin::desk
