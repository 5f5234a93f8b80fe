// What an Error says to a person: what is wrong and how to mend it, in the caller's language. The one table from
// ErrorCode to words; HTTP, CLI and import all answer out of it.
//
// A rule that explained itself (error.said) speaks first; the table fills in the rest. Field and detail are
// inserted, so neither may carry personal data (see core/base/error.h). Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/base/words.h"

namespace shaoyin::app {

struct ErrorText {
  std::string message;  // what is wrong
  std::string hint;     // how to mend it; empty only for faults nobody outside can mend
};

[[nodiscard]] ErrorText error_text(const Error& error, Language language);

// Every code there is, for tests and for documents made from the table.
[[nodiscard]] std::vector<ErrorCode> all_error_codes();

}  // namespace shaoyin::app
