// The town of procedures/town.toml as tests play on it: a house in memory with a clock that is set.
#pragma once

#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "app/story.h"
#include "edge/memory/memory_store.h"
#include "edge/system/system.h"
#include "edge/toml/rule_files.h"
#include "edge/vault/sodium_vault.h"

namespace shaoyin::testing_town {

inline std::filesystem::path root() { return SHAOYIN_SOURCE_DIR; }

inline std::string slurp(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::stringstream all;
  all << file.rdbuf();
  return all.str();
}

// Read once: parsing the town's files for each of a thousand seeds would be most of the time.
struct TownFiles {
  app::Town town;
  std::shared_ptr<const registers::Book> book;
  toml_files::ProceduresRead procedures;
};

inline const TownFiles& files() {
  static const TownFiles kFiles = [] {
    TownFiles made;
    auto read = toml_files::read_town(root() / "procedures");
    EXPECT_TRUE(read.ok()) << read.error().detail;
    made.town.rows = read->rows;
    for (const auto& actor : read->actors) made.town.actors.push_back({actor.name, actor.unit, {actor.verbs.begin(), actor.verbs.end()}, actor.area});
    made.book = registers::Book::build(made.town.rows, *parse_instant("2023-01-01"));
    for (const std::string& problem : made.book->faults()) ADD_FAILURE() << problem;
    made.procedures = toml_files::read_procedures(root() / "procedures");
    for (const Error& error : made.procedures.faults) ADD_FAILURE() << error.field << ": " << error.detail;
    return made;
  }();
  return kFiles;
}

// A house of its own for one test: nothing is shared but what was read from files.
struct TownHouse {
  explicit TownHouse(const std::string& preset = {})
      : vault(vault::Key{}), house({{120103}, "GS"}, store, vault, clock, chance, make_rules(preset)) {}

  static std::shared_ptr<const app::Rules> make_rules(const std::string& preset) {
    auto pack = toml_files::read_pack(root(), preset);
    auto calendar = toml_files::read_calendar(root() / "registers/calendar");
    EXPECT_TRUE(pack.ok() && calendar.ok());
    auto rules = std::make_shared<app::Rules>(app::Rules{files().book, *calendar, *pack, {}, {}});
    for (const auto& procedure : files().procedures.procedures) rules->add(procedure);
    return rules;
  }

  memory::MemoryStore store;
  vault::SodiumVault vault;
  system::SystemChance chance;
  app::SetClock clock;
  app::House house;
};

}  // namespace shaoyin::testing_town
