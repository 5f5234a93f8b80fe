// The demonstration: whole, the same for the same seed, and nothing written past the rules.
#include <gtest/gtest.h>

#include "app/demo_matters.h"
#include "core/ledger/ledger.h"
#include "edge/memory/memory_store.h"
#include "edge/system/system.h"
#include "edge/toml/register_files.h"
#include "edge/vault/sodium_vault.h"
#include "main/wiring/life_shelf.h"

namespace shaoyin {
namespace {

const std::filesystem::path kRoot = SHAOYIN_SOURCE_DIR;
const app::DistrictSettings kDistrict{{120103}, "HX"};
const Instant kNow = *parse_instant("2026-03-02 10:00");

std::shared_ptr<const app::Rules> rules() {
  static const std::shared_ptr<const app::Rules> kRules = *wiring::demo_rules(kRoot, 1, kNow);
  return kRules;
}

// Reports and whistles: enough to see how a demonstration is made; every life of every kind is played in tests/stories/lives_test.cpp.
const std::vector<app::Life>& lives() {
  static const std::vector<app::Life> kLives = [] {
    auto all = wiring::read_life_files(kRoot).lives;
    std::erase_if(all, [](const app::Life& life) { return !life.file.starts_with("report/") && !life.file.starts_with("whistle/"); });
    return all;
  }();
  return kLives;
}

app::Life life(const std::string& text) {
  const auto read = app::read_lives("report/one.life", text);
  EXPECT_TRUE(read.faults.empty() && read.lives.size() == 1);
  return read.lives.at(0);
}

struct Town {
  memory::MemoryStore store;
  vault::SodiumVault vault{vault::Key{}};
  system::SystemChance chance;

  Result<app::DemoMatters> play(std::uint64_t seed, Instant now = kNow, const std::vector<app::Life>& played = lives()) {
    return app::play_demo_matters(kDistrict, {store, vault, chance}, rules(), played, {.now = now, .seed = seed, .most_each = 6, .expect = true});
  }
  std::vector<app::MatterRow> rows() {
    app::Filter filter;
    filter.order = app::Filter::Order::kOldest;
    filter.limit = app::kPageMax;
    return store.list(kDistrict.id, filter)->rows;
  }
};

}  // namespace

TEST(Demo, EveryActIsWhatTheRulesAllow) {
  for (const std::uint64_t seed : {1, 2, 3, 4}) {
    SCOPED_TRACE("SEED=" + std::to_string(seed));
    Town town;
    const auto played = town.play(seed);
    ASSERT_TRUE(played) << error_name(played.error().code) << " " << played.error().field << " " << played.error().detail << " " << played.error().said.en;
    for (const app::LifeFault& fault : played->faults) ADD_FAILURE() << fault.file << ":" << fault.line << " " << fault.what.en;
    EXPECT_GE(town.rows().size(), 30u);
    for (const app::MatterRow& row : town.rows()) {
      const auto stored = town.store.load(kDistrict.id, row.id);
      ASSERT_TRUE(ledger::verify_chain(kDistrict.id, row.id, stored->links)) << row.number;
      EXPECT_LE(stored->links.back().at, kNow) << row.number;
      EXPECT_FALSE(row.title.empty()) << row.number;
    }
  }
}

TEST(Demo, ItsTodayMayBeAnyDayOfTheWeek) {
  for (const char* now : {"2026-02-20 03:10", "2026-05-02 23:50", "2026-10-10 12:30", "2027-08-15 09:00"}) {
    Town town;
    const auto played = town.play(1, *parse_instant(now));
    ASSERT_TRUE(played) << now << " " << played.error().field << " " << played.error().said.en;
    for (const app::LifeFault& fault : played->faults) ADD_FAILURE() << now << " " << fault.file << ":" << fault.line << " " << fault.what.en;
  }
}

TEST(Demo, OneSeedIsOneDistrict) {
  Town first, second, other;
  ASSERT_TRUE(first.play(5) && second.play(5) && other.play(6));
  EXPECT_EQ(first.rows(), second.rows());
  EXPECT_NE(first.rows(), other.rows());
}

TEST(Demo, APersonWhoIsNotInTheRegistersIsNamedWithLineAndCure) {
  auto rows = *toml_files::demo_rows(kRoot / "registers", 1);
  std::erase_if(rows, [](const registers::Row& row) { return row.code == "heat-company.liaison"; });
  auto less = std::make_shared<app::Rules>(*rules());
  less->book = registers::Book::build(rows, kNow);
  std::vector<app::LifeFault> found;
  for (const app::Life& one : lives()) {
    if (one.name.starts_with("Heating")) found = app::check_life(one, *less);
  }
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].file, "whistle/demonstration.life");
  EXPECT_EQ(found[0].line, 7);
  EXPECT_EQ(found[0].what.en, "There is no person heat-company.liaison");
  EXPECT_NE(found[0].cure.en.find("people.csv"), std::string::npos);
}

