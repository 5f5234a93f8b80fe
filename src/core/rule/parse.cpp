#include <fmt/format.h>

#include <array>

#include "core/base/utf8.h"
#include "core/rule/expr.h"

namespace shaoyin::rule {
namespace {

struct Token {
  enum class Kind { kWord, kNumber, kText, kSign, kEnd } kind = Kind::kEnd;
  std::string text;
  int at = 0;
};

bool is_word_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

Error malformed(int at, const Words& what) {
  const Words said{fmt::format("{}（第 {} 个字符）", what.zh, at + 1), fmt::format("{} (character {})", what.en, at + 1)};
  return fault(ErrorCode::kMalformed, {}, said.en, said);
}

// Signs read alike in both languages.
Words as_is(const char* one) { return {one, one}; }

Result<std::vector<Token>> split(std::string_view source) {
  std::vector<Token> tokens;
  std::size_t i = 0;
  const auto size = source.size();
  while (i < size) {
    const char c = source[i];
    const int at = static_cast<int>(i);
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') { ++i; continue; }
    if (is_word_start(c)) {
      std::size_t end = i;
      while (end < size && (is_word_start(source[end]) || is_digit(source[end]))) ++end;
      tokens.push_back({Token::Kind::kWord, std::string(source.substr(i, end - i)), at});
      i = end;
    } else if (is_digit(c)) {
      std::size_t end = i;
      while (end < size && is_digit(source[end])) ++end;
      if (end - i > 15) return malformed(at, {"数字最多 15 位", "a number of at most 15 digits"});
      tokens.push_back({Token::Kind::kNumber, std::string(source.substr(i, end - i)), at});
      i = end;
    } else if (c == '\'') {
      const std::size_t end = source.find('\'', i + 1);
      if (end == std::string_view::npos) return malformed(at, {"缺少右引号 '", "a closing '"});
      tokens.push_back({Token::Kind::kText, std::string(source.substr(i + 1, end - i - 1)), at});
      i = end + 1;
    } else {
      static constexpr std::array<std::string_view, 14> kSigns = {"==", "!=", "<=", ">=", "<", ">", "(", ")", "[", "]", ",", ".", "+", "-"};
      bool found = false;
      for (const std::string_view sign : kSigns) {
        if (source.substr(i, sign.size()) == sign) {
          tokens.push_back({Token::Kind::kSign, std::string(sign), at});
          i += sign.size();
          found = true;
          break;
        }
      }
      if (!found) return malformed(at, {"应为名称、数字、'文字' 或符号", "a name, number, 'text' or sign"});
    }
  }
  tokens.push_back({Token::Kind::kEnd, "", static_cast<int>(size)});
  return tokens;
}

bool is_quantifier(const std::string& word) {
  return word == "all" || word == "any" || word == "all_or_none" || word == "count" || word == "sum" ||
         word == "min" || word == "max";
}

// Recursive descent; every method returns null after setting `error_`.
class Parser {
 public:
  explicit Parser(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

  Result<Expr> run() {
    Expr root = parse_or();
    if (root && !at_end()) fail({"结尾或运算符", "the end or an operator"});
    if (error_) return *error_;
    return root;
  }

 private:
  const Token& now() const { return tokens_[next_]; }
  bool at_end() const { return now().kind == Token::Kind::kEnd; }
  bool is_sign(const char* sign) const { return now().kind == Token::Kind::kSign && now().text == sign; }
  bool is_word(const char* word) const { return now().kind == Token::Kind::kWord && now().text == word; }
  bool take_sign(const char* sign) { return is_sign(sign) ? (++next_, true) : false; }
  bool take_word(const char* word) { return is_word(word) ? (++next_, true) : false; }
  Expr fail(const Words& expected) {
    if (!error_) error_ = malformed(now().at, {"应为" + expected.zh, "expected " + expected.en});
    return nullptr;
  }

  Expr node(Node::Kind kind, std::string word, std::vector<Expr> kids, int at) {
    for (const Expr& kid : kids) {
      if (!kid) return nullptr;
    }
    auto made = std::make_shared<Node>();
    made->kind = kind;
    made->word = std::move(word);
    made->kids = std::move(kids);
    made->at = at;
    return made;
  }

  Expr parse_or() {
    if (++depth_ > kExprDepthMax) return fail({"更浅的嵌套", "fewer nested conditions"});
    Expr left = parse_and();
    if (left && is_word("or")) {
      std::vector<Expr> kids{left};
      const int at = now().at;
      while (take_word("or")) kids.push_back(parse_and());
      left = node(Node::Kind::kOr, "or", std::move(kids), at);
    }
    --depth_;
    return left;
  }

  Expr parse_and() {
    Expr left = parse_not();
    if (left && is_word("and")) {
      std::vector<Expr> kids{left};
      const int at = now().at;
      while (take_word("and")) kids.push_back(parse_not());
      left = node(Node::Kind::kAnd, "and", std::move(kids), at);
    }
    return left;
  }

  Expr parse_not() {
    const int at = now().at;
    if (!take_word("not")) return parse_compare();
    if (++depth_ > kExprDepthMax) return fail({"更浅的嵌套", "fewer nested conditions"});
    Expr inner = node(Node::Kind::kNot, "not", {parse_not()}, at);
    --depth_;
    return inner;
  }

  Expr parse_compare() {
    Expr left = parse_sum();
    if (!left) return nullptr;
    const int at = now().at;
    for (const char* sign : {"==", "!=", "<=", ">=", "<", ">"}) {
      if (take_sign(sign)) return node(Node::Kind::kCompare, sign, {left, parse_sum()}, at);
    }
    if (take_word("in")) return node(Node::Kind::kCompare, "in", {left, parse_sum()}, at);
    if (is_word("not")) {
      ++next_;
      if (!take_word("in")) return fail({"“not”之后的“in”", "'in' after 'not'"});
      return node(Node::Kind::kCompare, "not in", {left, parse_sum()}, at);
    }
    return left;
  }

  Expr parse_sum() {
    Expr left = parse_term();
    while (left && (is_sign("+") || is_sign("-"))) {
      const Token operation = now();
      ++next_;
      left = node(Node::Kind::kAdd, operation.text, {left, parse_term()}, operation.at);
    }
    return left;
  }

  Expr literal(Value value, Type type, int at) {
    Expr made = node(Node::Kind::kLiteral, "", {}, at);
    made->literal = std::move(value);
    made->type = std::move(type);
    return made;
  }

  Expr parse_term() {
    const Token token = now();
    if (token.kind == Token::Kind::kNumber) {
      ++next_;
      return literal(Value::number(std::stoll(token.text)), {Type::Kind::kNumber}, token.at);
    }
    if (token.kind == Token::Kind::kText) {
      ++next_;
      return literal(Value::text(token.text), {Type::Kind::kText}, token.at);
    }
    if (take_sign("(")) {
      Expr inner = parse_or();
      if (inner && !take_sign(")")) return fail(as_is("')'"));
      return inner;
    }
    if (take_sign("[")) return parse_list(token.at);
    if (token.kind != Token::Kind::kWord) return fail({"一个值", "a value"});
    if (take_word("true")) return literal(Value::yes_no(true), {Type::Kind::kYesNo}, token.at);
    if (take_word("false")) return literal(Value::yes_no(false), {Type::Kind::kYesNo}, token.at);
    ++next_;
    if (is_sign("(")) return is_quantifier(token.text) ? parse_quantifier(token) : parse_call(token);
    Expr name = node(Node::Kind::kName, "", {}, token.at);
    name->path.push_back(token.text);
    while (take_sign(".")) {
      if (now().kind != Token::Kind::kWord) return fail({"“.”之后的名称", "a name after '.'"});
      name->path.push_back(now().text);
      ++next_;
    }
    if (is_sign("(")) return parse_call({Token::Kind::kWord, joined(name->path), token.at});  // actor.may('verb')
    return name;
  }

  static std::string joined(const std::vector<std::string>& path) {
    std::string all;
    for (const std::string& part : path) all += (all.empty() ? "" : ".") + part;
    return all;
  }

  Expr parse_list(int at) {
    std::vector<Expr> items;
    while (!is_sign("]")) {
      items.push_back(parse_or());
      if (!items.back()) return nullptr;
      if (!take_sign(",")) break;
    }
    if (!take_sign("]")) return fail(as_is("']'"));
    return node(Node::Kind::kList, "", std::move(items), at);
  }

  Expr parse_quantifier(const Token& word) {
    take_sign("(");
    if (now().kind != Token::Kind::kWord) return fail({"记录类型", "a record type"});
    Expr made = node(Node::Kind::kQuantifier, word.text, {}, word.at);
    made->record = now().text;
    ++next_;
    made->of_all_rounds = take_word("of_all_rounds");
    if (take_sign(",")) {
      Expr body = parse_or();
      if (!body) return nullptr;
      made->kids.push_back(body);
    }
    if (take_sign(",")) {  // which of them
      Expr which = parse_or();
      if (!which) return nullptr;
      made->kids.push_back(which);
    }
    if (!take_sign(")")) return fail(as_is("')'"));
    return made;
  }

  Expr parse_call(const Token& word) {
    take_sign("(");
    std::vector<Expr> arguments;
    while (!is_sign(")")) {
      arguments.push_back(parse_or());
      if (!arguments.back()) return nullptr;
      if (!take_sign(",")) break;
    }
    if (!take_sign(")")) return fail(as_is("')'"));
    Expr made = node(Node::Kind::kCall, word.text, std::move(arguments), word.at);
    while (made && take_sign(".")) {
      if (now().kind != Token::Kind::kWord) return fail({"“.”之后的名称", "a name after '.'"});
      made = node(Node::Kind::kMember, now().text, {made}, now().at);
      ++next_;
    }
    return made;
  }

  std::vector<Token> tokens_;
  std::size_t next_ = 0;
  int depth_ = 0;
  std::optional<Error> error_;
};

}  // namespace

bool Type::is_code() const {
  switch (kind) {
    case Kind::kText: case Kind::kParty: case Kind::kPerson: case Kind::kPlace: case Kind::kCategory:
    case Kind::kChoice: case Kind::kStep: case Kind::kMatter: return true;
    default: return false;
  }
}

std::string Type::name() const {
  return words().en;
}

Words Type::words() const {
  static const Words kNames[] = {{"是否", "yes/no"}, {"数字", "number"}, {"文字", "text"}, {"时间", "instant"}, {"单位", "party"}, {"人员", "person"}, {"地点", "place"},
                                 {"类别", "category"}, {"选项", "choice"}, {"环节", "step"}, {"事项", "matter"}, {"加密文字", "sealed text"}, {"列表", "list"}, {"记录", "record"}};
  if (kind == Kind::kList) {
    const Words item = of ? of->words() : Words{"空", "nothing"};
    return {item.zh + "的列表", "list of " + item.en};
  }
  if (kind == Kind::kRow) return {"记录“" + row + "”", "record " + row};
  return kNames[static_cast<int>(kind)];
}

Type list_of(Type item) {
  Type type{Type::Kind::kList};
  type.of = std::make_shared<Type>(std::move(item));
  return type;
}

Result<Condition> parse(std::string_view source) {
  if (source.size() > kExprLengthMax) return fault(ErrorCode::kTooLong, {}, "expression_length_max", {fmt::format("表达式太长，最多 {} 个字符", kExprLengthMax), fmt::format("the expression is longer than {} characters", kExprLengthMax)});
  auto tokens = split(source);
  if (!tokens) return tokens.error();
  auto root = Parser(std::move(*tokens)).run();
  if (!root) return root.error();
  return Condition{std::string(source), *root};
}

}  // namespace shaoyin::rule
