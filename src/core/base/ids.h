// Identity. A matter has a number made by us (time-ordered int64; travels to browsers as a string). What a
// register holds (units, people, grids, places, categories) is named by its register code, a short text.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace shaoyin {

struct MatterId {
  std::int64_t value = 0;
  [[nodiscard]] bool present() const { return value != 0; }
  friend auto operator<=>(const MatterId&, const MatterId&) = default;
};

// The six-digit administrative code of a district, e.g. 120103 (天津市河西区). First column of every table.
struct DistrictId {
  std::int64_t value = 0;
  friend auto operator<=>(const DistrictId&, const DistrictId&) = default;
};

using PartyCode = std::string;   // a unit: department, company, subdistrict, community committee
using PersonCode = std::string;  // a member of staff; residents have none
using GridCode = std::string;    // district, subdistrict, community or grid of any kind
using RecordNumber = int;        // 1, 2, 3 … within one matter and record type

}  // namespace shaoyin
