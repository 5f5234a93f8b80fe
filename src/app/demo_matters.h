// Fills a demonstration district with matters that live: the page's own stories, some three years of ordinary reports,
// and a day's work at every step. All of it is invented and went through submit_action and the clock, act by act, like
// anything else; nothing is written past the rules.
//
// The same seed and the same `now` give the same matters, numbers and times. (Keys of the vault, and with them the
// ledger's commitments, differ each time.)
#pragma once

#include <cstdint>
#include <functional>

#include "app/house.h"

namespace shaoyin::app {

struct DemoPorts {
  Store& store;
  Vault& vault;
  Chance& chance;
  Files* files = nullptr;  // where the sample evidence goes; null: its name stands in the ledger, the file is not kept
  std::string request_key;  // wrapped: acts that were played with it before answer with their receipts (the same seed and now); empty: a new one
};

struct DemoMatters { int matters = 0; int acts = 0; };

// REQUIRES: `rules` hold the demonstration district (its people, places and categories) and no matter was opened yet but by
// the same play, cut short: played again with the same request_key it goes on from there.
// Past matters lie between 2023-02-14 and `now`, those of today end at `now`. `progress` hears of each matter begun.
// Errors: kUnknownReference (a person, place or category the stories need is not in the registers), and whatever a rule
// refuses; field then names the act.
[[nodiscard]] Result<DemoMatters> play_demo_matters(DistrictSettings district, const DemoPorts& ports, std::shared_ptr<const Rules> rules, Instant now,
                                                    std::uint64_t seed, const std::function<void(int)>& progress = {});

}  // namespace shaoyin::app
