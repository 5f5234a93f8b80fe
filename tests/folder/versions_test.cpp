// Versions of procedures in a data folder: a faulty one is refused before it is stored, a known one can be put back, and
// an old one that no longer holds stops its own matters only.
#include <gtest/gtest.h>

#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/submit_action.h"
#include "edge/sqlite/database.h"
#include "main/wiring/folder.h"
#include "main/wiring/procedure_shelf.h"

namespace shaoyin {
namespace {

namespace fs = std::filesystem;

class VersionsTest : public testing::Test {
 protected:
  void SetUp() override {
    root_ = fs::temp_directory_path() / ("shaoyin-versions-" + std::to_string(::getpid()));
    fs::remove_all(root_);
    fs::create_directories(root_ / "home");
    for (const char* part : {"procedures", "registers"}) fs::copy(fs::path(SHAOYIN_SOURCE_DIR) / part, root_ / "home" / part, fs::copy_options::recursive);
    options_.data = root_ / "data";
    options_.home = root_ / "home";
  }
  void TearDown() override { fs::remove_all(root_); }

  fs::path file(const std::string& name) const { return options_.home / name; }
  static std::string slurp(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream all;
    all << in.rdbuf();
    return all.str();
  }
  static void spit(const fs::path& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }
  void change(const std::string& name, const std::string& from, const std::string& to) {
    std::string text = slurp(file(name));
    const auto at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    spit(file(name), text.replace(at, from.size(), to));
  }

  std::unique_ptr<wiring::Folder> open() {
    auto folder = wiring::Folder::open(options_);
    EXPECT_TRUE(folder.ok()) << folder.error().field << " " << folder.error().detail << " " << folder.error().said.en;
    return folder ? std::move(*folder) : nullptr;
  }
  static std::string in_force(wiring::Folder& folder) { return folder.house().rules()->current("report")->hash; }

  static app::Request request_of(const std::string& key) {
    app::Request request;
    request.caller.actor = {matter::Actor::As::kStaff, "somebody", "community-huizhongjiayuan", false};
    request.caller.grants.push_back({{"matter.open", "matter.accept", "matter.absorb", "matter.settle", "matter.dispatch"}, "120103"});
    request.caller.key_scope = "test";
    request.key = key;
    return request;
  }
  static Result<app::Receipt> report(wiring::Folder& folder) {
    app::Request request = request_of("versions-open");
    request.kind = "report";
    request.place = "120103014004";
    request.inputs["field.what"] = Value::text("the pipe has burst");
    return app::submit_action(folder.house(), request);
  }
  static Result<app::Receipt> accept(wiring::Folder& folder, MatterId matter) {
    app::Request request = request_of("versions-accept");
    request.matter = matter;
    request.action = "accept";
    const auto& categories = folder.house().rules()->book->categories();
    request.inputs["field.category"] = Value::text(categories.begin()->first);
    request.inputs["field.grade"] = Value::text("general");
    return app::submit_action(folder.house(), request);
  }

