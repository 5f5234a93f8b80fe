#include "core/rule/sieve.h"

#include <algorithm>
#include <array>
#include <map>

#include "core/base/ensure.h"

namespace shaoyin::rule {

// One node of the expression, with its column and literal looked up.
struct Sieve::Step {
  enum class Op { kColumn, kLiteral, kNot, kAnd, kOr, kKnown, kEqual, kUnequal, kLess, kLessEqual, kIn, kPlus, kMinus, kTimes } op = Op::kColumn;
  Table::Held held = Table::Held::kTruth;  // what it gives
  std::size_t column = 0;                  // kColumn; of a literal word: which of the condition's words it is
  Value literal;
  std::vector<std::shared_ptr<const Step>> kids;
};

namespace {

using Step = Sieve::Step;
using Op = Step::Op;
using Held = Table::Held;
using StepPtr = std::shared_ptr<const Step>;

constexpr std::size_t kBlock = 2048;  // rows at a time: what a step works on stays in the first caches

std::uint8_t bits(Truth truth) { return static_cast<std::uint8_t>(truth); }
Truth of(bool yes) { return yes ? Truth::kYes : Truth::kNo; }

class Maker {
 public:
  explicit Maker(const Table& table) : table_(table) {}

  Result<StepPtr> make(const Node& node) {
    switch (node.kind) {
      case Node::Kind::kName: return column(node);
      case Node::Kind::kLiteral: return literal(node);
      case Node::Kind::kNot: return joined(Op::kNot, Held::kTruth, node);
      case Node::Kind::kAnd: return joined(Op::kAnd, Held::kTruth, node);
      case Node::Kind::kOr: return joined(Op::kOr, Held::kTruth, node);
      case Node::Kind::kAdd: return joined(node.word == "+" ? Op::kPlus : node.word == "-" ? Op::kMinus : Op::kTimes, Held::kNumber, node);
      case Node::Kind::kCompare: return compare(node);
      case Node::Kind::kCall: if (node.word == "known") return joined(Op::kKnown, Held::kTruth, node); break;
      case Node::Kind::kList: case Node::Kind::kMember: case Node::Kind::kQuantifier: break;
    }
    return fault(ErrorCode::kMalformed, {}, node.word.empty() ? node.record : node.word,
                 {"视图条件只能用列，不能用记录和函数", "A condition over columns cannot ask for records or functions"});
  }

 private:
  Result<StepPtr> column(const Node& node) {
    std::string name;
    for (const std::string& part : node.path) name += (name.empty() ? "" : ".") + part;
    const Table::Column* found = table_.column(name);
    ensure(found != nullptr, "a checked condition names columns of the table");
    auto step = std::make_shared<Step>();
    step->held = found->held;
    step->column = static_cast<std::size_t>(found - table_.columns().data());
    return StepPtr(step);
  }

  Result<StepPtr> literal(const Node& node) {
    auto step = std::make_shared<Step>();
    step->op = Op::kLiteral;
    step->column = ordinals_.emplace(node.literal.as_text(), ordinals_.size()).first->second;
    step->literal = node.literal;
    const Value::Kind kind = node.literal.kind();
    step->held = kind == Value::Kind::kYesNo ? Held::kTruth : kind == Value::Kind::kText ? Held::kWord : Held::kNumber;
    return StepPtr(step);
  }

  Result<StepPtr> joined(Op op, Held held, const Node& node) {
    auto step = std::make_shared<Step>();
    step->op = op;
    step->held = held;
    for (const Expr& kid : node.kids) {
      auto made = make(*kid);
      if (!made) return made;
      step->kids.push_back(*made);
    }
    return StepPtr(step);
  }

  // "x in [a, b]" keeps x and the items as its kids; > and >= are < and <= the other way round.
  Result<StepPtr> compare(const Node& node) {
    const bool among = node.word == "in" || node.word == "not in";
    if (!among) {
      const bool turned = node.word == ">" || node.word == ">=";
      const Op op = node.word == "==" ? Op::kEqual : node.word == "!=" ? Op::kUnequal : node.word == "<" || node.word == ">" ? Op::kLess : Op::kLessEqual;
      auto step = joined(op, Held::kTruth, node);
      if (!step || !turned) return step;
      auto made = std::make_shared<Step>(**step);
      std::swap(made->kids[0], made->kids[1]);
      return StepPtr(made);
    }
    const Node& list = *node.kids[1];
    if (list.kind != Node::Kind::kList) return make(list);  // refused there
    Node flat = list;
    flat.kids.insert(flat.kids.begin(), node.kids[0]);
    auto step = joined(Op::kIn, Held::kTruth, flat);
    if (!step || node.word == "in") return step;
    auto negated = std::make_shared<Step>();
    negated->op = Op::kNot;
    negated->kids.push_back(*step);
    return StepPtr(negated);
  }

