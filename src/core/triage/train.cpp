// From messages to rows of numbers, from rows to weights, from weights on messages not learned from to probabilities,
// and all of it into bytes.
#include "core/triage/train.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/triage/chance.h"
#include "core/triage/groups.h"
#include "core/triage/linear.h"

namespace shaoyin::triage {
namespace {

constexpr std::uint32_t kMessagesMin = 2;     // a gram of one message tells nothing about others
constexpr double kRarityPower = 1.6;          // chosen with the cost by cross validation; see docs/triage.md
constexpr float kCost = 3.0f;
constexpr std::size_t kReadAtOnce = 64;       // messages per piece of work

struct Read {
  std::vector<Gram> body, title;
  Shingles shingles;
};

std::vector<Read> read_all(const std::vector<Example>& examples, const Perform& perform) {
  std::vector<Read> read(examples.size());
  perform((examples.size() + kReadAtOnce - 1) / kReadAtOnce, [&](std::size_t piece) {
    GramReader reader;
    for (std::size_t i = piece * kReadAtOnce; i < std::min(examples.size(), (piece + 1) * kReadAtOnce); ++i) {
      const auto& grams = reader.read(examples[i].text);
      read[i] = {grams.body, grams.title, shingles_of(reader.letters())};
    }
  });
  return read;
}

// In how many messages each slot occurs, and from it the rarity: 0 for slots not learned from, else 1 … 255.
std::vector<std::uint8_t> rarities(const std::vector<Read>& read, std::vector<std::uint32_t>& messages) {
  messages.assign(kSlots, 0);
  for (const Read& one : read) {
    for (const Gram& gram : one.body) ++messages[gram.slot];
    for (const Gram& gram : one.title) ++messages[gram.slot];
  }
  const auto rarity = [&](std::uint32_t count) { return std::pow(std::log((1.0 + static_cast<double>(read.size())) / (1.0 + count)) + 1.0, kRarityPower); };
  const double largest = rarity(std::min<std::uint32_t>(kMessagesMin, static_cast<std::uint32_t>(read.size())));
  std::vector<std::uint8_t> result(kSlots, 0);
  for (std::uint32_t slot = 0; slot < kSlots; ++slot) {
    if (messages[slot] >= kMessagesMin) result[slot] = static_cast<std::uint8_t>(std::clamp(std::lround(255.0 * rarity(messages[slot]) / largest), 1L, 255L));
  }
  return result;
}

// Known slots side by side, the most frequent first, so that the rows walked over most lie in the near caches.
struct Columns {
  std::vector<std::uint32_t> slots;          // of each column
  std::vector<std::uint32_t> at;             // of each slot
};

Columns columns_of(const std::vector<std::uint8_t>& rarity, const std::vector<std::uint32_t>& messages) {
  Columns columns;
  for (std::uint32_t slot = 0; slot < kSlots; ++slot) {
    if (rarity[slot] != 0) columns.slots.push_back(slot);
  }
  std::stable_sort(columns.slots.begin(), columns.slots.end(), [&](std::uint32_t a, std::uint32_t b) { return messages[a] > messages[b]; });
  columns.at.resize(kSlots);
  for (std::uint32_t i = 0; i < columns.slots.size(); ++i) columns.at[columns.slots[i]] = i;
  return columns;
}

void add_block(Rows& rows, const std::vector<Gram>& grams, float weight, const std::vector<std::uint8_t>& rarity, const Columns& columns) {
  const std::size_t begin = rows.features.size();
  double square = 0;
  for (const Gram& gram : grams) {
    if (rarity[gram.slot] == 0) continue;
    const double value = damped(gram.count) * std::uint32_t{rarity[gram.slot]};
    square += value * value;
    rows.features.push_back({columns.at[gram.slot], static_cast<float>(value)});
  }
  const float unit = square > 0 ? weight / static_cast<float>(std::sqrt(square)) : 0.0f;
  for (std::size_t i = begin; i < rows.features.size(); ++i) rows.features[i].value *= unit;
  std::sort(rows.features.begin() + static_cast<std::ptrdiff_t>(begin), rows.features.end(), [](const Feature& a, const Feature& b) { return a.at < b.at; });
}

std::vector<std::uint32_t> folds_of(const std::vector<std::uint32_t>& groups, const std::vector<std::uint32_t>& labels, std::size_t folds, std::uint64_t seed) {
  std::vector<std::uint32_t> firsts;
  for (std::uint32_t i = 0; i < groups.size(); ++i) {
    if (groups[i] == i) firsts.push_back(i);
  }
  Chance(seed).shuffle(firsts);
  std::stable_sort(firsts.begin(), firsts.end(), [&](std::uint32_t a, std::uint32_t b) { return labels[a] < labels[b]; });
  std::vector<std::uint32_t> fold(groups.size());
  for (std::uint32_t i = 0; i < firsts.size(); ++i) fold[firsts[i]] = i % static_cast<std::uint32_t>(folds);
  for (std::uint32_t i = 0; i < groups.size(); ++i) fold[i] = fold[groups[i]];
  return fold;
}

// For calibration a label must be in several folds, or its scores come from weights that never saw it and teach that it
// never happens. Where a label has too few different texts, its messages are spread one by one.
std::vector<std::uint32_t> spread_small(std::vector<std::uint32_t> groups, const std::vector<std::uint32_t>& labels, std::size_t label_count) {
  std::vector<std::size_t> different(label_count);
  for (std::uint32_t i = 0; i < groups.size(); ++i) different[labels[i]] += groups[i] == i ? 1 : 0;
  std::vector<std::uint32_t> result = groups;
  for (std::uint32_t i = 0; i < groups.size(); ++i) {
    if (different[labels[groups[i]]] < kCalibrationFolds) result[i] = i;
  }
  return result;
}

std::vector<std::uint32_t> numbered(const std::vector<Example>& examples, const std::vector<std::string>& labels) {
  std::vector<std::uint32_t> result;
  for (const Example& example : examples) result.push_back(static_cast<std::uint32_t>(std::lower_bound(labels.begin(), labels.end(), example.label) - labels.begin()));
  return result;
}

// Everything that is learned from, and what is learned: the weights on all examples, and for each example its scores
// by weights that have not seen it or a near twin of it.
class Lesson {
 public:
  Lesson(const std::vector<Example>& examples, std::vector<std::string> labels, std::uint64_t seed, const Perform& perform)
      : seed_(seed), names_(std::move(labels)), labels_(numbered(examples, names_)), groups_((names_.size() + kLanes - 1) / kLanes) {
    const std::vector<Read> read = read_all(examples, perform);
    std::vector<std::uint32_t> messages;
    rarity_ = rarities(read, messages);
    columns_ = columns_of(rarity_, messages);
    rows_.width = static_cast<std::uint32_t>(columns_.slots.size());
    std::vector<Shingles> shingles;
    for (const Read& one : read) {
      add_block(rows_, one.body, 1.0f, rarity_, columns_);
      add_block(rows_, one.title, kTitleWeight, rarity_, columns_);
      rows_.close_row();
      shingles.push_back(one.shingles);
    }
    fold_ = folds_of(spread_small(near_identical(shingles), labels_, names_.size()), labels_, kCalibrationFolds, seed);
  }

