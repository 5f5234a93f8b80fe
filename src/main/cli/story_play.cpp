#include "main/cli/story_play.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "edge/memory/memory_store.h"
#include "edge/system/system.h"
#include "edge/toml/rule_files.h"
#include "edge/vault/sodium_vault.h"

namespace shaoyin::cli {
namespace {

namespace fs = std::filesystem;

std::string slurp(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream all;
  all << file.rdbuf();
  return all.str();
}

std::vector<fs::path> story_files(const fs::path& procedures, const std::string& of) {
  std::vector<fs::path> files;
  std::error_code problem;
  for (fs::recursive_directory_iterator at(of.empty() ? procedures : procedures / of, problem), end; !problem && at != end; at.increment(problem)) {
    if (at->path().extension() == ".story") files.push_back(at->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

struct Stage {
  app::Town town;
  std::vector<std::shared_ptr<const procedure::Procedure>> procedures;
  fs::path home;
  fs::path folder;  // of the procedures
};

Result<app::StoryResult> play(const Stage& stage, const std::string& text) {
  auto pack = toml_files::read_pack(stage.home, app::story_preset(text), stage.folder);
  if (!pack) return pack.error();
  auto calendar = toml_files::read_calendar(stage.home / "registers/calendar");
  if (!calendar) return calendar.error();
  auto rules = std::make_shared<app::Rules>(app::Rules{registers::Book::build(stage.town.rows, *parse_instant("2023-01-01")), *calendar, *pack, {}, {}});
  for (const auto& one : stage.procedures) rules->add(one);
  memory::MemoryStore store;
  vault::SodiumVault vault(vault::Key{});
  system::SystemChance chance;
  app::SetClock clock;
  app::House house({{120103}, "ST"}, store, vault, clock, chance, rules);
  return app::play_story(text, stage.town, house, clock);
}

// "whistle.called" of the story's set, as the checker names it within one procedure.
std::set<std::string> within(const std::set<std::string>& all, const std::string& kind) {
  std::set<std::string> own;
  for (const std::string& name : all) {
    if (name.starts_with(kind + ".")) own.insert(name.substr(kind.size() + 1));
  }
  return own;
}

}  // namespace

procedure::StoryCoverage Played::coverage_of(const std::string& kind) const {
  procedure::StoryCoverage all;
  for (const app::StoryResult& story : stories) {
    all.steps.merge(within(story.steps, kind));
    all.done.merge(within(story.done, kind));
    all.refused.merge(within(story.refused, kind));
    all.autos.merge(within(story.autos, kind));
  }
  return all;
}

Result<Played> play_stories(const fs::path& home, const fs::path& procedures, const std::string& of) {
  auto town = toml_files::read_town(procedures);
  if (!town) return town.error();
  Stage stage{{std::move(town->rows), {}}, {}, home, procedures};
  for (auto& actor : town->actors) stage.town.actors.push_back({actor.name, actor.unit, {actor.verbs.begin(), actor.verbs.end()}, actor.area});
  auto read = toml_files::read_procedures(procedures);
  if (!read.faults.empty()) return read.faults.front();
  stage.procedures = std::move(read.procedures);
  Played played;
  for (const fs::path& file : story_files(procedures, of)) {
    auto result = play(stage, slurp(file));
    if (!result) return result.error();
    if (result->name.empty()) result->name = file.filename().string();
    for (std::string& problem : result->faults) problem = file.filename().string() + " " + problem;
    played.stories.push_back(std::move(*result));
  }
  return played;
}

}  // namespace shaoyin::cli
