// Prints what is wrong with lives: file and line, what, cure.
#pragma once

#include <vector>

#include "app/life.h"
#include "main/cli/context.h"

namespace shaoyin::cli {

void print_life_faults(const Context& context, const std::vector<app::LifeFault>& faults);

}  // namespace shaoyin::cli
