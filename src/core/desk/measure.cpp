#include "core/desk/measure.h"

#include <algorithm>
#include <map>

#include "core/base/ensure.h"
#include "core/indicator/quantile.h"

namespace shaoyin::desk {
namespace {

using rule::Table;
using rule::Truth;

const Table::Column& held(const Table& table, const std::string& name) {
  const Table::Column* column = table.column(name);
  ensure(column != nullptr, "a checked view names columns of its table");
  return *column;
}

struct Month { double value = 0; bool known = false; };

// The months that have ended, by their first day; with `sum` only rows of which the number is known make one.
std::map<DayNumber, Month> ended_months(const Table& table, const View& view, const Times& times, DayNumber running, const RowNumbers& rows) {
  const Table::Column& on = held(table, view.on.front());
  const Table::Column* sum = view.sum.empty() ? nullptr : &held(table, view.sum);
  std::map<DayNumber, Month> months;
  for (const std::uint32_t row : rows) {
    if (on.known[row] != Truth::kYes || (sum != nullptr && sum->known[row] != Truth::kYes)) continue;
    const DayNumber first = first_of(Per::kMonth, times.calendar.day_of({on.numbers[row]}));
    if (first >= running) continue;
    Month& month = months[first];
    month.known = true;
    month.value += sum == nullptr ? 1 : static_cast<double>(sum->numbers[row]);
  }
  return months;
}

Words gap_words(DayNumber day) {
  const std::string month = day_text(day).substr(0, 7);
  return {month + " 没有数，中间有缺口，不作预测：请补上这个月", "No forecast over a gap: there is no number for " + month + "; enter that month"};
}

}  // namespace

Result<std::vector<Truth>> truths_of(const Table& table, const Columns& columns, const std::string& where, const Times& times) {
  const auto condition = ready(where, columns, times);
  if (!condition) return condition.error();
  const auto sieve = rule::Sieve::make(*condition, table);
  if (!sieve) return sieve.error();
  std::vector<Truth> truths(table.rows());
  sieve->judge(table, 0, truths.size(), truths.data());
  return truths;
}

RowNumbers yes_among(const std::vector<Truth>& truths, const RowNumbers& rows) {
  RowNumbers yes;
  for (const std::uint32_t row : rows) {
    if (truths[row] == Truth::kYes) yes.push_back(row);
  }
  return yes;
}

Part time_between(const Table& table, const std::string& from, const std::string& until, const RowNumbers& rows, const std::string& where) {
  const Table::Column &begins = held(table, from), &ends = held(table, until);
  std::vector<std::int64_t> times;
  for (const std::uint32_t row : rows) {
    if (begins.known[row] == Truth::kYes && ends.known[row] == Truth::kYes && begins.numbers[row] <= ends.numbers[row]) times.push_back(ends.numbers[row] - begins.numbers[row]);
  }
  Part part{times.size(), both(where, from + " <= " + until), {}, {}};
  if (times.size() < indicator::kQuantileRowsMin) return part;
  part.median = indicator::quantile(times, 50);
  part.p90 = indicator::quantile(std::move(times), 90);
  return part;
}

Outlook outlook(const Table& table, const View& view, const Times& times, const RowNumbers& rows) {
  const DayNumber running = first_of(Per::kMonth, times.calendar.day_of(times.now));
  auto months = ended_months(table, view, times, running, rows);
  Outlook made;
  std::vector<double> values;
  DayNumber day = months.empty() ? running : months.begin()->first;
  const DayNumber end = view.sum.empty() || months.empty() ? running : next(Per::kMonth, months.rbegin()->first);
  for (; day < end; day = next(Per::kMonth, day)) {
    const Month& month = months[day];
    if (!month.known && !view.sum.empty()) {
      made.refused = gap_words(day);
      return made;
    }
    values.push_back(month.value);
  }
  auto ahead = indicator::forecast(values, static_cast<std::size_t>(view.ahead));
  if (!ahead) {
    made.refused = ahead.error().said;
    return made;
  }
  made.forecast = std::move(*ahead);
  for (double& value : made.forecast.ahead) {
    if (view.sum.empty()) value = std::max(value, 0.0);  // fewer than none are not counted
    made.months.push_back(day);
    day = next(Per::kMonth, day);
  }
  return made;
}

}  // namespace shaoyin::desk
