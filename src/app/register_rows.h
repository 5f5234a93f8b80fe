// The rows of registers, for views: one value for each of desk::register_columns().
// Pure.  Threads: any.
#pragma once

#include <string>
#include <vector>

#include "core/base/value.h"
#include "core/register/book.h"

namespace shaoyin::app {

// In order of their codes; none for another register.
[[nodiscard]] std::vector<std::vector<Value>> register_rows(const registers::Book& book, const std::string& reg);

// The name of a row; the code in both languages where there is none.
[[nodiscard]] Words register_row_name(const registers::Book& book, const std::string& reg, const std::string& code);

}  // namespace shaoyin::app
