// Three spaces of grams (title, text, place), each message a vector of length 1 in each. A row of the similarity table
// is made by walking the lists of the message's grams; lists of grams that very many messages share are skipped at
// first and counted only for pairs that matter, exactly.
#include "core/triage/similar.h"

#include <algorithm>
#include <cmath>

#include "core/triage/message_grams.h"

namespace shaoyin::triage {
namespace {

constexpr double kCommonShare = 0.05;      // of all messages; lists longer than this are skipped at first
constexpr std::size_t kCommonMin = 100;    // but never shorter lists than this
constexpr float kFirstLook = 0.5f;         // of the likeness asked for; below it at first look a pair is given up

struct Weighed {
  std::uint32_t gram;
  float weight;
};
using Vector = std::vector<Weighed>;  // by gram

struct Posting {
  std::uint32_t message;
  float weight;
};

// One space: all messages as vectors, and for each gram the messages that have it.
class Space {
 public:
  // Grams of fewer than 2 or more than `most` messages are left out.
  Space(const std::vector<MessageGrams>& messages, std::vector<std::uint64_t> MessageGrams::* part, std::size_t most) : names_(number(messages, part, most)), vectors_(messages.size()) {
    const auto total = static_cast<double>(messages.size());
    for (std::uint32_t m = 0; m < messages.size(); ++m) {
      const std::vector<std::uint64_t>& grams = messages[m].*part;
      double square = 0;  // with the grams that no other message has: they make the message longer, and unlike all others
      for (std::size_t i = 0; i < grams.size();) {
        std::size_t end = i;
        while (end < grams.size() && grams[end] == grams[i]) ++end;
        const auto found = std::lower_bound(names_.begin(), names_.end(), grams[i]);
        const bool known = found != names_.end() && *found == grams[i];
        const auto gram = static_cast<std::uint32_t>(found - names_.begin());
        const double rarity = std::log((1 + total) / (1 + (known ? counts_[gram] : 1))) + 1;
        const double weight = (1 + std::log(static_cast<double>(end - i))) * rarity;
        square += weight * weight;
        if (known) vectors_[m].push_back({gram, static_cast<float>(weight)});
        i = end;
      }
      for (Weighed& w : vectors_[m]) w.weight /= static_cast<float>(std::sqrt(square));
    }
    lists_.resize(names_.size());
    const auto common = std::max(kCommonMin, static_cast<std::size_t>(kCommonShare * total));
    for (std::uint32_t m = 0; m < vectors_.size(); ++m) {
      for (const Weighed& w : vectors_[m]) {
        if (counts_[w.gram] <= common) lists_[w.gram].push_back({m, w.weight});
      }
    }
  }

  // Adds to `sums` `weight` times the cosine of `message` and each other, lists of common grams left out.
  void add_row(std::uint32_t message, float weight, std::vector<float>& sums) const {
    for (const Weighed& w : vectors_[message]) {
      for (const Posting& posting : lists_[w.gram]) sums[posting.message] += weight * w.weight * posting.weight;
    }
  }

  float cosine(std::uint32_t a, std::uint32_t b) const {
    float sum = 0;
    for_shared(a, b, [&](const Weighed& i, const Weighed& j) { sum += i.weight * j.weight; });
    return std::min(sum, 1.0f);
  }

  // The same without the grams of one stretch of letters.
  float cosine_without(std::uint32_t a, std::uint32_t b, const std::vector<std::uint64_t>& stretch) const {
    std::vector<std::uint32_t> out;
    for (const std::uint64_t name : stretch) {
      const auto found = std::lower_bound(names_.begin(), names_.end(), name);
      if (found != names_.end() && *found == name) out.push_back(static_cast<std::uint32_t>(found - names_.begin()));
    }
    float sum = 0;
    for_shared(a, b, [&](const Weighed& i, const Weighed& j) {
      if (std::find(out.begin(), out.end(), i.gram) == out.end()) sum += i.weight * j.weight;
    });
    return sum;
  }

