#include "app/source_time.h"

#include <chrono>
#include <cmath>
#include <charconv>

namespace shaoyin::app {
namespace {

constexpr int kYearMin = 1970;
constexpr int kYearMax = 2100;
constexpr double kSerialOf1970 = 25'569;  // Excel's day number of 1970-01-01
constexpr double kSerialOf2101 = 73'416;
constexpr std::int64_t kDayMs = 86'400'000;

// Takes a text apart from its left end.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  // One to `digits` digits; -1 when there is none.
  int number(std::size_t digits) {
    std::size_t length = 0;
    while (length < digits && length < rest_.size() && rest_[length] >= '0' && rest_[length] <= '9') {
      ++length;
    }
    int value = -1;
    std::from_chars(rest_.data(), rest_.data() + length, value);
    rest_.remove_prefix(length);
    return value;
  }
  bool any(std::string_view set) {
    if (rest_.empty() || set.find(rest_.front()) == std::string_view::npos) {
      return false;
    }
    rest_.remove_prefix(1);
    return true;
  }
  bool word(std::string_view word) {
    if (!rest_.starts_with(word)) {
      return false;
    }
    rest_.remove_prefix(word.size());
    return true;
  }
  void spaces() {
    while (any(" ")) {
    }
  }
  [[nodiscard]] bool done() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

std::optional<std::int64_t> day_ms(int year, int month, int day) {
  if (year < kYearMin || year > kYearMax || month < 1 || day < 1) {
    return std::nullopt;
  }
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) {
    return std::nullopt;
  }
  return std::chrono::sys_days(date).time_since_epoch().count() * kDayMs;
}

// " 11:25:05", " 12:40:41 PM" or nothing.
std::optional<WallTime> time_of_day(Scanner& scanner, std::int64_t day) {
  if (scanner.done()) {
    return WallTime{day, true};
  }
  if (!scanner.any(" T")) {
    return std::nullopt;
  }
  scanner.spaces();
  int hour = scanner.number(2);
  if (!scanner.any(":")) {
    return std::nullopt;
  }
  const int minute = scanner.number(2);
  const int second = scanner.any(":") ? scanner.number(2) : 0;
  scanner.spaces();
  const bool pm = scanner.word("PM");
  const bool am = !pm && scanner.word("AM");
  if (!scanner.done() || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
    return std::nullopt;
  }
  if (am || pm) {
    if (hour < 1 || hour > 12) {
      return std::nullopt;
    }
    hour = hour % 12 + (pm ? 12 : 0);
  }
  return WallTime{day + ((hour * 60 + minute) * 60 + second) * std::int64_t{1000}, false};
}

std::optional<WallTime> serial_number(std::string_view text) {
  double serial = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), serial, std::chars_format::fixed);
  if (problem != std::errc() || end != text.data() + text.size()) {
    return std::nullopt;
  }
  if (!(serial >= kSerialOf1970 && serial < kSerialOf2101)) {
    return std::nullopt;
  }
  const std::int64_t seconds = std::llround((serial - kSerialOf1970) * 86'400);
  return WallTime{seconds * 1000, serial == std::floor(serial)};
}

}  // namespace

std::optional<WallTime> read_wall_time(std::string_view text, TimeFormat format) {
  Scanner scanner(text);
  int year = 0;
  int month = 0;
  int day = 0;
  if (format == TimeFormat::kYearFirst) {
    year = scanner.number(4);
    if (!scanner.any("/-.") || year < 1000) {
      return serial_number(text);
    }
    month = scanner.number(2);
    if (!scanner.any("/-.")) {
      return serial_number(text);
    }
    day = scanner.number(2);
  } else {
    month = scanner.number(2);
    if (!scanner.any("/")) {
      return std::nullopt;
    }
    day = scanner.number(2);
    if (!scanner.any("/")) {
      return std::nullopt;
    }
    year = scanner.number(4);
  }
  const std::optional<std::int64_t> start = day_ms(year, month, day);
  return start ? time_of_day(scanner, *start) : std::nullopt;
}

}  // namespace shaoyin::app
