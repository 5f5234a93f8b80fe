// What is published to everybody (公示): the notices that procedures put up and take down again.
// A notice is a register row, one version when it goes up and one when it comes down, so that what was public when can be told later.
// Its words were filled from the matter when it went up; the checker lets no free text and nothing personal into them. It comes down when
// its matter ends, or before, when its procedure says so.
#pragma once

#include <string>
#include <vector>

#include "app/house.h"

namespace shaoyin::app {

inline constexpr const char* kNoticeRegister = "public_notice";

// A board shows what hangs there now; more than this and nobody reads any of it. The oldest go first.
inline constexpr std::size_t kNoticesShown = 200;

struct PublicNotice {
  std::string number;   // of the matter
  std::string kind;
  Words kind_name;
  GridCode community;
  Words community_name;
  Words text;
  Instant since;
};

// Those that are public now, the newest first; of one community, or of the whole district when it is empty. Errors: those of the store.
[[nodiscard]] Result<std::vector<PublicNotice>> public_notices(House& house, const GridCode& community);

}  // namespace shaoyin::app
