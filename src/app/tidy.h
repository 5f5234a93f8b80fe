// What the clock throws away because nobody needs it any longer. In small batches, so that people who wait for the one
// writer never notice.
#pragma once

#include "app/house.h"

namespace shaoyin::app {

// A phone repeats a lost request within minutes, a tablet that was in a drawer within weeks. After that the key is
// only a trace of who asked what and when.
inline constexpr Millis kAnswersKept = days(30);
inline constexpr int kTidiedMax = 500;            // rows of one kind in one round: some milliseconds of the writer
inline constexpr Millis kTidyEvery = minutes(10);  // how often the clock asks; a full round is followed by the next at once

struct Tidied {
  int answers = 0;
  int files = 0;
  [[nodiscard]] bool more() const { return answers >= kTidiedMax || files >= kTidiedMax; }  // there may be more to do now
};

// Errors: those of the store; what was thrown away before stays away.
[[nodiscard]] Result<Tidied> tidy(House& house);

}  // namespace shaoyin::app
