// Draws a procedure: as Graphviz text for those who have the tool, and as a self-contained SVG picture of the
// steps for those who have only a browser. Labels in one language or both, from the procedure's own texts.
// Pure; equal procedures give equal bytes.  REQUIRES: names checked (check() without errors).
#pragma once

#include <string>

#include "core/procedure/procedure.h"

namespace shaoyin::procedure {

// A dot digraph: steps, arrows labelled with their actions (dashed: automatic; dotted: a clock), clocks as notes
// beside their steps, one cluster per record type.
[[nodiscard]] std::string draw_dot(const Procedure& procedure);

// The steps in layers from the opening down; arrows back upwards run along the right margin.
[[nodiscard]] std::string draw_svg(const Procedure& procedure);

}  // namespace shaoyin::procedure
