#include "core/desk/arrange.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/base/ensure.h"

namespace shaoyin::desk {
namespace {

using rule::Table;
using rule::Truth;
using Held = Table::Held;

const Table::Column& held(const Table& table, const std::string& name) {
  const Table::Column* column = table.column(name);
  ensure(column != nullptr, "a checked view names columns of its table");
  return *column;
}

Error too_many(const std::string& column) {
  return fault(ErrorCode::kTooLarge, column, fmt::format("view_groups_max={}", kGroupsMax),
               {fmt::format("按“{}”分出的组超过 {} 个，请用 where 缩小范围", column, kGroupsMax), fmt::format("'{}' makes more than {} groups; narrow the view with `where`", column, kGroupsMax)});
}

Group unknown(const std::string& column) {
  Group group;
  group.where = "not known(" + column + ")";
  return group;
}

// Where a code stands in its column's order: choices and steps first as they are listed.
std::size_t place_of(const std::vector<std::string>& options, const std::string& code) {
  return static_cast<std::size_t>(std::find(options.begin(), options.end(), code) - options.begin());
}

// Rows by the word or truth they hold; numbers stand for words, so that a million rows are compared as numbers.
std::map<std::uint32_t, RowNumbers> parted(const Table::Column& column, const RowNumbers& rows, bool& over) {
  std::map<std::uint32_t, RowNumbers> parts;
  std::uint32_t last = ~0U;
  RowNumbers* at = nullptr;
  for (const std::uint32_t row : rows) {
    const std::uint32_t word = column.held == Held::kWord ? column.words[row] : static_cast<std::uint32_t>(column.truths[row]);
    if (at == nullptr || word != last) at = &parts[last = word];
    at->push_back(row);
  }
  over = parts.size() > kGroupsMax;
  return parts;
}

}  // namespace

Result<std::vector<Group>> groups_by(const Table& table, const Column& column, const RowNumbers& rows) {
  const Table::Column& values = held(table, column.name);
  ensure(values.held != Held::kNumber, "numbers and instants are no groups");
  bool over = false;
  std::vector<Group> groups;
  for (auto& [word, part] : parted(values, rows, over)) {
    if (over) return too_many(column.name);
    Group group;
    group.key = table.at(part.front(), values);
    const std::string code = values.held == Held::kWord ? "'" + group.key.as_text() + "'" : group.key.is_yes() ? "true" : "false";
    group.where = group.key.known() ? column.name + " == " + code : unknown(column.name).where;
    group.rows = std::move(part);
    groups.push_back(std::move(group));
  }
  std::sort(groups.begin(), groups.end(), [&](const Group& a, const Group& b) {
    if (a.key.known() != b.key.known()) return a.key.known();
    if (values.held == Held::kTruth) return a.key.is_yes() && !b.key.is_yes();
    const auto x = place_of(column.type.options, a.key.as_text()), y = place_of(column.type.options, b.key.as_text());
    return x != y ? x < y : a.key.as_text() < b.key.as_text();
  });
  return groups;
}

std::string within(const std::string& column, DayNumber from, DayNumber to) {
  return fmt::format("{0} >= date('{1}') and {0} < date('{2}')", column, day_text(from), day_text(to));
}

Result<std::vector<Group>> groups_over(const Table& table, const Column& column, Per per, const clock::WorkCalendar& calendar, const RowNumbers& rows) {
  const Table::Column& values = held(table, column.name);
  std::map<DayNumber, RowNumbers> parts;
  Group rest = unknown(column.name);
  for (const std::uint32_t row : rows) {
    if (values.known[row] != Truth::kYes) rest.rows.push_back(row);
    else parts[first_of(per, calendar.day_of({values.numbers[row]}))].push_back(row);
  }
  std::vector<Group> groups;
  for (DayNumber day = parts.empty() ? 0 : parts.begin()->first; !parts.empty() && day <= parts.rbegin()->first; day = next(per, day)) {
    if (groups.size() == kGroupsMax) return too_many(column.name);
    Group group;
    group.day = day;
    group.from = calendar.start_of(day);
    group.to = calendar.start_of(next(per, day));
    group.key = Value::instant(*group.from);
    group.where = within(column.name, day, next(per, day));
    if (const auto part = parts.find(day); part != parts.end()) group.rows = std::move(part->second);
    groups.push_back(std::move(group));
  }
  if (!rest.rows.empty()) groups.push_back(std::move(rest));
  return groups;
}

std::optional<std::int64_t> sum_of(const Table& table, const std::string& column, const RowNumbers& rows) {
  if (column.empty()) return static_cast<std::int64_t>(rows.size());
  const Table::Column& values = held(table, column);
  std::int64_t sum = 0;
  for (const std::uint32_t row : rows) {
    if (values.known[row] == Truth::kYes && __builtin_add_overflow(sum, values.numbers[row], &sum)) return std::nullopt;
  }
  return sum;
}

namespace {

template <class Known, class Less>
void sort_by(RowNumbers& rows, bool down, const Known& known, const Less& less) {
  std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
    if (known(a) != known(b)) return known(a);
    return known(a) && (down ? less(b, a) : less(a, b));
  });
}

}  // namespace

void sort_rows(const Table& table, const Columns& columns, const std::string& sort, RowNumbers& rows) {
  const bool down = sort.starts_with('-');
  const std::string name = sort.substr(down ? 1 : 0);
  const Table::Column& values = held(table, name);
  if (values.held == Held::kNumber) {
    return sort_by(rows, down, [&](auto row) { return values.known[row] == Truth::kYes; }, [&](auto a, auto b) { return values.numbers[a] < values.numbers[b]; });
  }
  if (values.held == Held::kTruth) {
    return sort_by(rows, down, [&](auto row) { return values.truths[row] != Truth::kUnknown; }, [&](auto a, auto b) { return values.truths[a] < values.truths[b]; });
  }
  const std::vector<std::string>& options = find(columns, name)->type.options;
  std::map<rule::WordNumber, std::pair<std::size_t, std::string>> places;  // each word is looked at once
  for (const std::uint32_t row : rows) {
    auto& place = places[values.words[row]];
    if (place.second.empty() && values.words[row] != rule::kNoWord) {
      const std::string word = table.at(row, values).as_text();
      place = {place_of(options, word), word};
    }
  }
  sort_by(rows, down, [&](auto row) { return values.words[row] != rule::kNoWord; }, [&](auto a, auto b) { return places[values.words[a]] < places[values.words[b]]; });
}

}  // namespace shaoyin::desk
