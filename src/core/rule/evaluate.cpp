#include "core/rule/evaluate.h"

#include "core/base/ensure.h"

namespace shaoyin::rule {
namespace {

class Evaluator {
 public:
  Evaluator(const World& world, const Bound& bound) : world_(world), bound_(bound) {}

  Term term(const Node& node) {
    switch (node.kind) {
      case Node::Kind::kLiteral: return {node.literal};
      case Node::Kind::kList: return {list(node)};
      case Node::Kind::kName: return name(node);
      case Node::Kind::kMember: return member(node);
      case Node::Kind::kCall: return call(node);
      case Node::Kind::kQuantifier: return {quantifier(node)};
      case Node::Kind::kNot: return {negate(value(*node.kids[0]))};
      case Node::Kind::kAnd: return {all_of(node, false)};
      case Node::Kind::kOr: return {all_of(node, true)};
      case Node::Kind::kCompare: return {compare(node.word, value(*node.kids[0]), value(*node.kids[1]))};
      case Node::Kind::kAdd: return {add(node)};
    }
    return {};
  }

  Value value(const Node& node) { return term(node).value; }

  static Value negate(const Value& inner) { return inner.known() ? Value::yes_no(inner.is_no()) : Value::nothing(); }

  static Value compare(const std::string& op, const Value& a, const Value& b) {
    if (!a.known() || !b.known()) return Value::nothing();
    if (op == "in" || op == "not in") {
      bool found = false;
      for (const Value& item : b.items()) found = found || item == a;
      return Value::yes_no(found == (op == "in"));
    }
    if (op == "==") return Value::yes_no(a == b);
    if (op == "!=") return Value::yes_no(a != b);
    const auto x = a.as_number(), y = b.as_number();
    if (op == "<") return Value::yes_no(x < y);
    if (op == "<=") return Value::yes_no(x <= y);
    if (op == ">") return Value::yes_no(x > y);
    return Value::yes_no(x >= y);
  }

  const World& world() const { return world_; }
  Bound& bound() { return bound_; }

  Argument argument(const Node& kid) {
    if (kid.kind == Node::Kind::kName && kid.type.kind == Type::Kind::kRow) {
      Argument made{{}, kid.path[0]};
      made.term.row = at_hand(kid.path[0]);
      return made;
    }
    return {term(kid), {}};
  }

 private:
  std::shared_ptr<const Row> at_hand(const std::string& record) const {
    for (auto it = bound_.rbegin(); it != bound_.rend(); ++it) {
      if (it->first == record) return it->second;
    }
    return nullptr;
  }

  Value list(const Node& node) {
    std::vector<Value> items;
    for (const Expr& kid : node.kids) items.push_back(value(*kid));
    return Value::list(std::move(items));
  }

  Term name(const Node& node) {
    if (const auto row = at_hand(node.path.front())) {
      return node.path.size() == 1 ? Term{{}, row} : Term{row->column(node.path[1])};
    }
    return {world_.name(node.path)};
  }

  Term member(const Node& node) {
    const Term inner = term(*node.kids[0]);
    return {inner.row ? inner.row->column(node.word) : Value::nothing()};
  }

  Term call(const Node& node) {
    if (node.word == "known") {
      const Term asked = term(*node.kids[0]);
      return {Value::yes_no(asked.row || asked.value.known())};
    }
    std::vector<Argument> arguments;
    for (const Expr& kid : node.kids) arguments.push_back(argument(*kid));
    return world_.call(node.word, arguments);
  }

  // and: a single no decides; or: a single yes decides; else unknown if anything is.
  Value all_of(const Node& node, bool deciding) {
    bool unknown = false;
    for (const Expr& kid : node.kids) {
      const Value v = value(*kid);
      if (!v.known()) { unknown = true; }
      else if (v.is_yes() == deciding) { return Value::yes_no(deciding); }
    }
    return unknown ? Value::nothing() : Value::yes_no(!deciding);
  }

  Value add(const Node& node) {
    const Value a = value(*node.kids[0]), b = value(*node.kids[1]);
    if (!a.known() || !b.known()) return Value::nothing();
    return node.word == "+" ? sum_of(a, b) : difference_of(a, b);
  }

  // What no number can hold is not known.
  static Value sum_of(const Value& a, const Value& b) {
    std::int64_t out = 0;
    return __builtin_add_overflow(a.as_number(), b.as_number(), &out) ? Value::nothing() : Value::number(out);
  }
  static Value difference_of(const Value& a, const Value& b) {
    std::int64_t out = 0;
    return __builtin_sub_overflow(a.as_number(), b.as_number(), &out) ? Value::nothing() : Value::number(out);
  }

