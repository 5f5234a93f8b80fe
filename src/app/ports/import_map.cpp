#include "app/ports/import_map.h"

#include <array>
#include <utility>

#include "core/base/ensure.h"

namespace shaoyin::app {
namespace {

constexpr std::array<std::pair<Flag, const char*>, 7> kNames{{
    {Flag::kClosedBeforeOpened, "closed_before_opened"},
    {Flag::kRepliedBeforeOpened, "replied_before_opened"},
    {Flag::kNoOnTimeFlag, "no_on_time_flag"},
    {Flag::kDefaultPoint, "default_point"},
    {Flag::kBareDate, "bare_date"},
    {Flag::kTimeTwice, "time_twice"},
    {Flag::kTimeSkipped, "time_skipped"},
}};

}  // namespace

const char* flag_name(Flag flag) {
  for (const auto& [value, name] : kNames) {
    if (value == flag) {
      return name;
    }
  }
  ensure(false, "every flag has a name");
  return "";
}

bool flag_of(const std::string& name, Flag& out) {
  for (const auto& [value, known] : kNames) {
    if (name == known) {
      out = value;
      return true;
    }
  }
  return false;
}

const std::vector<Flag>& all_flags() {
  static const std::vector<Flag> flags = [] {
    std::vector<Flag> all;
    for (const auto& [value, name] : kNames) {
      all.push_back(value);
    }
    return all;
  }();
  return flags;
}

}  // namespace shaoyin::app
