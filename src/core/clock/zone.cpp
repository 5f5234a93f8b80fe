#include "core/clock/zone.h"

#include <algorithm>

namespace shaoyin::clock {

Zone::Zone(std::string name, std::vector<Span> spans) : name_(std::move(name)), spans_(std::move(spans)) {
  ensure(!spans_.empty(), "a zone has an offset");
}

std::size_t Zone::span_at(Instant at) const {
  const auto after = std::upper_bound(spans_.begin(), spans_.end(), at,
                                      [](Instant t, const Span& span) { return t < span.from; });
  return after == spans_.begin() ? 0 : static_cast<std::size_t>(after - spans_.begin()) - 1;
}

Millis Zone::offset_at(Instant at) const { return spans_[span_at(at)].offset; }

Zone::Reading Zone::at_wall(std::int64_t wall) const {
  // No offset exceeds a day, so the right span is the one a day earlier or one of the next.
  const std::size_t first = span_at(Instant{wall} - days(1));
  const std::size_t last = span_at(Instant{wall} + days(1));
  Reading found;
  int readings = 0;
  for (std::size_t i = first; i <= last; ++i) {
    const Instant at = Instant{wall} - spans_[i].offset;
    if (span_at(at) != i) {
      continue;
    }
    if (++readings == 1) {
      found.at = at;
    }
  }
  if (readings > 0) {
    found.doubt = readings > 1 ? Doubt::kTwice : Doubt::kNone;
    return found;
  }
  for (std::size_t i = last; i > first; --i) {  // the change that swallowed it: the offset before holds
    const Instant at = Instant{wall} - spans_[i - 1].offset;
    if (at >= spans_[i].from) {
      return {at, Doubt::kSkipped};
    }
  }
  return {Instant{wall} - spans_[first].offset, Doubt::kSkipped};
}

}  // namespace shaoyin::clock
