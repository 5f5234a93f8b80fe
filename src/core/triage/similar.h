// Which messages are the same text, and which speak of the same problem at the same place. Two questions with two
// measures: a letter keyed in twice shares nearly all its words, two neighbours who complain of the same smoke share
// the estate's name and little else. Finds and shows; whether two matters are joined a person decides.
//
// Short numbers count here: line 3 is not line 7. Words that any request may begin with (请问, 投诉, 关于 …) are read away in
// titles: they are what unlike messages share.
//
// Pure, deterministic. Cost: all pairs by an inverted index; 4,326 messages take some seconds, see docs/benchmarks.md.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace shaoyin::triage {

struct Message {
  std::string title, text;           // without a title the text's first kTitleLetters letters stand for it
  std::optional<std::int64_t> day;   // days since 1970-01-01, where known
};

// How alike two messages are, each part from 0 to 1, and which parts speak for it.
struct Likeness {
  float text = 0;   // cosine of character 2- and 3-grams, rare ones weigh more, over title and kBodyLetters letters
  float title = 0;  // the same over the titles
  float place = 0;  // shared 4-grams that few messages have (names of streets, estates, schools, firms); kPlaceGrams are all

  float beyond = 1;  // the text's cosine without the titles' longest shared stretch, where that is no longer than a name

  // Together, for the question whether it is the same problem. Two who share an estate's name and nothing else have
  // two problems: without words beyond the name likeness counts a third, and fully from kBeyond on.
  [[nodiscard]] float problem() const { return (0.6f * title + 0.2f * text + 0.2f * place) * std::min(1.0f, 0.3f + 0.7f * beyond / kBeyond); }
  static constexpr float kBeyond = 0.05f;
};

enum class Kind { kSameText, kSameProblem };

struct Neighbour {
  std::uint32_t message = 0;
  Likeness likeness;
  [[nodiscard]] float score(Kind kind) const { return kind == Kind::kSameText ? likeness.text : likeness.problem(); }
};

inline constexpr std::size_t kBodyLetters = 300;    // the problem and its place are named early
inline constexpr std::size_t kNameLetters = 8;        // the longest shared stretch that may be a name and nothing else
inline constexpr float kPlaceGrams = 3;             // what a shared name of six letters gives
inline constexpr std::size_t kPlaceMessagesMax = 80;  // a name in more messages is a district's, not a place's
inline constexpr float kSameText = 0.8f;            // re-keyed copies with a changed name are at 0.94 and above
inline constexpr float kSameProblem = 0.35f;        // for a pair; clusters use their own, lower one (topics.h)
inline constexpr std::int64_t kDaysMax = 90;        // beyond, a problem is a new one

// What a neighbour is to a message, or nothing worth showing.
[[nodiscard]] std::optional<Kind> kind_of(const Message& a, const Message& b, const Likeness& likeness);

// For every message those with problem() >= `least` or text >= kSameText, the best by text, then problem, first.
[[nodiscard]] std::vector<std::vector<Neighbour>> neighbours(const std::vector<Message>& messages, float least);

}  // namespace shaoyin::triage
