// When a book of registers stops being right by itself: rows begin and end at instants that nobody has to act at.
// Pure; any thread.
#pragma once

#include <optional>
#include <vector>

#include "core/register/row.h"

namespace shaoyin::registers {

// The first instant after `at` at which another set of rows may hold (rows_at); nullopt: these hold for ever.
[[nodiscard]] std::optional<Instant> next_change(const std::vector<Row>& rows, Instant at);

}  // namespace shaoyin::registers
