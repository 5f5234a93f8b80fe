#include "core/triage/topics.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <queue>

namespace shaoyin::triage {
namespace {

// Pairs less alike than this are taken for 0 in averages: they are nearly all pairs and change no average that matters.
constexpr float kAlikeMin = 0.05f;

struct Join {
  float average;
  std::uint32_t a, b;           // a < b
  std::uint32_t size_a, size_b;  // when it was proposed; other sizes now mean that it is out of date
  bool operator<(const Join& other) const {  // the best on top; equal ones by number, so that order is everybody's
    if (average != other.average) return average < other.average;
    return a != other.a ? a > other.a : b > other.b;
  }
};

// Average-link agglomeration on a sparse table of sums.
class Clusters {
 public:
  explicit Clusters(const std::vector<std::vector<Neighbour>>& alike) : sums_(alike.size()), size_(alike.size(), 1), into_(alike.size()) {
    std::iota(into_.begin(), into_.end(), 0u);
    for (std::uint32_t m = 0; m < alike.size(); ++m) {
      for (const Neighbour& other : alike[m]) sums_[m][other.message] = other.likeness.problem();
    }
    for (std::uint32_t m = 0; m < alike.size(); ++m) propose_all(m);
  }

  void join_all() {
    while (!joins_.empty()) {
      const Join best = joins_.top();
      joins_.pop();
      const bool current = into_[best.a] == best.a && into_[best.b] == best.b && size_[best.a] == best.size_a && size_[best.b] == best.size_b;
      if (current) join(best.a, best.b);
    }
  }

  std::uint32_t cluster(std::uint32_t message) const {
    while (into_[message] != message) message = into_[message];
    return message;
  }

 private:
  void propose(std::uint32_t a, std::uint32_t b, float sum) {
    const float average = sum / (static_cast<float>(size_[a]) * static_cast<float>(size_[b]));
    if (average >= kTopicLikeness) joins_.push({average, std::min(a, b), std::max(a, b), size_[std::min(a, b)], size_[std::max(a, b)]});
  }
  void propose_all(std::uint32_t a) {
    for (const auto& [b, sum] : sums_[a]) propose(a, b, sum);
  }
  void join(std::uint32_t a, std::uint32_t b) {
    into_[b] = a;
    size_[a] += size_[b];
    for (const auto& [other, sum] : sums_[b]) {
      sums_[other].erase(b);
      if (other == a) continue;
      sums_[a][other] += sum;
      sums_[other][a] = sums_[a][other];
    }
    sums_[b].clear();
    propose_all(a);
  }

  std::vector<std::map<std::uint32_t, float>> sums_;
  std::vector<std::uint32_t> size_, into_;
  std::priority_queue<Join> joins_;
};

}  // namespace

std::uint32_t topic_to_join(const std::vector<InTopic>& found) {
  struct Sum {
    float likeness = 0;
    std::size_t members = 0;
  };
  std::map<std::uint32_t, Sum> sums;
  for (const InTopic& one : found) sums[one.topic].likeness += one.likeness.problem(), ++sums[one.topic].members;
  std::uint32_t best = kNoTopic;
  float most = kTopicLikeness;
  for (const auto& [topic, sum] : sums) {
    const float average = sum.likeness / static_cast<float>(std::max(sum.members, kTopicMessagesMin));
    if (average >= most && (best == kNoTopic || average > most)) best = topic, most = average;
  }
  return best;
}

std::vector<std::uint32_t> topics(const std::vector<Message>& messages) {
  Clusters clusters(neighbours(messages, kAlikeMin));
  clusters.join_all();
  std::map<std::uint32_t, std::vector<std::uint32_t>> members;
  for (std::uint32_t m = 0; m < messages.size(); ++m) members[clusters.cluster(m)].push_back(m);
  std::vector<const std::vector<std::uint32_t>*> large;
  for (const auto& [cluster, list] : members) {
    if (list.size() >= kTopicMessagesMin) large.push_back(&list);
  }
  std::stable_sort(large.begin(), large.end(), [](const auto* a, const auto* b) { return a->size() > b->size(); });
  std::vector<std::uint32_t> result(messages.size(), kNoTopic);
  for (std::uint32_t topic = 0; topic < large.size(); ++topic) {
    for (const std::uint32_t m : *large[topic]) result[m] = topic;
  }
  return result;
}

}  // namespace shaoyin::triage
