// The cells that liborcus passes over: texts stored in the cell itself (`t="inlineStr"`, as many programs write
// them) and formula-less texts and dates (`t="str"`, `t="d"`). Without this pass they would be lost silently.
#pragma once

#include <string_view>

#include "core/base/result.h"
#include "edge/sheet/helper.h"

namespace shaoyin::sheet {

// Gives each such cell of the first sheet of the workbook `bytes` to `take`. Only inside a limited process.
// Error: kMalformed. Throws what `take` and liborcus throw.
[[nodiscard]] Status read_inline_cells(std::string_view bytes, const CellTaker& take);

}  // namespace shaoyin::sheet
