#include "core/triage/letters.h"

#include <gtest/gtest.h>

#include <random>

#include "core/base/utf8.h"

namespace shaoyin::triage {
namespace {

std::string read(std::string_view message) {
  std::string result;
  for (const Letter& letter : read_letters(message)) result += letter.letter == kLongNumber ? "L" : letter.letter == kPlate ? "P" : encode_utf8(letter.letter);
  return result;
}

TEST(Letters, AreTheSameHoweverTheMessageWasTyped) {
  EXPECT_EQ(read("１３号楼　ＡＢ栋"), read("13号楼 ab栋"));
  EXPECT_EQ(read("水管　爆裂！！"), read("水管爆裂"));
  EXPECT_EQ(read("①期㎡"), read("1期m2"));
  EXPECT_EQ(read("⽔管"), read("水管"));  // a radical that looks like the character
  EXPECT_EQ(read("É"), read("é"));
}

TEST(Letters, HoldNoNumberThatLeadsToAPerson) {
  EXPECT_EQ(read("电话13800138000谢谢"), "电话L谢谢");
  EXPECT_EQ(read("电话138-0013 8000谢谢"), "电话L谢谢");
  EXPECT_EQ(read("身份证12010319900101123X"), "身份证Lx");
  EXPECT_EQ(read("车牌津A12345停"), "车牌P停");
  EXPECT_EQ(read("车牌津AD12345停"), "车牌P停");
}

TEST(Letters, KeepThatThereIsAShortNumberAndNotWhich) {
  EXPECT_EQ(read("13号楼2单元"), "0号楼0单元");
  EXPECT_EQ(read("天津a区"), "天津a区");
}

TEST(Letters, KeepShortNumbersWhereTheyAreAskedFor) {
  std::string kept;
  for (const Letter& letter : read_letters("地铁3号线58车贷13800138000", Numbers::kShortKept)) kept += letter.letter == kLongNumber ? "L" : encode_utf8(letter.letter);
  EXPECT_EQ(kept, "地铁3号线58车贷L");
}

TEST(Letters, ReadFunctionWordsAway) { EXPECT_EQ(read("我们的水管是爆了"), "水管爆"); }

// Explanations cut the message by these bytes.
TEST(Letters, KnowWhereTheyStood) {
  const std::string message = "请问：电话 138-0013-8000。";
  const auto letters = read_letters(message);
  ASSERT_EQ(letters.size(), 5u);
  EXPECT_EQ(message.substr(letters[2].from, letters[2].to - letters[2].from), "电");
  EXPECT_EQ(message.substr(letters[4].from, letters[4].to - letters[4].from), "138-0013-8000");
}

TEST(Letters, OfNothingAreNone) {
  EXPECT_EQ(read(""), "");
  EXPECT_EQ(read(" ，。!?\n😀→★"), "");
  EXPECT_EQ(read("\xFF\xC0\xE4\xBD"), "");
}

TEST(Letters, TakeAnyBytesAndNeverPointBeyondThem) {
  std::mt19937_64 chance(20230214);
  for (int round = 0; round < 20'000; ++round) {
    std::string message;
    for (int n = static_cast<int>(chance() % 60); n > 0; --n) message += static_cast<char>(chance());
    for (const Letter& letter : read_letters(message)) {
      ASSERT_LT(letter.from, letter.to);
      ASSERT_LE(letter.to, message.size());
      ASSERT_FALSE(letter.letter >= U'1' && letter.letter <= U'9');
    }
  }
}

TEST(Letters, StopAtTheirLimit) { EXPECT_EQ(read_letters(std::string(3 * kLettersMax, 'a')).size(), kLettersMax); }

}  // namespace
}  // namespace shaoyin::triage
