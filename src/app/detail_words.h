// The language-free detail of an Error ("report_text_max=2000", "string | null", "phone_form") as words for a person.
// Scripts read the detail itself; people read this. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

#include "core/base/words.h"

namespace shaoyin::app {

// Never empty for a detail that is not. What the table does not know is shown as it stands, a limit by its figure.
[[nodiscard]] std::string detail_in_words(std::string_view detail, Language language);

// A code from outside as an answer may repeat it; "?" where it looks like anything else, which could be personal.
[[nodiscard]] std::string shown_code(std::string_view code);

}  // namespace shaoyin::app
