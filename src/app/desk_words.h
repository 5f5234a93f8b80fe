// What a view's values are called, in both languages: units, grids and categories by name, choices and steps as their procedure calls them.
// Pure.  Threads: any.
#pragma once

#include "app/house.h"
#include "core/desk/column.h"

namespace shaoyin::app {

// Empty for what is not known.
[[nodiscard]] Words value_words(const Rules& rules, const desk::Column& column, const Value& value);
// How a matter came in: "12345 hotline".
[[nodiscard]] Words channel_words(const std::string& channel);
// A kind of matter, its records or a register.
[[nodiscard]] Words over_words(const Rules& rules, const desk::Over& over);

}  // namespace shaoyin::app
