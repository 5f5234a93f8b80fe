#include "main/wiring/life_shelf.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "edge/toml/procedure_file.h"
#include "edge/toml/register_files.h"
#include "edge/toml/rule_files.h"

namespace shaoyin::wiring {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> life_files(const fs::path& procedures) {
  std::vector<fs::path> files;
  std::error_code problem;
  for (fs::recursive_directory_iterator at(procedures, problem), end; !problem && at != end; at.increment(problem)) {
    if (at->path().extension() == ".life") files.push_back(at->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

app::LifeRead read_life_files(const fs::path& home) {
  app::LifeRead all;
  for (const fs::path& path : life_files(home / "procedures")) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    auto read = app::read_lives(path.parent_path().filename().string() + "/" + path.filename().string(), text.str());
    std::move(read.lives.begin(), read.lives.end(), std::back_inserter(all.lives));
    std::move(read.faults.begin(), read.faults.end(), std::back_inserter(all.faults));
  }
  return all;
}

app::LifeRead lives_that_hold(app::LifeRead read, const app::Rules& rules) {
  app::LifeRead kept{{}, std::move(read.faults)};
  for (app::Life& life : read.lives) {
    std::vector<app::LifeFault> found = app::check_life(life, rules);
    if (found.empty()) kept.lives.push_back(std::move(life));
    std::move(found.begin(), found.end(), std::back_inserter(kept.faults));
  }
  return kept;
}

Result<std::shared_ptr<const app::Rules>> demo_rules(const fs::path& home, std::uint64_t seed, Instant now) {
  auto rows = toml_files::demo_rows(home / "registers", seed);
  if (!rows) return rows.error();
  const auto grants = toml_files::read_grants(home / "procedures");
  if (!grants) return grants.error();
  toml_files::add_grants(*grants, *rows);
  auto calendar = toml_files::read_calendar(home / "registers/calendar");
  if (!calendar) return calendar.error();
  auto pack = toml_files::read_pack(home, "");
  if (!pack) return pack.error();
  auto rules = std::make_shared<app::Rules>(app::Rules{registers::Book::build(*rows, now), std::move(*calendar), std::move(*pack), {}, {}});
  const auto read = toml_files::read_procedures(home / "procedures");
  if (!read.faults.empty()) return read.faults.front();
  for (const auto& procedure : read.procedures) rules->add(procedure);
  return std::shared_ptr<const app::Rules>(std::move(rules));
}

}  // namespace shaoyin::wiring
