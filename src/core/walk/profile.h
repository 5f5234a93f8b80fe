// Who may walk where: OpenStreetMap tags to walkways. Tags are only read here. Pure; threads: any.
//
// kChina is for Chinese cities: main roads are walked along (their pavement is seldom drawn), motorways never;
// compounds closed to strangers (access=private) are passed at a price, because their residents do pass.
// kNarrow is for comparison with published figures of other engines only: it drops trunk and primary roads, knows
// neither gates nor walls, and reproduces the network of RoutingKit's pedestrian loader.
// Limits: areas are walked along their edge; conditional restrictions are not read; opening hours are either
// "24/7" or "not at night".
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "core/walk/streets.h"

namespace shaoyin::walk {

struct Tag {
  std::string_view key, value;
};

enum class Profile { kChina, kNarrow };

struct Walkway {
  std::uint16_t effort_percent = 100;
  std::uint16_t wait_s = 0;
  Traits traits = 0;
};

// Nothing when nobody walks there.
[[nodiscard]] std::optional<Walkway> walkway_of(Profile profile, std::span<const Tag> way);

struct Passage {
  std::uint16_t wait_s = 0;
  Traits traits = 0;
  bool blocked = false;
};

// What passing this point of a way means; all zero for an ordinary point.
[[nodiscard]] Passage passage_of(Profile profile, std::span<const Tag> point);

}  // namespace shaoyin::walk
