#include "core/triage/evaluate.h"

#include <algorithm>
#include <cmath>

namespace shaoyin::triage {
namespace {

double ratio(double part, double whole) { return whole > 0 ? part / whole : 0.0; }

std::vector<LabelQuality> by_label(const std::vector<std::string>& labels, const std::vector<Judged>& judged) {
  std::vector<double> right(labels.size()), said(labels.size()), true_ones(labels.size());
  for (const Judged& one : judged) {
    ++said[one.suggestion.first];
    if (one.truth < labels.size()) ++true_ones[one.truth];
    if (one.truth == one.suggestion.first) ++right[one.truth];
  }
  std::vector<LabelQuality> result;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    result.push_back({labels[i], static_cast<std::size_t>(true_ones[i]), ratio(right[i], said[i]), ratio(right[i], true_ones[i]), ratio(2 * right[i], said[i] + true_ones[i])});
  }
  return result;
}

std::array<Bin, Quality::kBins> reliability(const std::vector<Judged>& judged) {
  std::array<Bin, Quality::kBins> bins{};
  for (const Judged& one : judged) {
    Bin& bin = bins[std::min(Quality::kBins - 1, static_cast<std::size_t>(one.suggestion.p * Quality::kBins))];
    ++bin.messages;
    bin.mean_p += one.suggestion.p;
    bin.right += one.truth == one.suggestion.first ? 1 : 0;
  }
  for (Bin& bin : bins) bin.mean_p = ratio(bin.mean_p, static_cast<double>(bin.messages)), bin.right = ratio(bin.right, static_cast<double>(bin.messages));
  return bins;
}

double accuracy_of_surest(std::vector<Judged> judged, double share) {
  std::stable_sort(judged.begin(), judged.end(), [](const Judged& a, const Judged& b) { return a.suggestion.p > b.suggestion.p; });
  judged.resize(static_cast<std::size_t>(static_cast<double>(judged.size()) * share));
  const auto right = std::count_if(judged.begin(), judged.end(), [](const Judged& one) { return one.truth == one.suggestion.first; });
  return ratio(static_cast<double>(right), static_cast<double>(judged.size()));
}

}  // namespace

Quality quality(const std::vector<std::string>& labels, const std::vector<Judged>& judged) {
  Quality q;
  q.messages = judged.size();
  const auto count = static_cast<double>(judged.size());
  q.labels = by_label(labels, judged);
  for (const LabelQuality& label : q.labels) q.macro_f1 += ratio(label.f1, static_cast<double>(labels.size()));
  for (const Judged& one : judged) {
    q.accuracy += ratio(one.truth == one.suggestion.first, count);
    q.top2 += ratio(one.truth == one.suggestion.first || one.truth == one.suggestion.second, count);
  }
  q.bins = reliability(judged);
  for (const Bin& bin : q.bins) q.calibration_error += ratio(static_cast<double>(bin.messages), count) * std::fabs(bin.mean_p - bin.right);
  q.accuracy_at_90 = accuracy_of_surest(judged, 0.9);
  return q;
}

Result<std::vector<Judged>> cross_validate(const std::vector<Example>& examples, std::size_t folds, std::uint64_t seed, const Perform& perform) {
  if (folds < 2) return fault(ErrorCode::kTooShort, "folds", "2");
  const std::vector<std::string> labels = labels_of(examples);
  const std::vector<std::uint32_t> fold = folds_of(examples, folds, seed);
  const auto place = [&](const std::string& label) { return static_cast<std::uint32_t>(std::lower_bound(labels.begin(), labels.end(), label) - labels.begin()); };
  std::vector<Judged> judged(examples.size());
  for (std::uint32_t out = 0; out < folds; ++out) {
    std::vector<Example> others;
    for (std::size_t i = 0; i < examples.size(); ++i) {
      if (fold[i] != out) others.push_back(examples[i]);
    }
    const Result<Model> model = train(others, seed + out, perform);
    if (!model) return model.error();
    Suggester suggester(*model);
    for (std::size_t i = 0; i < examples.size(); ++i) {
      if (fold[i] != out) continue;
      judged[i] = {place(examples[i].label), suggester.suggest(examples[i].text)};
      // A fold may lack a label, so its model's numbers are not everybody's.
      judged[i].suggestion.first = place(model->labels[judged[i].suggestion.first]);
      judged[i].suggestion.second = place(model->labels[judged[i].suggestion.second]);
    }
  }
  return judged;
}

}  // namespace shaoyin::triage
