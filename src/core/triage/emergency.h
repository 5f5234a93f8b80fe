// Words that must never wait for anybody's opinion: gas, fire, drowning, somebody about to die. A list that a district
// keeps (registers/triage/emergency.csv) and that overrides every model: what it finds always alerts, however sure a
// suggestion is of something harmless. Finding too much costs a look; missing one may cost a life. So nothing
// suppresses an alert: no "not", no probability, no category.
//
// Pure. Threads: an EmergencyWords is never changed after it was made and may be read by all.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace shaoyin::triage {

// One row of the list. `phrases`: alternatives divided by blanks; parts of one phrase joined by "+" must all occur, in
// any order, within kTogether letters: 燃气泄漏 燃气+臭味.
struct EmergencyRow {
  std::string code, phrases;
};

struct Alarm {
  std::string code;
  std::size_t from = 0, to = 0;  // bytes of the message that raised it
};

class EmergencyWords {
 public:
  static constexpr std::size_t kTogether = 16;      // letters: one clause
  static constexpr std::size_t kPartsMax = 4'000;   // a list this long alerts at everything

  // Errors, with the row's number: kMissingField ("code", "phrases", or a part of which no letter is left when it is
  // read as messages are), kTooLong ("phrases": more than kPartsMax parts in all).
  [[nodiscard]] static Result<EmergencyWords> of(const std::vector<EmergencyRow>& rows);

  // Each code at most once, by its first place in the message. Reads the whole message up to kLettersMax letters.
  [[nodiscard]] std::vector<Alarm> find(std::string_view message) const;

 private:
  struct Phrase {
    std::size_t row = 0;
    std::vector<std::u32string> parts;
  };
  std::vector<std::string> codes_;
  std::vector<Phrase> phrases_;
};

}  // namespace shaoyin::triage
