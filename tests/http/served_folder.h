// A data folder on disk, served by the real server on a free port, for tests that need more than matters.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/base/ensure.h"
#include "edge/http/json.h"
#include "main/wiring/folder.h"
#include "main/wiring/keeper.h"
#include "main/wiring/service.h"
#include "tests/http/raw_client.h"

namespace shaoyin::http {

// As the city of maps/boston311.toml writes them; every row invented.
inline constexpr const char* kImportHeader =
    "CASE_ENQUIRY_ID,OPEN_DT,TARGET_DT,CLOSED_DT,TYPE,CASE_TITLE,CLOSURE_REASON,Location,LATITUDE,LONGITUDE,OnTime_Status,Department,QUEUE,Source,neighborhood,REASON\n";
inline constexpr const char* kImportRows =
    "1,01/05/2015 12:40:41 PM,01/07/2015 12:40:41 PM,01/06/2015 09:00:00 AM,Street Light Outages,Lamp dark since Friday,Bulb replaced,12 Sample Street,42.3,-71.1,ONTIME,PWDx,Q1,Self Service,Sampleton,Street Lights\n"
    "2,07/05/2015 08:00:00 AM,,,Request for Pothole Repair,Deep hole,,14 Sample Street,42.3,-71.1,,PWDx,Q2,Constituent Call,Sampleton,Pothole\n";
inline constexpr const char* kImportBadRow = "3,13/45/2015 08:00:00 AM,,,Request for Pothole Repair,No such day,,,,,,,,,,Pothole\n";

class ServedFolder : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::copy(seeded(), root_, std::filesystem::copy_options::recursive);
    auto opened = open(root_, clock());
    ASSERT_TRUE(opened) << opened.error().field << " " << opened.error().detail;
    folder_ = std::move(*opened);
    serve(root_ / "backups");
  }
  void TearDown() override {
    end_service();
    folder_.reset();
    std::filesystem::remove_all(root_);
  }

  // The machine's unless a test has one to turn.
  virtual const app::WallClock* clock() { return nullptr; }
  static Result<std::unique_ptr<wiring::Folder>> open(const std::filesystem::path& root, const app::WallClock* clock = nullptr) {
    wiring::FolderOptions options;
    options.clock = clock;
    options.data = root / "data";
    options.home = SHAOYIN_SOURCE_DIR;
    return wiring::Folder::open(options);
  }
  // A folder with the demonstration registers, made once and copied for each test: drawing 20,000 rows takes seconds.
  static const std::filesystem::path& seeded() {
    struct Seed {
      std::filesystem::path root = std::filesystem::temp_directory_path() / ("shaoyin-seeded-" + std::to_string(::getpid()));
      Seed() {
        std::filesystem::create_directories(root);
        const auto folder = open(root);
        ensure(folder.ok() && (*folder)->seed_registers(1).ok(), "the shipped registers can be seeded");
      }
      ~Seed() { std::filesystem::remove_all(root); }
    };
    static const Seed seed;
    return seed.root;
  }

  void serve(const std::filesystem::path& backups) {
    keeper_ = std::make_unique<wiring::Keeper>(*folder_, backups);
    wiring::Parts parts{folder_->house(), folder_->store(), folder_->files(), folder_->clock(), folder_->chance(), folder_->receipt_key(), [] { return true; }, log_};
    parts.imported = folder_->imported();
    parts.keeping = keeper_.get();
    parts.keep_current = [this] { return folder_->keep_current(); };
    service_ = std::make_unique<wiring::Service>(std::move(parts), wiring::ServiceOptions{.password = kCheapPassword, .check_answers = true, .tick = std::chrono::milliseconds(0)});
    keeper_->on_district = [this](app::House& house) { service_->add_district(house); };
    ASSERT_TRUE(service_->start("127.0.0.1", 0));
  }
  void end_service() {
    if (service_) service_->stop();
    if (keeper_) keeper_->stop();
    service_.reset();
    keeper_.reset();
    tokens_.clear();
  }

  Answer as(const std::string& person, const std::string& method, const std::string& target, const std::string& body = "", const std::string& type = "application/json") {
    std::string& token = tokens_[person];
    if (token.empty()) token = *service_->sessions().make_token(person, "test");
    return ask(service_->port(), method, "/api/v1" + target, body,
               {{"Authorization", "Bearer " + token}, {"Accept-Language", "en"}, {"Idempotency-Key", "served-folder-1"}, {"Content-Type", type}});
  }
  json::object read_as(const std::string& person, const std::string& target) {
    const Answer answer = as(person, "GET", target);
    EXPECT_EQ(answer.status, 200) << target << " " << answer.body;
    return json::parse(answer.body).as_object();
  }
  static std::string code_of(const Answer& answer) { return std::string(json::parse(answer.body).at("error").at("code").as_string()); }

  // The chore that `answer` has begun, once it has ended.
  json::object ended(const std::string& person, const Answer& answer) {
    EXPECT_EQ(answer.status, 202) << answer.body;
    const std::string id(json::parse(answer.body).at("id").as_string());
    for (;;) {
      json::object chore = read_as(person, "/admin/chores/" + id);
      if (chore.at("state") != "running") return chore;
    }
  }
  json::object import(const std::string& person, const std::string& rows, const std::string& query = "") {
    return ended(person, as(person, "POST", "/admin/imports?map=boston311" + query, kImportHeader + rows, "application/octet-stream"));
  }

  static constexpr const char* kCoordinator = "district-centre.coordinator";
  static constexpr const char* kAdmin = "district-centre.admin";
  static constexpr const char* kClerk = "community-huizhongjiayuan.clerk";
  static constexpr const char* kAuditor = "audit.auditor";
  std::filesystem::path root_ = std::filesystem::temp_directory_path() / ("shaoyin-served-" + std::to_string(::getpid()));
  std::ostringstream log_;
  std::unique_ptr<wiring::Folder> folder_;
  std::unique_ptr<wiring::Keeper> keeper_;
  std::unique_ptr<wiring::Service> service_;
  std::map<std::string, std::string> tokens_;
};

}  // namespace shaoyin::http
