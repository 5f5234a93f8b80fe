// What a reply lacks, before it is sent: a list for its author, every line of which the author can verify by reading.
// Never a score, and never about the author: nothing here may be stored with a name, summed or compared.
//
// Pure, deterministic. Threads: any.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/words.h"

namespace shaoyin::triage {

enum class Lack {
  kRelevance,    // names neither the place nor the problem in the message's own words
  kAddressee,    // seven things a complete reply has: whom it speaks to,
  kIssue,        // the matter in one sentence,
  kFacts,        // what was found,
  kMeasure,      // what was or will be done,
  kBasis,        // a rule or a reason,
  kDate,         // when,
  kContact,      // whom to ask
  kTemplate,     // nearly the words of another reply of the office
  kEvasion,      // passes on or asks to ask elsewhere, without a result
  kTimeliness,   // after the promised day
};

struct Draft {
  std::string_view message;                        // title and text of what is answered
  std::string_view reply;
  std::vector<std::string_view> other_replies;     // of the same office, to other messages
  std::optional<std::int64_t> days_past_promise;   // above 0: late. None: nothing was promised
};

inline constexpr double kRelevanceLeast = 0.10;    // of the message's rarer pairs of letters; see docs/triage.md
inline constexpr double kTemplateFrom = 0.8;       // Jaccard of shingles

struct ReplyCheck {
  std::vector<Lack> lacks;                   // in the order of Lack
  std::optional<std::size_t> like_other;     // the reply of other_replies that kTemplate found
};

[[nodiscard]] ReplyCheck check_reply(const Draft& draft);

// What to tell the author: what is missing and what would mend it.
[[nodiscard]] const Words& words_of(Lack lack);

}  // namespace shaoyin::triage
