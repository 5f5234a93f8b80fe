// Every number opens its rows: the condition beside a number, judged anew, finds exactly the rows that were counted.
#include "core/desk/answer.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/desk/condition.h"
#include "core/desk/little_desk_test.h"
#include "core/rule/sieve.h"

namespace shaoyin::desk {
namespace {

struct Numbers : testing::Test {
  const Columns columns = columns_of({"errand", {}, {}}, versions_of(errand()));

  RowNumbers opened(const rule::Table& table, const std::string& where, const RowNumbers& among) const {
    if (where.empty()) return among;
    const auto condition = ready(where, columns, tuesday());
    EXPECT_TRUE(condition) << where << ": " << (condition ? "" : condition.error().said.en);
    if (!condition) return {};
    const RowNumbers passing = rule::Sieve::make(*condition, table)->passing(table);
    RowNumbers both;
    std::set_intersection(passing.begin(), passing.end(), among.begin(), among.end(), std::back_inserter(both));
    return both;
  }

  static RowNumbers sorted(RowNumbers rows) {
    std::sort(rows.begin(), rows.end());
    return rows;
  }
};

View view_of(Show show) {
  View view;
  view.show = show;
  view.sum = "field.cost";
  return view;
}

std::vector<View> every_shape() {
  std::vector<View> all;
  for (const char* by : {"step", "owner", "overdue", "field.grade", "community"}) {
    View board = view_of(Show::kBoard);
    board.by = by;
    all.push_back(board);
    for (const char* across : {"step", "contested", "category"}) {
      View matrix = view_of(Show::kMatrix);
      matrix.by = by;
      matrix.across = across;
      all.push_back(matrix);
    }
  }
  for (const Per per : {Per::kDay, Per::kWeek, Per::kMonth}) {
    View chart = view_of(Show::kChart);
    chart.on = {"opened"};
    chart.per = per == Per::kDay ? Per::kWeek : per;
    all.push_back(chart);
    chart.on = {"opened", "closed"};
    all.push_back(chart);
  }
  for (const char* by : {"", "owner"}) {
    View rate = view_of(Show::kRate);
    rate.by = by;
    rate.of = "overdue or not known(due)";
    all.push_back(rate);
    View median = view_of(Show::kMedian);
    median.by = by;
    median.from = "opened";
    median.until = "closed";
    all.push_back(median);
    View forecast = view_of(Show::kForecast);
    forecast.by = by;
    forecast.on = {"opened"};
    forecast.per = Per::kMonth;
    all.push_back(forecast);
  }
  View funnel = view_of(Show::kFunnel);
  funnel.stages = {{{}, "known(opened)"}, {{}, "step == 'doing' or step == 'done'"}, {{}, "returned < 2"}};
  all.push_back(funnel);
  View timeline = view_of(Show::kTimeline);
  timeline.on = {"due"};
  all.push_back(timeline);
  timeline.by = "owner";
  all.push_back(timeline);
  return all;
}

TEST_F(Numbers, OpenExactlyTheRowsThatWereCounted) {
  const std::uint64_t seed = 20261123;
  std::mt19937_64 chance(seed);
  const std::vector<std::string> asked{"", "overdue", "not final or returned > 2", "due < now", "owner in ['code-1', 'code-2'] and opened >= days_ago(90)"};
  for (int round = 0; round < 20; ++round) {
    const rule::Table table = by_chance(columns, 300, chance);
    for (const View& view : every_shape()) {
      const std::string& where = asked[chance() % asked.size()];
      RowNumbers mine;  // those that this reader may see
      for (std::uint32_t row = 0; row < table.rows(); ++row) {
        if (chance() % 4 != 0) mine.push_back(row);
      }
      const RowNumbers rows = opened(table, where, mine);
      const auto made = answer(table, columns, view, view.show, where, tuesday(), rows);
      ASSERT_TRUE(made) << made.error().said.en;
      const std::string context = "seed " + std::to_string(seed) + " round " + std::to_string(round) + " " + show_name(view.show) + " by " + view.by;
      for (const Group& group : made->groups) {
        ASSERT_EQ(opened(table, group.where, mine), sorted(group.rows)) << context << ": " << group.where;
        if (group.part) {
          ASSERT_EQ(opened(table, group.part->where, mine).size(), group.part->count) << context << ": " << group.part->where;
        }
      }
      if (made->part) {
        ASSERT_EQ(opened(table, made->part->where, mine).size(), made->part->count) << context << ": " << made->part->where;
      }
      for (const Group& group : made->across) ASSERT_EQ(opened(table, group.where, mine), sorted(group.rows)) << context << ": " << group.where;
      std::size_t in_cells = 0;
      for (const Cell& cell : made->cells) {
        const RowNumbers found = opened(table, cell.where, mine);
        ASSERT_EQ(found.size(), cell.count) << context << ": " << cell.where;
        ASSERT_EQ(sum_of(table, view.sum, found), cell.value) << context;
        in_cells += cell.count;
      }
      if (view.on.size() > 1 || view.show == Show::kFunnel) continue;  // there a matter stands in two series, or stages
      if (made->groups.empty() && made->part) continue;  // one number for all
      std::size_t in_groups = 0;
      for (const Group& group : made->groups) in_groups += group.rows.size();
      EXPECT_EQ(in_groups, rows.size()) << context << ": every row stands in one group";
      if (view.show == Show::kMatrix) {
        EXPECT_EQ(in_cells, rows.size()) << context;
      }
    }
  }
}

TEST_F(Numbers, StepsStandInTheirOrderAndTheUnknownLast) {
  rule::Table table = empty_table(columns);
  const auto add = [&](const char* step) {
    view::MatterRow row;
    row.step = step;
    table.add(values_of(columns, row, nullptr));
  };
  for (const char* step : {"", "done", "asked", "done"}) add(step);
  const auto groups = groups_by(table, *find(columns, "step"), {0, 1, 2, 3});
  ASSERT_EQ(groups->size(), 3u);
  EXPECT_EQ((*groups)[0].where, "step == 'asked'");
  EXPECT_EQ((*groups)[1].rows, (RowNumbers{1, 3}));
  EXPECT_EQ((*groups)[2].where, "not known(step)");
}

TEST_F(Numbers, AChartOverTimeLeavesNoGap) {
  rule::Table table = empty_table(columns);
  for (const char* opened : {"2023-01-31 23:59", "2023-04-01 00:00"}) {
    view::MatterRow row;
    row.opened = *parse_instant(opened);
    table.add(values_of(columns, row, nullptr));
  }
  const auto groups = groups_over(table, *find(columns, "opened"), Per::kMonth, plain_calendar(), {0, 1});
  ASSERT_EQ(groups->size(), 4u) << "January, February, March, April";
  EXPECT_EQ((*groups)[0].rows.size(), 1u) << "the month is that of the district, not of Greenwich";
  EXPECT_TRUE((*groups)[1].rows.empty());
}

TEST_F(Numbers, MoreGroupsThanAnybodyReadsAreRefusedWithTheCure) {
  rule::Table table = empty_table(columns);
  RowNumbers rows;
  for (std::uint32_t i = 0; i <= kGroupsMax; ++i) {
    view::MatterRow row;
    row.owner = "unit-" + std::to_string(i);
    table.add(values_of(columns, row, nullptr));
    rows.push_back(i);
  }
  const auto groups = groups_by(table, *find(columns, "owner"), rows);
  ASSERT_FALSE(groups);
  EXPECT_EQ(groups.error().code, ErrorCode::kTooLarge);
  EXPECT_NE(groups.error().said.en.find("narrow the view"), std::string::npos);
}

TEST_F(Numbers, ASumThatNoNumberHoldsIsNotKnown) {
  rule::Table table = empty_table(columns);
  for (int i = 0; i < 2; ++i) {
    view::MatterRow row;
    row.fields = {{"cost", Value::number(INT64_MAX)}};
    table.add(values_of(columns, row, nullptr));
  }
  EXPECT_EQ(sum_of(table, "field.cost", {0}), INT64_MAX);
  EXPECT_EQ(sum_of(table, "field.cost", {0, 1}), std::nullopt);
}

TEST_F(Numbers, RowsAreSortedWithTheUnknownLastEitherWay) {
  rule::Table table = empty_table(columns);
  for (const int returned : {2, 0, 5}) {
    view::MatterRow row;
    row.returned = returned;
    row.step = returned == 2 ? "" : returned == 0 ? "done" : "asked";
    table.add(values_of(columns, row, nullptr));
  }
  const auto by = [&](const char* sort) {
    RowNumbers rows{0, 1, 2};
    sort_rows(table, columns, sort, rows);
    return rows;
  };
  EXPECT_EQ(by("returned"), (RowNumbers{1, 0, 2}));
  EXPECT_EQ(by("-returned"), (RowNumbers{2, 0, 1}));
  EXPECT_EQ(by("step"), (RowNumbers{2, 1, 0})) << "asked, done, not known";
  EXPECT_EQ(by("-step"), (RowNumbers{1, 2, 0}));
}

}  // namespace
}  // namespace shaoyin::desk
