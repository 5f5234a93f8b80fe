// Completion for shells, made from the command line's own definition.
#pragma once

#include "main/cli/context.h"

namespace shaoyin::cli {

// REQUIRES: `app` is the whole command line and outlives the parsing.
void add_completion_command(CLI::App& app, Context& context);

}  // namespace shaoyin::cli
