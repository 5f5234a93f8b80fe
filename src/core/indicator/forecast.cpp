#include "core/indicator/forecast.h"

#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>

#include "core/base/ensure.h"

namespace shaoyin::indicator {
namespace {

constexpr std::array<double, 5> kAlphas{0.1, 0.3, 0.5, 0.7, 0.9};
constexpr std::array<double, 3> kBetas{0.0, 0.1, 0.3};
constexpr std::array<double, 3> kGammas{0.1, 0.3, 0.5};
constexpr double kMiddle = (kYear - 1) / 2.0;  // of a year, counted from its first month

double mean(const std::vector<double>& months, std::size_t from) {
  return std::accumulate(months.begin() + static_cast<std::ptrdiff_t>(from), months.begin() + static_cast<std::ptrdiff_t>(from + kYear), 0.0) / static_cast<double>(kYear);
}

// Level, trend and season after some months; takes one month after the other.
class Smoother {
 public:
  Smoother(const std::vector<double>& months, const Smoothing& by) : by_(by) {
    trend_ = months.size() >= 2 * kYear ? (mean(months, kYear) - mean(months, 0)) / static_cast<double>(kYear) : 0;
    const double middle = mean(months, 0);
    for (std::size_t i = 0; i < kYear; ++i) season_[i] = months[i] - (middle + trend_ * (static_cast<double>(i) - kMiddle));
    level_ = middle + trend_ * kMiddle;
  }

  // For `h` months after the last one taken.
  [[nodiscard]] double ahead(std::size_t h) const { return level_ + static_cast<double>(h) * trend_ + season_[(next_ + h - 1) % kYear]; }

  void take(double month) {
    double& season = season_[next_ % kYear];
    const double before = level_;
    level_ = by_.alpha * (month - season) + (1 - by_.alpha) * (level_ + trend_);
    trend_ = by_.beta * (level_ - before) + (1 - by_.beta) * trend_;
    season = by_.gamma * (month - level_) + (1 - by_.gamma) * season;
    ++next_;
  }

 private:
  Smoothing by_;
  double level_ = 0, trend_ = 0;
  std::array<double, kYear> season_{};
  std::size_t next_ = kYear;
};

double squares(const std::vector<double>& months, const Smoothing& by) {
  Smoother smoother(months, by);
  double sum = 0;
  for (std::size_t i = kYear; i < months.size(); ++i) {
    const double off = months[i] - smoother.ahead(1);
    sum += off * off;
    smoother.take(months[i]);
  }
  return sum;
}

// `one`: the next month, from those before it.
template <class One>
BackTest roll(const std::vector<double>& months, const One& one) {
  double off = 0, part = 0;
  bool none = false;
  for (std::size_t at = months.size() - kYear; at < months.size(); ++at) {
    const double wrong = std::abs(months[at] - one(std::vector<double>(months.begin(), months.begin() + static_cast<std::ptrdiff_t>(at))));
    off += wrong;
    none = none || months[at] == 0;
    if (months[at] != 0) part += wrong / std::abs(months[at]);
  }
  BackTest test{off / kYear};
  if (!none) test.mape = part / kYear;
  return test;
}

Error wrong_length(std::size_t months) {
  const std::string is = std::to_string(months), least = std::to_string(kForecastMonthsMin), most = std::to_string(kForecastMonthsMax);
  if (months > kForecastMonthsMax) return fault(ErrorCode::kTooLong, {}, "forecast_months_max=" + most, {"只预测不超过 " + most + " 个月的序列，现有 " + is + " 个月", "A series of more than " + most + " months is not forecast; there are " + is});
  return fault(ErrorCode::kTooShort, {}, "forecast_months_min=" + least,
               {"不足 " + least + " 个月，不作预测：现有 " + is + " 个月，先要一年看季节、再要一年验证误差", "No forecast from fewer than " + least + " months: there are " + is + ", and it takes a year to learn the seasons and a year to try them"});
}

}  // namespace

std::vector<double> by_last_year(const std::vector<double>& months, std::size_t ahead) {
  ensure(months.size() >= kYear, "a year of months");
  std::vector<double> made;
  for (std::size_t h = 0; h < ahead; ++h) made.push_back(months[months.size() - kYear + h % kYear]);
  return made;
}

std::vector<double> by_smoothing(const std::vector<double>& months, const Smoothing& smoothing, std::size_t ahead) {
  ensure(months.size() >= kYear, "a year of months");
  Smoother smoother(months, smoothing);
  for (std::size_t i = kYear; i < months.size(); ++i) smoother.take(months[i]);
  std::vector<double> made;
  for (std::size_t h = 1; h <= ahead; ++h) made.push_back(smoother.ahead(h));
  return made;
}

Smoothing least_squares(const std::vector<double>& months) {
  ensure(months.size() >= kYear, "a year of months");
  Smoothing best;
  double least = std::numeric_limits<double>::infinity();
  for (const double alpha : kAlphas) {
    for (const double beta : kBetas) {
      for (const double gamma : kGammas) {
        const double sum = squares(months, {alpha, beta, gamma});
        if (sum >= least) continue;
        least = sum;
        best = {alpha, beta, gamma};
      }
    }
  }
  return best;
}

Result<Forecast> forecast(const std::vector<double>& months, std::size_t ahead) {
  ensure(ahead <= kAheadMax, "no further ahead than kAheadMax");
  if (months.size() < kForecastMonthsMin || months.size() > kForecastMonthsMax) return wrong_length(months.size());
  const BackTest naive = roll(months, [](const std::vector<double>& known) { return by_last_year(known, 1).front(); });
  const BackTest smooth = roll(months, [](const std::vector<double>& known) { return by_smoothing(known, least_squares(known), 1).front(); });
  Forecast made;
  made.smoothing = least_squares(months);
  made.method = smooth.mae < naive.mae ? Method::kHoltWinters : Method::kSeasonalNaive;
  made.error = made.method == Method::kHoltWinters ? smooth : naive;
  made.other = made.method == Method::kHoltWinters ? naive : smooth;
  made.ahead = made.method == Method::kHoltWinters ? by_smoothing(months, made.smoothing, ahead) : by_last_year(months, ahead);
  return made;
}

}  // namespace shaoyin::indicator
