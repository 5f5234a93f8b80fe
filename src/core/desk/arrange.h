// Rows of a table into groups, sums and order. Every group says the condition that finds exactly its rows again, so that every number
// opens its rows.
// Pure.  Threads: any, while nobody changes the table.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/desk/column.h"
#include "core/desk/times.h"
#include "core/rule/table.h"

namespace shaoyin::desk {

using RowNumbers = std::vector<std::uint32_t>;

inline constexpr std::size_t kGroupsMax = 400;  // units or days on one axis; a page with more is read by nobody

// Of some rows those that count: the ones a rate is about, or of which a time is known. Never more than the rows.
struct Part {
  std::size_t count = 0;
  std::string where;                       // finds them among all
  std::optional<std::int64_t> median, p90;  // ms; nothing: no time is measured, or there are fewer than indicator::kQuantileRowsMin
};

struct Group {
  Value key;                     // what its rows have in common; nothing: it is not known of them
  std::optional<DayNumber> day;  // of a group over time: its first day
  std::optional<Instant> from, to;
  std::string where;             // finds its rows among all
  RowNumbers rows;               // in the order they were given
  Words label{};                 // of a stage: how its file calls it
  std::optional<Part> part{};    // of a rate and a median
};

// The groups of a column of codes or yes/no: choices and steps in their order, others by code, the unknown last; none without rows.
// Error kTooLarge ("view_groups_max"; `said` how to narrow it).
[[nodiscard]] Result<std::vector<Group>> groups_by(const rule::Table& table, const Column& column, const RowNumbers& rows);

// The groups of a column of instants, earliest first, without a gap, the unknown last. Error as above.
[[nodiscard]] Result<std::vector<Group>> groups_over(const rule::Table& table, const Column& column, Per per, const clock::WorkCalendar& calendar, const RowNumbers& rows);

// "due >= date('2026-11-01') and due < date('2026-12-01')"
[[nodiscard]] std::string within(const std::string& column, DayNumber from, DayNumber to);

// The sum over those of which the number is known; nothing when no 64 bits hold it.
[[nodiscard]] std::optional<std::int64_t> sum_of(const rule::Table& table, const std::string& column, const RowNumbers& rows);

// By one column, what is not known last; equal ones stay as they stood. `sort`: "due", "-opened". Codes stand by their letters, choices in
// their order.
void sort_rows(const rule::Table& table, const Columns& columns, const std::string& sort, RowNumbers& rows);

}  // namespace shaoyin::desk
