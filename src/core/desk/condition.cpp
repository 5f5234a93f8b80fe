#include "core/desk/condition.h"

#include <fmt/format.h>

#include <algorithm>

namespace shaoyin::desk {
namespace {

using rule::Node;
using rule::Type;
using Kind = Type::Kind;

constexpr std::int64_t kDaysMax = 36'600;  // a hundred years; further away a slip of the pen is likelier

std::string joined(const std::vector<std::string>& path) {
  std::string name;
  for (const std::string& part : path) name += (name.empty() ? "" : ".") + part;
  return name;
}

Error wrong(const Node& node, const Words& what, ErrorCode code = ErrorCode::kMalformed, std::string detail = {}) {
  const Words said{fmt::format("{}（第 {} 个字符）", what.zh, node.at + 1), fmt::format("{} (character {})", what.en, node.at + 1)};
  if (detail.empty()) detail = said.en;
  return fault(code, {}, std::move(detail), said);
}

bool is_moment(const std::string& name) { return std::find(moment_names().begin(), moment_names().end(), name) != moment_names().end(); }
bool is_dater(const std::string& function) { return function == "date" || function == "days_ago" || function == "days_ahead"; }

std::string all_names(const Columns& columns) {
  std::string all;
  for (const Column& column : columns) all += (all.empty() ? "" : ", ") + column.name;
  for (const std::string& name : moment_names()) all += ", " + name;
  return all;
}

std::optional<std::size_t> place_in(const Mine* mine, const std::string& name) {
  if (mine == nullptr) return std::nullopt;
  const auto found = std::find(mine->names.begin(), mine->names.end(), name);
  return found == mine->names.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - mine->names.begin()));
}

// Names and texts, before types: the commonest slips, in words of their own.
Status check_words(const Node& node, const Columns& columns, const Mine* mine) {
  if (node.kind == Node::Kind::kName) {
    const std::string name = joined(node.path);
    if (find(columns, name) != nullptr || is_moment(name) || place_in(mine, name)) return {};
    return wrong(node, {"没有列“" + name + "”", "there is no column '" + name + "'"}, ErrorCode::kNotAChoice, all_names(columns));
  }
  if (node.kind == Node::Kind::kLiteral && node.literal.kind() == Value::Kind::kText && !is_code(node.literal.as_text())) {
    return wrong(node, {"引号里只能写登记册或规程里的编号，不能写名称或文字", "only codes of registers and procedures stand in quotes, no names or words"});
  }
  for (const rule::Expr& kid : node.kids) {
    if (Status status = check_words(*kid, columns, mine); !status) return status;
  }
  return {};
}

Result<Instant> dated(const Node& call, const Times& times) {
  const Node& given = *call.kids.front();
  if (given.kind != Node::Kind::kLiteral) return wrong(given, {call.word + "() 里要直接写明", call.word + "() takes a written value"});
  if (call.word == "date") {
    const auto day = parse_day(given.literal.as_text());
    if (!day) return wrong(given, day.error().said, ErrorCode::kImpossibleTime, day.error().detail);
    return times.calendar.start_of(*day);
  }
  const std::int64_t days = given.literal.as_number();
  if (days > kDaysMax) return wrong(given, {fmt::format("天数最多 {}", kDaysMax), fmt::format("at most {} days", kDaysMax)});
  const DayNumber today = times.calendar.day_of(times.now);
  return times.calendar.start_of(today + static_cast<DayNumber>(call.word == "days_ago" ? -days : days));
}

void become(Node& node, Value value, Type type) {
  node.kind = Node::Kind::kLiteral;
  node.literal = std::move(value);
  node.type = std::move(type);
  node.kids.clear();
}

void become(Node& node, Instant at) { become(node, Value::instant(at), Type{Kind::kInstant, {}, {}, {}}); }

Status fix_moments(Node& node, const Times& times, const Mine* mine) {
  if (node.kind == Node::Kind::kName) {
    if (const auto place = place_in(mine, joined(node.path)); place && !mine->values.empty()) return become(node, mine->values[*place], mine->types[*place]), Status();
    if (const auto at = node.path.size() == 1 ? moment(times, node.path.front()) : std::nullopt) become(node, *at);
    return {};
  }
  if (node.kind == Node::Kind::kCall && is_dater(node.word)) {
    const auto at = dated(node, times);
    if (!at) return at.error();
    become(node, *at);
    return {};
  }
  for (const rule::Expr& kid : node.kids) {
    if (Status status = fix_moments(*kid, times, mine); !status) return status;
  }
  return {};
}

}  // namespace

std::optional<Type> ColumnScope::name(const std::vector<std::string>& path) const {
  const std::string name = joined(path);
  if (const Column* column = find(columns_, name)) return column->type;
  if (const auto place = place_in(mine_, name)) return mine_->types[*place];
  return is_moment(name) ? std::optional(Type{Kind::kInstant, {}, {}, {}}) : std::nullopt;
}

const rule::Signature* ColumnScope::function(const std::string& name) const {
  const auto taking = [](Kind kind) {
    return rule::Signature{{{rule::Parameter::Kind::kValue, Type{kind, {}, {}, {}}, false}}, Type{Kind::kInstant, {}, {}, {}}};
  };
  static const rule::Signature kDate = taking(Kind::kText), kDays = taking(Kind::kNumber);
  return name == "date" ? &kDate : is_dater(name) ? &kDays : nullptr;
}

Result<rule::Condition> ready(const std::string& source, const Columns& columns, const Times& times, const Mine* mine) {
  auto condition = rule::parse(source);
  if (!condition) return condition.error();
  if (Status status = check_words(*condition->root, columns, mine); !status) return status.error();
  const auto type = rule::check(*condition, ColumnScope(columns, mine));
  if (!type) return type.error();
  if (type->kind != Kind::kYesNo) {
    return wrong(*condition->root, {"条件应为是否值，此处是" + type->words().zh, "a condition is yes or no, this is " + type->name()});
  }
  if (Status status = fix_moments(*condition->root, times, mine); !status) return status.error();
  return std::move(*condition);
}

std::string both(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return a + b;
  return "(" + a + ") and " + b;
}

}  // namespace shaoyin::desk
