// Hot topics (每月一题): messages about one problem of one place, found by joining the most alike clusters as long as
// their members are alike on average. Average, because single pairs chain a whole district into one cluster.
//
// Pure, deterministic.
#pragma once

#include <cstdint>
#include <vector>

#include "core/triage/similar.h"

namespace shaoyin::triage {

inline constexpr float kTopicLikeness = 0.16f;    // on average, problem(); 0.15 to 0.17 give the same, see docs/triage.md
inline constexpr std::size_t kTopicMessagesMin = 3;  // two are a coincidence or a duplicate
inline constexpr std::uint32_t kNoTopic = UINT32_MAX;

// A message that is already in a topic, and how alike it is to a new one.
struct InTopic {
  std::uint32_t topic = 0;
  Likeness likeness;
};

// Between two nightly clusterings: the topic that a new message belongs to by those found for it, kNoTopic when to none.
// A topic is judged by its members among `found`, at least kTopicMessagesMin of them: one twin is a duplicate.
[[nodiscard]] std::uint32_t topic_to_join(const std::vector<InTopic>& found);

// The topic of each message, numbered from 0, the topic with most messages first; kNoTopic for most messages.
[[nodiscard]] std::vector<std::uint32_t> topics(const std::vector<Message>& messages);

}  // namespace shaoyin::triage
