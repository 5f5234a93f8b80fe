// Scoring is a sum of bytes: each gram adds its row times its damped count, in whole numbers, so the same message has
// the same score on every machine; only two divisions and the calibration are floating point.
#include <algorithm>
#include <cmath>
#include <cstring>

#include "core/base/ensure.h"
#include "core/triage/model.h"

namespace shaoyin::triage {
namespace {

using Byte8 = std::int8_t __attribute__((vector_size(8)));
using Short8 = std::int16_t __attribute__((vector_size(16)));
using Int8 = std::int32_t __attribute__((vector_size(32)));

constexpr std::size_t kGroup = 8;
constexpr std::size_t kGroupsMax = (kLabelsMax + 1 + kGroup - 1) / kGroup;
constexpr std::size_t kSpanLettersMax = 12;  // a phrase, not a sentence

struct Sum {
  std::array<std::array<std::int32_t, kGroup>, kGroupsMax> groups{};
  double square = 0;
};

// Damped counts stay below 106, so a product of one fits sixteen bits.
void add_row(const std::int8_t* row, std::uint32_t count, std::array<std::int32_t, kGroup>& group) {
  Byte8 bytes;
  std::memcpy(&bytes, row, sizeof bytes);
  const Short8 products = __builtin_convertvector(bytes, Short8) * static_cast<std::int16_t>(count);
  Int8 sum;
  std::memcpy(&sum, group.data(), sizeof sum);
  sum += __builtin_convertvector(products, Int8);
  std::memcpy(group.data(), &sum, sizeof sum);
}

Sum sum_of(const Model& model, const std::vector<Gram>& grams) {
  constexpr std::size_t kAhead = 8;  // rows fetched before they are needed: the table is larger than the near caches
  Sum sum;
  const std::size_t groups = model.stride / kGroup;
  for (std::size_t i = 0; i < grams.size(); ++i) {
    if (i + kAhead < grams.size()) __builtin_prefetch(model.at(grams[i + kAhead].slot));
    const std::uint32_t rarity = model.rarity(grams[i].slot);
    if (rarity == 0) continue;
    const std::uint32_t count = damped(grams[i].count);
    const double value = count * rarity;
    sum.square += value * value;
    for (std::size_t g = 0; g < groups; ++g) add_row(model.at(grams[i].slot) + g * kGroup, count, sum.groups[g]);
  }
  return sum;
}

// The two likeliest; equal ones in order of the labels.
Suggestion best_two(const std::vector<double>& p) {
  Suggestion s;
  for (std::uint32_t i = 1; i < p.size(); ++i) {
    if (p[i] > p[s.first]) s.first = i;
  }
  s.second = s.first == 0 && p.size() > 1 ? 1 : 0;
  for (std::uint32_t i = 0; i < p.size(); ++i) {
    if (i != s.first && p[i] > p[s.second]) s.second = i;
  }
  s.p = p[s.first];
  s.p2 = s.second == s.first ? 0.0 : p[s.second];
  return s;
}

// How much each letter says for the first label against the second: a gram's share goes to its letters.
class Shares {
 public:
  Shares(const Model& model, const Suggestion& suggestion, std::string_view message, const std::vector<Letter>& letters)
      : model_(model), s_(suggestion), message_(message), letters_(letters), share_(letters.size(), 0.0) {}

  void add_block(bool title, const std::vector<Gram>& grams, float weight) {
    double square = 0;
    for (const Gram& gram : grams) square += std::pow(static_cast<double>(damped(gram.count) * model_.rarity(gram.slot)), 2);
    if (square == 0) return;
    const double unit = static_cast<double>(weight) / std::sqrt(square);
    const std::size_t end = title ? std::min(kTitleLetters, letters_.size()) : letters_.size();
    for (std::size_t i = 0; i < end; ++i) {
      share_[i] += unit * difference(title, grams, letters_[i].letter, 0);
      if (i + 1 == end) break;
      const double pair = unit * difference(title, grams, letters_[i].letter, letters_[i + 1].letter);
      share_[i] += pair / 2;
      share_[i + 1] += pair / 2;
    }
  }

