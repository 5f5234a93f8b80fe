// For tests only: the calendar the demo district uses, read from its register, and short ways to say instants.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <random>
#include <sstream>
#include <string>

#include "core/clock/clock.h"

namespace shaoyin::clock {

inline std::string read_repository_file(const std::string& path) {
  std::ifstream in(std::string(SHAOYIN_SOURCE_DIR) + "/" + path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  EXPECT_FALSE(text.str().empty()) << path;
  return text.str();
}

inline WorkCalendar china() {
  const Result<CalendarRows> rows = parse_calendar(read_repository_file("registers/calendar/cn.csv"));
  return {"cn-test", rows->days, rows->published};
}

inline Instant at(const std::string& local) { return *parse_instant(local); }
inline std::string said(Instant instant) { return format_local(instant); }
inline DayNumber day(const std::string& date) { return static_cast<DayNumber>(parse_instant(date, {0})->ms / days(1).ms); }

inline std::string due(const WorkCalendar& calendar, const std::string& start, const std::string& limit) {
  const Deadline end = deadline(calendar, at(start), *parse_limit(limit));
  return said(end.at) + (end.provisional ? " provisional" : "");
}

// How many random cases a law is tried on: `usual`, or a million when SHAOYIN_LONG is set.
inline int cases(int usual) { return std::getenv("SHAOYIN_LONG") != nullptr ? 1'000'000 : usual; }

// SEED=<n> in the environment repeats a failed run.
inline std::uint64_t seed() {
  const char* given = std::getenv("SEED");
  const std::uint64_t seed = given != nullptr ? std::strtoull(given, nullptr, 10) : std::random_device{}();
  ::testing::Test::RecordProperty("seed", std::to_string(seed));
  std::printf("SEED=%llu\n", static_cast<unsigned long long>(seed));
  return seed;
}

}  // namespace shaoyin::clock
