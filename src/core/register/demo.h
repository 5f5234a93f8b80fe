// Draws the demonstration district. Names, codes and the page's figures are facts from registers/; every
// border, sample compound and point is invented here and each such row says synthetic = true. Pure: equal
// rows and seed give equal rows on any machine.  Threads: any.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/result.h"
#include "core/register/row.h"

namespace shaoyin::registers {

// Returns `base` with
//   - polygons for the district, its subdistricts and communities;
//   - all-purpose grids, micro-grids, dedicated and police grids, exactly as many as each subdistrict's row
//   says in
//     `all_purpose_grids`, `micro_grids`, `dedicated_grids` (police grids: one to three a community);
//   - every place that names a community put into a micro-grid there, with a point; buildings beside their
//   compound;
//   - sample compounds with buildings in every community, run by the units whose row says `runs_samples`.
// Each kind fills its parent without gap or overlap; kinds lie over each other. Subdistricts lie roughly
// where their rows' `lon`, `lat` say.
//
// Errors, kRegisterFault with the row's code as field: no district row with a polygon; a subdistrict without
// communities, or whose counts cannot be shared out (every community needs a grid, every grid a micro-grid,
// at most kMicroGridsMax each).
[[nodiscard]] Result<std::vector<Row>> draw_district(const std::vector<Row>& base, std::uint64_t seed);

// Two digits number the micro-grids of a grid.
inline constexpr int kMicroGridsMax = 99;

}  // namespace shaoyin::registers
