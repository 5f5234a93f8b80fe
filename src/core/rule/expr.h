// The expression language of procedures: small, typed, total, three-valued.
//
//   expr    := and ("or" and)*
//   and     := not ("and" not)*
//   not     := "not" not | compare
//   compare := sum (("==" | "!=" | "<" | "<=" | ">" | ">=" | "in" | "not in") sum)?
//   sum     := term (("+" | "-") term)*
//   term    := number | 'text' | "true" | "false" | "[" expr,* "]" | "(" expr ")" | name | call
//   name    := word ("." word)*
//   call    := name "(" arguments ")" ("." word)?
//   quantifier := ("all"|"any"|"all_or_none"|"count"|"sum"|"min"|"max") "(" record ["of_all_rounds"] ["," expr ["," expr]] ")"
//   The second expression of sum, min and max says which records are measured: sum(item, item.cost, item.step == 'done').
//
// Inside a quantifier the record's type is the name of the one at hand: all(call, call.step == 'reported_in').
// There are no loops, no assignment and no way to look at the clock: what depends on time is a clock.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/value.h"

namespace shaoyin::rule {

inline constexpr std::size_t kExprLengthMax = 2000;  // a longer condition should be two actions
inline constexpr int kExprDepthMax = 40;             // keeps recursion bounded for hostile files

inline constexpr int kQuantifiersNestedMax = 3;      // sixty records each: more would take longer than a person waits

// What a value means. Steps, choices, parties … are all short codes at run time; the type keeps them apart.
struct Type {
  enum class Kind { kYesNo, kNumber, kText, kInstant, kParty, kPerson, kPlace, kCategory, kChoice, kStep, kMatter, kSealed, kList, kRow };
  Kind kind = Kind::kText;
  std::vector<std::string> options{};   // kChoice, kStep: the closed set
  std::shared_ptr<const Type> of{};     // kList
  std::string row{};                    // kRow: name of the record type, or "deed"; kText: the register whose code it is, if any

  [[nodiscard]] bool is_code() const;   // held as text at run time
  [[nodiscard]] std::string name() const;
  [[nodiscard]] Words words() const;  // the same for people  // for messages: "party", "list of step"
};

[[nodiscard]] Type list_of(Type item);

struct Node;
using Expr = std::shared_ptr<Node>;

struct Node {
  enum class Kind { kLiteral, kList, kName, kMember, kCall, kQuantifier, kNot, kAnd, kOr, kCompare, kAdd };
  Kind kind = Kind::kLiteral;
  std::string word;               // operator, function, quantifier or member name
  std::vector<std::string> path;  // kName
  std::string record;             // kQuantifier
  bool of_all_rounds = false;     // kQuantifier
  std::vector<Expr> kids;
  Value literal;
  Type type;                      // set by check()
  int at = 0;                     // offset in the source, for messages
};

// A parsed expression and the text it came from; `root` is null for "not given".
struct Condition {
  std::string source;
  Expr root;
  explicit operator bool() const { return root != nullptr; }
};

// Error kMalformed: detail says what was expected and at which character.
[[nodiscard]] Result<Condition> parse(std::string_view source);

}  // namespace shaoyin::rule
