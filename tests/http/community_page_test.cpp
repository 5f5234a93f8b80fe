// The "1+3+N" page: whom to ring, how many help, and how much is open there for whoever looks.
// rows: 58 page: /community/{code}
#include "tests/http/api_house.h"

namespace shaoyin::http {
namespace {

class Community : public ApiTest {
 protected:
  std::string code() { return house.rules()->book->at_level(house.rules()->book->place("huizhong-jiayuan")->grid, registers::GridKind::kCommunity); }
  json::object page_for(const char* person) { return read(as(person, "GET", "/communities/" + code() + "/page")); }
};

TEST_F(Community, SaysWhomToRingAndHowManyHelp) {
  const json::object page = page_for(kClerk);
  EXPECT_TRUE(page.at("committee").at("phone").is_string());
  EXPECT_GT(page.at("volunteers").to_number<int>(), 0);
}

TEST_F(Community, OfPoliceGridsSaysWhomToCallAndNothingElse) {
  const json::array police = page_for(kClerk).at("police").as_array();
  EXPECT_EQ(static_cast<int>(police.size()), house.rules()->book->count_below(code(), registers::GridKind::kPolice));
  ASSERT_FALSE(police.empty());
  EXPECT_EQ(police.at(0).as_object().size(), 4u) << "code, name, unit and phone";
}

TEST_F(Community, CountsWhatTheReaderMayReadAndNothingElse) {
  for (int i = 0; i < 3; ++i) reported("community-page-" + std::to_string(i));
  const json::object page = page_for(kClerk);
  EXPECT_EQ(page.at("open_total"), 3);
  EXPECT_EQ(page.at("open_matters").as_array().size(), 3u);
  const json::object liaison = page_for("property-huizhong.liaison");
  EXPECT_EQ(liaison.at("open_total"), 0) << "it was called to none of them";
  EXPECT_TRUE(liaison.at("open_matters").as_array().empty());
}

}  // namespace
}  // namespace shaoyin::http
