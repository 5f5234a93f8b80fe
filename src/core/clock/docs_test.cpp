#include "core/clock/clock_test.h"

namespace shaoyin::clock {

// The cells of one line of a Markdown table, blanks around them removed.
std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::stringstream rest(line);
  for (std::string cell; std::getline(rest, cell, '|');) {
    const std::size_t first = cell.find_first_not_of(' ');
    cells.push_back(first == std::string::npos ? "" : cell.substr(first, cell.find_last_not_of(' ') - first + 1));
  }
  return cells;
}

TEST(DeadlinesPage, ShowsExamplesThatTheCodeComputes) {
  const WorkCalendar calendar = china();
  std::stringstream page(read_repository_file("docs/deadlines.md"));
  int examples = 0;
  for (std::string line; std::getline(page, line);) {
    if (line.starts_with("| 20")) {
      const std::vector<std::string> cells = cells_of(line);
      ASSERT_GE(cells.size(), 5u) << line;
      EXPECT_EQ(due(calendar, cells[1], cells[2]), cells[3]) << line;
      ++examples;
    }
  }
  EXPECT_EQ(examples, 3);
}

// What the page says of pausing: 8 h 30 min left are 8 h 30 min left.
TEST(DeadlinesPage, IsRightAboutPausing) {
  const WorkCalendar calendar = china();
  const Instant end = deadline(calendar, at("2023-02-14 09:00"), *parse_limit("3 working days")).at;
  const Millis left = counted(calendar, at("2023-02-16 16:30"), end, Unit::kWorkingDays);
  EXPECT_EQ(left, hours(8) + minutes(30));
  const Instant saturday = at("2023-02-18 11:00");
  EXPECT_EQ(advance(calendar, saturday, left, Unit::kWorkingDays).at,
            advance(calendar, at("2023-02-20 08:30"), left, Unit::kWorkingDays).at);
}

}  // namespace shaoyin::clock
