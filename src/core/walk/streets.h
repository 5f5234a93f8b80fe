// Streets as somebody drew them: points, and ways through points. What readers (src/edge/osm, the synthetic district)
// deliver and build_network() turns into a network. Plain data; threads: any.
#pragma once

#include <cstdint>
#include <vector>

#include "core/geo/point.h"

namespace shaoyin::walk {

// What a stretch of way demands of the walker. Bits, joined with |.
enum Trait : std::uint8_t {
  kSteps = 1,      // closed to wheelchairs and prams
  kCrossing = 2,   // across a carriageway
  kPrivate = 4,    // inside a compound (小区) that may turn strangers away
  kHours = 8,      // has opening hours; counted as closed at night
  kIndoor = 16,    // a passage through a building
  kGate = 32,      // through a gate or bollards
  kNarrow = 64,    // a stile, turnstile or kissing gate; closed to wheelchairs and prams
};
using Traits = std::uint8_t;

struct StreetPoint {
  geo::Point at;
  std::uint16_t wait_s = 0;  // lost by whoever passes
  Traits traits = 0;
  bool blocked = false;      // nobody passes: a wall or a locked gate
};

struct StreetWay {
  std::uint32_t first = 0;             // in Streets::refs
  std::uint32_t count = 0;
  std::uint16_t effort_percent = 100;  // 200: a metre tires like two
  std::uint16_t wait_s = 0;            // lost once, over the whole way
  Traits traits = 0;
};

struct Streets {
  std::vector<StreetPoint> points;
  std::vector<std::uint32_t> refs;  // positions in `points`
  std::vector<StreetWay> ways;
};

}  // namespace shaoyin::walk
