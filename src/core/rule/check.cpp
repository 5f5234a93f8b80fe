#include "core/rule/check.h"

#include <fmt/format.h>

#include <algorithm>

namespace shaoyin::rule {
namespace {

using Kind = Type::Kind;

std::string join(const std::vector<std::string>& words, const char* between) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : between) + word;
  return out;
}

class Checker {
 public:
  Checker(const Scope& scope, std::vector<std::string> bound) : scope_(scope), bound_(std::move(bound)) {}

  Result<Type> run(Node& node) {
    Result<Type> type = visit(node);
    if (type) node.type = *type;
    return type;
  }

 private:
  static Error wrong(const Node& node, const Words& what) {
    const Words said{fmt::format("{}（第 {} 个字符）", what.zh, node.at + 1), fmt::format("{} (character {})", what.en, node.at + 1)};
    return fault(ErrorCode::kMalformed, {}, said.en, said);
  }

  // One pattern in each language, filled with the same names and with types in the words of each.
  template <class... Parts>
  static Words both(const char* zh, const char* en, const Parts&... parts) {
    return {fmt::format(fmt::runtime(zh), in(parts, Language::kZh)...), fmt::format(fmt::runtime(en), in(parts, Language::kEn)...)};
  }
  static std::string in(const Type& type, Language language) { return type.words().in(language); }
  static std::string in(const std::string& name, Language) { return name; }
  static std::string in(std::size_t count, Language) { return std::to_string(count); }

  Result<Type> visit(Node& node) {
    switch (node.kind) {
      case Node::Kind::kLiteral: return node.type;
      case Node::Kind::kList: return list(node);
      case Node::Kind::kName: return name(node);
      case Node::Kind::kMember: return member(node);
      case Node::Kind::kCall: return call(node);
      case Node::Kind::kQuantifier: return quantifier(node);
      case Node::Kind::kNot: case Node::Kind::kAnd: case Node::Kind::kOr: return logic(node);
      case Node::Kind::kCompare: return compare(node);
      case Node::Kind::kAdd: return add(node);
    }
    return wrong(node, {"应为表达式", "an expression"});
  }

  Result<Type> logic(Node& node) {
    for (const Expr& kid : node.kids) {
      const auto type = run(*kid);
      if (!type) return type;
      if (type->kind != Kind::kYesNo) return wrong(*kid, both("“{}”需要是否值，此处是{}", "'{}' needs yes/no, found {}", node.word, *type));
    }
    return Type{Kind::kYesNo};
  }

  Result<Type> list(Node& node) {
    Type item{Kind::kText};
    bool first = true;
    for (const Expr& kid : node.kids) {
      const auto type = run(*kid);
      if (!type) return type;
      if (!first && type->kind != item.kind) return wrong(*kid, both("{}的列表不能含{}", "a list of {} cannot hold {}", item, *type));
      item = *type;
      first = false;
    }
    return list_of(item);
  }

  Result<Type> name(Node& node) {
    const std::string& head = node.path.front();
    if (std::find(bound_.begin(), bound_.end(), head) != bound_.end()) {
      if (node.path.size() == 1) return Type{Kind::kRow, {}, {}, head};
      if (node.path.size() > 2) return wrong(node, both("“{}”没有下级内容", "'{}' has no parts of its own", node.path[1]));
      return column(node, head, node.path[1]);
    }
    if (const auto type = scope_.name(node.path)) return *type;
    return wrong(node, both("“{}”不是字段、记录、已声明的事实、owner、opener、actor 或 child", "'{}' is no field, record, declared fact, owner, opener, actor or child", join(node.path, ".")));
  }

  Result<Type> column(const Node& node, const std::string& row, const std::string& member) {
    const Shape* shape = scope_.shape(row);
    if (shape) {
      const auto found = shape->find(member);
      if (found != shape->end()) return found->second;
    }
    return wrong(node, both("“{}”没有“{}”", "{} has no '{}'", row, member));
  }

  Result<Type> member(Node& node) {
    const auto inner = run(*node.kids[0]);
    if (!inner) return inner;
    if (inner->kind != Kind::kRow) return wrong(node, both("{}没有“{}”", "{} has no '{}'", *inner, node.word));
    return column(node, inner->row, node.word);
  }

