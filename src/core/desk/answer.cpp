#include "core/desk/answer.h"

#include <algorithm>
#include <map>

#include "core/base/ensure.h"
#include "core/desk/measure.h"

namespace shaoyin::desk {
namespace {

using rule::Table;

const Column& column_of(const Columns& columns, const std::string& name) {
  const Column* column = find(columns, name);
  ensure(column != nullptr, "a checked view names columns there are");
  return *column;
}

// A condition of a file's may be an `or`; what is joined to it must not take it apart.
std::string whole(const std::string& condition) { return "(" + condition + ")"; }

class Arranging {
 public:
  Arranging(const Table& table, const Columns& columns, const View& view, const Times& times, Answer& answer)
      : table_(table), columns_(columns), view_(view), times_(times), calendar_(times.calendar), answer_(answer) {}

  Status run(Show show) {
    switch (show) {
      case Show::kList: case Show::kNumber: return {};
      case Show::kBoard: case Show::kMap: return into(answer_.groups, view_.by);
      case Show::kCalendar: return calendar();
      case Show::kTimeline: return timeline();
      case Show::kMatrix: return matrix();
      case Show::kChart:
        if (view_.on.size() > 1) return series();
        if (view_.on.size() == 1) return over(answer_.groups, view_.on.front(), *view_.per, answer_.rows);
        return view_.across.empty() ? into(answer_.groups, view_.by) : matrix();
      case Show::kRate: return rate();
      case Show::kMedian: return median();
      case Show::kFunnel: return funnel();
      case Show::kForecast: return forecast();
    }
    return {};
  }

 private:
  Status into(std::vector<Group>& groups, const std::string& by) {
    auto made = groups_by(table_, column_of(columns_, by), answer_.rows);
    if (!made) return made.error();
    groups = std::move(*made);
    return {};
  }

  Status over(std::vector<Group>& groups, const std::string& on, Per per, const RowNumbers& rows) {
    auto made = groups_over(table_, column_of(columns_, on), per, calendar_, rows);
    if (!made) return made.error();
    groups = std::move(*made);
    return {};
  }

  Status calendar() {
    Status status = over(answer_.groups, view_.on.front(), Per::kDay, answer_.rows);
    std::erase_if(answer_.groups, [](const Group& one) { return one.rows.empty(); });
    return status;
  }

  Status timeline() {
    if (!view_.by.empty()) return into(answer_.groups, view_.by);
    if (!answer_.rows.empty()) answer_.groups.push_back({{}, {}, {}, {}, {}, answer_.rows});
    return {};
  }

  Status matrix() {
    if (Status status = into(answer_.groups, view_.by); !status) return status;
    if (Status status = into(answer_.across, view_.across); !status) return status;
    cross();
    return {};
  }

  // A cell for each pair that has rows.
  void cross() {
    std::vector<std::uint32_t> across_of(table_.rows());
    for (std::size_t k = 0; k < answer_.across.size(); ++k) {
      for (const std::uint32_t row : answer_.across[k].rows) across_of[row] = static_cast<std::uint32_t>(k);
    }
    for (std::size_t g = 0; g < answer_.groups.size(); ++g) {
      std::map<std::uint32_t, RowNumbers> parts;
      for (const std::uint32_t row : answer_.groups[g].rows) parts[across_of[row]].push_back(row);
      for (const auto& [k, part] : parts) add_cell(g, k, part, answer_.groups[g].where + " and " + answer_.across[k].where);
    }
  }

  void add_cell(std::size_t group, std::size_t across, const RowNumbers& rows, std::string where) {
    answer_.cells.push_back({group, across, rows.size(), sum_of(table_, view_.sum, rows), std::move(where)});
  }

  // One series for each instant: a matter is counted in the month it was opened and again in the month it was closed. A month's own
  // number counts it once.
  Status series() {
    std::map<DayNumber, std::vector<std::pair<std::size_t, Group>>> months;
    for (std::size_t s = 0; s < view_.on.size(); ++s) {
      std::vector<Group> groups;
      if (Status status = over(groups, view_.on[s], *view_.per, answer_.rows); !status) return status;
      Group whole;
      whole.key = Value::text(view_.on[s]);
      whole.where = "known(" + view_.on[s] + ")";
      for (Group& group : groups) {
        if (!group.day) continue;
        whole.rows.insert(whole.rows.end(), group.rows.begin(), group.rows.end());
        months[*group.day].emplace_back(s, std::move(group));
      }
      answer_.across.push_back(std::move(whole));
    }
    if (!fill_gaps(months)) return fault(ErrorCode::kTooLarge, view_.on.front(), "view_groups_max=" + std::to_string(kGroupsMax), {"时间跨度太大，请用 where 缩小范围", "Too long a time; narrow the view with `where`"});
    for (auto& [day, parts] : months) add_month(day, parts);
    return {};
  }

