// One action on one matter, start to finish: authorize, decide, commit. Everything that changes a matter comes
// through here: people, the reporter, the clock.
#pragma once

#include <map>
#include <string>

#include "app/house.h"
#include "core/access/authorize.h"

namespace shaoyin::app {

struct Request {
  access::Caller caller;
  std::string key;                     // idempotency key, 8-80 of [A-Za-z0-9_-]; empty only from our own clock
  std::string action;
  std::map<std::string, Value> inputs; // raw, see inputs.h
  // Acting on a matter:
  MatterId matter;
  RecordNumber record = 0;
  std::string to;
  std::int64_t revision = 0;
  // Opening one (matter is not set; action may be empty: the procedure's opening action):
  std::string kind;
  GridCode place;
  std::string channel = "patrol";
  std::string secret_hash;             // of the reporter's receipt code
};

// Errors: kForbidden (detail: the verb), kNotThisActor, kUnknownProcedure, kUnknownReference (place), kOutsideDistrict,
// kBusy, kKeyReused, those of decide(), prepare_inputs() and the store. In every case nothing has happened.
[[nodiscard]] Result<Receipt> submit_action(House& house, const Request& request);

// Lets the clocks of one matter act. No receipt when nothing was due.
[[nodiscard]] Result<std::optional<Receipt>> tick_matter(House& house, MatterId matter);

struct Ticked { int matters = 0; int acted = 0; int failed = 0; };
// Lets all clocks act that are due now, oldest first, at most `limit` matters.
[[nodiscard]] Result<Ticked> tick_due(House& house, int limit = 500);

// Recomputes open matters after the calendar or deadline pack changed.
[[nodiscard]] Result<Ticked> recompute_open(House& house);

}  // namespace shaoyin::app