  const Table& table_;
  std::map<std::string, std::size_t> ordinals_;  // of the words in the condition
};

// What a step works with while it judges one block. A step's own result stands in the scratch of its depth.
struct Scratch {
  std::array<std::int64_t, kBlock> numbers;
  std::array<Truth, kBlock> known;
  std::array<Truth, kBlock> truths;
  std::array<WordNumber, kBlock> words;
};

struct Numbers { const std::int64_t* value; const Truth* known; };

class Judge {
 public:
  explicit Judge(const Table& table) : table_(table) {}

  void at(std::size_t from, std::size_t count) { from_ = from, count_ = count; }

  const Truth* truths(const Step& step, std::size_t depth = 0) {
    if (step.op == Op::kColumn) return table_.columns()[step.column].truths.data() + from_;
    Truth* out = scratch(depth).truths.data();
    switch (step.op) {
      case Op::kLiteral: std::fill_n(out, count_, of(step.literal.is_yes())); break;
      case Op::kNot: invert(truths(*step.kids[0], depth), out); break;
      case Op::kAnd: case Op::kOr: fold(step, depth, out); break;
      case Op::kKnown: known(*step.kids[0], depth, out); break;
      case Op::kIn: among(step, depth, out); break;
      default: compare(step, *step.kids[0], *step.kids[1], depth, out); break;
    }
    return out;
  }

 private:
  Scratch& scratch(std::size_t depth) {
    while (scratch_.size() <= depth) scratch_.push_back(std::make_unique<Scratch>());
    return *scratch_[depth];
  }

  void invert(const Truth* in, Truth* out) const {
    for (std::size_t i = 0; i < count_; ++i) {
      const unsigned flipped = ~bits(in[i]) & 3U;
      out[i] = static_cast<Truth>(((flipped & 1U) << 1U) | (flipped >> 1U));
    }
  }

  // A block in which everything is already decided asks no further.
  void fold(const Step& step, std::size_t depth, Truth* out) {
    const bool conjunction = step.op == Op::kAnd;
    const Truth settled = conjunction ? Truth::kNo : Truth::kYes;
    const Truth* first = truths(*step.kids[0], depth);
    if (first != out) std::copy_n(first, count_, out);
    for (std::size_t k = 1; k < step.kids.size(); ++k) {
      if (std::all_of(out, out + count_, [&](Truth one) { return one == settled; })) return;
      const Truth* next = truths(*step.kids[k], depth + 1);
      for (std::size_t i = 0; i < count_; ++i) {
        out[i] = static_cast<Truth>(conjunction ? bits(out[i]) & bits(next[i]) : bits(out[i]) | bits(next[i]));
      }
    }
  }

  void known(const Step& kid, std::size_t depth, Truth* out) {
    if (kid.held == Held::kTruth) {
      const Truth* in = truths(kid, depth + 1);
      for (std::size_t i = 0; i < count_; ++i) out[i] = of(in[i] != Truth::kUnknown);
    } else if (kid.held == Held::kNumber) {
      const Numbers in = numbers(kid, depth + 1);
      for (std::size_t i = 0; i < count_; ++i) out[i] = of(in.known[i] == Truth::kYes);
    } else {
      const WordNumber* in = words(kid, depth + 1);
      for (std::size_t i = 0; i < count_; ++i) out[i] = of(in[i] != kNoWord);
    }
  }

  void compare(const Step& step, const Step& left, const Step& right, std::size_t depth, Truth* out) {
    if (left.held == Held::kTruth) return equal_truths(truths(left, depth + 1), truths(right, depth + 2), step.op == Op::kEqual, out);
    if (left.held == Held::kWord) return equal_words(words(left, depth + 1), words(right, depth + 2), step.op == Op::kEqual, out);
    const Numbers a = numbers(left, depth + 1), b = numbers(right, depth + 2);
    switch (step.op) {
      case Op::kEqual: order(a, b, out, [](auto x, auto y) { return x == y; }); break;
      case Op::kUnequal: order(a, b, out, [](auto x, auto y) { return x != y; }); break;
      case Op::kLess: order(a, b, out, [](auto x, auto y) { return x < y; }); break;
      default: order(a, b, out, [](auto x, auto y) { return x <= y; }); break;
    }
  }

  template <class Compare>
  void order(Numbers a, Numbers b, Truth* out, const Compare& holds) const {
    for (std::size_t i = 0; i < count_; ++i) {
      const auto both = static_cast<std::uint8_t>(bits(a.known[i]) & bits(b.known[i]));  // 3: both known
      out[i] = both == 3 ? of(holds(a.value[i], b.value[i])) : Truth::kUnknown;
    }
  }

