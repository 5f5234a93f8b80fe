// Reads the published holiday notices from their register file.
#include <set>

#include "core/clock/clock.h"

namespace shaoyin::clock {
namespace {

constexpr std::string_view kHeading = "date,kind,name";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";  // spreadsheet programs write it
constexpr std::string_view kHeadOfDay = "2023";      // how a date begins
constexpr std::string_view kNationalDay = "-10-01";  // how the one ends that every yearly notice lists

// "2023-01-28"; nothing else, and only a day that exists.
Result<DayNumber> read_day(std::string_view text) {
  const Result<Instant> midnight = parse_instant(std::string(text), Millis{0});
  if (!midnight || text.size() != kHeadOfDay.size() + kNationalDay.size()) {
    return fault(ErrorCode::kImpossibleTime, {}, std::string(text.substr(0, 40)));
  }
  return static_cast<DayNumber>(midnight->ms / days(1).ms);
}

std::string_view cut(std::string_view& rest, char at) {
  const std::size_t end = rest.find(at);
  const std::string_view head = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  return head;
}

// One row; what is wrong with it is returned without its line number.
Status read_row(std::string_view line, CalendarRows& rows, std::set<DayNumber>& seen) {
  const std::string_view date = cut(line, ',');
  const std::string_view kind = cut(line, ',');
  if (kind.empty() || line.find(',') != std::string_view::npos) {
    return fault(ErrorCode::kMalformed, {}, "date,kind,name");
  }
  if (kind != "holiday" && kind != "workday") {
    return fault(ErrorCode::kNotAChoice, {}, "holiday, workday");
  }
  const Result<DayNumber> day = read_day(date);
  if (!day) {
    return day.error();
  }
  if (!seen.insert(*day).second) {
    return fault(ErrorCode::kRegisterFault, {}, std::string(date) + " is listed twice");
  }
  rows.days.push_back({*day, kind == "workday", std::string(line)});
  if (date.ends_with(kNationalDay)) {
    rows.published.push_back(std::stoi(std::string(date.substr(0, kHeadOfDay.size()))));
  }
  return {};
}

}  // namespace

Result<CalendarRows> parse_calendar(std::string_view csv) {
  if (csv.starts_with(kByteOrderMark)) {
    csv.remove_prefix(kByteOrderMark.size());
  }
  CalendarRows rows;
  std::set<DayNumber> seen;
  for (int number = 1; !csv.empty(); ++number) {
    std::string_view line = cut(csv, '\n');
    if (line.ends_with('\r')) {
      line.remove_suffix(1);
    }
    if (number == 1 && line != kHeading) {
      return fault(ErrorCode::kMalformed, "line 1", std::string(kHeading));
    }
    if (number == 1 || line.empty()) {
      continue;
    }
    if (const Status row = read_row(line, rows, seen); !row) {
      Error error = row.error();
      error.field = "line " + std::to_string(number);
      return error;
    }
  }
  if (rows.days.empty()) {
    return fault(ErrorCode::kMalformed, "line 1", std::string(kHeading));
  }
  return rows;
}

}  // namespace shaoyin::clock
