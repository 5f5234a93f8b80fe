// The desks of an installation, proved against the procedures and roles in force. A desk is a page: matters do not rest on it, so it has
// no versions, and one with a fault is left out and named instead of stopping the server.
// Threads: any.
#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "app/house.h"

namespace shaoyin::wiring {

// Reads `home`/desks into `rules`: those without fault into `desks`, the faults of the others into `desk_faults`. `verbs` as in
// granted_verbs(). REQUIRES: the procedures of `rules` are in it.
void take_desks(const std::filesystem::path& home, const std::set<std::string>& verbs, app::Rules& rules);

}  // namespace shaoyin::wiring
