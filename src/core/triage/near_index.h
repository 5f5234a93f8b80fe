// Finds, among very many matters, the few that may be the same text or the same problem as a new one. Holds only hashes,
// places and days: no words can be read back from it, and what it names is then compared exactly with the matters'
// own texts (comparer.h).
//
// Same text: matters that share one of their smallest shingles, whenever they were. Same problem: matters of the last
// kDaysMax days that lie in the same or a neighbouring grid or within kNearM metres, or that share a rare name in the
// title; the newest are looked at first and only kLookedAtMax of one list, so a flood of reports from one grid costs no
// more than a busy day.
//
// Pure, deterministic. Memory: about 500 bytes a matter. Threads: one thread's at a time while adding; candidates()
// may be called by all when nobody adds.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/geo/point.h"
#include "core/triage/similar.h"

namespace shaoyin::triage {

// Where and when a matter is, and of what category; each part may be unknown.
struct Circumstances {
  std::optional<std::int64_t> day;
  std::string grid;
  std::vector<std::string> near_grids;  // neighbours of the grid; asked for in queries only
  std::optional<geo::Point> point;
  std::string category;
};

// The parts of "the same problem", each from 0 to 1 and shown apart.
struct ProblemParts {
  double text = 0;      // words: likeness of title and body
  double place = 0;     // 1 at the same point, 0 from kNearM on; same grid 0.6, neighbouring grid 0.3; or a shared rare name
  double category = 0;  // 1 the same, 0.5 unknown
  double time = 0;      // 1 the same day, 0 from kDaysMax on, 0.5 unknown
  [[nodiscard]] double score() const { return 0.4 * text + 0.3 * place + 0.2 * category + 0.1 * time; }
};

inline constexpr double kNearM = 300;
inline constexpr double kProblemFrom = 0.35;       // of score(), with some words and some place in common
inline constexpr double kWordsLeast = 0.08;        // different messages about one problem have a cosine of 0.12 to 0.17
inline constexpr std::size_t kShortLetters = 12;   // below, words say too little; then the same category has to do

[[nodiscard]] ProblemParts problem_parts(const Circumstances& a, const Circumstances& b, const Likeness& likeness);

// Whether it is worth showing to the person who decides. `letters`: of the shorter of the two texts.
[[nodiscard]] bool may_be_same_problem(const ProblemParts& parts, std::size_t letters);

class NearIndex {
 public:
  using Number = std::uint32_t;                            // the caller's, in the order of adding
  static constexpr std::size_t kCandidatesMax = 20;        // each is one text to load and compare
  static constexpr std::size_t kLookedAtMax = 200;         // of one list
  static constexpr std::size_t kNamesMax = 24;             // 4-grams of a title

  // Matters are added in the order of their numbers, 0, 1, 2 …; returns the number.
  Number add(std::string_view title, std::string_view text, const Circumstances& where);
  [[nodiscard]] std::size_t size() const { return days_.size(); }

  // At most kCandidatesMax, those with most in common first; equal ones: the newest first.
  [[nodiscard]] std::vector<Number> candidates(std::string_view title, std::string_view text, const Circumstances& where) const;

 private:
  // Lists of numbers by key, newest first, chained in buckets. Of a key 32 bits are kept: two keys that share them share
  // a list, which the exact comparison puts right.
  class Lists {
   public:
    void add(std::uint64_t key, Number number);
    template <class F>
    void walk(std::uint64_t key, const F& f) const;

   private:
    struct Entry {
      std::uint32_t key;
      Number number;
      std::uint32_t before;
    };
    void chain(std::uint32_t entry);

    std::vector<std::uint32_t> heads_;  // a power of two, at least as many as entries
    std::vector<Entry> entries_;
  };

  Lists text_, place_, name_;
  std::vector<std::int32_t> days_;  // kUnknownDay where not known
};

}  // namespace shaoyin::triage