  Result<Type> call(Node& node) {
    if (node.word == "known") {
      if (node.kids.size() != 1) return wrong(node, {"known() 只取一个值", "known() takes one value"});
      const auto inner = run(*node.kids[0]);
      if (!inner) return inner;
      return Type{Kind::kYesNo};
    }
    const Signature* signature = scope_.function(node.word);
    if (!signature) return wrong(node, both("没有函数“{}”", "there is no function '{}'", node.word));
    const auto& wanted = signature->parameters;
    if (node.kids.size() > wanted.size()) return wrong(node, both("{}() 需要 {} 个参数", "{}() takes {} arguments", node.word, wanted.size()));
    Type result = signature->result;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      if (i >= node.kids.size()) {
        if (wanted[i].optional) break;
        return wrong(node, both("{}() 需要 {} 个参数", "{}() takes {} arguments", node.word, wanted.size()));
      }
      Node& kid = *node.kids[i];
      if (wanted[i].kind != Parameter::Kind::kValue) {
        const bool plain = kid.kind == Node::Kind::kName && kid.path.size() == 1 && is_record(kid.path[0]);
        if (!plain) return wrong(kid, both("{}() 在此处需要记录类型", "{}() needs a record type here", node.word));
        kid.type = Type{Kind::kRow, {}, {}, kid.path[0]};
        if (result.kind == Kind::kRow && result.row.empty()) result.row = kid.path[0];
        continue;
      }
      const auto type = run(kid);
      if (!type) return type;
      if (!can_compare(*type, wanted[i].type)) {
        return wrong(kid, both("{}() 需要{}，此处是{}", "{}() needs {}, found {}", node.word, wanted[i].type, *type));
      }
    }
    return result;
  }

  Result<Type> quantifier(Node& node) {
    if (!is_record(node.record)) return wrong(node, both("没有记录类型“{}”", "there is no record type '{}'", node.record));
    if (nested_ == kQuantifiersNestedMax) return wrong(node, both("量词最多嵌套 {} 层", "at most {} quantifiers in one another", static_cast<std::size_t>(kQuantifiersNestedMax)));
    Type body{Kind::kYesNo}, which{Kind::kYesNo};
    for (std::size_t i = 0; i < node.kids.size(); ++i) {
      bound_.push_back(node.record);
      ++nested_;
      const auto type = run(*node.kids[i]);
      --nested_;
      bound_.pop_back();
      if (!type) return type;
      (i == 0 ? body : which) = *type;
    }
    const bool measures = node.word == "sum" || node.word == "min" || node.word == "max";
    if (measures) {
      const bool fits = body.kind == Kind::kNumber || (node.word != "sum" && body.kind == Kind::kInstant);
      if (node.kids.empty() || !fits) return wrong(node, both("{}() 需要一个可量的数字", "{}() needs a number to measure", node.word));
      if (which.kind != Kind::kYesNo) return wrong(*node.kids[1], both("{}() 需要条件，此处是{}", "{}() needs a condition, found {}", node.word, which));
      return body;
    }
    if (node.kids.size() > 1) return wrong(node, both("{}() 只取一个条件", "{}() takes one condition", node.word));
    if (body.kind != Kind::kYesNo) return wrong(node, both("{}() 需要条件，此处是{}", "{}() needs a condition, found {}", node.word, body));
    if (node.word == "count") return Type{Kind::kNumber};
    if (node.kids.empty() && node.word != "any") return wrong(node, both("{}() 需要条件", "{}() needs a condition", node.word));
    return Type{Kind::kYesNo};
  }

  // "deed" has columns, but deeds are asked for one by one: performed(), did().
  bool is_record(const std::string& name) const { return name != "deed" && scope_.shape(name); }

  // What is sealed differs by its key even where the words are the same.
  static bool can_compare(const Type& a, const Type& b) {
    if (a.kind == b.kind) return a.kind != Kind::kRow && a.kind != Kind::kSealed;
    return (a.kind == Kind::kText && b.is_code()) || (b.kind == Kind::kText && a.is_code());
  }

  // A literal compared with a step or choice must be one of its set: the commonest slip in a procedure file.
  Result<Type> literal_fits(const Node& literal, const Type& other) {
    if (literal.kind != Node::Kind::kLiteral || (other.kind != Kind::kStep && other.kind != Kind::kChoice)) return Type{Kind::kYesNo};
    if (std::find(other.options.begin(), other.options.end(), literal.literal.as_text()) != other.options.end()) return Type{Kind::kYesNo};
    return wrong(literal, both("“{}”不在可选范围内：{}", "'{}' is not one of {}", literal.literal.as_text(), join(other.options, ", ")));
  }

  Result<Type> compare(Node& node) {
    Node& left = *node.kids[0];
    Node& right = *node.kids[1];
    const auto a = run(left);
    if (!a) return a;
    const auto b = run(right);
    if (!b) return b;
    if (node.word == "in" || node.word == "not in") {
      if (b->kind != Kind::kList) return wrong(right, both("“{}”需要列表，此处是{}", "'{}' needs a list, found {}", node.word, *b));
      if (!can_compare(*a, *b->of)) return wrong(right, both("{}不能在{}之中", "{} cannot be in a {}", *a, *b));
      for (const Expr& item : right.kids) {
        const auto fits = literal_fits(*item, *a);
        if (!fits) return fits;
      }
      return Type{Kind::kYesNo};
    }
    if (!can_compare(*a, *b)) return wrong(node, both("{}不能与{}比较", "{} cannot be compared with {}", *a, *b));
    const bool orders = node.word != "==" && node.word != "!=";
    if (orders && a->kind != Kind::kNumber && a->kind != Kind::kInstant) {
      return wrong(node, both("{}没有大小先后", "{} has no order", *a));
    }
    if (const auto fits = literal_fits(right, *a); !fits) return fits;
    return literal_fits(left, *b);
  }

  Result<Type> add(Node& node) {
    for (const Expr& kid : node.kids) {
      const auto type = run(*kid);
      if (!type) return type;
      if (type->kind != Kind::kNumber) return wrong(*kid, both("“{}”需要数字，此处是{}", "'{}' needs numbers, found {}", node.word, *type));
    }
    return Type{Kind::kNumber};
  }

  const Scope& scope_;
  std::vector<std::string> bound_;
  int nested_ = 0;
};

}  // namespace

Result<Type> check(const Condition& condition, const Scope& scope, const std::vector<std::string>& bound) {
  if (!condition.root) return fault(ErrorCode::kMalformed, {}, "no expression", {"没有表达式", "no expression"});
  return Checker(scope, bound).run(*condition.root);
}

}  // namespace shaoyin::rule
