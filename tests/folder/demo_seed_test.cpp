// The demonstration: whole, the same for the same seed, and nothing written past the rules.
#include <gtest/gtest.h>

#include "app/demo_matters.h"
#include "core/ledger/ledger.h"
#include "edge/memory/memory_store.h"
#include "edge/system/system.h"
#include "edge/toml/register_files.h"
#include "edge/toml/rule_files.h"
#include "edge/vault/sodium_vault.h"

namespace shaoyin {
namespace {

const std::filesystem::path kRoot = SHAOYIN_SOURCE_DIR;
const app::DistrictSettings kDistrict{{120103}, "HX"};
const Instant kNow = *parse_instant("2026-03-02 10:00");

std::shared_ptr<const app::Rules> rules() {
  static const std::shared_ptr<const app::Rules> kRules = [] {
    auto rows = toml_files::demo_rows(kRoot / "registers", 1);
    toml_files::add_grants(*toml_files::read_grants(kRoot / "procedures"), *rows);
    auto made = std::make_shared<app::Rules>(app::Rules{registers::Book::build(*rows, kNow), *toml_files::read_calendar(kRoot / "registers/calendar"),
                                                        *toml_files::read_pack(kRoot, ""), {}, {}});
    for (const auto& procedure : toml_files::read_procedures(kRoot / "procedures").procedures) made->add(procedure);
    return std::shared_ptr<const app::Rules>(made);
  }();
  return kRules;
}

struct Town {
  memory::MemoryStore store;
  vault::SodiumVault vault{vault::Key{}};
  system::SystemChance chance;

  Result<app::DemoMatters> play(std::uint64_t seed, Instant now = kNow) { return app::play_demo_matters(kDistrict, {store, vault, chance}, rules(), now, seed); }
  std::vector<app::MatterRow> rows() {
    app::Filter filter;
    filter.order = app::Filter::Order::kOldest;
    filter.limit = app::kPageMax;
    return store.list(kDistrict.id, filter)->rows;
  }
};

}  // namespace

TEST(Demo, EveryActIsWhatTheRulesAllow) {
  for (const std::uint64_t seed : {1, 2, 3, 4, 5, 6, 7, 8}) {
    SCOPED_TRACE("SEED=" + std::to_string(seed));
    Town town;
    const auto played = town.play(seed);
    ASSERT_TRUE(played) << error_name(played.error().code) << " " << played.error().field << " " << played.error().detail << " " << played.error().said.en;
    EXPECT_GE(town.rows().size(), 38u);
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
    EXPECT_TRUE(played) << now << " " << played.error().field << " " << played.error().said.en;
  }
}

TEST(Demo, OneSeedIsOneDistrict) {
  Town first, second, other;
  ASSERT_TRUE(first.play(5) && second.play(5) && other.play(6));
  EXPECT_EQ(first.rows(), second.rows());
  EXPECT_NE(first.rows(), other.rows());
}

TEST(Demo, APersonWhoIsNotInTheRegistersIsNamed) {
  auto rows = *toml_files::demo_rows(kRoot / "registers", 1);
  std::erase_if(rows, [](const registers::Row& row) { return row.code == "heat-company.liaison"; });
  auto less = std::make_shared<app::Rules>(*rules());
  less->book = registers::Book::build(rows, kNow);
  Town town;
  const auto played = app::play_demo_matters(kDistrict, {town.store, town.vault, town.chance}, less, kNow, 1);
  ASSERT_FALSE(played);
  EXPECT_EQ(played.error().code, ErrorCode::kUnknownReference);
  EXPECT_EQ(played.error().detail, "heat-company.liaison");
}

}  // namespace shaoyin
