// A data folder, opened as the programs open it, on a real disk.
#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "app/callers.h"
#include "app/submit_action.h"
#include "edge/sqlite/database.h"
#include "edge/toml/register_files.h"
#include "main/wiring/demo.h"
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
  void TearDown() override {
    fs::remove_all(root_);
    fs::remove_all(root_.string() + "-home");
  }

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

  // The shipped district under another code and other letters.
  std::vector<registers::Row> elsewhere(const std::string& code, const std::string& letters) {
    auto rows = *toml_files::demo_rows(fs::path(SHAOYIN_SOURCE_DIR) / "registers", 1);
    const auto moved = [&](std::string text) {
      for (auto at = text.find("120103"); at != std::string::npos; at = text.find("120103", at + 6)) text.replace(at, 6, code);
      return text;
    };
    for (registers::Row& row : rows) {
      row.code = moved(row.code);
      for (auto& [name, value] : row.columns) value = moved(value);
      if (row.columns.contains("letters")) row.columns["letters"] = letters;
    }
    return rows;
  }
  static registers::Row unit(const std::string& code, const std::string& name) {
    return {"unit", code, 0, *parse_instant("2024-01-01"), std::nullopt,
            {{"name_zh", name}, {"name_en", name}, {"kind", "other"}, {"area", "120103"}}};
  }
  // A house of the shipped one's files whose demonstration plays these lives and no others.
  void few_lives(const std::string& lives) {
    options_.home = root_.string() + "-home";
    fs::remove_all(options_.home);
    fs::create_directories(options_.home);
    for (const char* part : {"procedures", "registers", "desks", "maps"}) fs::copy(fs::path(SHAOYIN_SOURCE_DIR) / part, options_.home / part, fs::copy_options::recursive);
    std::vector<fs::path> others;
    for (const auto& entry : fs::recursive_directory_iterator(options_.home / "procedures")) {
      if (entry.path().extension() == ".life") others.push_back(entry.path());
    }
    for (const fs::path& other : others) fs::remove(other);
    std::ofstream(options_.home / "procedures/report/few.life") << lives;
  }
  // Everything a list shows of the matters of the folder, in order of opening; ids and keys differ from run to run.
  static std::vector<std::string> shown(wiring::Folder& folder) {
    app::Filter filter;
    filter.order = app::Filter::Order::kOldest;
    filter.limit = app::kPageMax;
    std::vector<std::string> all;
    const auto page = folder.store().list({120103}, filter);
    for (const app::MatterRow& row : page->rows) {
      all.push_back(row.number + " " + row.kind + " " + row.step + " " + row.owner + " " + row.title + " " + format_utc(row.opened) + " " + format_utc(row.updated));
    }
    return all;
  }

  fs::path root_;
  wiring::FolderOptions options_;
};

struct PowerCut {};

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

TEST_F(FolderTest, ADemonstrationThatWasCutShortGoesOnAndEndsAsIfNothingHadHappened) {
  const wiring::DemoWish wish{.seed = 1, .now = *parse_instant("2026-03-02 10:00"), .most_each = 3};
  few_lives(R"(
life:    Solved the second time, and joined by another
kind:    report
places:  120103014004
every:   200 days
0        community_clerk@community  report(what: 灯不亮)                                     reported
+10m     community_clerk@community  accept(category: roads.lamps.dark; grade: simple)        accepted
+5m      community_clerk@community  dispatch(unit: lighting-company; remark: 请查看)          handling
+3h      lighting-company.liaison   finish(words: 已修; after: 修后)                          awaiting_call_back
life:    The same again
kind:    report
places:  120103014004
every:   100 days
0        resident                   report(what: 灯还是不亮)                                  reported
+5m      community_clerk@community  absorb({matter:report})                                  absorbed
life:    Refused
kind:    report
places:  community
every:   300 days
0        resident                   report(what: 井盖响)                                      reported
+90d     community_clerk@community  close                                                    closed
)");
  std::vector<std::string> whole;
  {
    auto folder = open();
    ASSERT_TRUE(folder && wiring::seed_demo(*folder, wish).ok());
    whole = shown(*folder);
  }
  for (const int cut_at : {1, 7, 12}) {
    SCOPED_TRACE(cut_at);
    fs::remove_all(root_);
    {
      auto folder = open();
      ASSERT_NE(folder, nullptr);
      EXPECT_FALSE(*wiring::demo_unfinished(*folder)) << "nothing was begun";
      EXPECT_THROW((void)wiring::seed_demo(*folder, wish, [&](const app::DemoProgress& progress) { if (progress.done == cut_at) throw PowerCut(); }), PowerCut);
    }
    auto folder = open();
    ASSERT_NE(folder, nullptr);
    EXPECT_TRUE(*wiring::demo_unfinished(*folder));
    const auto seeded = wiring::seed_demo(*folder, {.seed = 99});
    ASSERT_TRUE(seeded.ok()) << seeded.error().field << " " << seeded.error().detail << " " << seeded.error().said.en;
    EXPECT_FALSE(*wiring::demo_unfinished(*folder));
    EXPECT_EQ(folder->store().accounts({120103})->size(), folder->house().rules()->book->people().size());
    EXPECT_EQ(shown(*folder), whole);
    EXPECT_EQ(wiring::seed_demo(*folder, {}).error().code, ErrorCode::kConflict) << "whole: not twice";
  }
}

