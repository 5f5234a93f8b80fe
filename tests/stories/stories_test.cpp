// Every .story beside a procedure is a test of its own.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/story.h"
#include "edge/memory/memory_store.h"
#include "edge/system/system.h"
#include "edge/toml/rule_files.h"
#include "edge/vault/sodium_vault.h"

namespace shaoyin {
namespace {

namespace fs = std::filesystem;
const fs::path kRoot = SHAOYIN_SOURCE_DIR;

std::string slurp(const fs::path& path) {
  std::ifstream file(path);
  std::stringstream all;
  all << file.rdbuf();
  return all.str();
}

std::vector<std::string> story_files() {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(kRoot / "procedures")) {
    if (entry.path().extension() == ".story") files.push_back(fs::relative(entry.path(), kRoot).string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

app::StoryResult play(const std::string& text) {
  auto town_read = toml_files::read_town(kRoot / "procedures/town.toml");
  EXPECT_TRUE(town_read.ok()) << town_read.error().detail;
  app::Town town{town_read->rows, {}};
  for (const auto& actor : town_read->actors) town.actors.push_back({actor.name, actor.unit, {actor.verbs.begin(), actor.verbs.end()}, actor.area});
  auto procedures = toml_files::read_procedures(kRoot / "procedures");
  for (const Error& error : procedures.faults) ADD_FAILURE() << error.field << ": " << error.detail;
  auto pack = toml_files::read_pack(kRoot / "registers/deadlines", app::story_preset(text));
  auto calendar = toml_files::read_calendar(kRoot / "registers/calendar");
  EXPECT_TRUE(pack.ok() && calendar.ok());
  auto rules = std::make_shared<app::Rules>(app::Rules{registers::Book::build(town.rows, *parse_instant("2023-01-01")), *calendar, *pack, {}, {}});
  for (const std::string& problem : rules->book->faults()) ADD_FAILURE() << problem;
  for (const auto& procedure : procedures.procedures) rules->add(procedure);
  memory::MemoryStore store;
  vault::SodiumVault vault(vault::Key{});
  system::SystemChance chance;
  app::SetClock clock;
  app::House house({{120103}, "GS"}, store, vault, clock, chance, rules);
  return app::play_story(text, town, house, clock);
}

}  // namespace

class Story : public testing::TestWithParam<std::string> {};

TEST_P(Story, Holds) {
  const app::StoryResult result = play(slurp(kRoot / GetParam()));
  for (const std::string& problem : result.faults) ADD_FAILURE() << GetParam() << " " << problem;
  EXPECT_FALSE(result.steps.empty()) << "the story plays no line";
}

INSTANTIATE_TEST_SUITE_P(Procedures, Story, testing::ValuesIn(story_files()), [](const auto& file) {
  std::string name = fs::path(file.param).parent_path().filename().string() + "_" + fs::path(file.param).stem().string();
  std::replace_if(name.begin(), name.end(), [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); }, '_');
  return name;
});

TEST(StoryRunner, SaysWhichLineDoesNotHold) {
  const auto result = play("place: 120103004010001001\nkind: report\n"
                           "2023-02-14 09:00  resident  report(The lamp is broken)  accepted\n");
  ASSERT_EQ(result.faults.size(), 1u);
  EXPECT_EQ(result.faults[0], "line 3: expected accepted, report is reported");
}

TEST(StoryRunner, RefusesAnActorWhomTheTownDoesNotKnow) {
  const auto result = play("place: 120103004010001001\n2023-02-14 09:00  mayor  report(x)  reported\n");
  ASSERT_EQ(result.faults.size(), 1u);
  EXPECT_NE(result.faults[0].find("no actor 'mayor'"), std::string::npos);
}

}  // namespace shaoyin
