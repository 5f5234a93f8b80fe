// What is measured on rows besides counting and adding up: which of them a condition is yes of, how long something took them, how a
// series of months will go on.
// Pure.  Threads: any, while nobody changes the table.
#pragma once

#include "core/desk/answer.h"
#include "core/desk/condition.h"
#include "core/rule/sieve.h"

namespace shaoyin::desk {

// One truth for each row of the table. Errors as ready().
[[nodiscard]] Result<std::vector<rule::Truth>> truths_of(const rule::Table& table, const Columns& columns, const std::string& where, const Times& times);
[[nodiscard]] RowNumbers yes_among(const std::vector<rule::Truth>& truths, const RowNumbers& rows);

// The times from one instant to another over those of `rows` that have both, the second one not before the first. `where` is the
// rows' own condition.
[[nodiscard]] Part time_between(const rule::Table& table, const std::string& from, const std::string& until, const RowNumbers& rows, const std::string& where);

// Rows of one series as months, up to the running one: counted, so that a month without rows is nothing, or, with `sum`, added up, so that
// a month without a number is a gap; over a gap nothing is forecast. REQUIRES: `view` is a forecast.
[[nodiscard]] Outlook outlook(const rule::Table& table, const View& view, const Times& times, const RowNumbers& rows);

}  // namespace shaoyin::desk
