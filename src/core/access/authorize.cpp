#include "core/access/authorize.h"

#include <algorithm>

namespace shaoyin::access {

std::vector<GridCode> held_in(const Caller& caller, const std::string& verb) {
  std::vector<GridCode> areas;
  for (const Grant& grant : caller.grants) {
    if (grant.verbs.contains(verb)) areas.push_back(grant.area);
  }
  return areas;
}

Verdict authorize(const Caller& caller, const std::string& verb, const std::vector<GridCode>& place_path) {
  bool held_elsewhere = false;
  for (const Grant& grant : caller.grants) {
    if (!grant.verbs.contains(verb)) continue;
    if (std::find(place_path.begin(), place_path.end(), grant.area) != place_path.end()) return {true, {}};
    held_elsewhere = true;
  }
  if (held_elsewhere) {
    return {false, {"您有“" + verb + "”权限，但不包括这个地方", "You hold \"" + verb + "\", but not for this place"}};
  }
  return {false, {"您没有“" + verb + "”权限", "You do not hold the permission \"" + verb + "\""}};
}

}  // namespace shaoyin::access
