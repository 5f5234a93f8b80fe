// One server, several districts: its own and those that imports have made.
#include "tests/http/served_folder.h"

namespace shaoyin::http {
namespace {

class DistrictsTest : public ServedFolder {
 protected:
  void SetUp() override {
    ServedFolder::SetUp();
    ASSERT_EQ(import(kAdmin, kImportRows).at("import").at("imported"), 2);
  }
};

TEST_F(DistrictsTest, AnImportedDistrictIsListedWithItsZoneBesideTheOwn) {
  const json::array rows = read_as(kCoordinator, "/districts").at("rows").as_array();
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].at("code"), "120103");
  EXPECT_EQ(rows[1].at("code"), "990002");
  EXPECT_EQ(rows[1].at("zone"), "America/New_York");
  EXPECT_TRUE(rows[1].at("imported").as_bool());
}

TEST_F(DistrictsTest, HistoryIsListedFoundFollowedAndShownButOffersNoAction) {
  const json::object list = read_as(kCoordinator, "/matters?district=990002&order=newest");
  EXPECT_EQ(list.at("total"), 2);
  EXPECT_EQ(list.at("counts").at("overdue"), 0) << "its clocks are recorded, not run";
  EXPECT_EQ(list.at("rows").at(1).at("step_label"), "Closed in its source");
  EXPECT_EQ(list.at("rows").at(1).at("category").at("code"), "roads.lamps");
  EXPECT_EQ(json::parse(as(kCoordinator, "POST", "/matters/search?district=990002", R"({"q":"pothole"})").body).at("total"), 1);
  EXPECT_FALSE(read_as(kCoordinator, "/feed/list?district=990002&after=0").at("items").as_array().empty());
  const json::object page = read_as(kCoordinator, "/matters/BOS-1?district=990002");
  EXPECT_TRUE(page.at("actions").as_array().empty());
  EXPECT_TRUE(page.at("clocks").as_array().empty());
  EXPECT_TRUE(page.at("head").at("verified").as_bool());
  EXPECT_EQ(page.at("history").at("target"), "2015-01-07T17:40:41.000Z") << "read on Boston's clocks";
  EXPECT_TRUE(page.at("history").at("on_time").as_bool());
  const json::object timeline = read_as(kCoordinator, "/matters/BOS-1/timeline?district=990002");
  EXPECT_NE(json::serialize(timeline).find("Bulb replaced"), std::string::npos);
}

TEST_F(DistrictsTest, WhoWroteAndWhereStaysHiddenInHistory) {
  for (const char* person : {kCoordinator, "district-centre.leader", "audit.auditor"}) {
    const Answer page = as(person, "GET", "/matters/BOS-1?district=990002");
    EXPECT_EQ(page.status, 200) << person;
    EXPECT_EQ(page.body.find("Sample Street"), std::string::npos) << person;
  }
}

TEST_F(DistrictsTest, WhoLacksTheVerbOnTheRootDoesNotLearnThatTheDistrictExists) {
  const Answer unknown = as(kCoordinator, "GET", "/matters?district=990009");
  EXPECT_EQ(unknown.status, 404);
  EXPECT_NE(unknown.body.find("\"field\":\"district\""), std::string::npos);
  for (const std::string person : {"community-huizhongjiayuan.clerk", "district-centre.desk", "district-centre.admin"}) {
    for (const std::string target : {"/matters", "/matters/BOS-1", "/matters/BOS-1/timeline", "/feed/list", "/procedures", "/registers/categories"}) {
      EXPECT_EQ(as(person, "GET", target + "?district=990002").body, unknown.body) << person << " " << target;
    }
    EXPECT_EQ(json::parse(as(person, "GET", "/districts").body).at("rows").as_array().size(), 1u) << person;
  }
  EXPECT_EQ(ask(service_->port(), "GET", "/api/v1/registers/categories?district=990002").status, 401) << "a stranger";
}

TEST_F(DistrictsTest, HistoryIsNotRewrittenByActing) {
  const Answer refused = as(kCoordinator, "POST", "/matters/BOS-2/actions/accept?district=990002", R"({"input":{}})");
  EXPECT_EQ(json::parse(refused.body).at("error").at("code"), "unknown_action") << refused.body;
  EXPECT_EQ(read_as(kCoordinator, "/matters/BOS-2?district=990002").at("revision"), 3);
}

TEST_F(DistrictsTest, HistoryNeverMixesWithTheWorkOfToday) {
  EXPECT_EQ(read_as(kCoordinator, "/matters").at("total"), 0);
  EXPECT_EQ(as(kCoordinator, "GET", "/matters/BOS-1").status, 404);
  EXPECT_EQ(read_as(kCoordinator, "/matters?district=120103").at("district").at("imported"), false);
}

TEST_F(DistrictsTest, AReopenedFolderStillKnowsItsImportedDistricts) {
  end_service();
  const wiring::FolderOptions options = folder_->options();
  folder_.reset();
  auto again = wiring::Folder::open(options);
  ASSERT_TRUE(again);
  folder_ = std::move(*again);
  ASSERT_EQ(folder_->imported().size(), 1u);
  EXPECT_EQ(folder_->imported().front()->district().zone, "America/New_York");
}

}  // namespace
}  // namespace shaoyin::http
