// Rows by columns, for conditions that are asked of very many: saved views, desks, eligibility. A column is called as expressions
// call it ("field.area"), and holds numbers and instants as 64 bits, yes/no as a truth, codes as the number of a word.
//
// Threads: any number may read while nobody adds or sets.  Ownership: values are copied.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/rule/check.h"
#include "core/rule/evaluate.h"

namespace shaoyin::rule {

// Three values in two bits, so that `and` and `or` of Kleene's logic are those of the bits.
enum class Truth : std::uint8_t { kNo = 0, kUnknown = 1, kYes = 3 };

using WordNumber = std::uint32_t;
inline constexpr WordNumber kNoWord = 0;  // not known

class Table {
 public:
  enum class Held { kNumber, kTruth, kWord };
  struct Column {
    std::string name;
    Type type;
    Held held = Held::kNumber;
    std::vector<std::int64_t> numbers;
    std::vector<Truth> known;      // beside numbers: kYes or kUnknown
    std::vector<Truth> truths;
    std::vector<WordNumber> words;
  };

  // Sealed text, lists and records are no columns. REQUIRES: names differ and each type is a number, an instant, yes/no or a code.
  explicit Table(std::vector<std::pair<std::string, Type>> columns);

  [[nodiscard]] std::size_t rows() const { return rows_; }
  [[nodiscard]] const std::vector<Column>& columns() const { return columns_; }
  [[nodiscard]] const Column* column(std::string_view name) const;

  // One value for each column, in their order; a value that is not of its column's kind is held as not known.
  void add(const std::vector<Value>& values);
  void set(std::size_t row, const std::vector<Value>& values);
  [[nodiscard]] Value at(std::size_t row, const Column& column) const;
  // kNoWord for a word that no row has.
  [[nodiscard]] WordNumber number_of(const std::string& word) const;

 private:
  WordNumber keep(const std::string& word);
  void put(Column& column, std::size_t row, const Value& value);

  std::vector<Column> columns_;
  std::vector<std::string> words_{""};
  std::unordered_map<std::string, WordNumber> numbers_of_;
  std::size_t rows_ = 0;
};

// The columns of a table as the names an expression may use.
class TableScope : public Scope {
 public:
  explicit TableScope(const Table& table) : table_(table) {}  // borrowed
  [[nodiscard]] std::optional<Type> name(const std::vector<std::string>& path) const override;
  [[nodiscard]] const Shape* shape(const std::string&) const override { return nullptr; }
  [[nodiscard]] const Signature* function(const std::string&) const override { return nullptr; }

 private:
  const Table& table_;
};

// One row as a world, for evaluate() and explain(). Names are told as they stand; who has better words overrides the labels.
class TableRow : public World {
 public:
  TableRow(const Table& table, std::size_t row) : table_(table), row_(row) {}  // borrowed
  [[nodiscard]] Value name(const std::vector<std::string>& path) const override;
  [[nodiscard]] std::vector<std::shared_ptr<const Row>> rows(const std::string&, bool) const override { return {}; }
  [[nodiscard]] Term call(const std::string&, const std::vector<Argument>&) const override { return {}; }
  [[nodiscard]] Words label_name(const std::vector<std::string>& path) const override;
  [[nodiscard]] Words label_column(const std::string&, const std::string& column) const override { return {column, column}; }
  [[nodiscard]] Words label_record(const std::string& record) const override { return {record, record}; }
  [[nodiscard]] Words label_value(const Value& value, const Type& type) const override;
  [[nodiscard]] Words label_call(const std::string& function, const std::vector<Argument>&) const override { return {function, function}; }

 private:
  const Table& table_;
  std::size_t row_;
};

}  // namespace shaoyin::rule