TEST(Demo, ALifeThatTheRulesRefuseIsToldOnceAndKeepsNobodyElseFromBeingPlayed) {
  const app::Life bad = life("life: x\nkind: report\nplaces: community\ntimes: 3\n0  community_clerk@community  report(what: 灯不亮)  reported\n+5m  community_clerk@community  close  closed\n");
  const app::Life good = life("life: y\nkind: report\nplaces: community\ntimes: 3\n0  resident  report(what: 井盖响)  reported\n");
  Town town;
  const auto played = town.play(1, kNow, {bad, good});
  ASSERT_TRUE(played);
  EXPECT_EQ(town.rows().size(), 6u);
  ASSERT_EQ(played->faults.size(), 1u);
  EXPECT_EQ(played->faults[0].line, 6);
  EXPECT_NE(played->faults[0].what.en.find("close @ reported was refused: not_allowed_now"), std::string::npos) << played->faults[0].what.en;
  EXPECT_NE(played->faults[0].what.en.find("(3 times)"), std::string::npos);
}

TEST(Demo, AStepThatIsNotAsExpectedIsTold) {
  Town town;
  const auto played = town.play(1, kNow, {life("life: x\nkind: report\nplaces: community\n0  resident  report(what: 灯不亮)  accepted\n")});
  ASSERT_TRUE(played);
  ASSERT_EQ(played->faults.size(), 1u);
  EXPECT_EQ(played->faults[0].what.en, "expected accepted, report is reported");
}

TEST(Demo, AMatterIsNamedNearbyAndALifeWithoutOneEndsEarly) {
  const app::Life first = life("life: first\nkind: report\nplaces: 120103014004\non: 2025-03-03 09:00\n0  community-huizhongjiayuan.clerk  report(what: 灯不亮)  reported\n");
  const std::string joins = "0  community-huizhongjiayuan.clerk  report(what: 灯还是不亮)  reported\n+5m  community-huizhongjiayuan.clerk  absorb({matter:report})  absorbed\n";
  Town town, alone;
  const auto played = town.play(1, kNow, {first, life("life: second\nkind: report\nplaces: 120103014004\non: 2025-03-03 10:00\n" + joins)});
  ASSERT_TRUE(played);
  EXPECT_TRUE(played->faults.empty());
  EXPECT_EQ(town.rows().back().step, "absorbed");
  const auto without = alone.play(1, kNow, {life("life: second\nkind: report\nplaces: 120103014004\non: 2025-03-03 10:00\n" + joins)});
  ASSERT_TRUE(without);
  EXPECT_TRUE(without->faults.empty());
  EXPECT_EQ(without->left_out, 1);
  EXPECT_EQ(alone.rows().back().step, "reported");
}

TEST(Demo, WhatIsChosenAndWhenLiesWithinWhatTheLifeSays) {
  Town town;
  const auto played = town.play(9, kNow, {life("life: x\nkind: report\nplaces: street\nevery: 20 days\n0  resident  report(what: 灯不亮)  reported\n50% +1w 09:00..10:00  street_clerk@street  accept(roads.lamps.dark; simple)  accepted\n")});
  ASSERT_TRUE(played && played->faults.empty());
  int accepted = 0;
  for (const app::MatterRow& row : town.rows()) {
    EXPECT_GE(row.opened, *parse_instant("2023-01-03 00:00"));
    EXPECT_TRUE(rules()->calendar.is_workday(rules()->calendar.day_of(row.opened))) << row.number;
    accepted += row.step == "accepted" ? 1 : 0;
  }
  EXPECT_EQ(town.rows().size(), 6u);
  EXPECT_LT(accepted, 6);
}

}  // namespace shaoyin
