// Conditions over columns: moments are parameters, texts are codes, and every refusal says what would be right.
#include "core/desk/condition.h"

#include <gtest/gtest.h>

#include "core/desk/little_desk_test.h"
#include "core/rule/sieve.h"

namespace shaoyin::desk {
namespace {

struct Conditions : testing::Test {
  const Columns columns = columns_of({"errand", {}, {}}, versions_of(errand()));

  Error refused(const std::string& source) {
    const auto made = ready(source, columns, tuesday());
    EXPECT_FALSE(made) << source;
    return made ? Error{} : made.error();
  }
  // Whether a matter that is due then passes.
  bool passes(const std::string& source, const char* due) {
    rule::Table table = empty_table(columns);
    view::MatterRow row;
    row.next_due = *parse_instant(due);
    table.add(values_of(columns, row, nullptr));
    const auto made = ready(source, columns, tuesday());
    EXPECT_TRUE(made) << source << ": " << (made ? "" : made.error().said.en);
    return made && rule::Sieve::make(*made, table)->passing(table).size() == 1;
  }
};

TEST_F(Conditions, MomentsAreThoseOfTheDayTheyAreAskedOn) {
  EXPECT_TRUE(passes("due < tomorrow", "2023-02-14 23:59"));
  EXPECT_FALSE(passes("due < tomorrow", "2023-02-15 00:00"));
  EXPECT_TRUE(passes("due >= start_of_week and due < start_of_next_week", "2023-02-19 23:00")) << "Sunday ends the week";
  EXPECT_FALSE(passes("due < start_of_next_week", "2023-02-20 00:00"));
  EXPECT_TRUE(passes("due >= start_of_month and due < start_of_next_month", "2023-02-28 23:59"));
  EXPECT_TRUE(passes("due >= start_of_year and due < start_of_next_year", "2023-01-01 00:00"));
  EXPECT_TRUE(passes("due >= date('2023-02-20') and due < days_ahead(7)", "2023-02-20 12:00"));
  EXPECT_TRUE(passes("due < now and due >= days_ago(1)", "2023-02-13 00:00"));
}

TEST_F(Conditions, AnUnknownColumnIsRefusedWithThoseThereAre) {
  const Error error = refused("owners == 'water'");
  EXPECT_EQ(error.code, ErrorCode::kNotAChoice);
  EXPECT_NE(error.said.zh.find("没有列“owners”（第 1 个字符）"), std::string::npos) << error.said.zh;
  EXPECT_NE(error.detail.find("owner, "), std::string::npos) << error.detail;
}

TEST_F(Conditions, WordsThatMayNameSomebodyAreRefused) {
  EXPECT_NE(refused("owner == '张三'").said.en.find("only codes"), std::string::npos);
  EXPECT_EQ(refused("owner in ['water', 'Zhang San']").code, ErrorCode::kMalformed);
}

TEST_F(Conditions, WhatCannotBeComparedIsRefused) {
  EXPECT_NE(refused("due == 3").said.en.find("instant cannot be compared with number"), std::string::npos);
  EXPECT_NE(refused("step == 'gone'").said.en.find("'gone' is not one of asked, doing, done"), std::string::npos);
  EXPECT_NE(refused("returned").said.en.find("a condition is yes or no"), std::string::npos);
  EXPECT_NE(refused("any(stop, stop.step == 'made')").said.zh.find("没有"), std::string::npos) << "records have views of their own";
}

TEST_F(Conditions, DatesAreWrittenAndExist) {
  EXPECT_EQ(refused("due < date('2023-02-30')").code, ErrorCode::kImpossibleTime);
  EXPECT_EQ(refused("due < date(owner)").code, ErrorCode::kMalformed);
  EXPECT_EQ(refused("due < days_ago(99999999)").code, ErrorCode::kMalformed);
  EXPECT_EQ(refused("due <").code, ErrorCode::kMalformed);
  EXPECT_EQ(refused("final and " + std::string(2100, ' ') + "final").code, ErrorCode::kTooLong);
}

}  // namespace
}  // namespace shaoyin::desk