TEST_F(FolderTest, RegisterRowsAreTakenAllOrNone) {
  {
    auto folder = open();
    ASSERT_TRUE(folder && folder->seed_registers(1).ok());
  }
  {
    sqlite::Database database((options_.data / "shaoyin.db").string(), SQLITE_OPEN_READWRITE);
    database.run("CREATE TRIGGER cut BEFORE INSERT ON register_row WHEN new.code = 'unit-last' BEGIN SELECT RAISE(ABORT, 'cut'); END");
  }
  auto folder = open();
  ASSERT_NE(folder, nullptr);
  const auto before = folder->house().rules();
  std::vector<registers::Row> rows;
  for (int i = 0; i < 5000; ++i) rows.push_back(unit("unit-" + std::to_string(i), "one"));
  rows.push_back(unit("unit-last", "one"));
  EXPECT_FALSE(folder->add_rows(rows).ok());
  EXPECT_EQ(folder->house().rules(), before);
  ASSERT_TRUE(folder->reload().ok());
  EXPECT_EQ(folder->house().rules()->book->unit("unit-0"), nullptr);
}

TEST_F(FolderTest, ADistrictHasItsOwnCodeAndLetters) {
  app::Request request = report();
  request.caller.grants.front().area = "130102";
  request.place = "130102014004";
  {
    auto folder = open();
    ASSERT_NE(folder, nullptr);
    const Status added = folder->add_rows(elsewhere("130102", "CA"));
    ASSERT_TRUE(added.ok()) << added.error().field << " " << added.error().detail;
    const auto done = app::submit_action(folder->house(), request);
    ASSERT_TRUE(done.ok()) << done.error().field << " " << done.error().detail;
    EXPECT_TRUE(done->number.starts_with("CA-")) << done->number;
  }
  auto folder = open();
  ASSERT_NE(folder, nullptr);
  EXPECT_EQ(folder->house().district().id, DistrictId{130102});
  EXPECT_EQ(folder->house().number_prefix(*parse_instant("2026-03-02")), "CA-2026-");
  EXPECT_TRUE(folder->imported().empty());
  request.key = "folder-test-2";
  EXPECT_TRUE(app::submit_action(folder->house(), request)->number.starts_with("CA-"));
}

TEST_F(FolderTest, RegistersOfAnotherDistrictAreRefused) {
  auto folder = open();
  ASSERT_TRUE(folder && folder->seed_registers(1).ok());
  const Status refused = folder->add_rows(elsewhere("130102", "CA"));
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().code, ErrorCode::kConflict);
  EXPECT_EQ(folder->house().rules()->book->grid("130102"), nullptr);
}

TEST_F(FolderTest, RegistersWithoutAGoodDistrictAreRefusedByAFreshFolder) {
  auto folder = open();
  ASSERT_NE(folder, nullptr);
  EXPECT_EQ(folder->add_rows({unit("a-unit", "one")}).error().code, ErrorCode::kRegisterFault);
  EXPECT_EQ(folder->add_rows(elsewhere("130102", "ca-")).error().code, ErrorCode::kRegisterFault);
  EXPECT_EQ(folder->add_rows(elsewhere("district", "CA")).error().code, ErrorCode::kRegisterFault);
  EXPECT_TRUE(folder->empty());
  EXPECT_TRUE(folder->store().districts()->empty());
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
