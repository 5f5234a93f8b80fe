// A thing is done once however often it is asked for: the idempotency key, what is remembered of the request, and the tries
// against others who commit in between. Private to app.
#pragma once

#include <functional>
#include <string>

#include "app/house.h"
#include "core/access/authorize.h"

namespace shaoyin::app {

// Someone may commit between our load and our commit. A busy matter settles within a few tries; more would
// hide a hot spot that operators ought to see.
inline constexpr int kAttemptsMax = 5;

// Runs `attempt` (given what is to be remembered of the request) until it commits or is refused; answers a repeated request
// with the first receipt. `bytes`: everything the person chose, nothing the server added. Errors: kTooShort, kTooLong,
// kMalformed ("Idempotency-Key"), kKeyReused, kBusy, those of `attempt`.
[[nodiscard]] Result<Receipt> once(House& house, const access::Caller& caller, const std::string& key, const std::string& bytes,
                                   const std::function<Result<Receipt>(const std::string& hash)>& attempt);

}  // namespace shaoyin::app
