// Who may do what where. Permissions are verbs granted on a grid subtree; code never asks for a role's name
// (a role is register data: a name for a set of verbs). Pure; explains every refusal.
#pragma once

#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/ids.h"
#include "core/base/words.h"
#include "core/matter/event.h"

namespace shaoyin::access {

// What the house itself asks for, whatever kinds of matter there are: who reads, reveals, exports, edits registers, keeps accounts. Such a verb
// is given by the register of roles alone, never by a folder that brings a kind of matter.
inline constexpr std::array<std::string_view, 13> kHouseVerbs{"backup.run", "export.run", "history.read", "import.run", "ledger.verify", "matter.read", "matter.read_own", "personal.erase",
                                                              "personal.reveal", "personal.reveal_own", "register.edit", "register.read", "user.manage"};

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
