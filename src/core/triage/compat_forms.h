// What a compatibility form is read as: ① is 1, ㎡ is m2, ｶ is カ, é stays é but É becomes é. Pure.
#pragma once

#include <string_view>

namespace shaoyin::triage {

// The letters `c` stands for, or nothing when it stands for itself (or for no letter). The text lives as long as the
// program. Combining sequences are not composed: e followed by a combining accent is read as e.
[[nodiscard]] std::u32string_view compat_form(char32_t c);

}  // namespace shaoyin::triage
