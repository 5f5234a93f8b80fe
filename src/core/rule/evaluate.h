// Evaluates a checked expression and tells, in both languages, why it came out as it did.
//
// Three-valued: `nothing` is "not known". and/or follow Kleene; a comparison with something unknown is unknown;
// all(x, …) over nothing is *no* ("there is none yet"), all_or_none over nothing is yes.
// Pure and total on checked expressions; threads: any.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/base/words.h"
#include "core/rule/expr.h"

namespace shaoyin::rule {

// A record at hand, or anything with named columns (a deed).
class Row {
 public:
  virtual ~Row() = default;
  [[nodiscard]] virtual Value column(const std::string& name) const = 0;
  [[nodiscard]] virtual Words label() const = 0;  // how people call it: "#2 (供水公司)"
};

struct Term {
  Value value{};
  std::shared_ptr<const Row> row{};
};

// What an argument of a function is: a value, the record at hand, or a record type's name.
struct Argument {
  Term term;
  std::string record;
};

// What an expression can see of the world: gathered before, looked up never.
class World {
 public:
  virtual ~World() = default;
  [[nodiscard]] virtual Value name(const std::vector<std::string>& path) const = 0;
  [[nodiscard]] virtual std::vector<std::shared_ptr<const Row>> rows(const std::string& record, bool of_all_rounds) const = 0;
  [[nodiscard]] virtual Term call(const std::string& function, const std::vector<Argument>& arguments) const = 0;

  // Words for explanations.
  [[nodiscard]] virtual Words label_name(const std::vector<std::string>& path) const = 0;
  [[nodiscard]] virtual Words label_column(const std::string& record, const std::string& column) const = 0;
  [[nodiscard]] virtual Words label_record(const std::string& record) const = 0;
  [[nodiscard]] virtual Words label_value(const Value& value, const Type& type) const = 0;
  [[nodiscard]] virtual Words label_call(const std::string& function, const std::vector<Argument>& arguments) const = 0;
};

using Bound = std::vector<std::pair<std::string, std::shared_ptr<const Row>>>;  // record type -> the one at hand

[[nodiscard]] Value evaluate(const Condition& condition, const World& world, const Bound& bound = {});

// The value, and one sentence of why: for a refusal what is missing, for a yes what made it so.
struct Explained {
  Value value;
  Words why;
};
[[nodiscard]] Explained explain(const Condition& condition, const World& world, const Bound& bound = {});

}  // namespace shaoyin::rule
