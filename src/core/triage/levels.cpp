// The bytes: "SYLEVELS", number of models u32, then for each, the top first under the empty name, name and model, both
// with their length u32 before them. Each model carries its own hash; names must be in order and used to the last byte.
#include "core/triage/levels.h"

#include <algorithm>

namespace shaoyin::triage {
namespace {

constexpr std::string_view kMagic = "SYLEVELS";

void put(std::string& bytes, std::uint32_t value) {
  for (int i = 0; i < 4; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xFF);
}

void put(std::string& bytes, std::string_view text) {
  put(bytes, static_cast<std::uint32_t>(text.size()));
  bytes += text;
}

std::optional<std::uint32_t> take_number(std::string_view& bytes) {
  if (bytes.size() < 4) return std::nullopt;
  std::uint32_t value = 0;
  for (int i = 3; i >= 0; --i) value = value << 8 | static_cast<unsigned char>(bytes[static_cast<std::size_t>(i)]);
  bytes.remove_prefix(4);
  return value;
}

std::optional<std::string_view> take_text(std::string_view& bytes) {
  const auto length = take_number(bytes);
  if (!length || *length > bytes.size()) return std::nullopt;
  const std::string_view text = bytes.substr(0, *length);
  bytes.remove_prefix(*length);
  return text;
}

// Of each parent the examples of its children, those with too few left out.
std::map<std::string, std::vector<Example>> lessons_of(const std::vector<Example>& examples, const Taxonomy& taxonomy) {
  std::map<std::string, std::map<std::string, std::vector<Example>>> by_child;
  for (const Example& example : examples) {
    const auto path = taxonomy.path(example.label);
    for (std::size_t i = 0; i < path.size(); ++i) by_child[i == 0 ? "" : path[i - 1]][path[i]].push_back({example.id, path[i], example.text});
  }
  std::map<std::string, std::vector<Example>> lessons;
  for (const auto& [parent, children] : by_child) {
    std::size_t enough = 0;
    std::vector<Example> all;
    for (const auto& [child, list] : children) {
      if (list.size() < kChildExamplesMin) continue;
      ++enough;
      all.insert(all.end(), list.begin(), list.end());
    }
    if (enough >= 2) lessons[parent] = std::move(all);
  }
  return lessons;
}

// Settles as many levels as are likely enough; leaves the first two of the level at which it stopped.
void settle(const Levels& levels, std::string_view message, double least, LevelSuggestion& result) {
  double p = 1;
  for (const Model* model = levels.top ? &*levels.top : nullptr; model != nullptr;) {
    Suggester suggester(*model);
    const Suggestion s = suggester.suggest(message);
    if (p * s.p < least) {
      result.alternatives = {{model->labels[s.first], p * s.p}, {model->labels[s.second], p * s.p2}};
      return;
    }
    p *= s.p;
    result.settled.push_back({model->labels[s.first], p});
    const auto next = levels.below.find(result.settled.back().code);
    model = next == levels.below.end() ? nullptr : &next->second;
  }
}

}  // namespace

Result<Levels> train_levels(const std::vector<Example>& examples, const Taxonomy& taxonomy, std::uint64_t seed, const Perform& perform) {
  for (std::size_t i = 0; i < examples.size(); ++i) {
    if (!taxonomy.knows(examples[i].label)) return fault(ErrorCode::kUnknownReference, "label[" + std::to_string(i) + "]", examples[i].label);
  }
  Levels levels;
  if (examples.size() < kLearnedFrom) return levels;
  for (const auto& [parent, lesson] : lessons_of(examples, taxonomy)) {
    auto model = train(lesson, seed, perform);
    if (!model) return model.error();
    if (parent.empty()) levels.top = *std::move(model);
    else levels.below.emplace(parent, *std::move(model));
  }
  return levels;
}

LevelSuggestion suggest_levels(const Levels& levels, const WordRules& rules, std::string_view message, double least) {
  LevelSuggestion result;
  settle(levels, message, least, result);
  result.candidates = rules.suggest(message, result.settled.empty() ? "" : result.settled.back().code);
  return result;
}

std::string levels_bytes(const Levels& levels) {
  std::string bytes(kMagic);
  put(bytes, static_cast<std::uint32_t>(levels.below.size() + (levels.top ? 1 : 0)));
  if (levels.top) put(bytes, std::string_view()), put(bytes, model_bytes(*levels.top));
  for (const auto& [parent, model] : levels.below) put(bytes, parent), put(bytes, model_bytes(model));
  return bytes;
}

Result<Levels> read_levels(std::string_view bytes) {
  if (bytes.size() > kModelBytesMax) return fault(ErrorCode::kTooLarge, "model", "kModelBytesMax");
  if (!bytes.starts_with(kMagic)) return fault(ErrorCode::kMalformed, "model");
  bytes.remove_prefix(kMagic.size());
  const auto count = take_number(bytes);
  Levels levels;
  std::string before;
  for (std::uint32_t i = 0; count && i < *count; ++i) {
    const auto name = take_text(bytes), body = take_text(bytes);
    if (!name || !body || (i > 0 && *name <= before)) return fault(ErrorCode::kDamaged, "model");
    auto model = read_model(*body);
    if (!model) return model.error();
    before = *name;
    if (name->empty()) levels.top = *std::move(model);
    else levels.below.emplace(before, *std::move(model));
  }
  if (!count || !bytes.empty()) return fault(ErrorCode::kDamaged, "model");
  return levels;
}

}  // namespace shaoyin::triage