  float shared(std::uint32_t a, std::uint32_t b) const {
    float count = 0;
    for_shared(a, b, [&](const Weighed&, const Weighed&) { ++count; });
    return count;
  }

 private:
  template <class F>
  void for_shared(std::uint32_t a, std::uint32_t b, const F& f) const {
    for (auto i = vectors_[a].begin(), j = vectors_[b].begin(); i != vectors_[a].end() && j != vectors_[b].end();) {
      if (i->gram == j->gram) f(*i, *j), ++i, ++j;
      else if (i->gram < j->gram) ++i;
      else ++j;
    }
  }

  // The kept grams, sorted, and in how many messages each is.
  std::vector<std::uint64_t> number(const std::vector<MessageGrams>& messages, std::vector<std::uint64_t> MessageGrams::* part, std::size_t most) {
    std::vector<std::uint64_t> all, kept;
    for (const MessageGrams& one : messages) std::unique_copy((one.*part).begin(), (one.*part).end(), std::back_inserter(all));
    std::sort(all.begin(), all.end());
    for (std::size_t i = 0; i < all.size();) {
      std::size_t end = i;
      while (end < all.size() && all[end] == all[i]) ++end;
      if (end - i >= 2 && end - i <= most) kept.push_back(all[i]), counts_.push_back(static_cast<std::uint32_t>(end - i));
      i = end;
    }
    return kept;
  }

  std::vector<std::uint32_t> counts_;  // before names_, which is made together with it
  std::vector<std::uint64_t> names_;   // the kept grams, sorted
  std::vector<Vector> vectors_;
  std::vector<std::vector<Posting>> lists_;
};

}  // namespace

std::optional<Kind> kind_of(const Message& a, const Message& b, const Likeness& likeness) {
  if (likeness.text >= kSameText) return Kind::kSameText;
  const bool near = !a.day || !b.day || std::abs(*a.day - *b.day) <= kDaysMax;
  return near && likeness.place > 0 && likeness.problem() >= kSameProblem ? std::optional(Kind::kSameProblem) : std::nullopt;
}

std::vector<std::vector<Neighbour>> neighbours(const std::vector<Message>& messages, float least) {
  std::vector<MessageGrams> grams;
  for (const Message& message : messages) grams.push_back(grams_of(message));
  const Space title(grams, &MessageGrams::title, SIZE_MAX), text(grams, &MessageGrams::text, SIZE_MAX), place(grams, &MessageGrams::place, kPlaceMessagesMax);
  std::vector<std::vector<Neighbour>> result(messages.size());
  std::vector<float> sums;
  for (std::uint32_t m = 0; m < messages.size(); ++m) {
    sums.assign(messages.size(), 0.0f);
    title.add_row(m, 0.6f, sums), text.add_row(m, 0.2f, sums), place.add_row(m, 1.0f, sums);
    for (std::uint32_t other = 0; other < messages.size(); ++other) {
      if (other == m || sums[other] < kFirstLook * std::min(least, kSameText)) continue;
      const float name = std::min(1.0f, place.shared(m, other) / kPlaceGrams);
      Neighbour one{other, {text.cosine(m, other), title.cosine(m, other), name}};
      one.likeness.beyond = text.cosine_without(m, other, shared_name(grams[m].title_letters, grams[other].title_letters));
      if (one.likeness.problem() >= least || one.likeness.text >= kSameText) result[m].push_back(one);
    }
    std::stable_sort(result[m].begin(), result[m].end(), [](const Neighbour& a, const Neighbour& b) {
      const bool same_a = a.likeness.text >= kSameText, same_b = b.likeness.text >= kSameText;
      if (same_a != same_b) return same_a;
      return same_a ? a.likeness.text > b.likeness.text : a.likeness.problem() > b.likeness.problem();
    });
  }
  return result;
}

}  // namespace shaoyin::triage
