// What is asked of a person at a terminal. Without a terminal nothing is ever asked.
#pragma once

#include <optional>
#include <string>

#include "main/cli/context.h"

namespace shaoyin::cli {

[[nodiscard]] bool at_terminal();  // input and error output both

// Asks without showing what is typed, twice for a fresh one; nullopt when the two differ. REQUIRES: at_terminal().
[[nodiscard]] std::optional<std::string> ask_password(const Context& context, bool fresh = true);

// REQUIRES: at_terminal(). Anything but yes is no.
[[nodiscard]] bool ask_yes_no(const Context& context, const Words& question);

}  // namespace shaoyin::cli
