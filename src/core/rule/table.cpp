#include "core/rule/table.h"

#include <algorithm>

#include "core/base/ensure.h"

namespace shaoyin::rule {
namespace {

std::string joined(const std::vector<std::string>& path) {
  std::string name;
  for (const std::string& part : path) name += (name.empty() ? "" : ".") + part;
  return name;
}

Table::Held held_as(const Type& type) {
  using Kind = Type::Kind;
  if (type.kind == Kind::kYesNo) return Table::Held::kTruth;
  if (type.kind == Kind::kNumber || type.kind == Kind::kInstant) return Table::Held::kNumber;
  ensure(type.is_code(), "a column holds numbers, instants, yes/no or codes");
  return Table::Held::kWord;
}

}  // namespace

Table::Table(std::vector<std::pair<std::string, Type>> columns) {
  for (auto& [name, type] : columns) {
    ensure(column(name) == nullptr, "columns have names of their own");
    const Held held = held_as(type);
    columns_.push_back({std::move(name), std::move(type), held, {}, {}, {}, {}});
  }
}

const Table::Column* Table::column(std::string_view name) const {
  const auto found = std::find_if(columns_.begin(), columns_.end(), [&](const Column& one) { return one.name == name; });
  return found == columns_.end() ? nullptr : &*found;
}

void Table::add(const std::vector<Value>& values) {
  for (Column& column : columns_) {
    switch (column.held) {
      case Held::kNumber: column.numbers.push_back(0), column.known.push_back(Truth::kUnknown); break;
      case Held::kTruth: column.truths.push_back(Truth::kUnknown); break;
      case Held::kWord: column.words.push_back(kNoWord); break;
    }
  }
  set(rows_++, values);
}

void Table::set(std::size_t row, const std::vector<Value>& values) {
  ensure(values.size() == columns_.size(), "a row has a value for each column");
  for (std::size_t i = 0; i < values.size(); ++i) put(columns_[i], row, values[i]);
}

void Table::put(Column& column, std::size_t row, const Value& value) {
  using Kind = Value::Kind;
  const Kind wanted = column.type.kind == Type::Kind::kInstant ? Kind::kInstant : Kind::kNumber;
  switch (column.held) {
    case Held::kNumber:
      column.numbers[row] = value.kind() == wanted ? value.as_number() : 0;
      column.known[row] = value.kind() == wanted ? Truth::kYes : Truth::kUnknown;
      break;
    case Held::kTruth: column.truths[row] = value.is_yes() ? Truth::kYes : value.is_no() ? Truth::kNo : Truth::kUnknown; break;
    case Held::kWord: column.words[row] = value.kind() == Kind::kText ? keep(value.as_text()) : kNoWord; break;
  }
}

Value Table::at(std::size_t row, const Column& column) const {
  switch (column.held) {
    case Held::kNumber:
      if (column.known[row] != Truth::kYes) return Value::nothing();
      return column.type.kind == Type::Kind::kInstant ? Value::instant({column.numbers[row]}) : Value::number(column.numbers[row]);
    case Held::kTruth: return column.truths[row] == Truth::kUnknown ? Value::nothing() : Value::yes_no(column.truths[row] == Truth::kYes);
    case Held::kWord: return column.words[row] == kNoWord ? Value::nothing() : Value::text(words_[column.words[row]]);
  }
  return Value::nothing();
}

WordNumber Table::keep(const std::string& word) {
  const auto [found, fresh] = numbers_of_.emplace(word, static_cast<WordNumber>(words_.size()));
  if (fresh) words_.push_back(word);
  return found->second;
}

WordNumber Table::number_of(const std::string& word) const {
  const auto found = numbers_of_.find(word);
  return found == numbers_of_.end() ? kNoWord : found->second;
}

std::optional<Type> TableScope::name(const std::vector<std::string>& path) const {
  const Table::Column* column = table_.column(joined(path));
  return column == nullptr ? std::nullopt : std::optional(column->type);
}

Value TableRow::name(const std::vector<std::string>& path) const {
  const Table::Column* column = table_.column(joined(path));
  return column == nullptr ? Value::nothing() : table_.at(row_, *column);
}

Words TableRow::label_name(const std::vector<std::string>& path) const { return {joined(path), joined(path)}; }

Words TableRow::label_value(const Value& value, const Type&) const {
  if (!value.known()) return {"未知", "not known"};
  const std::string text = value.kind() == Value::Kind::kText ? value.as_text()
                           : value.kind() == Value::Kind::kYesNo ? (value.is_yes() ? "yes" : "no")
                           : value.kind() == Value::Kind::kInstant ? format_local(value.as_instant()) : std::to_string(value.as_number());
  return {text, text};
}

}  // namespace shaoyin::rule
