// What a view shows of given rows: groups, cells and their numbers, each with the condition that opens it.
//
// Law: sent as `where` to the same view as a list, the condition of a group, cell or total finds exactly the rows counted there
// (answer_test.cpp tries it on seeded tables of every shape).
// Pure.  Threads: any, while nobody changes the table.
#pragma once

#include "core/desk/arrange.h"
#include "core/desk/desk.h"
#include "core/indicator/forecast.h"

namespace shaoyin::desk {

inline constexpr std::size_t kForecastsMax = 12;  // series of one forecast, a picture each

struct Cell {
  std::size_t group = 0, across = 0;  // indices
  std::size_t count = 0;
  std::optional<std::int64_t> value;
  std::string where;
};

// A calendar's month or week.
struct Window { DayNumber from = 0, to = 0; };
[[nodiscard]] Window window_of(Per per, DayNumber day);

// What is to come of one series of a forecast, from the first day of the running month on: a month that has not ended is no month yet.
struct Outlook {
  std::optional<std::size_t> across;  // which series; nothing where there is one alone
  Words refused;                      // why there is none; else empty
  indicator::Forecast forecast;
  std::vector<DayNumber> months;      // the first day of each
};

struct Answer {
  std::string where;                   // opens all rows, empty: none is needed
  RowNumbers rows;                     // all of them, in order
  std::optional<std::int64_t> value;   // their sum or number
  std::vector<Group> groups, across;
  std::vector<Cell> cells;
  std::optional<Part> part;            // of a rate and a median
  std::vector<Outlook> outlooks;       // of a forecast
};

// `rows` are those that passed the view's own condition, `asked` (of which the text is kept in every condition) and, of a calendar, the
// window; in order of their ids. REQUIRES: `view` passed check() and may be shown as `show`.
// Error kTooLarge: more groups than kGroupsMax, more series than kForecastsMax.
[[nodiscard]] Result<Answer> answer(const rule::Table& table, const Columns& columns, const View& view, Show show, const std::string& asked,
                                    const Times& times, RowNumbers rows);

// The order of rows when nobody asks for another: what is due first, or as it was stored.
[[nodiscard]] std::string order_of(const View& view, Show show, const Columns& columns);

}  // namespace shaoyin::desk
