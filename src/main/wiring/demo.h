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

// `now`: when the demonstration's today ends; 0 takes the clock's. A folder in which it was cut short (power, kill) goes on
// from there, with the seed and the today it was begun with, and ends as if nothing had happened. Errors: kConflict (the
// folder holds registers), those of seed_registers, the store and play_demo_matters; after one of these call it again.
[[nodiscard]] Result<Seeded> seed_demo(Folder& folder, std::uint64_t seed, Instant now = {}, const std::function<void(int)>& progress = {});

}  // namespace shaoyin::wiring
