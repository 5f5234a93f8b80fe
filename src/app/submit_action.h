// One action on one matter, start to finish: authorize, decide, commit. Everything that changes a matter comes
// through here: people, the reporter, the clock.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

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
  std::string site;                    // the registered place in it, as chosen: whose things are there is looked up; may be empty
  std::string channel;                 // how it came: one of the procedure's; empty: the usual one, "portal" when a resident opens it
  // Of the reporter's receipt code for the matter that is being opened, SHA-256 hex; empty: nobody gets one.
  std::function<Result<std::string>(MatterId)> secret_hash;
};

// Errors: kNotAChoice (channel), kForbidden (detail: the verb), kNotThisActor, kUnknownProcedure, kUnknownReference (place), kOutsideDistrict,
// kBusy, kKeyReused, those of decide(), prepare_inputs() and the store. In every case nothing has happened.
[[nodiscard]] Result<Receipt> submit_action(House& house, const Request& request);

// What submit_action() answered to this very request before; nothing when it did not. Errors: kKeyReused, those of the store.
[[nodiscard]] Result<std::optional<Receipt>> answered_before(House& house, const Request& request);

// Lets the clocks of one matter act. No receipt when nothing was due.
[[nodiscard]] Result<std::optional<Receipt>> tick_matter(House& house, MatterId matter);

// Matters whose clocks could not act, so that they do not stand in everybody's way: each is tried again after a minute, then two,
// four … at most an hour. In memory only: after a restart each fails once more.
// Threads: any.
class SetAside {
 public:
  struct One { MatterId matter; int tries = 0; Instant again; Error error; };
  [[nodiscard]] std::vector<One> all() const;
  [[nodiscard]] std::size_t waiting(Instant now) const;   // how many are not to be tried yet
  [[nodiscard]] bool waits(MatterId matter, Instant now) const;
  void failed(MatterId matter, const Error& error, Instant now);
  void acted(MatterId matter);

 private:
  mutable std::mutex mutex_;
  std::map<std::int64_t, One> by_id_;
};

struct Ticked { int matters = 0; int acted = 0; int failed = 0; };
// Lets all clocks act that are due now, oldest first, at most `limit` matters; those set aside wait for their time.
[[nodiscard]] Result<Ticked> tick_due(House& house, int limit = 500, SetAside* aside = nullptr);

// Recomputes the clocks of open matters after the calendar changed, each as an event of its matter. One that is acted on
// meanwhile is recomputed as it then is. `failed` ones keep what they had.
[[nodiscard]] Result<Ticked> recompute_open(House& house);

// The same, once for each version of the calendar: remembered as a register row when all is done. Nothing when this version was
// seen before.
[[nodiscard]] Result<std::optional<Ticked>> recompute_once(House& house);

}  // namespace shaoyin::app
