// How hot a topic is, and whether that is unusual for it: a sum whose every term can be shown and checked by hand.
// Counts residents, not clicks: votes enter by their logarithm, one person's repeats likewise, so neither a campaign nor
// a persistent neighbour makes a topic. It is about a problem and a place; nothing here is about a person.
//
// Pure, deterministic. Threads: any.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace shaoyin::triage {

// One message of a topic.
struct Voice {
  std::string resident;         // whatever tells residents apart; compared, never kept
  std::int64_t day = 0;         // days since 1970-01-01
  std::uint32_t supports = 0, opposes = 0;
  std::string grid;             // empty: not known
  bool troubled = false;        // overdue or reopened: it was answered badly
};

struct Heat {
  double value = 0;             // voices x spread
  double voices = 0;            // every resident's loudest message, fading, with support and repeats
  double spread = 1;            // 1 + 0.3 ln(1 + grids), 1 when no grid is known
  std::size_t residents = 0, messages = 0, grids = 0, troubled = 0;
};

inline constexpr double kFadeDays = 14;            // after a fortnight a message counts a third
inline constexpr double kTroubledFactor = 1.5;
inline constexpr std::size_t kResidentsMin = 4;    // fewer are neighbours with one matter, not a topic of the district
inline constexpr std::size_t kWeeksOfHabit = 8;
inline constexpr double kSigmas = 3;

// Messages of days after `today` do not count yet.
[[nodiscard]] Heat heat(const std::vector<Voice>& voices, std::int64_t today);

// What is usual for the topic: its heat at the end of each of the kWeeksOfHabit weeks before `today`'s, oldest first.
[[nodiscard]] std::vector<double> habit(const std::vector<Voice>& voices, std::int64_t today);

// Hotter than its own mean by kSigmas standard deviations, and enough residents. A topic without a past is measured
// against nothing and is hot as soon as there are enough residents.
[[nodiscard]] bool is_hot(const Heat& now, const std::vector<double>& habit);

}  // namespace shaoyin::triage
