#include "core/register/validity.h"

namespace shaoyin::registers {

std::optional<Instant> next_change(const std::vector<Row>& rows, Instant at) {
  std::optional<Instant> next;
  const auto note = [&](Instant change) {
    if (at < change && (!next || change < *next)) next = change;
  };
  for (const Row& row : rows) {
    note(row.valid_from);
    if (row.valid_to) note(*row.valid_to);
  }
  return next;
}

}  // namespace shaoyin::registers