  void learn(const Perform& perform) {
    weights_.resize(groups_);
    scores_.assign(labels_.size() * names_.size(), 0.0f);
    // The whole first: it takes longest.
    perform(groups_ * (1 + kCalibrationFolds), [&](std::size_t piece) {
      const std::size_t group = piece % groups_, round = piece / groups_;
      if (round == 0) weights_[group] = solve_group(group, kCalibrationFolds);
      else score_fold(group, static_cast<std::uint32_t>(round - 1));
    });
  }

  Model model() const {
    Model model;
    model.seed = seed_;
    model.labels = names_;
    model.examples.assign(names_.size(), 0);
    for (const std::uint32_t label : labels_) ++model.examples[label];
    model.calibration = calibrate(names_.size(), scores_, labels_);
    model.stride = stride_of(names_.size());
    model.slots.assign(kSlots * model.stride, 0);
    for (std::uint32_t slot = 0; slot < kSlots; ++slot) model.slots[slot * model.stride + names_.size()] = static_cast<std::int8_t>(rarity_[slot]);
    for (std::size_t label = 0; label < names_.size(); ++label) model.scales.push_back(put_label(label, model));
    return model;
  }

 private:
  // Without the examples of fold `without`; kCalibrationFolds leaves none out.
  LaneWeights solve_group(std::size_t group, std::size_t without) const {
    std::vector<std::uint32_t> used;
    for (std::uint32_t i = 0; i < labels_.size(); ++i) {
      if (fold_[i] != without) used.push_back(i);
    }
    LinearOptions options;
    options.cost = kCost;
    options.seed = seed_ + without;
    return solve(rows_, labels_, used, static_cast<std::uint32_t>(group * kLanes), options);
  }

