// Reading the columns of one row. Private to core/register.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/words.h"
#include "core/register/row.h"

namespace shaoyin::registers {

// The column's text, or empty.
[[nodiscard]] const std::string& column(const Row& row, const std::string& name);
// `name`_zh and `name`_en.
[[nodiscard]] Words words_of(const Row& row, const std::string& name);
[[nodiscard]] bool is_true(const Row& row, const std::string& name);  // "true", "yes" or "1"
// Parts between separators; empty parts are dropped.
[[nodiscard]] std::vector<std::string> parts_of(std::string_view text, char separator);
// A decimal number; `fallback` when empty or no number.
[[nodiscard]] double number_of(const std::string& text, double fallback);

}  // namespace shaoyin::registers
