#include "core/indicator/quantile.h"

#include <algorithm>

#include "core/base/ensure.h"

namespace shaoyin::indicator {

std::int64_t quantile(std::vector<std::int64_t> values, int percent) {
  ensure(!values.empty() && percent >= 0 && percent <= 100, "a percentile of some values");
  const std::size_t at = (values.size() - 1) * static_cast<std::size_t>(percent), low = at / 100;
  std::sort(values.begin(), values.end());
  const auto part = static_cast<std::int64_t>(at % 100);
  if (part == 0) return values[low];
  const std::int64_t apart = values[low + 1] - values[low];
  return values[low] + apart / 100 * part + apart % 100 * part / 100;
}

}  // namespace shaoyin::indicator
