#include <gtest/gtest.h>

#include "core/register/routing.h"

namespace shaoyin::registers {
namespace {

Row place(const char* code, std::map<std::string, std::string> more) {
  Row row{"place", code, 1, Instant{0}, std::nullopt, {{"name_zh", code}, {"name_en", code}, {"kind", "building"}, {"grid", "120999"}}};
  row.columns.merge(more);
  return row;
}

std::shared_ptr<const Book> book() {
  return Book::build({place("compound", {{"manager", "property"}}), place("building", {{"parent", "compound"}}), place("pump", {{"parent", "compound"}, {"owner", "water"}}),
                      place("street-corner", {}), place("a", {{"parent", "b"}}), place("b", {{"parent", "a"}})},
                     Instant{1});
}

}  // namespace

TEST(Site, IsTheNearestPlaceOfWhichSomebodyIsOnRecord) {
  EXPECT_EQ(site_of(*book(), "building"), "compound");
  EXPECT_EQ(site_of(*book(), "pump"), "pump");
}

TEST(Site, IsNothingWhereNobodyIsOnRecord) {
  for (const char* code : {"street-corner", "a", "nowhere", ""}) EXPECT_EQ(site_of(*book(), code), "") << code;
}

TEST(Site, SaysWhoRunsThePlaceAndWhoseTheThingIs) {
  const Question question = question_about(*book(), "120999", "pipe", "pump", Instant{1});
  EXPECT_EQ(question.object_owner, "water");
  EXPECT_EQ(question_about(*book(), "120999", "pipe", "compound", Instant{1}).manager, "property");
  EXPECT_EQ(question_about(*book(), "120999", "pipe", "", Instant{1}).manager, "");
}

}  // namespace shaoyin::registers
