// circle cover: who has which service within a walk, from tables of homes and facilities with coordinates.
#pragma once

#include "main/cli/context.h"

namespace shaoyin::cli {

void add_cover(CLI::App& group, Context& context);

}  // namespace shaoyin::cli