  void equal_truths(const Truth* a, const Truth* b, bool wanted, Truth* out) const {
    for (std::size_t i = 0; i < count_; ++i) {
      out[i] = a[i] == Truth::kUnknown || b[i] == Truth::kUnknown ? Truth::kUnknown : of((a[i] == b[i]) == wanted);
    }
  }

  void equal_words(const WordNumber* a, const WordNumber* b, bool wanted, Truth* out) const {
    for (std::size_t i = 0; i < count_; ++i) out[i] = a[i] == kNoWord || b[i] == kNoWord ? Truth::kUnknown : of((a[i] == b[i]) == wanted);
  }

  // An item that is not known is equal to nothing; only what is looked for makes the answer unknown.
  void among(const Step& step, std::size_t depth, Truth* out) {
    known(*step.kids[0], depth + 1, out);
    invert(out, out);  // unknown ones: yes
    for (std::size_t i = 0; i < count_; ++i) out[i] = out[i] == Truth::kYes ? Truth::kUnknown : Truth::kNo;
    Step equal;
    equal.op = Op::kEqual;
    for (std::size_t k = 1; k < step.kids.size(); ++k) {
      Truth* one = scratch(depth + 1).truths.data();
      compare(equal, *step.kids[0], *step.kids[k], depth + 1, one);
      for (std::size_t i = 0; i < count_; ++i) {
        if (one[i] == Truth::kYes) out[i] = Truth::kYes;
      }
    }
  }

  Numbers numbers(const Step& step, std::size_t depth) {
    if (step.op == Op::kColumn) {
      const Table::Column& column = table_.columns()[step.column];
      return {column.numbers.data() + from_, column.known.data() + from_};
    }
    Scratch& out = scratch(depth);
    if (step.op == Op::kLiteral) {
      std::fill_n(out.numbers.data(), count_, step.literal.as_number());
      std::fill_n(out.known.data(), count_, Truth::kYes);
    } else {
      const Numbers a = numbers(*step.kids[0], depth), b = numbers(*step.kids[1], depth + 1);
      for (std::size_t i = 0; i < count_; ++i) calculate(step.op, a, b, i, out);
    }
    return {out.numbers.data(), out.known.data()};
  }

  // What no number can hold is not known.
  static void calculate(Op op, Numbers a, Numbers b, std::size_t i, Scratch& out) {
    std::int64_t made = 0;
    const bool over = op == Op::kPlus ? __builtin_add_overflow(a.value[i], b.value[i], &made)
                      : op == Op::kMinus ? __builtin_sub_overflow(a.value[i], b.value[i], &made) : __builtin_mul_overflow(a.value[i], b.value[i], &made);
    const bool both = a.known[i] == Truth::kYes && b.known[i] == Truth::kYes;
    out.known[i] = both && !over ? Truth::kYes : Truth::kUnknown;
    out.numbers[i] = made;
  }

  const WordNumber* words(const Step& step, std::size_t depth) {
    if (step.op == Op::kColumn) return table_.columns()[step.column].words.data() + from_;
    WordNumber* out = scratch(depth).words.data();
    const WordNumber number = table_.number_of(step.literal.as_text());
    std::fill_n(out, count_, number == kNoWord ? kOfNoRow - static_cast<WordNumber>(step.column) : number);
    return out;
  }

  static constexpr WordNumber kOfNoRow = ~WordNumber{0};  // and below: words of the condition that no row has; two of them differ

  const Table& table_;
  std::size_t from_ = 0, count_ = 0;
  std::vector<std::unique_ptr<Scratch>> scratch_;
};

}  // namespace

Result<Sieve> Sieve::make(const Condition& condition, const Table& table) {
  ensure(condition.root != nullptr && condition.root->type.kind == Type::Kind::kYesNo, "a sieve needs a checked condition");
  auto root = Maker(table).make(*condition.root);
  if (!root) return root.error();
  return Sieve(*root);
}

void Sieve::judge(const Table& table, std::size_t from, std::size_t to, Truth* out) const {
  ensure(from <= to && to <= table.rows(), "rows of the table");
  Judge judge(table);
  for (std::size_t at = from; at < to; at += kBlock) {
    const std::size_t count = std::min(kBlock, to - at);
    judge.at(at, count);
    std::copy_n(judge.truths(*root_), count, out + (at - from));
  }
}

std::vector<std::uint32_t> Sieve::passing(const Table& table) const {
  std::vector<Truth> truths(table.rows());
  judge(table, 0, table.rows(), truths.data());
  std::vector<std::uint32_t> rows;
  for (std::size_t i = 0; i < truths.size(); ++i) {
    if (truths[i] == Truth::kYes) rows.push_back(static_cast<std::uint32_t>(i));
  }
  return rows;
}

}  // namespace shaoyin::rule
