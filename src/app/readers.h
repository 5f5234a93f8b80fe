// Which matters a caller sees: may_read() by place and unit, and `visible` of the procedure a matter began under. Every list, page,
// count, export and stream comes through here, so that what one may not see is nowhere.
// Threads: any.
#pragma once

#include "app/callers.h"

namespace shaoyin::app {

[[nodiscard]] bool may_see(const House& house, const Rules& rules, const access::Caller& caller, const Loaded& loaded);

// The same for a row. Loads the matter only where its kind is visible to some.
[[nodiscard]] bool may_see(House& house, const Rules& rules, const access::Caller& caller, const MatterRow& row);

// The matter of a number as people type it: also in small letters. Error kNotFound ("number").
[[nodiscard]] Result<MatterId> find_number(Store& store, DistrictId district, const std::string& typed);

// Store::list without what the caller may not see; `total` counts the rest. `filter` is narrowed to what the caller may read already.
// Costs one load for each found matter of a kind that is visible to some; other kinds cost nothing more.
[[nodiscard]] Result<Page> list_for(House& house, const Rules& rules, const access::Caller& caller, const Filter& filter);

}  // namespace shaoyin::app
