// A time zone as a list of spans with one offset each, so that local times of other places and years (daylight
// saving) become instants without asking the machine. edge/system fills it from the system's zone database.
// Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "core/base/instant.h"

namespace shaoyin::clock {

class Zone {
 public:
  struct Span { Instant from; Millis offset; };  // `offset` east of UTC holds from `from` until the next span

  // REQUIRES: at least one span, ascending; the first holds for all earlier times too.
  Zone(std::string name, std::vector<Span> spans);

  // A zone that never changes, such as China's.
  static Zone fixed(std::string name, Millis offset) { return Zone(std::move(name), {{Instant{0}, offset}}); }

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] Millis offset_at(Instant at) const;

  enum class Doubt { kNone, kTwice, kSkipped };
  struct Reading { Instant at; Doubt doubt = Doubt::kNone; };

  // The instant at which clocks on the wall show `wall` (milliseconds since 1970-01-01 00:00 as if it were UTC).
  // When clocks are put back a time comes twice: the first is meant (kTwice). When they are put forward some times
  // never come: they are read with the offset before the change (kSkipped).
  [[nodiscard]] Reading at_wall(std::int64_t wall) const;

 private:
  [[nodiscard]] std::size_t span_at(Instant at) const;

  std::string name_;
  std::vector<Span> spans_;
};

}  // namespace shaoyin::clock
