// Whether a paper that somebody holds was issued by this house: by its number, which ends in letters that only the ledger gives.
//
// The number says nothing of what is in the paper, and knowing one helps nobody to another: its letters are made of the hash of the entry
// that issued it. Threads: any.
#pragma once

#include <optional>
#include <string>

#include "app/house.h"

namespace shaoyin::app {

inline constexpr std::size_t kCheckLetters = 8;  // forty bits: at the rate of public pages a guess takes longer than the paper lasts

// "HX-2023-000123-D1-K7QF2M9X" of the `ordinal`-th document, 1, 2, 3 …, it issued. REQUIRES: it issued that many and `loaded` holds the entry.
[[nodiscard]] std::string document_number(const Loaded& loaded, std::size_t ordinal);

struct Genuine { Words title, kind; Instant issued; PartyCode unit; };
// What the paper of this number is; nothing: no such paper, or one that its procedure does not let everybody verify. Blanks and small letters
// are as good. Errors: those of the store.
[[nodiscard]] Result<std::optional<Genuine>> verify_document(House& house, const Rules& rules, const std::string& typed);

}  // namespace shaoyin::app
