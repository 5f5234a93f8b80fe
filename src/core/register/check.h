// What an import refuses: rows that would leave a matter without a grid, a unit or a person. Each finding
// names the row, what is wrong and how to mend it, in both languages. Nothing is changed. Pure; threads: any.
#pragma once

#include <string>
#include <vector>

#include "core/register/book.h"
#include "core/register/row.h"

namespace shaoyin::registers {

struct Finding {
  std::size_t row = 0;  // position in the rows that were given
  std::string reg;
  std::string code;
  std::string column;  // the column at fault, may be empty
  std::string kind;  // "fault", "hidden", "duplicate", "orphan", "wrong_level", "wrong_code", "cycle", "overlap", "gap"
  Words reason;
  Words cure;
};

// Two areas may differ by this much before it counts: less than the ground under a parked bicycle.
inline constexpr double kSliver_m2 = 1.0;

// Checks the rows that hold at `at`:
//   - names that are blank or hold marks nobody sees (zero-width, direction overrides);
//   - rows that cannot be read at all, and two rows of one code that hold at once;
//   - references: a grid's parent and office, a unit's area and `above`, a person's unit, role and area, a
//     category's parent, a place's grid, parent and manager, a route's and precedent's area, category, units;
//   - levels: every grid lies under the right kind (never a grid straight under a subdistrict);
//   - codes: subdistrict 9 digits, community 12, all-purpose grid 15 (6 district + 3 street + 3 community +
//     3 sequence), micro-grid 17 (its grid's 15 + 2), dedicated grid 20 (6 object + 6 + 3 + 3 + 2, after CJ/T
//     349-2010), police grid its community's 12 + "J" + 2; each must begin with its parent's;
//   - cycles in `above` and `parent`;
//   - areas: of one kind in one parent, no two overlap and together they leave nothing of the parent over.
// In the order of the rows.
[[nodiscard]] std::vector<Finding> check(const std::vector<Row>& rows, Instant at);

}  // namespace shaoyin::registers