  void score_fold(std::size_t group, std::uint32_t fold) {
    const LaneWeights weights = solve_group(group, fold);
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      if (fold_[i] != fold) continue;
      const auto row = scores(rows_, i, weights);
      const std::size_t first = group * kLanes;
      for (std::size_t lane = 0; lane < std::min(kLanes, names_.size() - first); ++lane) scores_[i * names_.size() + first + lane] = row[lane];
    }
  }

  // The label's weights times rarity as bytes; returns what one step of a byte is worth.
  float put_label(std::size_t label, Model& model) const {
    const LaneWeights& weights = weights_[label / kLanes];
    const auto value = [&](std::size_t column) { return weights[column][label % kLanes] * static_cast<float>(rarity_[columns_.slots[column]]); };
    float largest = 0;
    for (std::size_t column = 0; column < columns_.slots.size(); ++column) largest = std::max(largest, std::fabs(value(column)));
    const float step = largest > 0 ? largest / 127.0f : 1.0f;
    for (std::size_t column = 0; column < columns_.slots.size(); ++column) {
      model.slots[columns_.slots[column] * model.stride + label] = static_cast<std::int8_t>(std::lround(value(column) / step));
    }
    return step;
  }

  const std::uint64_t seed_;
  const std::vector<std::string> names_;
  const std::vector<std::uint32_t> labels_;
  const std::size_t groups_;  // of kLanes labels
  std::vector<std::uint8_t> rarity_;
  Columns columns_;
  Rows rows_;
  std::vector<std::uint32_t> fold_;
  std::vector<LaneWeights> weights_;
  std::vector<float> scores_;
};

}  // namespace

std::vector<std::string> labels_of(const std::vector<Example>& examples) {
  std::vector<std::string> labels;
  for (const Example& example : examples) labels.push_back(example.label);
  std::sort(labels.begin(), labels.end());
  labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
  return labels;
}

std::vector<Example> one_per_id(std::vector<Example> examples) {
  const auto letters = [](const Example& example) { return read_letters(example.text).size(); };
  std::map<std::string, std::size_t> place;
  std::vector<Example> result;
  for (Example& example : examples) {
    const auto [found, fresh] = place.emplace(example.id, result.size());
    if (fresh || example.id.empty()) result.push_back(std::move(example));
    else if (letters(example) > letters(result[found->second])) result[found->second] = std::move(example);
  }
  return result;
}

std::vector<std::uint32_t> folds_of(const std::vector<Example>& examples, std::size_t folds, std::uint64_t seed) {
  std::vector<Shingles> shingles;
  for (const Example& example : examples) shingles.push_back(shingles_of(read_letters(example.text)));
  return folds_of(near_identical(shingles), numbered(examples, labels_of(examples)), folds, seed);
}

Result<Model> train(const std::vector<Example>& examples, std::uint64_t seed, const Perform& perform) {
  for (std::size_t i = 0; i < examples.size(); ++i) {
    if (examples[i].label.empty()) return fault(ErrorCode::kMissingField, "label[" + std::to_string(i) + "]", "every example needs a label");
    if (examples[i].text.empty()) return fault(ErrorCode::kMissingField, "text[" + std::to_string(i) + "]", "every example needs a text");
  }
  std::vector<std::string> labels = labels_of(examples);
  if (labels.size() < 2) return fault(ErrorCode::kTooShort, "label", "2");
  if (labels.size() > kLabelsMax) return fault(ErrorCode::kTooLong, "label", "kLabelsMax");
  if (examples.size() > kExamplesMax) return fault(ErrorCode::kTooLong, "input", "kExamplesMax");
  Lesson lesson(examples, std::move(labels), seed, perform);
  lesson.learn(perform);
  return lesson.model();
}

}  // namespace shaoyin::triage
