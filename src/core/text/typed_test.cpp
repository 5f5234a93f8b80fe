#include "core/text/typed.h"

#include <gtest/gtest.h>

namespace shaoyin::text {
namespace {

TEST(Typed, ACodeIsReadHoweverItWasTyped) {
  for (const char* typed : {"ABCD-1234-EF56", "abcd 1234 ef56", " ABCD1234EF56\n", "ＡＢＣＤ－１２３４－ＥＦ５６", "ａｂｃｄ　１２３４　ｅｆ５６", "ABCD—1234–EF56", "ABCD - 1234 - EF56", "abcdー1234−ef56"}) {
    EXPECT_EQ(as_meant(typed, Typed::kCode), "ABCD1234EF56") << typed;
  }
}

TEST(Typed, ANumberKeepsItsHyphensAndItsCase) {
  for (const char* typed : {"HX-2023-000001", "ＨＸ－２０２３－０００００１", "HX 2023 000001", " HX - 2023 — 000001 "}) EXPECT_EQ(as_meant(typed, Typed::kNumber), "HX-2023-000001") << typed;
  EXPECT_EQ(as_meant("hx-2023-000001", Typed::kNumber), "hx-2023-000001") << "a source's numbers are as the source has them";
}

TEST(Typed, APhoneKeepsItsBracketsAndItsPlus) {
  EXPECT_EQ(as_meant("０２２－１２３４　５６７８", Typed::kPhone), "022-1234 5678");
  EXPECT_EQ(as_meant("＋86 （022） 12345", Typed::kPhone), "+86 (022) 12345");
}

TEST(Typed, WhatIsReallyWrongStaysWrong) {
  EXPECT_EQ(as_meant("ABCD_1234", Typed::kCode), "ABCD_1234");
  EXPECT_EQ(as_meant("一二三四", Typed::kCode), "一二三四");
  EXPECT_EQ(as_meant("打给我１２３", Typed::kPhone), "打给我123");
  EXPECT_EQ(as_meant("\xff\xfe", Typed::kCode), "\xff\xfe");
  EXPECT_EQ(as_meant(" — ", Typed::kCode), "");
}

}  // namespace
}  // namespace shaoyin::text
