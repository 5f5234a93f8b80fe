// Answers a fact over other matters (docs/writing-procedures.md): how many rows of another kind, or what they add up to. The engine
// counts, not the caller: every matter of the district counts, whoever may see it, and only the number leaves.
#pragma once

#include "app/house.h"

namespace shaoyin::app {

// `mine`: the values of fact.mine, in its order. The asking matter itself is not counted. Not known: no such kind or column in any
// version, a condition that no longer fits, or a sum beyond what a number holds. Errors: those of the store.
// `told`: of a fact with told = true the first matters that count, at most kToldMax, each once.
struct Counted { Value number; std::vector<MatterId> told; };
[[nodiscard]] Result<Counted> count_matters(House& house, const std::shared_ptr<const Rules>& rules, const procedure::FactSpec& fact, const std::vector<Value>& mine, const Asking& asking);

}  // namespace shaoyin::app
