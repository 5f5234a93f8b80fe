// The lives beside procedures (procedures/<kind>/*.life), which the demonstration district plays.
#pragma once

#include <filesystem>

#include "app/life.h"

namespace shaoyin::wiring {

// Every life below `home`/procedures, in order of their files' names; faults name the file as "hazard/food.life".
[[nodiscard]] app::LifeRead read_life_files(const std::filesystem::path& home);

// The lives in which check_life() finds nothing; what it finds in the others is among the faults.
[[nodiscard]] app::LifeRead lives_that_hold(app::LifeRead read, const app::Rules& rules);

// The demonstration's rules as files say them, without a data folder: registers of `seed`, procedures in force, calendar and base pack. Errors:
// those of the files, kProcedureFault.
[[nodiscard]] Result<std::shared_ptr<const app::Rules>> demo_rules(const std::filesystem::path& home, std::uint64_t seed, Instant now);

}  // namespace shaoyin::wiring
