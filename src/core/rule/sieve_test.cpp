// Conditions over columns: the same answers as one by one, for every row of any table.
#include "core/rule/sieve.h"

#include <gtest/gtest.h>

#include <random>

namespace shaoyin::rule {
namespace {

Type plain(Type::Kind kind) { return Type{kind, {}, {}, {}}; }

Table households() {
  return Table({{"open", plain(Type::Kind::kYesNo)}, {"urgent", plain(Type::Kind::kYesNo)}, {"income", plain(Type::Kind::kNumber)},
                {"limit", plain(Type::Kind::kNumber)}, {"field.kind", Type{Type::Kind::kChoice, {"work", "hard", "urgent"}, {}, {}}},
                {"owner", plain(Type::Kind::kParty)}, {"opener.unit", plain(Type::Kind::kParty)}, {"due", plain(Type::Kind::kInstant)},
                {"closed", plain(Type::Kind::kInstant)}});
}

Condition ready(const std::string& source, const Table& table) {
  auto condition = parse(source);
  EXPECT_TRUE(condition) << source << ": " << condition.error().detail;
  const auto type = check(*condition, TableScope(table));
  EXPECT_TRUE(type) << source << ": " << type.error().detail;
  return *condition;
}

std::vector<std::uint32_t> passing(const std::string& source, const Table& table) { return Sieve::make(ready(source, table), table)->passing(table); }

TEST(Sieve, LetsThroughOnlyWhatIsYes) {
  Table table({{"income", plain(Type::Kind::kNumber)}});
  table.add({Value::number(800)});
  table.add({Value::nothing()});
  table.add({Value::number(1200)});
  EXPECT_EQ(passing("income < 1000", table), std::vector<std::uint32_t>{0});
  EXPECT_EQ(passing("not (income < 1000)", table), std::vector<std::uint32_t>{2}) << "what is not known is neither";
}

TEST(Sieve, TellsOfOneRowWhyItPasses) {
  Table table({{"income", plain(Type::Kind::kNumber)}});
  table.add({Value::number(800)});
  const Explained explained = explain(ready("income < 1000", table), TableRow(table, 0));
  EXPECT_TRUE(explained.value.is_yes());
  EXPECT_NE(explained.why.en.find("800"), std::string::npos) << explained.why.en;
}

TEST(Sieve, FollowsARowThatChanges) {
  Table table({{"owner", plain(Type::Kind::kParty)}});
  table.add({Value::text("water")});
  const Condition condition = ready("owner == 'heat'", table);
  const auto sieve = Sieve::make(condition, table);
  EXPECT_TRUE(sieve->passing(table).empty()) << "a word that no row has yet";
  table.set(0, {Value::text("heat")});
  EXPECT_EQ(sieve->passing(table).size(), 1u);
}

TEST(Sieve, RefusesToCompareWholeLists) {
  const Table table = households();
  EXPECT_EQ(Sieve::make(ready("['a'] == ['a']", table), table).error().code, ErrorCode::kMalformed);
}

// Random conditions of every form the grammar has without records, over random rows, many of them half unknown.
class AnyCondition {
 public:
  explicit AnyCondition(std::mt19937_64& chance) : chance_(chance) {}

  std::string yes_no(int depth) {
    switch (depth == 0 ? pick(2) + 3 : pick(11)) {
      case 0: return "(" + yes_no(depth - 1) + " and " + yes_no(depth - 1) + ")";
      case 1: return "(" + yes_no(depth - 1) + " or " + yes_no(depth - 1) + ")";
      case 2: return "not (" + yes_no(depth - 1) + ")";
      case 3: return one({"open", "urgent", "true", "false"});
      case 4: return number(0) + " " + one({"<", "<=", ">", ">=", "==", "!="}) + " " + number(depth);
      case 5: return one({"owner", "opener.unit"}) + " " + one({"==", "!="}) + " " + one({"owner", "opener.unit", "'water'", "'heat'", "'nobody'"});
      case 6: return "field.kind " + one({"in", "not in"}) + " ['work', 'hard']";
      case 7: return "due " + one({"<", "<=", ">", ">="}) + " closed";
      case 8: return "known(" + one({"open", "income", "owner", "due"}) + ")";
      case 9: return one({"owner", "'water'", "'nobody'"}) + " " + one({"in", "not in"}) + one({" [opener.unit, owner]", " ['heat', 'nobody', 'water']"});
      default: return "open " + one({"==", "!="}) + " (" + yes_no(depth - 1) + ")";
    }
  }

 private:
  std::string number(int depth) {
    if (depth > 0 && pick(2) == 0) return "(" + number(depth - 1) + " " + one({"+", "-"}) + " " + number(depth - 1) + ")";
    return one({"income", "limit", "3", "0", "999999999999999"});
  }
  std::string one(const std::vector<std::string>& words) { return words[pick(words.size())]; }
  std::size_t pick(std::size_t of) { return chance_() % of; }

  std::mt19937_64& chance_;
};

Value any_value(const Table::Column& column, std::mt19937_64& chance) {
  static const std::vector<std::string> kWords = {"water", "heat", "gas"};
  if (chance() % 4 == 0) return Value::nothing();
  const auto small = static_cast<std::int64_t>(chance() % 5);
  switch (column.held) {
    case Table::Held::kTruth: return Value::yes_no(small < 2);
    case Table::Held::kNumber: return column.type.kind == Type::Kind::kInstant ? Value::instant({small}) : Value::number(small == 4 ? INT64_MAX : small - 1);
    case Table::Held::kWord: break;
  }
  return Value::text(column.type.options.empty() ? kWords[chance() % kWords.size()] : column.type.options[chance() % column.type.options.size()]);
}

TEST(Sieve, AnswersEveryRowAsEvaluatingItAloneDoes) {
  const std::uint64_t seed = 20261123;
  std::mt19937_64 chance(seed);
  Table table = households();
  for (int i = 0; i < 5000; ++i) {  // more than two blocks, and a broken one
    std::vector<Value> row;
    for (const Table::Column& column : table.columns()) row.push_back(any_value(column, chance));
    table.add(row);
  }
  AnyCondition any(chance);
  for (int round = 0; round < 200; ++round) {
    const std::string source = any.yes_no(4);
    if (source.size() > kExprLengthMax) continue;
    const Condition condition = ready(source, table);
    const auto sieve = Sieve::make(condition, table);
    ASSERT_TRUE(sieve) << source;
    const std::size_t from = chance() % 100;
    std::vector<Truth> truths(table.rows() - from);
    sieve->judge(table, from, table.rows(), truths.data());
    for (std::size_t i = 0; i < truths.size(); i += 1 + chance() % 40) {
      const Value alone = evaluate(condition, TableRow(table, from + i));
      const Truth wanted = alone.is_yes() ? Truth::kYes : alone.is_no() ? Truth::kNo : Truth::kUnknown;
      ASSERT_EQ(truths[i], wanted) << "seed " << seed << " row " << from + i << ": " << source;
    }
  }
}

}  // namespace
}  // namespace shaoyin::rule
