// Time zones from the system's zone database (Debian package tzdata).
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/clock/zone.h"

namespace shaoyin::system {

// The zone `name` ("America/New_York") from 1970 to 2100. Error: kNotAChoice, field "zone".
[[nodiscard]] Result<clock::Zone> read_zone(const std::string& name);

}  // namespace shaoyin::system
