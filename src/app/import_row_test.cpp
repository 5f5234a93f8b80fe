#include "app/import_row.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/base/utf8.h"

namespace shaoyin::app {
namespace {

const clock::Zone kChina = clock::Zone::fixed("Asia/Shanghai", kChinaOffset);
constexpr Instant kNow{1'700'000'000'000};

ImportMap small_map() {
  ImportMap map;
  map.name = "small";
  map.district = {990009};
  map.kind = "report";
  map.number_prefix = "S-";
  map.channel = "import:small";
  map.step_open = "reported";
  map.step_replied = "replied";
  map.step_closed = "closed";
  map.columns = {.key = "编号", .opened = "时间", .title = "主题", .what = "详情", .target = "期限", .closed = "办结",
                 .close_note = "", .reply = "答复", .replied = "答复时间", .reporter = "用户", .where = "", .lat = "纬度",
                 .lon = "经度", .on_time = "按时"};
  map.attributes = {{"likes", "点赞"}};
  map.on_time_yes = "是";
  map.on_time_no = "否";
  map.flags.insert(all_flags().begin(), all_flags().end());
  map.default_points = {{"42.3594", "-71.0587"}};
  return map;
}

const SheetRow kHeader{1, {"编号", "用户", "主题", "时间", "详情", "答复", "答复时间", "期限", "办结", "按时", "纬度", "经度", "点赞"}};
enum Column { kKey, kUser, kTitle, kOpened, kWhat, kReply, kReplied, kTarget, kClosed, kOnTime, kLat, kLon, kLikes };

SheetRow good_row() {
  return {2, {"188006", "A000100001", "路灯不亮", "2019/2/28 11:25:05", "十三号楼前的路灯三天不亮，请致电 13800000000。", "", "",
              "", "", "", "", "", "3"}};
}

SheetRow with(std::vector<std::pair<Column, std::string>> changes) {
  SheetRow row = good_row();
  for (auto& [column, text] : changes) {
    row.cells[column] = text;
  }
  return row;
}

Result<PlannedRow> plan(const SheetRow& row, const ImportMap& map = small_map()) {
  const Result<SheetLayout> layout = SheetLayout::find(map, kHeader);
  EXPECT_TRUE(layout);
  return plan_row(map, kChina, *layout, row, kNow);
}

PlannedRow planned(const SheetRow& row, const ImportMap& map = small_map()) {
  Result<PlannedRow> result = plan(row, map);
  EXPECT_TRUE(result) << (result ? "" : result.error().field);
  return result ? *result : PlannedRow{};
}

std::vector<std::string> kinds(const PlannedRow& row) {
  std::vector<std::string> names;
  for (const matter::Event& event : row.events) {
    names.emplace_back(matter::event_name(event.kind));
  }
  return names;
}

TEST(ImportRow, AMessageBecomesAHistoricalMatterDatedAsInItsSource) {
  const PlannedRow row = planned(good_row());
  EXPECT_EQ(row.row.number, "S-188006");
  EXPECT_EQ(row.row.step, "reported");
  EXPECT_TRUE(row.row.historical);
  EXPECT_FALSE(row.row.final);
  EXPECT_EQ(row.row.place, "990009");
  EXPECT_EQ(format_utc(row.row.opened), "2019-02-28T03:25:05.000Z");
  EXPECT_EQ(kinds(row), (std::vector<std::string>{"opened", "imported", "moved"}));
  EXPECT_EQ(row.events[0].at, row.row.opened);
  EXPECT_EQ(row.events[1].at, kNow);
  EXPECT_EQ(row.events[1].text("source"), "small");
  EXPECT_EQ(row.events[1].text("row"), "188006");
  EXPECT_EQ(row.events[1].text("attr.likes"), "3");
  EXPECT_TRUE(row.flags.empty());
  EXPECT_FALSE(row.row.look_again.has_value()) << "a historical matter has no running clock";
}

TEST(ImportRow, AReplyAndACloseEndIt) {
  const PlannedRow replied = planned(with({{kReply, "已修复"}, {kReplied, "2019/3/10 14:56:53"}}));
  EXPECT_EQ(kinds(replied), (std::vector<std::string>{"opened", "imported", "moved", "acted", "moved"}));
  EXPECT_EQ(replied.row.step, "replied");
  EXPECT_TRUE(replied.row.final);
  EXPECT_EQ(replied.events[3].text("action"), "reply");
  EXPECT_EQ(format_utc(replied.events[4].at), "2019-03-10T06:56:53.000Z");
  const PlannedRow both = planned(with({{kReplied, "2019/3/10 14:56:53"}, {kClosed, "2019/3/12 9:00"}}));
  EXPECT_EQ(both.row.step, "closed");
  EXPECT_EQ(both.events[4].get("final"), Value::nothing());
  EXPECT_TRUE(both.events.back().get("final").is_yes());
  EXPECT_EQ(both.events.back().text("from"), "replied");
}

TEST(ImportRow, TheDeadlineIsRecordedAndDoesNotRun) {
  const PlannedRow row = planned(with({{kTarget, "2019/3/1 0:00:00"}, {kClosed, "2019/3/2 0:00:00"}, {kOnTime, "否"}}));
  EXPECT_EQ(format_utc(*row.row.promised), "2019-02-28T16:00:00.000Z");
  EXPECT_EQ(row.events[1].get("target").as_instant(), *row.row.promised);
  EXPECT_TRUE(row.events[1].get("on_time").is_no());
  for (const std::string& kind : kinds(row)) {
    EXPECT_NE(kind, "clock_started");
  }
}

// No name, phone or free text may stand in an event, and none in clear beside it unmasked.
TEST(ImportRow, EventsHoldNothingThatPeopleWrote) {
  const PlannedRow row = planned(with({{kReply, "网友“A000100001”：您好！已修复，电话 13800000000"}, {kReplied, "2019/3/10 1:00:00"}}));
  for (const matter::Event& event : row.events) {
    for (const auto& [name, value] : event.data) {
      for (const std::string& text : {value.as_text()}) {
        EXPECT_EQ(text.find("A000100001"), std::string::npos) << name;
        EXPECT_EQ(text.find("路灯"), std::string::npos) << name;
      }
    }
  }
  ASSERT_EQ(row.texts.size(), 3U);
  for (const PlannedText& text : row.texts) {
    EXPECT_EQ(text.masked.find("13800000000"), std::string::npos) << text.where;
    EXPECT_EQ(text.masked.find("A000100001"), std::string::npos) << text.where;
  }
  const auto reporter = std::find_if(row.texts.begin(), row.texts.end(), [](const PlannedText& t) { return t.where == "field.reporter"; });
  ASSERT_NE(reporter, row.texts.end());
  EXPECT_EQ(reporter->original, "A000100001");
  EXPECT_TRUE(reporter->masked.empty());
  EXPECT_EQ(row.texts.back().where, "note@4");
  EXPECT_EQ(row.events[row.texts.back().event].text("action"), "reply");
}

TEST(ImportRow, WhiteSpaceAroundCellsIsDropped) {
  const PlannedRow row = planned(with({{kTitle, "\t　路灯不亮 \xC2\xA0\n"}, {kKey, " 188006\t"}}));
  EXPECT_EQ(row.row.title, "路灯不亮");
  EXPECT_EQ(row.key, "188006");
  EXPECT_EQ(row.content, planned(good_row()).content);
  EXPECT_NE(row.content, planned(with({{kWhat, "别的"}})).content);
}

TEST(ImportRow, ALongTitleIsCutAndKeptWhole) {
  std::string title;
  for (int i = 0; i < 100; ++i) {
    title += "长";
  }
  const PlannedRow row = planned(with({{kTitle, title}}));
  EXPECT_EQ(count_code_points(row.row.title), 80u);
  EXPECT_TRUE(row.row.title.ends_with("长…")) << row.row.title << " does not look whole";
  EXPECT_EQ(row.texts[0].where, "field.title");
  EXPECT_EQ(row.texts[0].original, title);
}

TEST(ImportRow, SuspiciousRowsAreFlaggedAndTaken) {
  using Flags = std::set<Flag>;
  EXPECT_EQ(planned(with({{kClosed, "2019/2/27 11:25:05"}})).flags, Flags{Flag::kClosedBeforeOpened});
  EXPECT_EQ(planned(with({{kReplied, "2019/2/28 11:25:04"}})).flags, Flags{Flag::kRepliedBeforeOpened});
  EXPECT_EQ(planned(with({{kOpened, "2019/2/28"}})).flags, Flags{Flag::kBareDate});
  EXPECT_EQ(planned(with({{kReplied, "2019/2/28"}})).flags, Flags{Flag::kBareDate}) << "any time of that day is meant";
  EXPECT_EQ(planned(with({{kLat, "42.3594"}, {kLon, "-71.0587"}})).flags, Flags{Flag::kDefaultPoint});
  EXPECT_TRUE(planned(with({{kLat, "42.3594"}, {kLon, "-71.0588"}})).flags.empty());
  EXPECT_EQ(planned(with({{kTarget, "2019/3/1 1:00:00"}, {kClosed, "2019/3/1 0:30:00"}})).flags, Flags{Flag::kNoOnTimeFlag});
  EXPECT_TRUE(planned(with({{kTarget, "2019/3/1 1:00:00"}})).flags.empty()) << "still open: nothing to judge";
  const PlannedRow row = planned(with({{kClosed, "2019/2/27 1:00:00"}}));
  ASSERT_EQ(row.events[1].get("flags").items().size(), 1U);
  EXPECT_EQ(row.events[1].get("flags").items()[0].as_text(), "closed_before_opened");
}

TEST(ImportRow, OnlyTheFlagsOfTheMapAreRaised) {
  ImportMap map = small_map();
  map.flags.clear();
  EXPECT_TRUE(planned(with({{kClosed, "2019/2/27 11:25:05"}, {kOpened, "2019/2/28"}}), map).flags.empty());
}

TEST(ImportRow, ABadCellIsNamed) {
  const auto refused = [](const SheetRow& row) {
    const Result<PlannedRow> result = plan(row);
    EXPECT_FALSE(result);
    return result ? Error{} : result.error();
  };
  EXPECT_EQ(refused(with({{kKey, " "}})).code, ErrorCode::kMissingField);
  EXPECT_EQ(refused(with({{kKey, std::string(65, '1')}})).detail, "kSourceKeyMax");
  EXPECT_EQ(refused(with({{kTitle, ""}})).field, "主题");
  EXPECT_EQ(refused(with({{kTitle, "\u3000\u200b"}})).code, ErrorCode::kMissingField);
  EXPECT_EQ(refused(with({{kOpened, "昨天 13800000000"}})).code, ErrorCode::kImpossibleTime);
  EXPECT_EQ(refused(with({{kOpened, "昨天 13800000000"}})).detail.find("1380"), std::string::npos) << "no cell in an error";
  EXPECT_EQ(refused(with({{kClosed, "2019/2/30 1:00:00"}})).field, "办结");
  EXPECT_EQ(refused(with({{kWhat, std::string("a\0b", 3)}})).code, ErrorCode::kInvalidUtf8);
  EXPECT_EQ(refused(with({{kWhat, "\xFF"}})).code, ErrorCode::kInvalidUtf8);
  EXPECT_EQ(refused(with({{kWhat, std::string(kImportedTextMax + 1, 'x')}})).code, ErrorCode::kTooLong);
  EXPECT_EQ(refused({3, {"1"}}).code, ErrorCode::kMissingField) << "a short row";
}

TEST(ImportRow, ATableWithoutItsColumnsIsRefused) {
  const ImportMap map = small_map();
  SheetRow header = kHeader;
  header.cells[kTitle] = "标题";
  EXPECT_EQ(SheetLayout::find(map, header).error().field, "主题");
  header = kHeader;
  header.cells.emplace_back("编号");
  EXPECT_EQ(SheetLayout::find(map, header).error().code, ErrorCode::kMalformed);
}

}  // namespace
}  // namespace shaoyin::app
