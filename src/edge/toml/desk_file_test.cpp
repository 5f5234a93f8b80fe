// Desks as their files say them: what is read, and each slip of the pen named with file, key and cure.
#include "edge/toml/desk_file.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace shaoyin::toml_files {
namespace {

constexpr const char* kView = R"(
labels  = { zh = "单位与环节", en = "Units and steps" }
over    = "whistle.call"
show    = "matrix"
where   = "not matter.final"
by      = "call.unit"
across  = "call.step"
on      = "matter.due"
per     = "week"
columns = ["call.unit", "matter.due"]
)";

// The one fault of a view's text, as "at: what; cure".
std::string fault_of(const std::string& text) {
  std::vector<desk::Fault> faults;
  static_cast<void>(parse_view(text, "desks/d/views/v.toml", faults));
  if (faults.size() != 1) return std::to_string(faults.size()) + " faults";
  EXPECT_EQ(faults[0].file, "desks/d/views/v.toml");
  EXPECT_FALSE(faults[0].what.zh.empty() || faults[0].cure.zh.empty());
  return faults[0].at + ": " + faults[0].what.en + "; " + faults[0].cure.en;
}

TEST(DeskFile, IsReadAsItIsWritten) {
  std::vector<desk::Fault> faults;
  const desk::View view = parse_view(kView, "v.toml", faults);
  EXPECT_TRUE(faults.empty());
  EXPECT_EQ(view.label, (Words{"单位与环节", "Units and steps"}));
  EXPECT_EQ(view.over, (desk::Over{"whistle", "call", {}}));
  EXPECT_EQ(view.show, desk::Show::kMatrix);
  EXPECT_EQ(view.on, std::vector<std::string>{"matter.due"}) << "one may stand without brackets";
  EXPECT_EQ(view.per, desk::Per::kWeek);
  EXPECT_EQ(view.columns.size(), 2u);
}

TEST(DeskFile, RatesFunnelsAndForecastsAreRead) {
  std::vector<desk::Fault> faults;
  const desk::View view = parse_view("show = 'funnel'\nof = 'final'\nfrom = 'opened'\nahead = 12\nformula = { version = '2024-01', zh = '办结数÷总数', en = 'ended / all' }\n"
                                     "stages = [{ labels = { zh = '全部', en = 'All' }, where = 'true' }, { labels = { zh = '办结', en = 'Ended' }, where = 'final' }]", "v.toml", faults);
  EXPECT_TRUE(faults.empty());
  EXPECT_EQ(view.show, desk::Show::kFunnel);
  EXPECT_EQ(view.formula->version, "2024-01");
  EXPECT_EQ(view.formula->text.en, "ended / all");
  ASSERT_EQ(view.stages.size(), 2u);
  EXPECT_EQ(view.stages[1].label.zh, "办结");
  EXPECT_EQ(view.stages[1].where, "final");
  EXPECT_EQ(view.ahead, 12);
}

TEST(DeskFile, NamesEachSlipOfThePen) {
  EXPECT_EQ(fault_of("stages = ['final']").substr(0, 31), "stages: must be a list of stage");
  EXPECT_EQ(fault_of("stages = [{ labels = { zh = '一', en = 'A' }, were = 'final' }]").substr(0, 34), "stages.were: line 1: unknown name;");
  EXPECT_EQ(fault_of("formula = 'final'").substr(0, 41), "formula: must be { version, zh, en }; wri");
  EXPECT_EQ(fault_of("ahead = 'six'"), "ahead: must be a whole number from 0 to 1000; write ahead = 6");
  EXPECT_EQ(fault_of("colums = ['step']").substr(0, 29), "colums: line 1: unknown name;");
  EXPECT_EQ(fault_of("show = 'pie'"), "show: 'pie' is not known; known are: list, number, board, matrix, calendar, timeline, chart, map, rate, median, funnel, forecast");
  EXPECT_EQ(fault_of("per = 'year'"), "per: 'year' is not known; known are: day, week, month");
  EXPECT_EQ(fault_of("labels = { zh = '在办' }"), "labels: needs both zh and en; write labels = { zh = \"…\", en = \"…\" }");
  EXPECT_EQ(fault_of("where = 3"), "where: must be a text; write where = \"…\"");
  EXPECT_EQ(fault_of("columns = [1]"), "columns: must be a text or a list of texts; write columns = [\"…\"]");
  EXPECT_NE(fault_of("where = \"").find("mend the line"), std::string::npos);
  EXPECT_NE(fault_of("[[[x]]]").find("mend the line"), std::string::npos);
  EXPECT_NE(fault_of(std::string("x\0", 2)).find("UTF-8"), std::string::npos);
  EXPECT_NE(fault_of(std::string(kDeskFileBytesMax + 1, ' ')).find("longer than"), std::string::npos);
}

TEST(DeskFile, ADeskHasBlocks) {
  std::vector<desk::Fault> faults;
  const desk::Desk desk = parse_desk("may = 'matter.read'\nlabels = { zh = '区', en = 'D' }\n[[block]]\nviews = ['a', 'b']\n", "desk.toml", faults);
  EXPECT_TRUE(faults.empty());
  ASSERT_EQ(desk.blocks.size(), 1u);
  EXPECT_EQ(desk.blocks[0].views, (std::vector<std::string>{"a", "b"}));
  static_cast<void>(parse_desk("may = 'matter.read'", "desk.toml", faults));
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_EQ(faults[0].at, "block");
}

TEST(DeskFile, TheShippedOnesAreRead) {
  const auto desks = read_desks(std::filesystem::path(SHAOYIN_SOURCE_DIR));
  ASSERT_GE(desks.size(), 2u);
  for (const DeskRead& one : desks) {
    for (const desk::Fault& fault : one.faults) ADD_FAILURE() << fault.file << " " << fault.at << ": " << fault.what.en;
  }
  EXPECT_TRUE(read_desks("/nowhere").empty());
}

}  // namespace
}  // namespace shaoyin::toml_files
