// Suggestions level by level down the table of categories, and no further than is known: one model for the top level,
// one below each category whose children have enough examples, the taxonomy's words where nothing was learned. A level
// is settled only while the whole path is likely enough; what lies below is a list to choose from, not a choice.
//
// Pure, deterministic like train().
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/triage/train.h"
#include "core/triage/word_rules.h"

namespace shaoyin::triage {

inline constexpr std::size_t kChildExamplesMin = 20;   // fewer examples of a category teach its accidents
inline constexpr std::size_t kLearnedFrom = 500;       // below, words are better than a model (0.84 at 500 rows)

struct Levels {
  std::optional<Model> top;             // none: fewer than kLearnedFrom examples; only words then
  std::map<std::string, Model> below;   // by parent; their labels are children of it
};

// Examples whose label is a category of the taxonomy at any depth; each teaches every level of its path.
// Errors: those of train(); kUnknownReference ("label[i]": a category that the taxonomy does not know).
[[nodiscard]] Result<Levels> train_levels(const std::vector<Example>& examples, const Taxonomy& taxonomy, std::uint64_t seed, const Perform& perform = one_after_the_other);

struct Step {
  std::string code;
  double p = 0;  // of the whole path down to here
};

struct LevelSuggestion {
  std::vector<Step> settled;          // from the top; empty: nothing is likely enough
  std::vector<Step> alternatives;     // at the level where settling stopped, two at most, the likelier first
  std::vector<Candidate> candidates;  // by the taxonomy's words, below what is settled
};

// `least`: the p from which a level is settled.
[[nodiscard]] LevelSuggestion suggest_levels(const Levels& levels, const WordRules& rules, std::string_view message, double least = kPleaseCheckFrom);

// One spelling; at most kModelBytesMax, like a single model. Errors: those of read_model().
[[nodiscard]] std::string levels_bytes(const Levels& levels);
[[nodiscard]] Result<Levels> read_levels(std::string_view bytes);

}  // namespace shaoyin::triage
