// Types an expression against the names it may use. A condition that passes can be evaluated on any matter
// without error: every name exists, every comparison is between things that can be compared.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/rule/expr.h"

namespace shaoyin::rule {

// The columns a record (or another row-like thing) has.
using Shape = std::map<std::string, Type>;

struct Parameter {
  enum class Kind { kValue, kRecord, kAnyRow } kind = Kind::kValue;  // a value, the name of a record type, or that or the record at hand
  Type type{};                 // kValue
  bool optional = false;
};

struct Signature {
  std::vector<Parameter> parameters;
  Type result;
};

// The names an expression may use; implemented by the procedure it belongs to.
class Scope {
 public:
  virtual ~Scope() = default;
  [[nodiscard]] virtual std::optional<Type> name(const std::vector<std::string>& path) const = 0;
  [[nodiscard]] virtual const Shape* shape(const std::string& row) const = 0;  // record types and "deed"
  [[nodiscard]] virtual const Signature* function(const std::string& name) const = 0;
};

// Sets the types of all nodes and returns the type of the whole. `bound` names the record types at hand.
// Error kMalformed: detail says which name or comparison, and what would be right.
[[nodiscard]] Result<Type> check(const Condition& condition, const Scope& scope,
                                 const std::vector<std::string>& bound = {});

}  // namespace shaoyin::rule
