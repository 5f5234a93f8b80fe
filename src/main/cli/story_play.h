// Plays the stories beside a procedure on a fresh house in memory, as the tests do.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/story.h"
#include "core/procedure/check.h"

namespace shaoyin::cli {

struct Played {
  std::vector<app::StoryResult> stories;  // in order of their files' names
  procedure::StoryCoverage coverage_of(const std::string& kind) const;
};

// `procedures`: the folder that holds all kinds and town.toml; `of`: the kind whose stories are played, empty for all.
// Errors: those of the town, packs, calendar and procedure files.
[[nodiscard]] Result<Played> play_stories(const std::filesystem::path& home, const std::filesystem::path& procedures, const std::string& of);

}  // namespace shaoyin::cli
