#include "core/triage/comparer.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "core/base/ensure.h"

namespace shaoyin::triage {
namespace {

std::size_t place_of(std::uint64_t gram) { return static_cast<std::size_t>((gram * 0x9E3779B97F4A7C15ull) >> 44); }
static_assert(Comparer::kCounts == 1u << (64 - 44));

// Calls f(gram, times) for each gram once.
template <class F>
void for_each(const std::vector<std::uint64_t>& grams, const F& f) {
  for (std::size_t i = 0; i < grams.size();) {
    std::size_t end = i;
    while (end < grams.size() && grams[end] == grams[i]) ++end;
    f(grams[i], end - i);
    i = end;
  }
}

// ln(1 + n), from a table for the numbers that nearly all grams have.
double log_of(std::uint32_t n) {
  constexpr std::uint32_t kTable = 4'096;
  static const std::vector<double> table = [] {
    std::vector<double> logs(kTable);
    for (std::uint32_t i = 0; i < kTable; ++i) logs[i] = std::log1p(i);
    return logs;
  }();
  return n < kTable ? table[n] : std::log1p(n);
}

// Calls f(a's, b's) for each gram that both have.
template <class F>
void for_shared(const std::vector<Comparer::Weighed::Gram>& a, const std::vector<Comparer::Weighed::Gram>& b, const F& f) {
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (i->gram == j->gram) f(*i, *j), ++i, ++j;
    else if (i->gram < j->gram) ++i;
    else ++j;
  }
}

float cosine(const std::vector<Comparer::Weighed::Gram>& a, const std::vector<Comparer::Weighed::Gram>& b, const std::vector<std::uint64_t>& without = {}) {
  float sum = 0;
  for_shared(a, b, [&](const auto& i, const auto& j) {
    if (std::find(without.begin(), without.end(), i.gram) == without.end()) sum += i.weight * j.weight;
  });
  return std::min(sum, 1.0f);
}

}  // namespace

void Comparer::learn(const MessageGrams& message) {
  std::vector<std::uint64_t> words = message.text;  // the title's are among them where there is a title
  words.insert(words.end(), message.title.begin(), message.title.end());
  std::sort(words.begin(), words.end());
  for_each(words, [&](std::uint64_t gram, std::size_t) { ++words_[place_of(gram)]; });
  for_each(message.place, [&](std::uint64_t gram, std::size_t) { ++names_[place_of(gram)]; });
  ++messages_;
}

std::vector<Comparer::Weighed::Gram> Comparer::weigh(const std::vector<std::uint64_t>& grams) const {
  const double all = log_of(static_cast<std::uint32_t>(messages_));
  std::vector<Weighed::Gram> result;
  double square = 0;
  for_each(grams, [&](std::uint64_t gram, std::size_t times) {
    const double rarity = all - log_of(std::max<std::uint32_t>(1, words_[place_of(gram)])) + 1;
    const double weight = (1 + log_of(static_cast<std::uint32_t>(times - 1))) * rarity;
    square += weight * weight;
    result.push_back({gram, static_cast<float>(weight)});
  });
  for (Weighed::Gram& one : result) one.weight /= static_cast<float>(std::sqrt(square));
  return result;
}

Comparer::Weighed Comparer::weigh(const MessageGrams& message) const {
  ensure(messages_ > 0, "something was learned");
  Weighed weighed{weigh(message.title), weigh(message.text), {}, message.title_letters};
  for_each(message.place, [&](std::uint64_t gram, std::size_t) {
    if (names_[place_of(gram)] <= kPlaceMessagesMax) weighed.names.push_back(gram);
  });
  return weighed;
}

Likeness Comparer::compare(const Weighed& a, const Weighed& b) {
  std::vector<std::uint64_t> names;
  std::set_intersection(a.names.begin(), a.names.end(), b.names.begin(), b.names.end(), std::back_inserter(names));
  return {.text = cosine(a.text, b.text),
          .title = cosine(a.title, b.title),
          .place = std::min(1.0f, static_cast<float>(names.size()) / kPlaceGrams),
          .beyond = cosine(a.text, b.text, shared_name(a.title_letters, b.title_letters))};
}

}  // namespace shaoyin::triage
