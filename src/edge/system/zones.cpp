#include "edge/system/zones.h"

#include <date/tz.h>

#include <exception>

namespace shaoyin::system {
namespace {

Instant instant(date::sys_seconds at) { return {at.time_since_epoch().count() * 1000}; }

}  // namespace

Result<clock::Zone> read_zone(const std::string& name) {
  try {
    const date::time_zone* zone = date::locate_zone(name);
    const date::sys_seconds end = date::sys_days(date::year(2100) / 1 / 1);
    std::vector<clock::Zone::Span> spans;
    for (date::sys_seconds at = date::sys_days(date::year(1970) / 1 / 1); at < end;) {
      const date::sys_info info = zone->get_info(at);
      spans.push_back({instant(at), Millis{info.offset.count() * 1000}});
      at = info.end;
    }
    return clock::Zone(name, std::move(spans));
  } catch (const std::exception&) {  // the library knows no other way to say that there is no such zone
    return fault(ErrorCode::kNotAChoice, "zone", name.substr(0, 60));
  }
}

}  // namespace shaoyin::system
