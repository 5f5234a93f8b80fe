#include <gtest/gtest.h>

#include <algorithm>

#include "core/text/mask.h"

namespace shaoyin::text {

using Terms = std::vector<std::string>;

TEST(SearchTerms, AreBigramsOfCharactersAndWholeWords) {
  EXPECT_EQ(search_terms("小区中水 13号楼"), (Terms{"小区", "区中", "中水", "13", "号楼"}));
  EXPECT_EQ(search_terms("Burst pipe, building A12!"), (Terms{"burst", "pipe", "building", "a12"}));
}

TEST(SearchTerms, AreTheSameHoweverTheTextWasTyped) {
  EXPECT_EQ(search_terms("１３号楼　ＡＢ"), search_terms("13号楼 ab"));
  EXPECT_EQ(search_terms("Café"), (Terms{"café"}));
  EXPECT_EQ(search_terms("CAFÉ"), (Terms{"café"}));
}

TEST(SearchTerms, KeepACharacterThatStandsAlone) {
  EXPECT_EQ(search_terms("A栋"), (Terms{"a", "栋"}));
  EXPECT_EQ(search_terms("水，水"), (Terms{"水", "水"}));
}

TEST(SearchTerms, OfNothingAreNone) {
  EXPECT_TRUE(search_terms("").empty());
  EXPECT_TRUE(search_terms(" ，。!?\n😀").empty());
  EXPECT_TRUE(search_terms("\xFF\xC0").empty());
}

// What a search relies on: the terms of any part of one run are among the terms of the whole.
TEST(SearchTerms, OfAPartAreAmongThoseOfTheWhole) {
  const Terms whole = search_terms("梅江街道某小区再生水管爆裂整栋停水");
  for (const std::string& term : search_terms("再生水管")) {
    EXPECT_NE(std::find(whole.begin(), whole.end(), term), whole.end()) << term;
  }
}

}  // namespace shaoyin::text
