// Opening a view: what its reader finds in the list of matters, and nothing else, arranged as the view says.
//
// A row is counted, grouped, shown and exported only if may_see() holds of its matter (app/readers.h); of a register that is not open to
// everybody only if ReadsRegister says so (app/callers.h).  Threads: any.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/desk_tables.h"
#include "core/access/authorize.h"
#include "core/desk/answer.h"

namespace shaoyin::app {

inline constexpr int kGroupRowsMax = 20;                   // of a board and a calendar: more are opened by the group's condition
inline constexpr std::size_t kWhereGroupedMax = 1500;      // leaves room in rule::kExprLengthMax for the condition of a group
inline constexpr std::size_t kViewExportRowsMax = 50'000;  // what a spreadsheet still opens, and a request still waits for

struct ViewAsked {
  std::string where, sort, day;  // day: of a calendar, "2026-11-23"
  int page = 1, limit = 50;
  std::optional<desk::Show> as;
};

struct ShownRow {
  MatterId matter;  // absent: a row of a register
  std::string kind, number, title;
  RecordNumber record = 0;
  std::string code;  // of a register
  std::optional<Instant> from, to;
  std::vector<Value> values;  // of the columns asked for
};

struct ShownGroup {
  Value key;
  std::optional<desk::DayNumber> day;
  std::optional<Instant> from, to;
  std::size_t count = 0;
  std::optional<std::int64_t> value;
  std::string where;
  std::vector<ShownRow> rows;
  Words label;  // of a stage
  std::optional<desk::Part> part;
};

struct ShownView {
  std::shared_ptr<const Rules> rules;  // keeps `view` alive
  const desk::View* view = nullptr;
  desk::Show show = desk::Show::kList;
  desk::Columns all;
  Instant now;
  std::size_t total = 0;
  std::optional<std::int64_t> value;
  std::string where;
  std::optional<Instant> from, to;  // of a calendar
  int page = 1, pages = 1;
  std::vector<ShownRow> rows;
  std::vector<ShownGroup> groups, across;
  std::vector<desk::Cell> cells;
  std::optional<desk::Part> part;
  std::vector<desk::Outlook> outlooks;
};

// The desks the caller may open.
[[nodiscard]] std::vector<const desk::Desk*> desks_for(const Rules& rules, const access::Caller& caller);
// Error kNotFound ("desk"): not there, or not for this caller.
[[nodiscard]] Result<const desk::Desk*> desk_for(const Rules& rules, const access::Caller& caller, const std::string& name);
// The columns of what a view is over, as they are called now.
[[nodiscard]] desk::Columns columns_for(const Rules& rules, const desk::View& view);

// Errors, nothing of which changed anything:
//   kNotFound     "desk", "view"          kNotAChoice   "as", "sort", "where" (no such column); detail lists what there is
//   kMalformed, kTooLong, kImpossibleTime "where", "day"; kUnknownField "day" (only a calendar has one)
//   kTooLarge     more groups than desk::kGroupsMax
[[nodiscard]] Result<ShownView> open_view(House& house, DeskTables& tables, const access::Caller& caller, const std::string& desk, const std::string& view, const ViewAsked& asked);

// Every row of `as=list` that lies where the caller holds export.run. Errors besides those: kForbidden, kTooLarge (kViewExportRowsMax).
[[nodiscard]] Result<ShownView> export_view(House& house, DeskTables& tables, const access::Caller& caller, const std::string& desk, const std::string& view, const ViewAsked& asked);

}  // namespace shaoyin::app
