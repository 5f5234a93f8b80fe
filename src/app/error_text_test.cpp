#include "app/error_text.h"

#include <gtest/gtest.h>

#include <set>

#include "app/detail_words.h"
#include "core/base/utf8.h"

namespace shaoyin::app {
namespace {

bool has_chinese(const std::string& text) {
  for (const char32_t point : code_points(text)) {
    if (point >= 0x4E00 && point <= 0x9FFF) return true;
  }
  return false;
}

TEST(ErrorText, EveryCodeSaysWhatIsWrongAndHowToMendItInBothLanguages) {
  std::set<std::string> names;
  for (const ErrorCode code : all_error_codes()) {
    SCOPED_TRACE(error_name(code));
    ASSERT_STRNE(error_name(code), "unknown");
    EXPECT_TRUE(names.insert(error_name(code)).second);
    const Error error = fault(code, "call.unit", "limit_max=3");
    for (const Language language : {Language::kZh, Language::kEn}) {
      const ErrorText text = error_text(error, language);
      EXPECT_GE(count_code_points(text.message), 4u);
      EXPECT_GE(count_code_points(text.hint), 3u);
      EXPECT_EQ(has_chinese(text.message), language == Language::kZh) << text.message;
      EXPECT_EQ(has_chinese(text.hint), language == Language::kZh) << text.hint;
      EXPECT_EQ(text.message.find('{'), std::string::npos) << text.message;
    }
  }
}

TEST(ErrorText, NoCodeIsLeftOutOfTheList) {
  const std::vector<ErrorCode> codes = all_error_codes();
  EXPECT_STREQ(error_name(static_cast<ErrorCode>(codes.size())), "unknown");
}

TEST(ErrorText, NamesTheFieldAndTheLimit) {
  const ErrorText text = error_text(fault(ErrorCode::kTooLong, "input.what", "report_text_max=2000"), Language::kEn);
  EXPECT_EQ(text.message, "\"input.what\" is too long");
  EXPECT_EQ(text.hint, "Shorten it; the limit is 2000");
}

TEST(ErrorText, ACureOfItsOwnStandsInPlaceOfTheOneOfItsCode) {
  const Error error = fault(ErrorCode::kKeyReused, "id", "", {"编号相同，内容不同", "The same key, other content"}, {"请另用编号", "Give it a key of its own"});
  EXPECT_EQ(error_text(error, Language::kEn).message, "The same key, other content");
  EXPECT_EQ(error_text(error, Language::kEn).hint, "Give it a key of its own");
  EXPECT_EQ(error_text(error, Language::kZh).hint, "请另用编号");
}

TEST(ErrorText, CallsWhatAFormAsksForAsTheFormDoes) {
  const Error outside = fault(ErrorCode::kOutsideDistrict, "place");
  EXPECT_EQ(error_text(outside, Language::kZh).message, "“地点”不在本区范围内");
  EXPECT_EQ(error_text(outside, Language::kEn).message, "\"where it is\" is outside this district");
  EXPECT_EQ(error_text(fault(ErrorCode::kMissingField, "place"), Language::kEn).message, "\"where it is\" is missing");
}

TEST(ErrorText, DoesNotTrailOffWhenThereIsNoDetail) {
  EXPECT_EQ(error_text(fault(ErrorCode::kTooLong, "x"), Language::kZh).hint, "请缩短");
}

TEST(ErrorText, SpeaksToPeopleAndNotInCodeWords) {
  EXPECT_EQ(error_text(fault(ErrorCode::kTooLarge, "body", "body_max=12000000"), Language::kEn).hint, "Make it smaller; the limit is 12,000,000 bytes");
  EXPECT_EQ(error_text(fault(ErrorCode::kTooLarge, "", "kRowsMax=1048576"), Language::kZh).hint, "请缩小后再发送；上限 1,048,576 行");
  EXPECT_EQ(error_text(fault(ErrorCode::kWrongType, "what", "string | null"), Language::kZh).hint, "应为：文字、空");
  EXPECT_NE(error_text(fault(ErrorCode::kMalformed, "phone", "phone_form"), Language::kEn).hint.find("a phone number"), std::string::npos);
}

TEST(ErrorText, NamesWhatIsNotThere) {
  EXPECT_EQ(error_text(fault(ErrorCode::kNotFound, "file", "maps/mine.toml"), Language::kEn).message, "There is no \"maps/mine.toml\"");
  EXPECT_EQ(error_text(fault(ErrorCode::kNotFound, "id"), Language::kZh).message, "找不到所请求的内容");
}

TEST(ErrorText, RepeatsACodeButNotWhatSomebodyWrote) {
  EXPECT_EQ(shown_code("no-such.place_1"), "no-such.place_1");
  EXPECT_EQ(shown_code("住在 13 号楼的某人"), "?");
  EXPECT_EQ(shown_code(std::string(41, 'a')), "?");
}

TEST(ErrorText, ARuleThatExplainedItselfSpeaksFirst) {
  const Error error = fault(ErrorCode::kGuardRefused, "", "close", {"还缺 1 份签字", "one signature is missing"});
  EXPECT_EQ(error_text(error, Language::kZh).message, "还缺 1 份签字");
  EXPECT_EQ(error_text(error, Language::kEn).message, "one signature is missing");
}

TEST(ErrorText, WhatWasSaidIsNotSaidAgainInTheOtherLanguage) {
  const Error error = fault(ErrorCode::kProcedureFault, "action.go.when", "expected a value (character 8)", {"应为一个值（第 8 个字符）", "expected a value (character 8)"});
  EXPECT_EQ(error_text(error, Language::kZh).hint, "请按提示修改流程文件");
  EXPECT_EQ(error_text(error, Language::kEn).hint, "Mend the file");
}

TEST(ErrorText, FaultsOfTablesAreSaidInBothLanguages) {
  EXPECT_EQ(error_text(fault(ErrorCode::kMalformed, "units.csv:3", "cells_expected=4 | cells_found=3"), Language::kZh).hint, "请检查格式：应有 4 格、实有 3 格");
  EXPECT_EQ(error_text(fault(ErrorCode::kMalformed, "units.csv:3", "cells_expected=4 | cells_found=3"), Language::kEn).hint, "Check the format: 4 cells expected, 3 found");
  EXPECT_EQ(error_text(fault(ErrorCode::kMalformed, "units.csv:3", "a quote that does not end"), Language::kZh).hint, "请检查格式：引号没有结束");
}

TEST(ErrorText, ADamagedBackupIsNotSentToTheDoctor) {
  EXPECT_EQ(error_text(fault(ErrorCode::kDamaged, "backup", "no manifest", {"备份不完整。请使用另一份", "The backup is not whole. Use another one"}), Language::kEn).hint, "");
}

}  // namespace
}  // namespace shaoyin::app
