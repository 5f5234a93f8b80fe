#include "app/callers.h"

#include <gtest/gtest.h>

namespace shaoyin::app {
namespace {

std::shared_ptr<const registers::Book> book() {
  const auto row = [](const char* reg, const char* code, std::map<std::string, std::string> columns) {
    return registers::Row{reg, code, 1, Instant{0}, std::nullopt, std::move(columns)};
  };
  return registers::Book::build(
      {row("grid", "120103", {{"name_zh", "区"}, {"name_en", "district"}, {"kind", "district"}}),
       row("grid", "120103001", {{"name_zh", "街道"}, {"name_en", "street"}, {"kind", "street"}, {"parent", "120103"}})},
      Instant{1});
}

access::Caller caller(const std::string& unit, std::set<std::string> verbs, const std::string& area) {
  access::Caller made;
  made.actor = {matter::Actor::As::kStaff, "somebody", unit, false};
  made.grants.push_back({std::move(verbs), area});
  return made;
}

MatterRow matter_of(const std::string& owner) {
  MatterRow row;
  row.owner = owner;
  row.parties = {owner, "called-unit"};
  row.place = "120103001";
  return row;
}

}  // namespace

TEST(MayRead, ALiaisonReadsWhatItsUnitOwnsOrWasCalledToAndNothingElse) {
  const auto registers = book();
  const access::Caller liaison = caller("called-unit", {"matter.read_own", "whistle.answer"}, "120103");
  EXPECT_TRUE(may_read(liaison, *registers, matter_of("owner")));
  EXPECT_FALSE(may_read(caller("other-unit", {"matter.read_own"}, "120103"), *registers, matter_of("owner")));
}

TEST(MayRead, AClerkReadsItsOwnAreaOnly) {
  const auto registers = book();
  EXPECT_TRUE(may_read(caller("desk", {"matter.read"}, "120103"), *registers, matter_of("owner")));
  EXPECT_FALSE(may_read(caller("desk", {"matter.read"}, "120103002"), *registers, matter_of("owner")));
}

TEST(MayRead, OfManyItIsAskedAsOfEach) {
  const auto registers = book();
  for (const access::Caller& reader : {caller("desk", {"matter.read"}, "120103001"), caller("called-unit", {"matter.read_own"}, "120103"), caller("owner", {"user.manage"}, "120103")}) {
    ReadsMany reads(reader, *registers);
    for (const char* place : {"120103001", "120103", "nowhere", "120103001", "120103"}) {
      for (const char* owner : {"owner", "desk"}) {
        MatterRow row = matter_of(owner);
        row.place = place;
        EXPECT_EQ(reads(row.owner, row.place, row.parties), may_read(reader, *registers, row)) << place << " " << owner;
      }
    }
  }
}

TEST(MayRead, WhoEditsUsersReadsNoMatterEvenOfTheirOwnUnit) {
  EXPECT_FALSE(may_read(caller("owner", {"user.manage"}, "120103"), *book(), matter_of("owner")));
}

}  // namespace shaoyin::app
