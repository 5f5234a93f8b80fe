// Numbers that lead to a person: telephone, identity card, bank card. Found however they are grouped; dates, room
// and grid numbers, coordinates and sums of money are left alone.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/text/folded.h"

namespace shaoyin::text {

enum class NumberKind { kPhone, kIdentity, kCard };

struct PersonalNumber {
  NumberKind kind;
  std::size_t end;  // one past its last entry in `letters`
};

// The longest personal number that begins with the digit at `at`.
// REQUIRES: letters[at] is a digit and the entry before it is none.
[[nodiscard]] std::optional<PersonalNumber> number_at(const std::vector<Folded>& letters, std::size_t at);

}  // namespace shaoyin::text
