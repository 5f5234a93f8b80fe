// In which order lists stand. One definition for every store, and for whoever joins two lists.
// Pure; threads: any.
#pragma once

#include "app/ports/store.h"

namespace shaoyin::app {

[[nodiscard]] bool comes_before(Filter::Order order, const MatterRow& a, const MatterRow& b);

}  // namespace shaoyin::app
