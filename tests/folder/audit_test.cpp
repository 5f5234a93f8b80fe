// Somebody who can write the database changes what stands beside the ledger. Each story changes one thing and leaves every entry as it
// was; verifying must name it.
#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>

#include "app/callers.h"
#include "app/submit_action.h"
#include "edge/sqlite/database.h"
#include "edge/toml/register_files.h"
#include "main/wiring/chains.h"
#include "main/wiring/folder.h"

namespace shaoyin {
namespace {

namespace fs = std::filesystem;

class Audit : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    shared_ = fs::temp_directory_path() / ("shaoyin-audit-" + std::to_string(::getpid()));
    fs::remove_all(shared_);
    auto folder = wiring::Folder::open(options(shared_ / "data"));
    ASSERT_TRUE(folder) << folder.error().detail;
    ASSERT_TRUE((*folder)->seed_registers(1).ok());
    first_ = report(**folder, "pipe-1", "a burst pipe in front of the house");
    report(**folder, "pipe-2", "a lamp that is out");
    report(**folder, "pipe-3", "a bench that is broken");
    report(**folder, "pipe-4", "since last Tuesday the street lamp in front of building 13 has been dark, and old people fall over the loose stones");
  }
  static void TearDownTestSuite() { fs::remove_all(shared_); }
  void SetUp() override {
    root_ = shared_.string() + "-one";
    fs::copy(shared_, root_, fs::copy_options::recursive);
    fs::permissions(root_ / "data.key", fs::perms::owner_read | fs::perms::owner_write);
  }
  void TearDown() override { fs::remove_all(root_); }

  static wiring::FolderOptions options(const fs::path& data) {
    wiring::FolderOptions options;
    options.data = data;
    options.home = SHAOYIN_SOURCE_DIR;
    return options;
  }

  static MatterId report(wiring::Folder& folder, const std::string& key, const std::string& words) {
    app::Request request;
    request.caller.actor.as = matter::Actor::As::kResident;
    request.caller.actor.is_reporter = true;
    request.caller.grants.push_back({{"matter.open"}, "120103"});
    request.caller.key_scope = "test";
    request.key = "audit-test-" + key;
    request.kind = "report";
    request.place = "120103014004";
    request.channel = "portal";
    request.inputs["field.what"] = Value::text(words);
    const auto receipt = app::submit_action(folder.house(), request);
    EXPECT_TRUE(receipt) << receipt.error().field << " " << receipt.error().detail;
    return receipt ? receipt->matter : MatterId{};
  }

  // What verifying says after `change`, as "part part …"; "" when all is well.
  std::string after(const std::string& change) {
    if (!change.empty()) {
      sqlite::Database database((root_ / "data/shaoyin.db").string(), SQLITE_OPEN_READWRITE);
      database.execute(change);
    }
    auto folder = wiring::Folder::open(options(root_ / "data"));
    EXPECT_TRUE(folder) << folder.error().detail;
    const auto report = wiring::verify_chains((*folder)->store(), &(*folder)->vault());
    EXPECT_TRUE(report) << report.error().detail;
    std::string parts;
    for (const wiring::ChainFault& one : report->faults) parts += (parts.empty() ? "" : " ") + one.detail;
    return parts;
  }
  std::string of_first() const { return " WHERE matter = " + std::to_string(first_.value); }

  inline static fs::path shared_;   // made once: a district's registers take seconds
  inline static MatterId first_;
  fs::path root_;
};

TEST_F(Audit, AnUntouchedFolderHasNothingToShow) { EXPECT_EQ(after(""), ""); }

TEST_F(Audit, AStepChangedInTheListIsNamed) { EXPECT_EQ(after("UPDATE matter SET step = 'closed'" + of_first()), "row.step"); }

TEST_F(Audit, ADeadlineMovedInTheListIsNamed) {
  EXPECT_EQ(after("UPDATE matter SET next_due = next_due + 86400000" + of_first()), "row.next_due");
}

TEST_F(Audit, AUnitLetInByTheListIsNamed) {
  EXPECT_EQ(after("UPDATE matter SET parties = 'l1:t11:water-other'" + of_first()), "row.parties");
}

TEST_F(Audit, AFieldChangedForViewsIsNamed) { EXPECT_EQ(after("UPDATE matter SET fields = 'l2:t5:gradet6:urgent'" + of_first()), "row.fields"); }

TEST_F(Audit, ARecordPutInForViewsIsNamed) {
  EXPECT_EQ(after("INSERT INTO record_row (district_id, matter, type, number, round, step, fields) VALUES (120103, " + std::to_string(first_.value) + ", 'attempt', 1, 1, 'held', 'l0:')"),
            "row.records");
}

TEST_F(Audit, ATitleChangedInTheListIsNamed) { EXPECT_EQ(after("UPDATE matter SET title = 'nothing to see'" + of_first()), "row.title"); }

TEST_F(Audit, ATextTakenOutIsMissed) {
  EXPECT_NE(after("DELETE FROM content" + of_first()).find("text "), std::string::npos);
}

TEST_F(Audit, ATextExchangedForAnotherDoesNotOpen) {
  EXPECT_EQ(after("UPDATE content SET cipher = (SELECT cipher FROM content WHERE matter <> " + std::to_string(first_.value) + " LIMIT 1)" + of_first()),
            "text field.what");
}

TEST_F(Audit, ATailCutOffIsMissedByItsRow) {
  EXPECT_EQ(after("DROP TRIGGER entry_is_never_deleted; DELETE FROM entry" + of_first() + " AND revision = (SELECT max(revision) FROM entry" + of_first() + ")").substr(0, 12),
            "row.revision");
}

TEST_F(Audit, AMatterTakenOutWholeLeavesAGapInTheFeed) {
  const std::string id = std::to_string(first_.value);
  EXPECT_EQ(after("PRAGMA foreign_keys = OFF; DROP TRIGGER entry_is_never_deleted; DELETE FROM search_doc WHERE matter = " + id + "; DELETE FROM content WHERE matter = " + id +
                  "; DELETE FROM concerned WHERE matter = " + id + "; DELETE FROM entry WHERE matter = " + id + "; DELETE FROM matter WHERE matter = " + id),
            "feed 1");
}

}  // namespace
}  // namespace shaoyin
