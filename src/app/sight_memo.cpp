#include "app/sight_memo.h"

#include <fmt/format.h>

#include "app/readers.h"

namespace shaoyin::app {
namespace {

std::string key_of(const access::Caller& caller, MatterId matter, std::int64_t revision) {
  return fmt::format("{}/{}/{}/{}", matter.value, revision, caller.actor.person, caller.actor.unit);
}

}  // namespace

std::int64_t SightMemo::loads() const {
  const std::lock_guard lock(mutex_);
  return loads_;
}

bool SightMemo::sees(House& house, const std::shared_ptr<const Rules>& rules, const access::Caller& caller, MatterId matter, std::int64_t revision) {
  {
    const std::lock_guard lock(mutex_);
    if (rules_ != rules || known_.size() >= kSightsRemembered) {
      rules_ = rules;
      known_.clear();
    }
    if (const auto found = known_.find(key_of(caller, matter, revision)); found != known_.end()) return found->second;
    ++loads_;
  }
  const auto loaded = load_matter(house, matter);
  if (!loaded) return false;
  const bool seen = may_see(house, *rules, caller, *loaded);
  const std::lock_guard lock(mutex_);
  if (rules_ == rules) known_[key_of(caller, matter, loaded->matter.revision)] = seen;  // it may have moved on since it was listed
  return seen;
}

}  // namespace shaoyin::app
