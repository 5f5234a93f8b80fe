// Looks a data folder over: is everything there, whole and fit for the coming year? Changes nothing.
#pragma once

#include <string>
#include <vector>

#include "main/cli/context.h"

namespace shaoyin::cli {

struct Check {
  enum class State { kOk, kWarning, kFault } state = State::kOk;
  std::string name;  // "folder", "database", "key", "integrity", "ledger", "disk", "procedures", "calendar"
  Words said;
  Words cure;        // empty when there is nothing to do
  bool typed = false;  // nothing of ours is there: the folder was named wrongly, which is no finding about it
};

// In the order in which one would mend them. Never stops at the first fault.
[[nodiscard]] std::vector<Check> examine(const Context& context);

}  // namespace shaoyin::cli
