#include "core/triage/groups.h"

#include <algorithm>
#include <numeric>

namespace shaoyin::triage {
namespace {

// A shingle in more messages than this is a letter's usual opening and says nothing; without the limit one form
// letter would be compared with itself a million times.
constexpr std::size_t kBucketMax = 200;

std::size_t shared(const Shingles& a, const Shingles& b) {
  std::size_t count = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) ++count, ++i, ++j;
    else if (*i < *j) ++i;
    else ++j;
  }
  return count;
}

bool nearly_the_same(const Shingles& a, const Shingles& b) {
  const std::size_t both = shared(a, b);
  const double all = static_cast<double>(a.size() + b.size() - both);
  const double less = static_cast<double>(std::min(a.size(), b.size()));
  return both > 0 && (static_cast<double>(both) >= kSameGroup * all || static_cast<double>(both) >= kHeldWithin * less);
}

class Union {
 public:
  explicit Union(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), 0u); }
  std::uint32_t find(std::uint32_t x) {
    while (parent_[x] != x) x = parent_[x] = parent_[parent_[x]];
    return x;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = find(a), b = find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> parent_;
};

}  // namespace

Shingles shingles_of(const std::vector<Letter>& letters) {
  Shingles result;
  std::uint64_t window = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    window = window << 16 | ((letters[i].letter ^ letters[i].letter >> 16) & 0xFFFF);
    if (i >= 3) result.push_back(static_cast<std::uint32_t>((window * 0x9E3779B97F4A7C15ull) >> 32));
  }
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

double jaccard(const Shingles& a, const Shingles& b) {
  const std::size_t both = shared(a, b), all = a.size() + b.size() - both;
  return all == 0 ? 0.0 : static_cast<double>(both) / static_cast<double>(all);
}

std::vector<std::uint32_t> near_identical(const std::vector<Shingles>& messages) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> entries;  // shingle, message
  for (std::uint32_t m = 0; m < messages.size(); ++m) {
    for (std::size_t i = 0; i < std::min(kSketch, messages[m].size()); ++i) entries.emplace_back(messages[m][i], m);
  }
  std::sort(entries.begin(), entries.end());
  Union groups(messages.size());
  for (std::size_t from = 0; from < entries.size();) {
    std::size_t to = from;
    while (to < entries.size() && entries[to].first == entries[from].first) ++to;
    for (std::size_t i = from; to - from <= kBucketMax && i < to; ++i) {
      for (std::size_t j = from; j < i; ++j) {
        const auto a = entries[i].second, b = entries[j].second;
        if (groups.find(a) != groups.find(b) && nearly_the_same(messages[a], messages[b])) groups.join(a, b);
      }
    }
    from = to;
  }
  std::vector<std::uint32_t> result(messages.size());
  for (std::uint32_t m = 0; m < messages.size(); ++m) result[m] = groups.find(m);
  return result;
}

}  // namespace shaoyin::triage
