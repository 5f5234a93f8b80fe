#include "edge/toml/map_file.h"

#include <gtest/gtest.h>

#include <random>

namespace shaoyin::toml_files {
namespace {

const std::string kSmall = R"(
name = "small"
zone = "Asia/Shanghai"
kind = "report"
number_prefix = "S-"
channel = "import:small"
[district]
code = 990009
zh = "历史"
en = "Historical"
[steps]
open = "reported"
replied = "replied"
closed = "closed"
[times]
format = "year-first"
[columns]
key = "编号"
opened = "时间"
title = "主题"
)";

std::string without(const std::string& line) {
  std::string text = kSmall;
  const std::size_t at = text.find(line);
  EXPECT_NE(at, std::string::npos) << line;
  return text.erase(at, line.size());
}

Error fault_of(const std::string& text) {
  const Result<app::ImportMap> map = parse_map(text);
  EXPECT_FALSE(map);
  return map ? Error{} : map.error();
}

TEST(MapFile, TheMapsOfTheHouseCanBeRead) {
  for (const char* name : {"wenzheng", "wenzheng-replies", "boston311"}) {
    const Result<app::ImportMap> map = read_map(std::string(SHAOYIN_SOURCE_DIR "/maps/") + name + ".toml");
    ASSERT_TRUE(map) << name << ": " << map.error().field << " " << map.error().detail;
    EXPECT_EQ(map->name, name);
  }
}

TEST(MapFile, SaysWhatTheColumnsOfBostonMean) {
  const Result<app::ImportMap> map = read_map(SHAOYIN_SOURCE_DIR "/maps/boston311.toml");
  ASSERT_TRUE(map);
  EXPECT_EQ(map->district.value, 990002);
  EXPECT_EQ(map->zone, "America/New_York");
  EXPECT_EQ(map->time_format, app::TimeFormat::kMonthFirst);
  EXPECT_EQ(map->columns.target, "TARGET_DT");
  EXPECT_EQ(map->categories.at("Street Lights"), "roads.lamps");
  EXPECT_TRUE(map->flags.contains(app::Flag::kDefaultPoint));
  ASSERT_EQ(map->default_points.size(), 1U);
  EXPECT_EQ(map->default_points[0].lat, "42.3594");
}

TEST(MapFile, NamesTheKeyThatIsMissing) {
  ASSERT_TRUE(parse_map(kSmall));
  EXPECT_EQ(fault_of(without("opened = \"时间\"\n")).field, "columns.opened");
  EXPECT_EQ(fault_of(without("name = \"small\"\n")).code, ErrorCode::kMissingField);
  EXPECT_EQ(fault_of(kSmall + "on_time = \"flag\"\n").field, "on_time");
}

TEST(MapFile, RefusesKeysAndChoicesThatNoMapHas) {
  const Error unknown = fault_of(kSmall + "colour = \"颜色\"\n");
  EXPECT_EQ(unknown.code, ErrorCode::kUnknownField);
  EXPECT_EQ(unknown.field, "columns.colour");
  const Error flag = fault_of(kSmall + "[flags]\nraise = [\"odd\"]\n");
  EXPECT_EQ(flag.code, ErrorCode::kNotAChoice);
  EXPECT_NE(flag.detail.find("bare_date"), std::string::npos);
}

TEST(MapFile, RefusesWrongTypesAndTextThatIsNoToml) {
  EXPECT_EQ(fault_of(kSmall + "what = 7\n").code, ErrorCode::kWrongType);
  std::string district = kSmall;
  EXPECT_EQ(fault_of(district.replace(district.find("990009"), 6, "12")).field, "district.code");
  const Error broken = fault_of("name = \"x\"\nzone = \n");
  EXPECT_EQ(broken.code, ErrorCode::kMalformed);
  EXPECT_EQ(broken.field, "line 2");
  EXPECT_EQ(read_map("/nowhere/map.toml").error().code, ErrorCode::kNotFound);
}

// An official's slip of the pen must cost a sentence, never the server.
TEST(MapFile, NoDamagedTextStopsTheProgram) {
  for (const std::string text : {"[[[x]]]\n", "[[ [a]\n", "[\n", "a = [[[[\n", "\"\"\" = 1\n", "= 1\n", "[[]]\n", "a.b.. = 1\n"}) {
    EXPECT_EQ(fault_of(text).code, ErrorCode::kMalformed) << text;
  }
  const std::string marks = "[]{}=.\"'#,\n \\-+:eETZ0_x";
  for (std::uint32_t seed = 1; seed <= 5000; ++seed) {
    SCOPED_TRACE("SEED=" + std::to_string(seed));
    std::minstd_rand chance(seed);
    std::string text = kSmall;
    for (std::uint32_t hits = chance() % 4; hits < 5; ++hits) text.insert(chance() % text.size(), 1, marks[chance() % marks.size()]);
    (void)parse_map(text);  // any answer is good; coming back is the point
  }
}

}  // namespace
}  // namespace shaoyin::toml_files
