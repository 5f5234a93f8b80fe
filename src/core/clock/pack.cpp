// A deadline pack: which limit a code has. Some sixty rows, so a search from front to back is the whole index.
#include <algorithm>
#include <utility>

#include "core/clock/clock.h"

namespace shaoyin::clock {
namespace {

template <class Rows>
auto row_of(Rows& rows, std::string_view code, std::string_view variant) {
  return std::find_if(rows.begin(), rows.end(),
                      [&](const PackRow& row) { return row.code == code && row.variant == variant; });
}

}  // namespace

DeadlinePack::DeadlinePack(std::string name, std::string version, std::vector<PackRow> rows)
    : name_(std::move(name)), version_(std::move(version)) {
  for (PackRow& row : rows) {
    const auto earlier = row_of(rows_, row.code, row.variant);
    if (earlier == rows_.end()) {
      rows_.push_back(std::move(row));
    } else {
      *earlier = std::move(row);
    }
  }
}

const PackRow* DeadlinePack::find(std::string_view code, std::string_view variant) const {
  auto row = row_of(rows_, code, variant);
  if (row == rows_.end()) {
    row = row_of(rows_, code, "");
  }
  return row == rows_.end() ? nullptr : &*row;
}

bool DeadlinePack::has(std::string_view code) const {
  return std::any_of(rows_.begin(), rows_.end(), [&](const PackRow& row) { return row.code == code; });
}

}  // namespace shaoyin::clock
