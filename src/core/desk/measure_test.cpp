// A share, a time and a way down a funnel: what is counted, what is not, and what is not said of too few.
// rows: 61 page: /desk/figures
#include "core/desk/measure.h"

#include <gtest/gtest.h>

#include "core/desk/little_desk_test.h"

namespace shaoyin::desk {
namespace {

struct Measure : testing::Test {
  const Columns columns = columns_of({"errand", {}, {}}, versions_of(errand()));
  rule::Table table = empty_table(columns);
  RowNumbers rows;

  void add(const view::MatterRow& row) {
    rows.push_back(static_cast<std::uint32_t>(table.rows()));
    table.add(values_of(columns, row, nullptr));
  }
  Answer shown(const View& view, const std::string& asked = "") {
    auto made = answer(table, columns, view, view.show, asked, tuesday(), rows);
    EXPECT_TRUE(made) << (made ? "" : made.error().said.en);
    return made ? std::move(*made) : Answer{};
  }
};

view::MatterRow errand_of(const char* owner, const char* step) {
  view::MatterRow row;
  row.owner = owner;
  row.step = step;
  row.opened = tuesday().now;
  return row;
}

TEST_F(Measure, ARateIsHowManyOfItsRowsCount) {
  for (const char* step : {"done", "done", "asked", ""}) add(errand_of("parks", step));
  add(errand_of("roads", "doing"));
  View view;
  view.show = Show::kRate;
  view.of = "step == 'done'";
  view.by = "owner";
  const Answer made = shown(view, "returned == 0");
  EXPECT_EQ(made.rows.size(), 5u) << "what is not known is in the denominator";
  EXPECT_EQ(made.part->count, 2u);
  EXPECT_EQ(made.part->where, "(returned == 0) and (step == 'done')");
  ASSERT_EQ(made.groups.size(), 2u);
  EXPECT_EQ(made.groups[0].part->count, 2u);
  EXPECT_EQ(made.groups[1].part->count, 0u) << "none is a share too";
  EXPECT_EQ(made.groups[1].part->where, "(returned == 0) and (owner == 'roads') and (step == 'done')");
}

TEST_F(Measure, TheMedianIsOfThoseThatEnded) {
  for (const int took : {1, 2, 3, 4, 5, -1, 0}) {
    view::MatterRow row = errand_of("parks", "done");
    if (took != 0) row.closed = Instant{row.opened.ms + hours(took).ms};
    add(row);
  }
  View view;
  view.show = Show::kMedian;
  view.from = "opened";
  view.until = "closed";
  const Answer made = shown(view);
  EXPECT_EQ(made.rows.size(), 7u);
  EXPECT_EQ(made.part->count, 5u) << "neither what is open nor what ended before it began";
  EXPECT_EQ(made.part->median, hours(3).ms);
  EXPECT_EQ(made.part->p90, hours(4).ms + minutes(36).ms);
}

TEST_F(Measure, OfFewerThanFiveNoTimeIsSaid) {
  for (int i = 0; i < 4; ++i) {
    view::MatterRow row = errand_of("parks", "done");
    row.closed = row.opened;
    add(row);
  }
  View view;
  view.show = Show::kMedian;
  view.from = "opened";
  view.until = "closed";
  const Answer made = shown(view);
  EXPECT_EQ(made.part->count, 4u);
  EXPECT_FALSE(made.part->median || made.part->p90);
}

TEST_F(Measure, AStageIsAskedOfTheStageBefore) {
  for (const char* step : {"asked", "doing", "done", "done"}) add(errand_of(step[0] == 'a' ? "roads" : "parks", step));
  View view;
  view.show = Show::kFunnel;
  view.stages = {{{"全部", "All"}, "opened <= now"}, {{"已办结", "Done"}, "step == 'done'"}, {{"道路", "Roads"}, "owner == 'roads'"}};
  const Answer made = shown(view);
  ASSERT_EQ(made.groups.size(), 3u);
  EXPECT_EQ(made.groups[0].rows.size(), 4u);
  EXPECT_EQ(made.groups[1].rows.size(), 2u);
  EXPECT_TRUE(made.groups[2].rows.empty()) << "the errand of roads is not done";
  EXPECT_EQ(made.groups[1].label.en, "Done");
}

struct Months : Measure {
  View view;
  Months() {
    view.show = Show::kForecast;
    view.on = {"opened"};
    view.per = Per::kMonth;
    view.sum = "field.cost";
    view.ahead = 3;
  }
  // The months before the running February 2023, the oldest first.
  void months(int count, int left_out = -1) {
    for (int i = 0; i < count; ++i) {
      if (i == left_out) continue;
      const int at = 2023 * 12 + 1 - count + i;
      view::MatterRow row = errand_of("parks", "done");
      row.opened = *parse_instant(std::to_string(at / 12) + (at % 12 < 9 ? "-0" : "-") + std::to_string(at % 12 + 1) + "-15 09:00");
      row.fields = {{"cost", Value::number(100 + i % 12)}};
      add(row);
    }
  }
};

TEST_F(Months, AreForecastFromTheRunningOneOn) {
  months(36);
  view::MatterRow running = errand_of("parks", "done");
  running.fields = {{"cost", Value::number(1)}};
  add(running);
  const Answer made = shown(view);
  ASSERT_EQ(made.outlooks.size(), 1u);
  const Outlook& one = made.outlooks[0];
  EXPECT_EQ(one.refused.en, "");
  ASSERT_EQ(one.months.size(), 3u);
  EXPECT_EQ(day_text(one.months[0]), "2023-02-01");
  EXPECT_DOUBLE_EQ(one.forecast.ahead[0], 100) << "as a year ago; the month that has only begun says nothing";
  EXPECT_EQ(made.groups.size(), 37u);
}

TEST_F(Months, TooFewOrWithAGapAreRefusedInWords) {
  months(23);
  EXPECT_NE(shown(view).outlooks[0].refused.en.find("there are 23"), std::string::npos);
  EXPECT_TRUE(shown(view).outlooks[0].months.empty());
  table = empty_table(columns);
  rows.clear();
  months(36, 30);
  EXPECT_EQ(shown(view).outlooks[0].refused.en, "No forecast over a gap: there is no number for 2022-08; enter that month");
  view.sum.clear();
  EXPECT_EQ(shown(view).outlooks[0].refused.en, "") << "a month in which nothing was counted is nothing, not a gap";
}

TEST_F(Months, EachSeriesHasItsOwn) {
  months(36);
  for (const char* owner : {"roads", "roads"}) add(errand_of(owner, "done"));
  view.by = "owner";
  const Answer made = shown(view);
  ASSERT_EQ(made.outlooks.size(), 2u);
  EXPECT_EQ(made.outlooks[1].across, 1u);
  EXPECT_FALSE(made.outlooks[1].refused.zh.empty());
  EXPECT_EQ(made.outlooks[0].months.size(), 3u) << "the one is not held back by the other";
}

}  // namespace
}  // namespace shaoyin::desk
