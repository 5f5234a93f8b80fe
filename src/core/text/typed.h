// Codes, numbers and phones as people type them, as they were meant: in full-width letters, with spaces, with any of the
// dashes of their keyboard. Nothing that is really wrong becomes right: other characters stay, for whoever checks the form.
// Pure. Text that is no UTF-8 stays as it is.
#pragma once

#include <string>
#include <string_view>

namespace shaoyin::text {

enum class Typed {
  kCode,    // a receipt code: capitals, neither blanks nor dashes
  kNumber,  // of a matter, "HX-2023-000123": one hyphen for whatever stands between letters and digits; case is kept
  kPhone,   // hyphens for dashes, single spaces for blanks
};

[[nodiscard]] std::string as_meant(std::string_view typed, Typed kind);

}  // namespace shaoyin::text