  Value quantifier(const Node& node) {
    const auto rows = world_.rows(node.record, node.of_all_rounds);
    std::int64_t yes = 0, unknown = 0;
    Value measured;
    for (const auto& row : rows) {
      bound_.emplace_back(node.record, row);
      const Value which = node.kids.size() < 2 ? Value::yes_no(true) : value(*node.kids[1]);
      const Value v = which.is_no() ? Value::nothing() : node.kids.empty() ? Value::yes_no(true) : value(*node.kids[0]);
      bound_.pop_back();
      if (which.is_no()) continue;
      if (!which.known()) { ++unknown; continue; }
      if (!v.known()) { ++unknown; continue; }
      if (v.is_yes()) ++yes;
      measured = measure(node.word, measured, v);
      if (!measured.known()) ++unknown;
    }
    const auto n = static_cast<std::int64_t>(rows.size());
    if (node.word == "count") return unknown ? Value::nothing() : Value::number(yes);
    if (node.word == "any") return yes ? Value::yes_no(true) : unknown ? Value::nothing() : Value::yes_no(false);
    if (node.word == "all" || node.word == "all_or_none") {
      if (n == 0) return Value::yes_no(node.word == "all_or_none");
      if (yes + unknown < n) return Value::yes_no(false);
      return unknown ? Value::nothing() : Value::yes_no(true);
    }
    if (unknown) return Value::nothing();
    return node.word == "sum" && !measured.known() ? Value::number(0) : measured;
  }

  static Value measure(const std::string& how, const Value& so_far, const Value& next) {
    if (!so_far.known()) return next;
    if (how == "sum") return sum_of(so_far, next);
    const bool smaller = next.as_number() < so_far.as_number();
    return (how == "min") == smaller ? next : so_far;
  }

  const World& world_;
  Bound bound_;
};

Words join(const std::vector<Words>& parts, const char* zh, const char* en) {
  Words out;
  for (const Words& part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) { out.zh += zh; out.en += en; }
    out.zh += part.zh;
    out.en += part.en;
  }
  return out;
}

// Tells why a yes/no node came out as it did.
class Teller {
 public:
  explicit Teller(Evaluator& evaluator) : eval_(evaluator), world_(evaluator.world()) {}

  // `turned`: the node stands under a `not`, so its being yes is what stands in the way.
  Words why(const Node& node, bool turned = false) {
    switch (node.kind) {
      case Node::Kind::kAnd: return why_and(node, turned);
      case Node::Kind::kOr: return why_or(node, turned);
      case Node::Kind::kNot: return why(*node.kids[0], !turned);
      case Node::Kind::kCompare: return why_compare(node, turned);
      case Node::Kind::kQuantifier: return why_quantifier(node, turned);
      default: return why_plain(node);
    }
  }

 private:
  std::vector<Words> those_like(const Node& node, bool turned) {
    const bool yes = eval_.value(node).is_yes();
    std::vector<Words> parts;
    for (const Expr& kid : node.kids) {
      if (eval_.value(*kid).is_yes() == yes) parts.push_back(why(*kid, turned));
    }
    return parts;
  }

  Words why_and(const Node& node, bool turned) { return join(those_like(node, turned), "；", "; "); }

  Words why_or(const Node& node, bool turned) {
    const std::vector<Words> parts = those_like(node, turned);
    return eval_.value(node).is_yes() && !turned ? parts.front() : join(parts, "，并且", ", and ");
  }

  static std::string opposite(const std::string& op) {
    static constexpr const char* kPairs[][2] = {{"==", "!="}, {"in", "not in"}, {"<", ">="}, {">", "<="}};
    for (const auto& pair : kPairs) {
      if (op == pair[0]) return pair[1];
      if (op == pair[1]) return pair[0];
    }
    return op;
  }

  Words why_compare(const Node& node, bool turned) {
    const Node& left = *node.kids[0];
    const Node& right = *node.kids[1];
    const Value a = eval_.value(left), b = eval_.value(right);
    const Words l = label(left), r = said(right, b, left.type);
    if (!a.known()) return {"还不知道" + l.zh, l.en + " is not known yet"};
    if (!b.known()) { const Words rl = label(right); return {"还不知道" + rl.zh, rl.en + " is not known yet"}; }
    const Words v = said(left, a, left.type);
    if (eval_.value(node).is_yes() != turned) {
      return left.kind == Node::Kind::kLiteral ? r : Words{l.zh + "为" + v.zh, l.en + " is " + v.en};
    }
    struct Form { const char* op; const char* zh; const char* en; };
    static constexpr Form kForms[] = {{"==", "应为", "must be "}, {"!=", "不得为", "must not be "},
        {"in", "应为下列之一：", "must be one of "}, {"not in", "不得为下列之一：", "must not be one of "},
        {"<", "应小于", "must be less than "}, {"<=", "不得大于", "must be at most "},
        {">", "应大于", "must be more than "}, {">=", "不得小于", "must be at least "}};
    const std::string op = turned ? opposite(node.word) : node.word;
    for (const Form& form : kForms) {
      if (op == form.op) return {l.zh + form.zh + r.zh + "，现为" + v.zh, l.en + " " + form.en + r.en + "; it is " + v.en};
    }
    return {};
  }

