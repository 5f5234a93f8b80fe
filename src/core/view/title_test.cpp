#include "core/view/title.h"

#include <gtest/gtest.h>

#include "core/base/utf8.h"

namespace shaoyin::view {
namespace {

std::string repeated(const std::string& letter, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += letter;
  return text;
}

TEST(Title, WhatFitsStandsWholeInOneLine) {
  EXPECT_EQ(title_of("路灯\n不亮"), "路灯 不亮");
  EXPECT_EQ(title_of(repeated("灯", 80)), repeated("灯", 80));
  EXPECT_EQ(title_of(""), "");
}

TEST(Title, WhatIsCutSaysSo) {
  EXPECT_EQ(title_of(repeated("灯", 81)), repeated("灯", 79) + "…");
  EXPECT_EQ(count_code_points(title_of(repeated("a", 500))), 80u);
}

}  // namespace
}  // namespace shaoyin::view
