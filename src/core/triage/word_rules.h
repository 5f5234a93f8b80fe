// Suggestions before anything was learned: the words of the district's own taxonomy (categories.csv) and the synonyms
// it adds. A district starts with these and says so. They give candidates in an order, with the words they rest on,
// and never a probability: nobody has measured how often they are right here.
//
// Pure, deterministic. Threads: a WordRules is never changed after it was made and may be read by all.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/result.h"
#include "core/triage/model.h"

namespace shaoyin::triage {

struct Category {
  std::string code, parent;  // no parent: a top category
  std::string words;         // its name and synonyms, divided by blanks or punctuation
};

// The table of categories as a tree.
class Taxonomy {
 public:
  static constexpr std::size_t kDepthMax = 6;  // deeper tables are mistakes: nobody chooses from seven lists

  // Errors, with the row's number: kMissingField ("code"), kConflict ("code": twice), kUnknownReference ("parent"),
  // kTooLong ("parent": deeper than kDepthMax, as every circle is).
  [[nodiscard]] static Result<Taxonomy> of(std::vector<Category> categories);

  [[nodiscard]] const std::vector<Category>& all() const { return categories_; }
  [[nodiscard]] bool knows(const std::string& code) const { return place_.contains(code); }
  // From the top category down to `code` itself. REQUIRES: knows(code).
  [[nodiscard]] std::vector<std::string> path(const std::string& code) const;
  [[nodiscard]] std::vector<std::string> children(const std::string& code) const;  // "" gives the top categories

 private:
  std::vector<Category> categories_;
  std::map<std::string, std::size_t> place_;
};

struct Candidate {
  std::string code;
  double score = 0;          // only to be compared with others of the same message
  std::vector<Span> because;  // words of the message, in its order
};

class WordRules {
 public:
  static constexpr std::size_t kCandidatesMax = 3;  // a list longer than this is the table itself

  explicit WordRules(const Taxonomy& taxonomy);

  // Best first: categories below `under` (all when empty) without children of their own, of which a word occurs.
  // Empty when no word of the table occurs.
  [[nodiscard]] std::vector<Candidate> suggest(std::string_view message, const std::string& under = "") const;

 private:
  struct Word {
    std::uint32_t category = 0;
    double least = 0;  // the weight of its pairs that must be there
  };
  struct Use {
    std::uint32_t word;
    double weight;
  };
  std::vector<std::string> codes_;
  std::vector<std::vector<std::string>> paths_;
  std::vector<Word> words_;
  std::unordered_map<std::uint64_t, std::vector<Use>> pairs_;  // of neighbouring letters, and the words they are in
};

}  // namespace shaoyin::triage