  // The records that stand in the way: those that lack it, or under a `not` those that have it.
  Words why_quantifier(const Node& node, bool turned) {
    const auto rows = world_.rows(node.record, node.of_all_rounds);
    const Words record = world_.label_record(node.record);
    if (rows.empty()) return {"还没有" + record.zh, "there is no " + record.en + " yet"};
    const bool in_the_way = eval_.value(node).is_yes() == turned;
    std::vector<Words> named;
    std::size_t yes = 0;
    for (const auto& row : rows) {
      eval_.bound().emplace_back(node.record, row);
      const bool holds = node.kids.empty() || eval_.value(*node.kids[0]).is_yes();
      yes += holds ? 1 : 0;
      if (in_the_way && holds == turned && !node.kids.empty()) {
        const Words l = row->label(), w = why(*node.kids[0]);
        named.push_back({l.zh + "：" + w.zh, l.en + ": " + w.en});
      }
      eval_.bound().pop_back();
    }
    const std::string k = std::to_string(yes), n = std::to_string(rows.size());
    Words out{n + "个" + record.zh + "中" + k + "个符合", k + " of " + n + " (" + record.en + ") qualify"};
    if (!named.empty()) {
      const Words list = join(named, "；", "; ");
      out.zh += (turned ? "；不应有：" : "；还差：") + list.zh;
      out.en += (turned ? "; there should be none: " : "; not yet: ") + list.en;
    }
    return out;
  }

  Words why_plain(const Node& node) {
    const Value v = eval_.value(node);
    const Words l = label(node);
    if (!v.known()) return {"还不知道" + l.zh, l.en + " is not known yet"};
    return v.is_yes() ? l : Words{"不符合：" + l.zh, "does not hold: " + l.en};
  }

  Words label(const Node& node) {
    switch (node.kind) {
      case Node::Kind::kName:
        if (node.path.size() == 2) {
          for (const auto& [record, row] : eval_.bound()) {
            if (record == node.path[0]) return world_.label_column(record, node.path[1]);
          }
        }
        return world_.label_name(node.path);
      case Node::Kind::kMember: {
        const Words inner = label(*node.kids[0]);
        const Words column = world_.label_column(node.kids[0]->type.row, node.word);
        return {inner.zh + "的" + column.zh, column.en + " of " + inner.en};
      }
      case Node::Kind::kCall: {
        if (node.word == "known") { const Words l = label(*node.kids[0]); return {"已知" + l.zh, l.en + " is known"}; }
        std::vector<Argument> arguments;
        for (const Expr& kid : node.kids) arguments.push_back(eval_.argument(*kid));
        return world_.label_call(node.word, arguments);
      }
      case Node::Kind::kQuantifier: {
        const Words record = world_.label_record(node.record);
        if (node.word == "sum") return {record.zh + "的合计", "the sum over " + record.en};
        return node.word == "count" ? Words{record.zh + "的个数", "the number of " + record.en} : record;
      }
      default: return said(node, eval_.value(node), node.type);
    }
  }

  // The value of `node` in words; `like` gives the type that a bare literal stands for.
  Words said(const Node& node, const Value& value, const Type& like) {
    const Type& type = node.type.kind == Type::Kind::kText ? like : node.type;
    if (value.kind() == Value::Kind::kList) {
      std::vector<Words> parts;
      for (const Value& item : value.items()) parts.push_back(world_.label_value(item, like.kind == Type::Kind::kList ? *like.of : like));
      return join(parts, "、", ", ");
    }
    return world_.label_value(value, type);
  }

  Evaluator& eval_;
  const World& world_;
};

}  // namespace

Value evaluate(const Condition& condition, const World& world, const Bound& bound) {
  ensure(condition.root != nullptr, "evaluate without an expression");
  return Evaluator(world, bound).value(*condition.root);
}

Explained explain(const Condition& condition, const World& world, const Bound& bound) {
  ensure(condition.root != nullptr, "explain without an expression");
  Evaluator evaluator(world, bound);
  const Value value = evaluator.value(*condition.root);
  return {value, Teller(evaluator).why(*condition.root)};
}

}  // namespace shaoyin::rule
