// A data folder, opened as the programs open it, on a real disk.
#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>

#include "app/callers.h"
#include "app/submit_action.h"
#include "main/wiring/folder.h"

namespace shaoyin {
namespace {

namespace fs = std::filesystem;

class FolderTest : public testing::Test {
 protected:
  void SetUp() override {
    root_ = fs::temp_directory_path() / ("shaoyin-folder-" + std::to_string(::getpid()));
    fs::remove_all(root_);
    options_.data = root_ / "data";
    options_.home = SHAOYIN_SOURCE_DIR;
  }
  void TearDown() override { fs::remove_all(root_); }

  std::unique_ptr<wiring::Folder> open() {
    auto folder = wiring::Folder::open(options_);
    EXPECT_TRUE(folder.ok()) << folder.error().field << " " << folder.error().detail << " " << folder.error().said.en;
    return folder ? std::move(*folder) : nullptr;
  }

  app::Request report() {
    app::Request request;
    request.caller.actor.as = matter::Actor::As::kResident;
    request.caller.actor.is_reporter = true;
    request.caller.grants.push_back({{"matter.open"}, "120103"});
    request.caller.key_scope = "test";
    request.key = "folder-test-1";
    request.kind = "report";
    request.place = "120103014004";
    request.channel = "portal";
    request.inputs["field.what"] = Value::text("the reclaimed-water pipe has burst, call 13800000000");
    return request;
  }

  fs::path root_;
  wiring::FolderOptions options_;
};

}  // namespace

TEST_F(FolderTest, AMatterSurvivesAReopenAndItsChainVerifies) {
  app::Receipt receipt;
  {
    auto folder = open();
    ASSERT_NE(folder, nullptr);
    ASSERT_TRUE(folder->empty());
    ASSERT_TRUE(folder->seed_registers(1).ok());
    auto done = app::submit_action(folder->house(), report());
    ASSERT_TRUE(done.ok()) << done.error().field << " " << done.error().detail;
    receipt = *done;
    EXPECT_EQ(receipt.step, "reported");
    EXPECT_TRUE(receipt.number.starts_with("HX-"));
  }
  auto folder = open();
  ASSERT_NE(folder, nullptr);
  EXPECT_FALSE(folder->empty());
  const auto loaded = app::load_matter(folder->house(), receipt.matter);
  ASSERT_TRUE(loaded.ok());
  EXPECT_EQ(loaded->matter.step, "reported");
  EXPECT_EQ(loaded->stored.row.title.find("13800000000"), std::string::npos);
  EXPECT_TRUE(ledger::verify_chain({120103}, receipt.matter, loaded->stored.links).ok());
}

TEST_F(FolderTest, RequestsAreRecognisedAfterARestartByTheFoldersOwnKey) {
  app::Receipt first;
  {
    auto folder = open();
    ASSERT_NE(folder, nullptr);
    ASSERT_TRUE(folder->seed_registers(1).ok());
    first = *app::submit_action(folder->house(), report());
  }
  EXPECT_EQ(*app::submit_action(open()->house(), report()), first);
  fs::remove(options_.data / "receipt.key");
  const auto again = app::submit_action(open()->house(), report());
  ASSERT_FALSE(again.ok()) << "without the key nobody can tell what was asked";
  EXPECT_EQ(again.error().code, ErrorCode::kKeyReused);
}

TEST_F(FolderTest, TheSameKeyHearsTheSameAnswerAndChangesNothing) {
  auto folder = open();
  ASSERT_NE(folder, nullptr);
  ASSERT_TRUE(folder->seed_registers(1).ok());
  const auto first = app::submit_action(folder->house(), report());
  const auto again = app::submit_action(folder->house(), report());
  ASSERT_TRUE(first.ok() && again.ok());
  EXPECT_EQ(first->matter, again->matter);
  EXPECT_EQ(folder->store().all({120103})->size(), 1u);
}

TEST_F(FolderTest, EvidenceIsAFileOfThisVeryMatter) {
  auto folder = open();
  ASSERT_NE(folder, nullptr);
  ASSERT_TRUE(folder->seed_registers(1).ok());
  const auto opened = app::submit_action(folder->house(), report());
  ASSERT_TRUE(opened.ok());
  app::Request settle;
  settle.caller.actor = {matter::Actor::As::kStaff, "somebody", "district-centre", false};
  settle.caller.grants.push_back({{"matter.settle"}, "120103"});
  settle.caller.key_scope = "somebody";
  settle.key = "folder-test-2";
  settle.matter = opened->matter;
  settle.action = "settle";
  settle.inputs["words"] = Value::text("done");
  settle.inputs["after"] = Value::list({Value::text(std::string(64, 'a'))});
  const auto invented = app::submit_action(folder->house(), settle);
  ASSERT_FALSE(invented.ok());
  EXPECT_EQ(invented.error().code, ErrorCode::kUnknownReference);
  EXPECT_EQ(invented.error().field, "after");
  const auto stored = folder->store().load({120103}, opened->matter);
  ASSERT_TRUE(stored.ok());
  const auto photo = folder->files().put(stored->wrapped_key, "a photo");
  ASSERT_TRUE(photo.ok());
  settle.key = "folder-test-3";
  settle.inputs["after"] = Value::list({Value::text(*photo)});
  EXPECT_TRUE(app::submit_action(folder->house(), settle).ok());
}

TEST_F(FolderTest, ASecondProgramIsToldToUseTheServer) {
  auto folder = open();
  ASSERT_NE(folder, nullptr);
  const auto second = wiring::Folder::open(options_);
  ASSERT_FALSE(second.ok());
  EXPECT_EQ(second.error().code, ErrorCode::kLocked);
}

TEST_F(FolderTest, AFolderWithoutItsKeySaysSo) {
  { auto folder = open(); }
  fs::remove(root_ / "data.key");
  const auto again = wiring::Folder::open(options_);
  ASSERT_FALSE(again.ok());
  EXPECT_EQ(again.error().code, ErrorCode::kKeyMissing);
}

TEST_F(FolderTest, AMatterIsReadByTheUnitsItWasGivenToAndByNoOtherUnit) {
  auto folder = open();
  ASSERT_NE(folder, nullptr);
  ASSERT_TRUE(folder->seed_registers(1).ok());
  const registers::Book& book = *folder->house().rules()->book;
  app::MatterRow row;
  row.place = "120103014004";
  row.owner = "community-huizhongjiayuan";
  row.parties = {"reclaimed-water-company", "district-centre"};
  const auto reads = [&](const char* person) {
    const auto caller = app::staff_caller(book, person);
    EXPECT_TRUE(caller) << person;
    return caller && app::may_read(*caller, book, row);
  };
  EXPECT_TRUE(reads("reclaimed-water-company.liaison")) << "called, though it reads nothing by area";
  EXPECT_TRUE(reads("community-huizhongjiayuan.clerk")) << "the owner";
  EXPECT_FALSE(reads("property-huizhong.liaison")) << "not called";
  EXPECT_FALSE(reads("district-centre.admin")) << "who edits users reads no matters, even in a called unit";
}

}  // namespace shaoyin
