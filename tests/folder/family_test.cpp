// A family comes as one folder: laid into a district that is at work, it is there with its steps, its permissions, its deadlines and its desk,
// and no line of code knows its name.
#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "app/callers.h"
#include "app/submit_action.h"
#include "edge/toml/rule_files.h"
#include "main/cli/story_play.h"
#include "main/wiring/folder.h"

namespace shaoyin {
namespace {

namespace fs = std::filesystem;

const fs::path kSource = SHAOYIN_SOURCE_DIR;

class FamilyTest : public testing::Test {
 protected:
  void SetUp() override {
    root_ = fs::temp_directory_path() / ("shaoyin-family-" + std::to_string(::getpid()));
    fs::remove_all(root_);
    fs::create_directories(root_ / "home");
    for (const char* part : {"procedures", "registers", "desks"}) fs::copy(kSource / part, root_ / "home" / part, fs::copy_options::recursive);
    options_.data = root_ / "data";
    options_.home = root_ / "home";
  }
  void TearDown() override { fs::remove_all(root_); }

  void add_family() const { fs::copy(kSource / "tests/family/lost_property", family(), fs::copy_options::recursive); }
  fs::path family() const { return options_.home / "procedures/lost_property"; }
  void write(const char* name, const std::string& text) const { std::ofstream(family() / name, std::ios::binary) << text; }

  std::unique_ptr<wiring::Folder> open() {
    auto folder = wiring::Folder::open(options_);
    EXPECT_TRUE(folder.ok()) << folder.error().field << " " << folder.error().detail << " " << folder.error().said.en;
    return folder ? std::move(*folder) : nullptr;
  }
  static Result<app::Receipt> take_in(wiring::Folder& folder, const std::string& person) {
    app::Request request;
    request.caller = *app::staff_caller(*folder.house().rules()->book, person);
    request.key = "family-take-in-" + std::to_string(person.size());
    request.kind = "lost_property";
    request.place = "120103014004";
    request.inputs = {{"field.thing", Value::text("a purse")}, {"field.sort", Value::text("purse")}, {"field.found_on", Value::instant(*parse_instant("2026-01-02 10:00"))}};
    return app::submit_action(folder.house(), request);
  }

  fs::path root_;
  wiring::FolderOptions options_;
};

TEST_F(FamilyTest, ComesIntoADistrictThatIsAtWork) {
  {
    auto folder = open();
    ASSERT_TRUE(folder && folder->seed_registers(1).ok());
    EXPECT_FALSE(take_in(*folder, "community-huizhongjiayuan.clerk").ok()) << "not there yet";
  }
  add_family();
  auto folder = open();
  ASSERT_NE(folder, nullptr);
  const auto receipt = take_in(*folder, "community-huizhongjiayuan.clerk");
  ASSERT_TRUE(receipt.ok()) << receipt.error().field;
  EXPECT_EQ(receipt->step, "kept");
  const auto refused = take_in(*folder, "community-huizhongjiayuan.grid-1");
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().code, ErrorCode::kForbidden) << "its grants name no grid worker";
  const auto rules = folder->house().rules();
  ASSERT_NE(rules->desk("lost_property"), nullptr);
  EXPECT_EQ(rules->desk("lost_property")->file, "procedures/lost_property/desk.toml");
  EXPECT_TRUE(rules->desk_faults.empty());
  EXPECT_NE(rules->pack.version().find("+kinds@"), std::string::npos) << "a clock says which rows it was computed with";
}

TEST_F(FamilyTest, BringsItsOwnStoriesAndTown) {
  add_family();
  const auto played = cli::play_stories(options_.home, options_.home / "procedures", "lost_property");
  ASSERT_TRUE(played.ok()) << played.error().field;
  ASSERT_EQ(played->stories.size(), 2U);
  for (const app::StoryResult& story : played->stories) EXPECT_TRUE(story.faults.empty()) << story.name << ": " << story.faults.front();
}

TEST_F(FamilyTest, WhatNobodyMayDoIsNotPutInForce) {
  {
    auto folder = open();
    ASSERT_TRUE(folder && folder->seed_registers(1).ok());
  }
  add_family();
  fs::remove(family() / "grants.toml");
  const auto refused = wiring::Folder::open(options_);
  ASSERT_FALSE(refused.ok());
  EXPECT_NE(refused.error().said.en.find("lost.keep"), std::string::npos) << refused.error().said.en;
}

TEST_F(FamilyTest, GivesNoPermissionOfTheHouse) {
  add_family();
  write("grants.toml", "[grants]\ncommunity_clerk = [\"lost.keep\", \"personal.reveal\"]\n");
  const auto refused = toml_files::read_grants(options_.home / "procedures");
  ASSERT_FALSE(refused.ok()) << "whoever adds a folder would decide who sees names";
  EXPECT_EQ(refused.error().field, "lost_property/grants.toml: community_clerk");
  EXPECT_NE(refused.error().cure.en.find("register of roles"), std::string::npos);
}

TEST_F(FamilyTest, ChangesNoLimitOfAnotherKind) {
  add_family();
  write("deadlines.toml", "[[row]]\ncode = \"WHISTLE-SIGN\"\nvariant = \"work\"\nlimit = \"90 days\"\nsource = \"nobody\"\n");
  const auto refused = toml_files::read_pack(options_.home, "");
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().field, "lost_property/deadlines.toml: WHISTLE-SIGN.work");
}

TEST_F(FamilyTest, AFaultyFileIsNamedWithItsFolder) {
  add_family();
  write("grants.toml", "[grants]\ncommunity_clerk = \"lost.keep\"\n");
  EXPECT_EQ(toml_files::read_grants(options_.home / "procedures").error().field, "lost_property/grants.toml: community_clerk");
  write("grants.toml", "[grants]\ncommunity_clerk = [\"lost\"]\n");
  EXPECT_EQ(toml_files::read_grants(options_.home / "procedures").error().field, "lost_property/grants.toml: community_clerk");
  write("grants.toml", "community_clerk = [\"lost.keep\"]\n");
  EXPECT_EQ(toml_files::read_grants(options_.home / "procedures").error().field, "lost_property/grants.toml");
  write("deadlines.toml", "[[row]]\nlimit = \"3 days\"\n");
  EXPECT_EQ(toml_files::read_pack(options_.home, "").error().field, "lost_property/deadlines.toml line 1");
}

}  // namespace
}  // namespace shaoyin
