// Fills a demonstration district with matters that live: plays the lives beside the procedures (life.h) over the calendar, from 2023-01-03 to
// today. All of it is invented and goes through submit_action and the clock, act by act, like anything else; nothing is written past the rules.
//
// The same seed, lives, rules and `now` give the same matters, numbers and times. (Keys of the vault, and with them the ledger's
// commitments, differ each time.)
#pragma once

#include <cstdint>
#include <functional>

#include "app/life.h"

namespace shaoyin::app {

struct DemoPorts {
  Store& store;
  Vault& vault;
  Chance& chance;
  Files* files = nullptr;  // where the sample evidence goes; null: its name stands in the ledger, the file is not kept
  std::string request_key;  // wrapped: acts that were played with it before answer with their receipts (the same seed and now); empty: a new one
};

struct DemoOptions {
  Instant now;            // where the demonstration's today ends
  std::uint64_t seed = 1;
  int most_each = 0;      // at most so many matters of each life; 0: as many as it says
  bool expect = false;    // compare each act with what its line expects
};

// One act as it went, for those who watch.
struct DemoPlayed {
  Instant at;
  const Life* life = nullptr;
  int beginning = 0;
  const LifeLine* line = nullptr;
  std::string number, actor;
  std::string step;       // afterwards; empty: it was not done
};

struct DemoProgress { int done = 0, of = 0; int matters = 0; };

struct DemoWatch {
  std::function<void(const DemoProgress&)> progress;  // after each act
  std::function<void(const DemoPlayed&)> played;
};

struct DemoMatters {
  int matters = 0, acts = 0, ticks = 0;
  int left_out = 0;                // lives that ended early because no open matter was there to name
  std::vector<LifeFault> faults;   // lives that nobody can begin; acts that were refused, after which their life stays as it is; steps not as
                                   // expected; clocks that could not act. Each line once, with how often. Nothing personal: inputs are not told
};

// REQUIRES: `rules` hold the demonstration district and no matter was opened yet but by the same play, cut short: played again with the same
// request_key it goes on from there. A life that the rules refuse keeps nobody else's from being played: see `faults`.
// Errors: those of the store and the vault.
[[nodiscard]] Result<DemoMatters> play_demo_matters(DistrictSettings district, const DemoPorts& ports, std::shared_ptr<const Rules> rules, const std::vector<Life>& lives,
                                                    const DemoOptions& options, const DemoWatch& watch = {});

}  // namespace shaoyin::app
