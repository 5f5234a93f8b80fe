// The deadline packs that ship: every row can be read, says where its figure comes from, and the presets
// change what they are meant to change and nothing else.
#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <string>

#include "edge/toml/toml.h"  // never the library itself: its assertions would be others in one program

#include "core/clock/clock.h"

namespace shaoyin::clock {
namespace {

const std::set<std::string> kKeys = {"code", "variant", "limit", "source", "source_zh", "our_default", "then"};

toml::table file_of(const std::string& name) {
  return toml::parse_file(std::string(SHAOYIN_SOURCE_DIR) + "/registers/deadlines/" + name + ".toml");
}

PackRow read_row(const toml::table& row) {
  for (const auto& [key, value] : row) {
    EXPECT_TRUE(kKeys.contains(std::string(key.str()))) << key.str();
  }
  const std::string text = row["limit"].value_or("");
  const Result<Limit> limit = parse_limit(text);
  EXPECT_TRUE(limit.ok()) << text;
  return {row["code"].value_or(""), row["variant"].value_or("?"), limit.ok() ? *limit : Limit{},
          {row["source_zh"].value_or(row["source"].value_or("")), row["source"].value_or("")}, row["our_default"].value<bool>().value()};
}

std::vector<PackRow> rows_of(const std::string& name) {
  std::vector<PackRow> rows;
  const toml::table file = file_of(name);
  for (const toml::node& node : *file["row"].as_array()) {
    rows.push_back(read_row(*node.as_table()));
  }
  return rows;
}

DeadlinePack preset(const std::string& name) {
  std::vector<PackRow> rows = rows_of("base");
  for (PackRow& row : rows_of(name)) {
    rows.push_back(std::move(row));
  }
  return {name, "1", rows};
}

std::string limit_of(const DeadlinePack& pack, const char* code, const char* variant) {
  const PackRow* row = pack.find(code, variant);
  return row == nullptr ? "none" : say_limit(row->limit).en;
}

}  // namespace

TEST(DeadlinePacks, NameWhereEachFigureComesFrom) {
  for (const char* name : {"base", "gulou", "xuanwu"}) {
    EXPECT_EQ(file_of(name)["name"].value_or(""), std::string(name));
    EXPECT_NE(file_of(name)["version"].value_or(""), std::string());
    std::set<std::pair<std::string, std::string>> seen;
    for (const PackRow& row : rows_of(name)) {
      EXPECT_TRUE(seen.insert({row.code, row.variant}).second)
          << row.code << " " << row.variant << " stands twice";
      EXPECT_FALSE(row.code.empty() || row.source.empty()) << row.code;
      EXPECT_EQ(row.our_default, row.source.en.find("our default") != std::string::npos)
          << row.code << " " << row.variant;
      EXPECT_FALSE(std::regex_search(row.source.zh, std::regex("[a-z]{3,}"))) << row.source.zh << " is no Chinese: " << row.code << " needs a source_zh";
      EXPECT_FALSE(std::regex_search(row.source.en, std::regex("[\xe4-\xe9][\x80-\xbf]{2}"))) << row.source.en << " is no English: its Chinese is for source_zh, " << row.code;
    }
  }
}

TEST(DeadlinePacks, GiveEveryGradeOfAWhistleEveryClock) {
  const DeadlinePack base("base", "1", rows_of("base"));
  for (const char* code : {"WHISTLE-SIGN", "WHISTLE-CONTACT", "WHISTLE-REPORT", "WHISTLE-CONVENE",
                           "WHISTLE-RULING", "WHISTLE-PLAN", "WHISTLE-SOLVE", "CALL-BACK"}) {
    for (const char* grade : {"work", "hard", "urgent"}) {
      EXPECT_NE(base.find(code, grade), nullptr) << code << " " << grade;
    }
  }
}

TEST(DeadlinePacks, GiveEveryClockOfAReport) {
  const DeadlinePack base("base", "1", rows_of("base"));
  EXPECT_EQ(limit_of(base, "REPORT-ACCEPT", "urgent"), "30 minutes");
  EXPECT_EQ(limit_of(base, "REPORT-DISPATCH", "general"), "1 working hour");
  EXPECT_EQ(limit_of(base, "REPORT-HANDLE", "simple"), "5 working days");
  EXPECT_EQ(limit_of(base, "REPORT-HANDLE", "general"), "7 days");
  EXPECT_EQ(limit_of(base, "REPORT-HANDLE", "complex"), "15 days");
  EXPECT_EQ(limit_of(base, "REPORT-HANDLE", "urgent"), "24 hours");
  EXPECT_EQ(limit_of(base, "REPORT-HANDLE", "emergency"), "2 hours");
  for (const char* level : {"micro_grid", "grid", "community", "street"}) {
    EXPECT_EQ(limit_of(base, "REPORT-SETTLE", level), "24 hours");
  }
  for (const char* code : {"REPORT-CONTACT", "REPORT-HOLD-REVIEW", "REPORT-RETURN-RULING", "REPORT-RATE"}) {
    EXPECT_TRUE(base.has(code)) << code;
  }
}

TEST(DeadlinePacks, LetXuanwuSignInWorkingHoursAndLeaveTheRestAlone) {
  const DeadlinePack xuanwu = preset("xuanwu");
  EXPECT_EQ(limit_of(xuanwu, "WHISTLE-SIGN", "work"), "1 working hour");
  EXPECT_EQ(limit_of(xuanwu, "WHISTLE-SIGN", "hard"), "1 working hour");
  EXPECT_EQ(limit_of(xuanwu, "WHISTLE-SIGN", "urgent"), "15 minutes");
  EXPECT_FALSE(xuanwu.find("REPORT-DISPATCH", "")->our_default);
  EXPECT_EQ(xuanwu.rows().size(), rows_of("base").size());
}

TEST(DeadlinePacks, LetGulouKeepWhatItPublished) {
  const DeadlinePack gulou = preset("gulou");
  EXPECT_EQ(limit_of(gulou, "WHISTLE-SIGN", "work"), "1 hour");
  EXPECT_EQ(limit_of(gulou, "WHISTLE-CONTACT", "hard"), "24 hours");
  EXPECT_EQ(limit_of(gulou, "WHISTLE-REPORT", "work"), "3 working days");
  EXPECT_EQ(limit_of(gulou, "WHISTLE-REPORT", "hard"), "5 working days");
}

}  // namespace shaoyin::clock
