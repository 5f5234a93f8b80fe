// Points and spans of time. Time is int64 UTC milliseconds everywhere; the calendar of a place (its zone,
// its working hours) is applied in core/clock and nowhere else.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

#include "core/base/result.h"

namespace shaoyin {

struct Instant {
  std::int64_t ms = 0;  // since 1970-01-01T00:00Z
  friend auto operator<=>(const Instant&, const Instant&) = default;
};

struct Millis {
  std::int64_t ms = 0;
  friend auto operator<=>(const Millis&, const Millis&) = default;
};

constexpr Millis minutes(std::int64_t n) { return {n * 60'000}; }
constexpr Millis hours(std::int64_t n) { return {n * 3'600'000}; }
constexpr Millis days(std::int64_t n) { return {n * 86'400'000}; }
constexpr Instant operator+(Instant a, Millis b) { return {a.ms + b.ms}; }
constexpr Instant operator-(Instant a, Millis b) { return {a.ms - b.ms}; }
constexpr Millis operator-(Instant a, Instant b) { return {a.ms - b.ms}; }
constexpr Millis operator+(Millis a, Millis b) { return {a.ms + b.ms}; }

// The offset of China Standard Time from UTC; no daylight saving since 1991.
inline constexpr Millis kChinaOffset{8 * 3'600'000};

// Reads "2023-02-14T09:00:00Z", "2023-02-14T09:00+08:00" or, with `offset_if_bare`, "2023-02-14 09:00".
// Seconds and milliseconds optional. Errors: kImpossibleTime (month 13, 30 February, year outside 1970-2100).
[[nodiscard]] Result<Instant> parse_instant(const std::string& text, Millis offset_if_bare = kChinaOffset);

// "2023-02-14T01:00:00.000Z".
[[nodiscard]] std::string format_utc(Instant at);

// "2023-02-14 09:00" in the zone of `offset`.
[[nodiscard]] std::string format_local(Instant at, Millis offset = kChinaOffset);

}  // namespace shaoyin
