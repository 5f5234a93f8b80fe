// Fills an empty data folder for demonstration: the synthetic district, an account for each of its people with one
// known password, and matters at every step of their lives. shaoyind --demo and `shaoyin demo seed` call it.
#pragma once

#include <cstdint>
#include <functional>

#include "app/demo_matters.h"
#include "main/wiring/folder.h"

namespace shaoyin::wiring {

// No secret: it opens invented data only, and is printed wherever the demonstration is made.
inline constexpr const char* kDemoPassword = "shaoyin-demo";

struct Seeded { int accounts = 0; app::DemoMatters matters; };

// Whether seed_demo was cut short in this folder: its registers are whole, accounts and matters are not. Errors: those of the store.
[[nodiscard]] Result<bool> demo_unfinished(Folder& folder);

// A folder in which it was cut short (power, kill) goes on from there, with the wish it was begun with, and ends as if nothing had happened. A
// life that does not go as written keeps nothing else from being made (Seeded::matters.faults). Errors: kConflict (the
// folder holds registers), those of seed_registers, the store and play_demo_matters; after one of these call it again.
struct DemoWish {
  std::uint64_t seed = 1;
  Instant now;        // when the demonstration's today ends; 0 takes the clock's
  int most_each = 0;  // see app::DemoOptions
};
[[nodiscard]] Result<Seeded> seed_demo(Folder& folder, const DemoWish& wish, const std::function<void(const app::DemoProgress&)>& progress = {});

// "Demonstration: 42 %, 830 matters, 6,300 of 15,000 acts", once for each per cent; `say` writes it. For `progress`.
[[nodiscard]] std::function<void(const app::DemoProgress&)> by_per_cent(std::function<void(int per_cent, const app::DemoProgress&)> say);

}  // namespace shaoyin::wiring
