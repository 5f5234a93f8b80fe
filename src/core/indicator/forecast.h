// The months to come of a monthly series, by the better of two plain methods, with the error that each would have made lately.
//
// Seasonal naive: a month will be as it was a year before (Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed.,
// 5.2). Holt-Winters, additive, twelve months (Winters 1960; the same book, 8.3):
//     level_t  = alpha (y_t - season_{t-12}) + (1 - alpha) (level_{t-1} + trend_{t-1})
//     trend_t  = beta (level_t - level_{t-1}) + (1 - beta) trend_{t-1}
//     season_t = gamma (y_t - level_t) + (1 - gamma) season_{t-12}
//     forecast for h months on: level_t + h trend_t + season of that month
// Level, trend and season begin with the first year, the trend with the difference to the second one where there is one. alpha, beta and
// gamma are those of a small grid with the least squares of the errors one month ahead.
//
// The error is that of a rolling origin (the same book, 5.10): each of the last twelve months is forecast from the months before it
// alone. The method with the smaller mean absolute error is taken, the plainer one when both are equal.
// Pure.  Threads: any.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/base/result.h"

namespace shaoyin::indicator {

inline constexpr std::size_t kYear = 12;                     // months
inline constexpr std::size_t kForecastMonthsMin = 2 * kYear;  // one year to learn a season from, one to try it on
inline constexpr std::size_t kForecastMonthsMax = 1200;       // a century; longer is a slip of the pen
inline constexpr std::size_t kAheadMax = 24;                  // further away the error of the next month says nothing

enum class Method { kSeasonalNaive, kHoltWinters };

struct Smoothing { double alpha = 0, beta = 0, gamma = 0; };

// What the last twelve forecasts one month ahead were off by.
struct BackTest {
  double mae = 0;                // mean absolute error, in the unit of the series
  std::optional<double> mape{};  // mean absolute percentage error; nothing where a month was nothing
};

struct Forecast {
  Method method = Method::kSeasonalNaive;
  BackTest error, other;      // of the method taken, and of the other one
  Smoothing smoothing;        // of Holt-Winters, whichever was taken
  std::vector<double> ahead;  // month by month
};

// `months`: the oldest first, without a gap. Errors, with `said`: kTooShort, fewer than kForecastMonthsMin; kTooLong, more than
// kForecastMonthsMax. REQUIRES: ahead <= kAheadMax.
[[nodiscard]] Result<Forecast> forecast(const std::vector<double>& months, std::size_t ahead);

// The next `ahead` months by one method alone. REQUIRES: at least a year of months.
[[nodiscard]] std::vector<double> by_last_year(const std::vector<double>& months, std::size_t ahead);
[[nodiscard]] std::vector<double> by_smoothing(const std::vector<double>& months, const Smoothing& smoothing, std::size_t ahead);
[[nodiscard]] Smoothing least_squares(const std::vector<double>& months);

}  // namespace shaoyin::indicator
