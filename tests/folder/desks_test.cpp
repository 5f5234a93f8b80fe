// Desks of an installation: one with a fault is left out and named, and stops neither the folder nor the others.
#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "main/wiring/folder.h"

namespace shaoyin {
namespace {

namespace fs = std::filesystem;

class DesksTest : public testing::Test {
 protected:
  void SetUp() override {
    fs::remove_all(root_);
    fs::create_directories(root_ / "home");
    for (const char* part : {"procedures", "registers", "desks"}) fs::copy(fs::path(SHAOYIN_SOURCE_DIR) / part, root_ / "home" / part, fs::copy_options::recursive);
  }
  void TearDown() override { fs::remove_all(root_); }

  std::unique_ptr<wiring::Folder> open() const {
    wiring::FolderOptions options;
    options.data = root_ / "data";
    options.home = root_ / "home";
    auto folder = wiring::Folder::open(options);
    EXPECT_TRUE(folder.ok()) << folder.error().detail;
    return folder ? std::move(*folder) : nullptr;
  }
  void write(const std::string& file, const std::string& text) const { std::ofstream(root_ / "home/desks" / file, std::ios::binary) << text; }

  const fs::path root_ = fs::temp_directory_path() / ("shaoyin-desks-" + std::to_string(::getpid()));
};

TEST_F(DesksTest, AFaultyOneIsNamedAndTheOthersAreShown) {
  write("district/views/overdue.toml", "labels = { zh = '逾期', en = 'Late' }\nover = 'report'\nshow = 'number'\nwhere = 'too_late'\n");
  const auto folder = open();
  const auto rules = folder->house().rules();
  ASSERT_EQ(rules->desk_faults.size(), 1u);
  EXPECT_EQ(rules->desk_faults[0].file, "desks/district/views/overdue.toml");
  EXPECT_EQ(rules->desk_faults[0].at, "where");
  EXPECT_EQ(rules->desk("district"), nullptr);
  EXPECT_NE(rules->desk("mediation"), nullptr);
}

TEST_F(DesksTest, AMendedOneIsShownAfterAReload) {
  write("mediation/desk.toml", "may = ");
  const auto folder = open();
  ASSERT_TRUE(folder->seed_registers(1));
  EXPECT_EQ(folder->house().rules()->desk("mediation"), nullptr);
  fs::copy_file(fs::path(SHAOYIN_SOURCE_DIR) / "desks/mediation/desk.toml", root_ / "home/desks/mediation/desk.toml", fs::copy_options::overwrite_existing);
  ASSERT_TRUE(folder->reload());
  EXPECT_NE(folder->house().rules()->desk("mediation"), nullptr);
  EXPECT_TRUE(folder->house().rules()->desk_faults.empty());
}

TEST_F(DesksTest, AnInstallationWithoutDesksHasNone) {
  fs::remove_all(root_ / "home/desks");
  EXPECT_TRUE(open()->house().rules()->desks.empty());
}

}  // namespace
}  // namespace shaoyin