  // The stretch of at most kSpanLettersMax letters with the largest sum, each letter charged `cost` so that a stretch
  // ends where nothing more is said; removed from what is left. Weight 0 when nothing speaks for the first.
  Span take(double cost) {
    std::size_t best_from = 0, best_to = 0;
    double best = 0;
    for (std::size_t from = 0; from < share_.size(); ++from) {
      double sum = 0;
      for (std::size_t to = from; to < std::min(share_.size(), from + kSpanLettersMax); ++to) {
        if (to > from && clause_ends(to)) break;  // nobody quotes half of two clauses
        sum += share_[to] - cost;
        if (sum > best) best = sum, best_from = from, best_to = to + 1;
      }
    }
    if (best <= 0) return {};
    double weight = 0;
    for (std::size_t i = best_from; i < best_to; ++i) weight += share_[i], share_[i] = -1e9;
    return {letters_[best_from].from, letters_[best_to - 1].to, weight};
  }

  // The letters of a stretch, to see whether it was said already.
  [[nodiscard]] std::u32string said(const Span& span) const {
    std::u32string result;
    for (const Letter& letter : letters_) {
      if (letter.from >= span.from && letter.to <= span.to) result += letter.letter;
    }
    return result;
  }

  double mean_positive() const {
    double sum = 0;
    for (const double share : share_) sum += std::max(share, 0.0);
    return share_.empty() ? 0.0 : sum / static_cast<double>(share_.size());
  }

 private:
  double difference(bool title, const std::vector<Gram>& grams, char32_t first, char32_t second) const {
    const std::uint32_t slot = slot_of(title, first, second);
    if (model_.rarity(slot) == 0) return 0;
    const auto gram = std::find_if(grams.begin(), grams.end(), [&](const Gram& g) { return g.slot == slot; });
    const double each = static_cast<double>(damped(gram->count)) / gram->count;
    return each * (static_cast<double>(model_.at(slot)[s_.first] * model_.scales[s_.first]) - static_cast<double>(model_.at(slot)[s_.second] * model_.scales[s_.second]));
  }

  // Whether something other than function words (three bytes each, no punctuation) stands before the letter.
  bool clause_ends(std::size_t letter) const {
    const std::string_view gap = message_.substr(letters_[letter - 1].to, letters_[letter].from - std::min(letters_[letter].from, letters_[letter - 1].to));
    const bool punctuation = gap.find("\xE3\x80") != gap.npos || gap.find("\xEF\xBC") != gap.npos || gap.find("\xEF\xBD") != gap.npos || gap.find("\xE2\x80") != gap.npos;
    return punctuation || std::any_of(gap.begin(), gap.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  }

  const Model& model_;
  const Suggestion& s_;
  const std::string_view message_;
  const std::vector<Letter>& letters_;
  std::vector<double> share_;
};

}  // namespace

std::size_t stride_of(std::size_t labels) { return (labels + 1 + kGroup - 1) / kGroup * kGroup; }

void Suggester::add(const std::vector<Gram>& grams, float weight) {
  const Sum sum = sum_of(model_, grams);
  if (sum.square == 0) return;
  const float unit = weight / static_cast<float>(std::sqrt(sum.square));
  for (std::size_t i = 0; i < scores_.size(); ++i) scores_[i] += static_cast<float>(sum.groups[i / kGroup][i % kGroup]) * model_.scales[i] * unit;
}

Suggestion Suggester::suggest(std::string_view message) {
  const auto& grams = reader_.read(message);
  scores_.assign(model_.labels.size(), 0.0f);
  add(grams.body, 1.0f);
  add(grams.title, kTitleWeight);
  apply(model_.calibration, scores_.data(), probabilities_);
  return best_two(probabilities_);
}

std::vector<Span> Suggester::explain(std::string_view message, const Suggestion& suggestion) {
  const auto& grams = reader_.read(message);
  Shares shares(model_, suggestion, message, reader_.letters());
  shares.add_block(false, grams.body, 1.0f);
  shares.add_block(true, grams.title, kTitleWeight);
  const double cost = shares.mean_positive();
  std::vector<Span> spans;
  std::vector<std::u32string> said;
  for (std::size_t tries = 0; spans.size() < kSpansMax && tries < kSpansMax * 3; ++tries) {
    const Span span = shares.take(cost);
    if (span.weight <= 0) break;
    const std::u32string letters = shares.said(span);
    const bool again = std::any_of(said.begin(), said.end(), [&](const std::u32string& other) { return other.find(letters) != other.npos; });
    if (!again) spans.push_back(span), said.push_back(letters);
  }
  return spans;
}

}  // namespace shaoyin::triage
