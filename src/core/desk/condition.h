// A condition over the columns of a view, read, checked and made ready to be judged: every name is a column or a moment, every text a
// code, and moments have become instants.
// Pure.  Threads: any; a ready condition belongs to whoever made it.
#pragma once

#include <string>

#include "core/desk/column.h"
#include "core/desk/times.h"
#include "core/rule/check.h"

namespace shaoyin::desk {

// Names of an asking matter beside the columns ("mine.field.household"), their types and, when it is to be judged, their values.
struct Mine {
  std::vector<std::string> names;
  std::vector<rule::Type> types;
  std::vector<Value> values{};  // as many, or none
};

// The columns and moments as names of the expression language.
class ColumnScope : public rule::Scope {
 public:
  explicit ColumnScope(const Columns& columns, const Mine* mine = nullptr) : columns_(columns), mine_(mine) {}  // borrowed
  [[nodiscard]] std::optional<rule::Type> name(const std::vector<std::string>& path) const override;
  [[nodiscard]] const rule::Shape* shape(const std::string&) const override { return nullptr; }
  [[nodiscard]] const rule::Signature* function(const std::string& name) const override;

 private:
  const Columns& columns_;
  const Mine* mine_;
};

// What is asked of rows. Errors, with `said`; `field` is left to the caller:
//   kNotAChoice      a name that is no column; detail lists those there are
//   kTooLong         longer than the language allows (rule::kExprLengthMax)
//   kImpossibleTime  a date that no calendar has
//   kMalformed       everything else: not readable, compares what cannot be compared, asks for records or functions, or holds a
//                    text that is no code
[[nodiscard]] Result<rule::Condition> ready(const std::string& source, const Columns& columns, const Times& times, const Mine* mine = nullptr);

// "(a) and b"; one of them may be empty.
[[nodiscard]] std::string both(const std::string& a, const std::string& b);

}  // namespace shaoyin::desk
