// One server, several districts: its own and those that imports have made. A real folder on disk, the real server.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/import_matters.h"
#include "edge/http/json.h"
#include "edge/sheet/sheet.h"
#include "edge/system/zones.h"
#include "edge/toml/map_file.h"
#include "main/wiring/folder.h"
#include "main/wiring/receipt_key.h"
#include "main/wiring/service.h"
#include "tests/http/raw_client.h"

namespace shaoyin::http {
namespace {

namespace fs = std::filesystem;

// As the city writes them; every row invented.
constexpr const char* kRows =
    "CASE_ENQUIRY_ID,OPEN_DT,TARGET_DT,CLOSED_DT,TYPE,CASE_TITLE,CLOSURE_REASON,Location,LATITUDE,LONGITUDE,OnTime_Status,Department,QUEUE,Source,neighborhood,REASON\n"
    "1,01/05/2015 12:40:41 PM,01/07/2015 12:40:41 PM,01/06/2015 09:00:00 AM,Street Light Outages,Lamp dark since Friday,Bulb replaced,12 Sample Street,42.3,-71.1,ONTIME,PWDx,Q1,Self Service,Sampleton,Street Lights\n"
    "2,07/05/2015 08:00:00 AM,,,Request for Pothole Repair,Deep hole,,14 Sample Street,42.3,-71.1,,PWDx,Q2,Constituent Call,Sampleton,Pothole\n";

class DistrictsTest : public testing::Test {
 protected:
  void SetUp() override {
    fs::create_directories(root_);
    wiring::FolderOptions options;
    options.data = root_ / "data";
    options.home = SHAOYIN_SOURCE_DIR;
    auto opened = wiring::Folder::open(options);
    ASSERT_TRUE(opened) << opened.error().field << " " << opened.error().detail;
    folder_ = std::move(*opened);
    ASSERT_TRUE(folder_->seed_registers(1));
    service_ = std::make_unique<wiring::Service>(
        wiring::Parts{folder_->house(), folder_->store(), folder_->files(), folder_->clock(), folder_->chance(), folder_->vault().new_key(), [] { return true; }, log_, folder_->imported()},
        wiring::ServiceOptions{.password = kCheapPassword, .check_answers = true, .tick = std::chrono::milliseconds(0)});
    ASSERT_TRUE(service_->start("127.0.0.1", 0));
    import_rows();
  }
  void TearDown() override {
    service_.reset();
    folder_.reset();
    fs::remove_all(root_);
  }

  // While the server runs, as the import route does it.
  void import_rows() {
    const std::string file = root_ / "rows.csv";
    std::ofstream(file) << kRows;
    const auto map = toml_files::read_map(SHAOYIN_SOURCE_DIR "/maps/boston311.toml");
    ASSERT_TRUE(map);
    const auto zone = system::read_zone(map->zone);
    const auto sheet = sheet::open_sheet(file);
    ASSERT_TRUE(zone && sheet);
    std::int64_t id = 0;
    const app::ImportPorts ports{folder_->store(), folder_->vault(), [&] { return MatterId{++id}; }};
    app::ImportOptions import;
    import.now = folder_->clock().now();
    const auto done = app::import_matters(**sheet, *map, *zone, ports, import);
    ASSERT_TRUE(done);
    ASSERT_EQ(done->imported, 2);
    const auto house = folder_->take_in(map->district);
    ASSERT_TRUE(house) << house.error().field << " " << house.error().detail;
    service_->add_district(**house);
  }

  Answer as(const std::string& person, const std::string& method, const std::string& target, const std::string& body = "") {
    std::string& token = tokens_[person];
    if (token.empty()) token = *service_->sessions().make_token(person, "test");
    return ask(service_->port(), method, "/api/v1" + target, body, {{"Authorization", "Bearer " + token}, {"Accept-Language", "en"}, {"Idempotency-Key", "districts-1"}});
  }
  json::object read(const std::string& target) {
    const Answer answer = as(kCoordinator, "GET", target);
    EXPECT_EQ(answer.status, 200) << target << " " << answer.body;
    return json::parse(answer.body).as_object();
  }

  static constexpr const char* kCoordinator = "district-centre.coordinator";
  fs::path root_ = fs::temp_directory_path() / ("shaoyin-districts-" + std::to_string(::getpid()));
  std::ostringstream log_;
  std::unique_ptr<wiring::Folder> folder_;
  std::unique_ptr<wiring::Service> service_;
  std::map<std::string, std::string> tokens_;
};

TEST_F(DistrictsTest, AnImportedDistrictIsListedWithItsZoneBesideTheOwn) {
  const json::array rows = read("/districts").at("rows").as_array();
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].at("code"), "120103");
  EXPECT_EQ(rows[1].at("code"), "990002");
  EXPECT_EQ(rows[1].at("zone"), "America/New_York");
  EXPECT_TRUE(rows[1].at("imported").as_bool());
}

TEST_F(DistrictsTest, HistoryIsListedFoundFollowedAndShownButOffersNoAction) {
  const json::object list = read("/matters?district=990002&order=newest");
  EXPECT_EQ(list.at("total"), 2);
  EXPECT_EQ(list.at("counts").at("overdue"), 0) << "its clocks are recorded, not run";
  EXPECT_EQ(list.at("rows").at(1).at("step_label"), "Closed in its source");
  EXPECT_EQ(list.at("rows").at(1).at("category").at("code"), "roads.lamps");
  EXPECT_EQ(read("/matters?district=990002&q=pothole").at("total"), 1);
  EXPECT_FALSE(read("/feed/list?district=990002&after=0").at("items").as_array().empty());
  const json::object page = read("/matters/BOS-1?district=990002");
  EXPECT_TRUE(page.at("actions").as_array().empty());
  EXPECT_TRUE(page.at("clocks").as_array().empty());
  EXPECT_TRUE(page.at("head").at("verified").as_bool());
  EXPECT_EQ(page.at("history").at("target"), "2015-01-07T17:40:41.000Z") << "read on Boston's clocks";
  EXPECT_TRUE(page.at("history").at("on_time").as_bool());
  const json::object timeline = read("/matters/BOS-1/timeline?district=990002");
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
  EXPECT_EQ(read("/matters/BOS-2?district=990002").at("revision"), 3);
}

TEST_F(DistrictsTest, HistoryNeverMixesWithTheWorkOfToday) {
  EXPECT_EQ(read("/matters").at("total"), 0);
  EXPECT_EQ(as(kCoordinator, "GET", "/matters/BOS-1").status, 404);
  EXPECT_EQ(read("/matters?district=120103").at("district").at("imported"), false);
}

TEST_F(DistrictsTest, AReopenedFolderStillKnowsItsImportedDistricts) {
  service_.reset();
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
