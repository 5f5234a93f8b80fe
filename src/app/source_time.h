// Reads times as foreign tables write them. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "app/ports/import_map.h"

namespace shaoyin::app {

struct WallTime {
  std::int64_t ms = 0;  // what a clock on the wall showed, in milliseconds since 1970-01-01 00:00 of the same wall
  bool bare = false;    // a date without its time; `ms` is the start of that day
};

// kYearFirst: "2019/2/28 11:25:05", also with - or . between, without seconds, or without the time; or an Excel
// serial number (days since 1899-12-30) such as "43524.4758". kMonthFirst: "01/05/2015 12:40:41 PM", also without
// AM / PM or seconds, or without the time. nullopt for anything else, for dates that no calendar has, and for
// years outside 1970-2100.
[[nodiscard]] std::optional<WallTime> read_wall_time(std::string_view text, TimeFormat format);

}  // namespace shaoyin::app
