// Who may do what where. Permissions are verbs granted on a grid subtree; code never asks for a role's name
// (a role is register data: a name for a set of verbs). Pure; explains every refusal.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/base/words.h"
#include "core/matter/event.h"

namespace shaoyin::access {

struct Grant {
  std::set<std::string> verbs;  // "whistle.blow"; "matter.read"
  GridCode area;                // the grid and everything below it; the district's code for the whole district
};

struct Caller {
  matter::Actor actor;
  std::vector<Grant> grants;
  std::string key_scope;  // whose idempotency keys these are: the person, token or receipt; never shared
};

struct Verdict {
  bool allowed = false;
  Words because;  // filled on refusal: which verb is missing, or where it is held instead
};

// The areas in which the verb is held, each with everything below it. Empty: nowhere.
[[nodiscard]] std::vector<GridCode> held_in(const Caller& caller, const std::string& verb);

// `place_path` is the matter's grid followed by its parents up to the district, smallest first.
[[nodiscard]] Verdict authorize(const Caller& caller, const std::string& verb,
                                const std::vector<GridCode>& place_path);

}  // namespace shaoyin::access