  fs::path root_;
  wiring::FolderOptions options_;
};

constexpr const char* kProcedure = "procedures/report/procedure.toml";

TEST(GrantedVerbs, AreThoseOfRolesThatHoldOnTheDay) {
  const Instant today = *parse_instant("2023-06-01"), before = *parse_instant("2023-01-01"), later = *parse_instant("2024-01-01");
  const auto role = [](const char* code, Instant from, std::optional<Instant> to, const char* verbs) { return registers::Row{"role", code, 1, from, to, {{"verbs", verbs}}}; };
  const std::set<std::string> verbs = wiring::granted_verbs(
      {role("ends", before, later, "matter.accept"), role("ended", before, today, "matter.close"), role("comes", later, std::nullopt, "matter.erase")}, today);
  EXPECT_TRUE(verbs.contains("matter.accept")) << "it ends, but not yet";
  EXPECT_FALSE(verbs.contains("matter.close"));
  EXPECT_FALSE(verbs.contains("matter.erase"));
}

TEST_F(VersionsTest, AVersionThatTheCheckerRefusesIsNotStored) {
  {
    auto folder = open();
    ASSERT_TRUE(folder && folder->seed_registers(1).ok());
  }
  change(kProcedure, "deadline = \"REPORT-DISPATCH\"", "deadline = \"REPORT-DISPTCH\"");
  const auto refused = wiring::Folder::open(options_);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().code, ErrorCode::kProcedureFault);
  EXPECT_NE(refused.error().said.en.find("procedures/report/procedure.toml step.accepted.clock.dispatch.deadline: the deadline pack has no row 'REPORT-DISPTCH'; add a row"), std::string::npos) << refused.error().said.en;
  change(kProcedure, "deadline = \"REPORT-DISPTCH\"", "deadline = \"REPORT-DISPATCH\"");
  auto folder = open();
  ASSERT_NE(folder, nullptr);
  EXPECT_EQ(folder->store().register_rows({120103}, "procedure")->size(), folder->house().rules()->by_kind.size()) << "one version of each kind";
}

TEST_F(VersionsTest, AFileThatCannotBeReadIsNamedWithItsLine) {
  spit(file(kProcedure), "kind = ");
  const auto refused = wiring::Folder::open(options_);
  ASSERT_FALSE(refused.ok());
  EXPECT_NE(refused.error().said.en.find("procedures/report/procedure.toml procedure.toml: line 1"), std::string::npos) << refused.error().said.en;
}

TEST_F(VersionsTest, AnActionThatNoRoleMayDoIsRefusedInANewVersionOnly) {
  {
    auto folder = open();
    ASSERT_TRUE(folder && folder->seed_registers(1).ok());
  }
  change(kProcedure, "may = \"matter.absorb\"", "may = \"matter.abzorb\"");
  const auto refused = wiring::Folder::open(options_);
  ASSERT_FALSE(refused.ok());
  EXPECT_NE(refused.error().said.en.find("action.absorb.may: there is no permission 'matter.abzorb'"), std::string::npos) << refused.error().said.en;
}

TEST_F(VersionsTest, AKnownVersionThatIsPutBackIsInForceAgain) {
  std::string first, second;
  {
    auto folder = open();
    ASSERT_TRUE(folder && folder->seed_registers(1).ok());
    first = in_force(*folder);
  }
  const std::string before = slurp(file(kProcedure));
  spit(file(kProcedure), before + "\n# a word more\n");
  { auto folder = open(); second = in_force(*folder); }
  ASSERT_NE(first, second);
  spit(file(kProcedure), before);
  auto folder = open();
  EXPECT_EQ(in_force(*folder), first);
  EXPECT_NE(folder->house().rules()->by_hash.find(second), folder->house().rules()->by_hash.end()) << "what began meanwhile ends under its own version";
}

TEST_F(VersionsTest, AnOldVersionThatCannotBeReadIsShownAndNotActedOn) {
  app::Receipt receipt;
  std::string old;
  {
    auto folder = open();
    ASSERT_TRUE(folder && folder->seed_registers(1).ok());
    old = in_force(*folder);
    const auto opened = report(*folder);
    ASSERT_TRUE(opened.ok()) << opened.error().field << " " << opened.error().detail;
    receipt = *opened;
  }
  spit(file(kProcedure), slurp(file(kProcedure)) + "\n# a word more\n");
  { auto folder = open(); }
  {  // a later release no longer reads what an earlier one wrote
    sqlite::Database database((options_.data / "shaoyin.db").string(), SQLITE_OPEN_READWRITE);
    EXPECT_EQ(database.run("UPDATE register_row SET columns = replace(columns, 'final_steps = ', 'final_steps ; ') WHERE reg = 'procedure' AND instr(columns, $1) > 0", old), 1);
  }
  auto folder = open();
  ASSERT_NE(folder, nullptr);
  const auto loaded = app::load_matter(folder->house(), receipt.matter);
  ASSERT_TRUE(loaded.ok());
  const auto shown_by = folder->house().rules()->of(loaded->matter);
  ASSERT_NE(shown_by, nullptr);
  EXPECT_EQ(shown_by->text("step.reported").en, folder->house().rules()->current("report")->text("step.reported").en);
  const auto acted = accept(*folder, receipt.matter);
  ASSERT_FALSE(acted.ok());
  EXPECT_EQ(acted.error().code, ErrorCode::kProcedureFault);
  EXPECT_NE(acted.error().said.en.find("report@" + old.substr(0, 12)), std::string::npos) << acted.error().said.en;
  ASSERT_EQ(folder->house().rules()->unfit.size(), 1u);
  EXPECT_FALSE(folder->house().rules()->unfit.front().readable);
  EXPECT_TRUE(report(*folder).ok()) << "new matters begin under the version in force";
}

TEST_F(VersionsTest, AnOldVersionWithoutItsDeadlineRowRefusesOnlyWhatNeedsIt) {
  app::Receipt receipt;
  {
    auto folder = open();
    ASSERT_TRUE(folder && folder->seed_registers(1).ok());
    const auto opened = report(*folder);
    ASSERT_TRUE(opened.ok());
    receipt = *opened;
  }
  std::string procedure = slurp(file(kProcedure));
  for (auto at = procedure.find("REPORT-DISPATCH"); at != std::string::npos; at = procedure.find("REPORT-DISPATCH")) procedure.replace(at, 15, "REPORT-CONTACT");
  spit(file(kProcedure), procedure);
  std::string pack = slurp(file("registers/deadlines/base.toml"));
  for (auto at = pack.find("\"REPORT-DISPATCH\""); at != std::string::npos; at = pack.find("\"REPORT-DISPATCH\"")) pack.replace(at, 17, "\"REPORT-GONE\"");
  spit(file("registers/deadlines/base.toml"), pack);
  auto folder = open();
  ASSERT_NE(folder, nullptr);
  const auto acted = accept(*folder, receipt.matter);
  ASSERT_FALSE(acted.ok());
  EXPECT_EQ(acted.error().code, ErrorCode::kProcedureFault);
  EXPECT_EQ(acted.error().field, "clock.dispatch");
  EXPECT_EQ(app::load_matter(folder->house(), receipt.matter)->matter.step, "reported");
  EXPECT_TRUE(folder->house().rules()->unfit.front().readable);
  app::Request settle = request_of("versions-settle");
  settle.matter = receipt.matter;
  settle.action = "settle";
  settle.inputs["words"] = Value::text("done");
  const auto stored = folder->store().load({120103}, receipt.matter);
  settle.inputs["after"] = Value::list({Value::text(*folder->files().put(stored->wrapped_key, "a photo"))});
  const auto settled = app::submit_action(folder->house(), settle);
  EXPECT_TRUE(settled.ok()) << settled.error().field << " " << settled.error().detail;
}

}  // namespace
}  // namespace shaoyin
