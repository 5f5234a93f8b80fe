#include "edge/toml/register_files.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace shaoyin::toml_files {

namespace {

namespace fs = std::filesystem;

// A copy of the shipped folder that a test may spoil.
class Folder : public testing::Test {
 protected:
  void SetUp() override {
    path_ = fs::temp_directory_path() / ("shaoyin-registers-" + std::to_string(::getpid()) + "-" +
                                         testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::remove_all(path_);
    fs::create_directories(path_);
    for (const auto& entry : fs::directory_iterator(fs::path(SHAOYIN_SOURCE_DIR) / "registers")) {
      if (entry.is_regular_file()) {
        fs::copy(entry.path(), path_);
      }
    }
  }
  void TearDown() override { fs::remove_all(path_); }

  void write(const char* name, const std::string& text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
  }

  // Reads after `name` was replaced by `text`; expects a refusal.
  [[nodiscard]] Error refused(const char* name, const std::string& text) const {
    write(name, text);
    const auto read = read_registers(path_);
    EXPECT_FALSE(read.ok());
    return read.ok() ? Error{} : read.error();
  }

  fs::path path_;
};

void expect(const Error& error, ErrorCode code, const std::string& field) {
  EXPECT_EQ(error_name(error.code), std::string(error_name(code)));
  EXPECT_EQ(error.field, field);
}

constexpr const char* kHeader = "# ours\ncode,area,category,unit\n";

}  // namespace

TEST(Csv, ReadsQuotesCommasAndLineBreaksInsideCells) {
  const auto rows = read_csv("\xEF\xBB\xBF# where from\na,b\r\n\"x, \"\"y\"\"\",\"two\nlines\"\n\nlast,\n");
  ASSERT_TRUE(rows.ok());
  ASSERT_EQ(rows->size(), 3u);
  EXPECT_EQ((*rows)[0].cells, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ((*rows)[1].cells, (std::vector<std::string>{"x, \"y\"", "two\nlines"}));
  EXPECT_EQ((*rows)[1].line, 3u);
  EXPECT_EQ((*rows)[2].line, 6u) << "lines are counted as an editor does";
  EXPECT_EQ((*rows)[2].cells, (std::vector<std::string>{"last", ""}));
}

TEST(Csv, RefusesWhatIsNoTable) {
  EXPECT_EQ(read_csv("a,b\n\"open").error().code, ErrorCode::kMalformed);
  EXPECT_EQ(read_csv("a,b\n\"x\"y,z\n").error().field, "2");
  EXPECT_EQ(read_csv("a,\xC0\xAF\n").error().code, ErrorCode::kInvalidUtf8);
  EXPECT_TRUE(read_csv("")->empty());
}

TEST_F(Folder, TheShippedOneReads) {
  const auto read = read_registers(path_);
  ASSERT_TRUE(read.ok()) << read.error().field;
  EXPECT_GT(read->size(), 800u);
}

TEST_F(Folder, AMissingFileIsNamed) {
  fs::remove(path_ / "units.csv");
  expect(read_registers(path_).error(), ErrorCode::kNotFound, "units.csv");
}

TEST_F(Folder, AMisspeltColumnIsNamedWithItsLine) {
  const Error error = refused("routes.csv", "# ours\ncode,area,categorie,unit\n");
  expect(error, ErrorCode::kUnknownField, "routes.csv:2");
  EXPECT_EQ(error.detail, "categorie");
}

TEST_F(Folder, ALineWithACellTooFewIsNamed) {
  const Error error =
      refused("routes.csv", std::string(kHeader) + "r1,120103,roads,sports\nr2,120103,roads\n");
  expect(error, ErrorCode::kMalformed, "routes.csv:4");
  EXPECT_EQ(error.detail, "cells_expected=4 | cells_found=3");
}

TEST_F(Folder, ARowWithoutACodeIsNamed) {
  expect(refused("routes.csv", std::string(kHeader) + ",120103,roads,sports\n"), ErrorCode::kMissingField,
         "routes.csv:3");
}

TEST_F(Folder, ACodeMayStandTwiceOnlyWhenOneEndsBeforeTheOther) {
  const std::string header = "code,area,category,unit,valid_from,valid_to\n";
  expect(refused("routes.csv", header + "r1,120103,roads,sports,,\nr1,120103,roads,audit,2024-01-01,\n"),
         ErrorCode::kConflict, "routes.csv:3");
  write("routes.csv", header + "r1,120103,roads,sports,,2024-01-01\nr1,120103,roads,audit,2024-01-01,\n");
  const auto read = read_registers(path_);
  ASSERT_TRUE(read.ok());
  std::int64_t newest = 0;
  for (const registers::Row& row : *read) {
    newest = row.reg == "route" ? std::max(newest, row.version) : newest;
  }
  EXPECT_EQ(newest, 2);
}

TEST_F(Folder, AnImpossibleDateIsNamed) {
  expect(refused("routes.csv", "code,area,category,unit,valid_from\nr1,120103,roads,sports,2023-02-30\n"),
         ErrorCode::kImpossibleTime, "routes.csv:2");
}

TEST_F(Folder, ARoleWithoutVerbsOrWithAnUnknownKeyIsNamed) {
  expect(refused("roles.toml", "[clerk]\nname_zh = \"员\"\nname_en = \"Clerk\"\nverbs = []\n"),
         ErrorCode::kMissingField, "roles.toml:clerk");
  expect(refused("roles.toml", "[clerk]\nname_zh = \"员\"\nname_en = \"Clerk\"\nverbs = [\"read\"]\n"),
         ErrorCode::kWrongType, "roles.toml:clerk");
  expect(refused("roles.toml", "[clerk]\nrank = 1\n"), ErrorCode::kUnknownField, "roles.toml:clerk");
  expect(refused("roles.toml", "[clerk\n"), ErrorCode::kMalformed, "roles.toml:1");
}

TEST_F(Folder, ADistrictThatCannotBeDrawnIsRefused) {
  write("outline.csv", "lon,lat\n117.1,39\n117.2,39\n");
  EXPECT_EQ(demo_rows(path_, 1).error().code, ErrorCode::kRegisterFault);
}

TEST_F(Folder, CountsThatCannotBeSharedOutAreRefusedWithTheStreet) {
  std::ifstream stream(path_ / "streets.csv");
  std::string text(std::istreambuf_iterator<char>(stream), {});
  const std::string right = "150,1661,62";
  text.replace(text.find(right), right.size(), "150,149,62");  // fewer micro-grids than grids
  write("streets.csv", text);
  expect(demo_rows(path_, 1).error(), ErrorCode::kRegisterFault, "120103004");
}

}  // namespace shaoyin::toml_files
