#include "main/cli/life_faults.h"

#include <fmt/format.h>

#include <iostream>

namespace shaoyin::cli {

void print_life_faults(const Context& context, const std::vector<app::LifeFault>& faults) {
  for (const app::LifeFault& fault : faults) std::cout << fmt::format("{}:{}: {}\n  {}\n", fault.file, fault.line, context.say(fault.what), context.say(fault.cure));
}

}  // namespace shaoyin::cli
