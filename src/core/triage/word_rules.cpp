// A word of the table counts by its pairs of letters, so that 水管爆裂了 finds 自来水管道爆裂 as well; a pair that many categories use
// says little. A word counts when enough of it is there: a pair out of the middle of a long name is chance. A category
// has the score of its best word.
#include "core/triage/word_rules.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/triage/letters.h"

namespace shaoyin::triage {
namespace {

constexpr double kTitleBonus = 1.5;  // what stands in the first twenty letters is what it is about
constexpr double kShareOfShort = 0.3;  // of a word's weight: one good pair of a name of up to kShortPairs pairs
constexpr double kShareOfLong = 0.5;   // a pair or two of a long name are chance
constexpr std::size_t kShortPairs = 3;
constexpr std::size_t kReadLetters = 150;  // further on, messages tell of everything that ever happened

std::uint64_t pair_of(char32_t a, char32_t b) { return static_cast<std::uint64_t>(a) << 32 | b; }

// Words of one table cell, each as letters. Punctuation divides, so a word never spans two of them.
std::vector<std::vector<Letter>> words_of(const std::string& cell) {
  std::vector<std::vector<Letter>> words(1);
  std::uint32_t end = 0;
  for (const Letter& letter : read_letters(cell)) {
    if (letter.from != end && !words.back().empty()) words.emplace_back();
    words.back().push_back(letter);
    end = letter.to;
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::set<std::uint64_t> pairs_of(const std::vector<Letter>& word) {
  std::set<std::uint64_t> pairs;
  for (std::size_t i = 0; i + 1 < word.size(); ++i) pairs.insert(pair_of(word[i].letter, word[i + 1].letter));
  return pairs;
}

}  // namespace

Result<Taxonomy> Taxonomy::of(std::vector<Category> categories) {
  Taxonomy taxonomy;
  taxonomy.categories_ = std::move(categories);
  const auto& all = taxonomy.categories_;
  const auto at = [](const char* field, std::size_t row) { return std::string(field) + "[" + std::to_string(row) + "]"; };
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].code.empty()) return fault(ErrorCode::kMissingField, at("code", i));
    if (!taxonomy.place_.emplace(all[i].code, i).second) return fault(ErrorCode::kConflict, at("code", i), all[i].code);
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::size_t depth = 1;
    for (const Category* one = &all[i]; !one->parent.empty(); ++depth) {
      const auto parent = taxonomy.place_.find(one->parent);
      if (parent == taxonomy.place_.end()) return fault(ErrorCode::kUnknownReference, at("parent", i), one->parent);
      if (depth == kDepthMax) return fault(ErrorCode::kTooLong, at("parent", i), "kDepthMax");
      one = &all[parent->second];
    }
  }
  return taxonomy;
}

std::vector<std::string> Taxonomy::path(const std::string& code) const {
  std::vector<std::string> result;
  for (std::string one = code; !one.empty(); one = categories_[place_.at(one)].parent) result.push_back(one);
  std::reverse(result.begin(), result.end());
  return result;
}

std::vector<std::string> Taxonomy::children(const std::string& code) const {
  std::vector<std::string> result;
  for (const Category& one : categories_) {
    if (one.parent == code) result.push_back(one.code);
  }
  return result;
}

WordRules::WordRules(const Taxonomy& taxonomy) {
  std::set<std::string> parents;
  for (const Category& one : taxonomy.all()) parents.insert(one.parent);
  std::vector<std::set<std::uint64_t>> pairs;  // of each word
  std::map<std::uint64_t, std::set<std::uint32_t>> users;
  for (const Category& one : taxonomy.all()) {
    if (parents.contains(one.code)) continue;
    const auto category = static_cast<std::uint32_t>(codes_.size());
    codes_.push_back(one.code);
    paths_.push_back(taxonomy.path(one.code));
    for (const auto& word : words_of(one.words)) {
      pairs.push_back(pairs_of(word));
      words_.push_back({category, 0.0});
      for (const std::uint64_t pair : pairs.back()) users[pair].insert(category);
    }
  }
  for (std::uint32_t word = 0; word < words_.size(); ++word) {
    for (const std::uint64_t pair : pairs[word]) {
      const double weight = std::log((1.0 + static_cast<double>(codes_.size())) / static_cast<double>(users.at(pair).size()));
      pairs_[pair].push_back({word, weight});
      words_[word].least += weight * (pairs[word].size() <= kShortPairs ? kShareOfShort : kShareOfLong);
    }
  }
}

std::vector<Candidate> WordRules::suggest(std::string_view message, const std::string& under) const {
  struct Found {
    double there = 0, score = 0;
    std::vector<std::size_t> where;
  };
  auto letters = read_letters(message);
  letters.resize(std::min(letters.size(), kReadLetters));
  std::map<std::uint32_t, Found> words;
  std::set<std::uint64_t> seen;
  for (std::size_t i = 0; i + 1 < letters.size(); ++i) {
    const std::uint64_t pair = pair_of(letters[i].letter, letters[i + 1].letter);
    const auto uses = pairs_.find(pair);
    if (uses == pairs_.end() || !seen.insert(pair).second) continue;
    for (const Use& use : uses->second) {
      Found& word = words[use.word];
      word.there += use.weight;
      word.score += use.weight * (i < kTitleLetters ? kTitleBonus : 1.0);
      word.where.push_back(i);
    }
  }
  std::map<std::uint32_t, const Found*> best;  // of each category
  for (const auto& [word, found] : words) {
    if (found.there < words_[word].least) continue;
    const Found*& one = best[words_[word].category];
    if (one == nullptr || found.score > one->score) one = &found;
  }
  std::vector<Candidate> result;
  for (const auto& [category, found] : best) {
    const auto& path = paths_[category];
    if (!under.empty() && std::find(path.begin(), path.end(), under) == path.end()) continue;
    Candidate one{codes_[category], found->score, {}};
    for (const std::size_t i : found->where) {
      if (!one.because.empty() && one.because.back().to >= letters[i].from) one.because.back().to = letters[i + 1].to;
      else one.because.push_back({letters[i].from, letters[i + 1].to, 0.0});
    }
    result.push_back(std::move(one));
  }
  std::stable_sort(result.begin(), result.end(), [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  if (result.size() > kCandidatesMax) result.resize(kCandidatesMax);
  return result;
}

}  // namespace shaoyin::triage
