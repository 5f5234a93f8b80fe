// Every .life beside a procedure is played on the demonstration's registers as a new installation plays it, some beginnings of each, spread
// over its time: no act is refused, and every step is the one that its line expects.
#include <gtest/gtest.h>

#include <set>

#include "app/demo_matters.h"
#include "edge/memory/memory_store.h"
#include "edge/system/system.h"
#include "edge/vault/sodium_vault.h"
#include "main/wiring/life_shelf.h"
#include "tests/stories/town.h"

namespace shaoyin {

constexpr int kEach = 4;
const Instant kToday = *parse_instant("2026-11-20 10:00");

TEST(Lives, HoldInEveryLine) {
  const auto rules = wiring::demo_rules(testing_town::root(), 1, kToday);
  ASSERT_TRUE(rules) << rules.error().field << " " << rules.error().detail;
  const app::LifeRead read = wiring::lives_that_hold(wiring::read_life_files(testing_town::root()), **rules);
  for (const app::LifeFault& fault : read.faults) ADD_FAILURE() << fault.file << ":" << fault.line << " " << fault.what.en << "; " << fault.cure.en;
  memory::MemoryStore store;
  vault::SodiumVault vault{vault::Key{}};
  system::SystemChance chance;
  std::set<const app::Life*> played_lives;
  app::DemoWatch watch;
  watch.played = [&](const app::DemoPlayed& act) { played_lives.insert(act.life); };
  const auto played = app::play_demo_matters({{120103}, "HX"}, {store, vault, chance}, *rules, read.lives, {.now = kToday, .seed = 1, .most_each = kEach, .expect = true}, watch);
  ASSERT_TRUE(played) << error_name(played.error().code) << " " << played.error().field << " " << played.error().detail;
  for (const app::LifeFault& fault : played->faults) ADD_FAILURE() << fault.file << ":" << fault.line << " " << fault.what.en;
  for (const app::Life& life : read.lives) EXPECT_TRUE(played_lives.contains(&life)) << life.file << ":" << life.number << " is never played";
}

}  // namespace shaoyin
