// Performs the independent pieces of the triage engine's work on threads of this process.
#pragma once

#include "core/triage/parallel.h"

namespace shaoyin::cli {

// `count` threads, 0 for as many as the machine has (at most kThreadsMax: there are a dozen pieces).
inline constexpr unsigned kThreadsMax = 8;
[[nodiscard]] triage::Perform threads(unsigned count);

}  // namespace shaoyin::cli
