// What views may ask of, and what they may not.
#include "core/desk/column.h"

#include <gtest/gtest.h>

#include "core/desk/little_desk_test.h"

namespace shaoyin::desk {
namespace {

using Kind = rule::Type::Kind;

TEST(Columns, AMatterIsAskedOfWhatEveryMatterHasAndOfItsFields) {
  const Columns columns = columns_of({"errand", {}, {}}, versions_of(errand()));
  ASSERT_NE(find(columns, "owner"), nullptr);
  ASSERT_NE(find(columns, "field.grade"), nullptr);
  EXPECT_EQ(find(columns, "step")->options.front(), (Words{"已交办", "Asked"}));
  EXPECT_EQ(find(columns, "field.grade")->type.options, (std::vector<std::string>{"small", "large"}));
}

TEST(Columns, WhenAnActionWasDoneIsOneButNotByWhom) {
  procedure::Procedure acting = errand();
  procedure::ActionSpec accept, remark, make;
  accept.name = "accept";
  accept.to = {"doing"};
  remark.name = "remark";
  make.name = "make";
  make.on = "stop";
  make.to = {"made"};
  acting.actions = {accept, remark, make};
  const Columns of_matter = columns_of({"errand", {}, {}}, versions_of(acting)), of_stop = columns_of({"errand", "stop", {}}, versions_of(acting));
  ASSERT_NE(find(of_matter, "did.accept"), nullptr);
  EXPECT_EQ(find(of_matter, "did.remark"), nullptr) << "it moves nothing";
  EXPECT_EQ(find(of_matter, "did.make"), nullptr) << "that is the record's";
  for (const char* name : {"stop.did.make", "stop.did.add", "matter.did.accept"}) EXPECT_NE(find(of_stop, name), nullptr) << name;
  view::MatterRow row;
  row.fields = {{"did.accept", Value::instant(tuesday().now)}};
  EXPECT_EQ(values_of(of_matter, row, nullptr)[static_cast<std::size_t>(find(of_matter, "did.accept") - of_matter.data())], Value::instant(tuesday().now));
}

TEST(Columns, WordsPersonsAndWhatOnlySomeSeeAreNone) {
  procedure::Procedure hiding = errand();
  hiding.fields.push_back({"phone", slot(Kind::kNumber)});
  hiding.fields.back().second.personal = true;
  hiding.fields.push_back({"secret", slot(Kind::kChoice, {"a"})});
  hiding.fields.back().second.visible = *rule::parse("true");
  const Columns columns = columns_of({"errand", {}, {}}, versions_of(hiding));
  for (const char* name : {"field.words", "field.helper", "field.phone", "field.secret"}) EXPECT_EQ(find(columns, name), nullptr) << name;
}

TEST(Columns, AFieldThatOneVersionHidesIsNoneOfAny) {
  procedure::Procedure old = errand();
  old.fields[0].second.visible = *rule::parse("true");
  Versions both = versions_of(errand());
  both.push_back(versions_of(old).front());
  EXPECT_EQ(find(columns_of({"errand", {}, {}}, both), "field.grade"), nullptr);
}

TEST(Columns, ARecordIsAskedWithItsMatter) {
  const Columns columns = columns_of({"errand", "stop", {}}, versions_of(errand()));
  EXPECT_NE(find(columns, "stop.at"), nullptr);
  EXPECT_NE(find(columns, "matter.owner"), nullptr);
  EXPECT_NE(find(columns, "matter.field.cost"), nullptr);
}

TEST(Columns, ARecordThatOnlySomeSeeIsNothingToLookAt) {
  procedure::Procedure hiding = errand();
  hiding.records[0].visible = *rule::parse("true");
  EXPECT_TRUE(columns_of({"errand", "stop", {}}, versions_of(hiding)).empty());
  EXPECT_TRUE(columns_of({"errand", "walk", {}}, versions_of(errand())).empty()) << "nor is one that is not there";
}

TEST(Columns, WhatNoConditionCouldNameIsNotKnown) {
  const Columns columns = columns_of({"errand", {}, {}}, versions_of(errand()));
  view::MatterRow row;
  row.owner = "it's 张三";
  row.next_due = Instant{9'000'000'000'000};  // 2255
  row.fields = {{"cost", Value::number(7)}};
  const auto values = values_of(columns, row, nullptr);
  const auto at = [&](const char* name) { return values[static_cast<std::size_t>(find(columns, name) - columns.data())]; };
  EXPECT_FALSE(at("owner").known());
  EXPECT_FALSE(at("due").known());
  EXPECT_EQ(at("field.cost"), Value::number(7));
}

TEST(Columns, WhatAViewIsOverIsReadAsItIsWritten) {
  for (const char* text : {"report", "whistle.call", "register:places"}) EXPECT_EQ(text_of(over_of(text)), text);
  EXPECT_TRUE(register_columns("people").empty()) << "staff are nobody's statistics";
}

}  // namespace
}  // namespace shaoyin::desk
