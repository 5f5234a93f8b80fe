// The title of a matter: one line of a list, from what people wrote.
//
// Pure; any thread. REQUIRES of its callers: the text is masked, because rows are read by many.
#pragma once

#include <string>
#include <string_view>

namespace shaoyin::view {

// At most kTitleMax code points in one line; the last is "…" where something was cut, so that nobody takes a part for the whole.
[[nodiscard]] std::string title_of(std::string_view masked);

}  // namespace shaoyin::view
