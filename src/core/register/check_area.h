// Whether the grids of one kind fill their parent without overlap. Part of check.h, apart because it
// measures.
#pragma once

#include <string>
#include <vector>

#include "core/register/book.h"

namespace shaoyin::registers {

struct AreaFinding {
  GridCode grid;     // the row to blame: the later of two that overlap, the parent that has a gap
  std::string kind;  // "overlap", "gap"
  Words reason;
  Words cure;
};

// Only among grids that are drawn; a parent some of whose children are not drawn is not asked for gaps.
[[nodiscard]] std::vector<AreaFinding> check_areas(const Book& book);

}  // namespace shaoyin::registers