  bool fill_gaps(std::map<DayNumber, std::vector<std::pair<std::size_t, Group>>>& months) const {
    if (months.empty()) return true;
    const DayNumber last = months.rbegin()->first;
    for (DayNumber day = months.begin()->first; day <= last; day = next(*view_.per, day)) {
      months[day];
      if (months.size() > kGroupsMax) return false;
    }
    return true;
  }

  void add_month(DayNumber day, const std::vector<std::pair<std::size_t, Group>>& parts) {
    Group month;
    const DayNumber end = next(*view_.per, day);
    month.day = day;
    month.from = calendar_.start_of(day);
    month.to = calendar_.start_of(end);
    month.key = Value::instant(*month.from);
    for (const std::string& on : view_.on) month.where += (month.where.empty() ? "(" : " or ") + within(on, day, end);
    month.where += ")";
    for (const auto& [s, part] : parts) {
      month.rows.insert(month.rows.end(), part.rows.begin(), part.rows.end());
      if (!part.rows.empty()) add_cell(answer_.groups.size(), s, part.rows, part.where);
    }
    std::sort(month.rows.begin(), month.rows.end());
    month.rows.erase(std::unique(month.rows.begin(), month.rows.end()), month.rows.end());
    answer_.groups.push_back(std::move(month));
  }

  template <class PartOf>
  Status measured(const PartOf& part_of) {
    if (Status status = view_.by.empty() ? Status() : into(answer_.groups, view_.by); !status) return status;
    answer_.part = part_of(answer_.rows, "");
    for (Group& group : answer_.groups) group.part = part_of(group.rows, group.where);
    return {};
  }

  Status rate() {
    const auto counts = truths_of(table_, columns_, view_.of, times_);
    if (!counts) return counts.error();
    return measured([&](const RowNumbers& rows, const std::string& where) { return Part{yes_among(*counts, rows).size(), both(where, whole(view_.of)), {}, {}}; });
  }

  Status median() {
    return measured([&](const RowNumbers& rows, const std::string& where) { return time_between(table_, view_.from, view_.until, rows, where); });
  }

  Status funnel() {
    RowNumbers left = answer_.rows;
    std::string where;
    for (const Stage& stage : view_.stages) {
      const auto passes = truths_of(table_, columns_, stage.where, times_);
      if (!passes) return passes.error();
      left = yes_among(*passes, left);
      where = both(where, whole(stage.where));
      Group group;
      group.key = Value::text(std::to_string(answer_.groups.size() + 1));
      group.where = where;
      group.rows = left;
      group.label = stage.label;
      answer_.groups.push_back(std::move(group));
    }
    return {};
  }

  // Months as groups; with `by` a series for each of its values.
  Status forecast() {
    if (Status status = over(answer_.groups, view_.on.front(), Per::kMonth, answer_.rows); !status) return status;
    if (view_.by.empty()) {
      answer_.outlooks.push_back(outlook(table_, view_, times_, answer_.rows));
      return {};
    }
    if (Status status = into(answer_.across, view_.by); !status) return status;
    if (answer_.across.size() > kForecastsMax) {
      return fault(ErrorCode::kTooLarge, view_.by, "forecasts_max=" + std::to_string(kForecastsMax), {"序列太多，一次最多预测 " + std::to_string(kForecastsMax) + " 个，请用 where 缩小范围", "Too many series, at most " + std::to_string(kForecastsMax) + " at once; narrow the view with `where`"});
    }
    cross();
    for (std::size_t s = 0; s < answer_.across.size(); ++s) {
      answer_.outlooks.push_back(outlook(table_, view_, times_, answer_.across[s].rows));
      answer_.outlooks.back().across = s;
    }
    return {};
  }

  const Table& table_;
  const Columns& columns_;
  const View& view_;
  const Times& times_;
  const clock::WorkCalendar& calendar_;
  Answer& answer_;
};

}  // namespace

Window window_of(Per per, DayNumber day) {
  const DayNumber from = first_of(per, day);
  return {from, next(per, from)};
}

std::string order_of(const View& view, Show show, const Columns& columns) {
  if ((show == Show::kCalendar || show == Show::kTimeline) && !view.on.empty()) return view.on.front();
  if (!view.sort.empty()) return view.sort;
  return find(columns, "due") != nullptr ? "due" : "";
}

Result<Answer> answer(const Table& table, const Columns& columns, const View& view, Show show, const std::string& asked, const Times& times, RowNumbers rows) {
  Answer made;
  made.where = asked;
  made.rows = std::move(rows);
  made.value = sum_of(table, view.sum, made.rows);
  if (Status status = Arranging(table, columns, view, times, made).run(show); !status) return status.error();
  if (made.part) made.part->where = both(asked, made.part->where);
  for (Group& group : made.groups) {
    group.where = both(asked, group.where);
    if (group.part) group.part->where = both(asked, group.part->where);
  }
  for (Group& group : made.across) group.where = both(asked, group.where);
  for (Cell& cell : made.cells) cell.where = both(asked, cell.where);
  return made;
}

}  // namespace shaoyin::desk
