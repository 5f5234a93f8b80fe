#include "core/base/instant.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>

namespace shaoyin {
namespace {

constexpr int kYearMin = 1970;
constexpr int kYearMax = 2100;  // beyond it a typing error is likelier than a plan

// Reads `count` digits at `at` and moves past them; -1 when they are not all digits.
int digits(const std::string& text, std::size_t& at, int count) {
  int value = 0;
  for (int i = 0; i < count; ++i, ++at) {
    if (at >= text.size() || text[at] < '0' || text[at] > '9') return -1;
    value = value * 10 + (text[at] - '0');
  }
  return value;
}

bool take(const std::string& text, std::size_t& at, char c) {
  if (at < text.size() && text[at] == c) {
    ++at;
    return true;
  }
  return false;
}

}  // namespace

Result<Instant> parse_instant(const std::string& text, Millis offset_if_bare) {
  const Error bad = fault(ErrorCode::kImpossibleTime, {}, text.size() <= 40 ? text : text.substr(0, 40));
  std::size_t at = 0;
  const int year = digits(text, at, 4);
  if (!take(text, at, '-')) return bad;
  const int month = digits(text, at, 2);
  if (!take(text, at, '-')) return bad;
  const int day = digits(text, at, 2);
  if (year < kYearMin || year > kYearMax || month < 1 || day < 1) return bad;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return bad;
  int hour = 0, minute = 0, second = 0, millis = 0;
  Millis offset = offset_if_bare;
  if (at < text.size()) {
    if (!take(text, at, 'T') && !take(text, at, ' ')) return bad;
    hour = digits(text, at, 2);
    if (!take(text, at, ':')) return bad;
    minute = digits(text, at, 2);
    if (take(text, at, ':')) {
      second = digits(text, at, 2);
      if (take(text, at, '.')) millis = digits(text, at, 3);
    }
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 || millis < 0) return bad;
    if (take(text, at, 'Z')) {
      offset = {0};
    } else if (at < text.size()) {
      const bool plus = text[at] == '+';
      if (!plus && text[at] != '-') return bad;
      ++at;
      const int hh = digits(text, at, 2);
      take(text, at, ':');
      const int mm = digits(text, at, 2);
      if (hh < 0 || hh > 14 || mm < 0 || mm > 59) return bad;
      offset = {(plus ? 1 : -1) * (hh * 60 + mm) * 60'000LL};
    }
    if (at != text.size()) return bad;
  }
  const std::int64_t day_number = std::chrono::sys_days(date).time_since_epoch().count();
  const std::int64_t local = ((day_number * 24 + hour) * 60 + minute) * 60'000LL + second * 1000LL + millis;
  return Instant{local - offset.ms};
}

namespace {

struct Parts {
  int year;
  unsigned month, day;
  std::int64_t hour, minute, second, millis;
};

Parts split(std::int64_t ms) {
  const std::chrono::sys_time<std::chrono::milliseconds> time{std::chrono::milliseconds(ms)};
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const std::int64_t rest = (time - day).count();
  return {static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
          rest / 3'600'000, rest / 60'000 % 60, rest / 1000 % 60, rest % 1000};
}

}  // namespace

std::string format_utc(Instant at) {
  const Parts p = split(at.ms);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", p.year, p.month, p.day, p.hour, p.minute, p.second,
                     p.millis);
}

std::string format_local(Instant at, Millis offset) {
  const Parts p = split(at.ms + offset.ms);
  return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", p.year, p.month, p.day, p.hour, p.minute);
}

}  // namespace shaoyin
