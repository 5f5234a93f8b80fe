// The value below which a share of others lie: the median, the 90th percentile.
// Pure.  Threads: any.
#pragma once

#include <cstdint>
#include <vector>

namespace shaoyin::indicator {

inline constexpr std::size_t kQuantileRowsMin = 5;  // of fewer a percentile says little, and much about each one

// Between the two nearest values in proportion, as spreadsheets have it (Hyndman and Fan 1996, definition 7), rounded down.
// REQUIRES: some values; 0 <= percent <= 100.
[[nodiscard]] std::int64_t quantile(std::vector<std::int64_t> values, int percent);

}  // namespace shaoyin::indicator
