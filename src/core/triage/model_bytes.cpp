// The bytes of a model, little-endian:
//
//   "SYTRIAGE" version:u32 seed:u64 labels:u32 { length:u32 bytes examples:u32 scale:f32 } per label
//   calibration: labels x (labels + 1) f32
//   known slots: kSlots bits, lowest first; then per known slot in order: a byte per label, the rarity
//   SHA-256 of everything before it
//
// What reads back writes the same bytes again; every other spelling is refused.
#include <bit>
#include <cmath>
#include <cstring>

#include "core/base/ensure.h"
#include "core/base/sha256.h"
#include "core/triage/model.h"

namespace shaoyin::triage {
namespace {

constexpr std::string_view kMagic = "SYTRIAGE";
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kLabelBytesMax = 1'000;  // a label is a name or a code

class Writer {
 public:
  template <class T>
  void whole(T value) {
    for (std::size_t i = 0; i < sizeof value; ++i) bytes_ += static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * i) & 0xFF);
  }
  void real(float value) { whole(std::bit_cast<std::uint32_t>(value)); }
  void raw(std::string_view bytes) { bytes_ += bytes; }
  void text(std::string_view text) { whole(static_cast<std::uint32_t>(text.size())), raw(text); }
  std::string finish() {
    const Hash hash = sha256(bytes_);
    bytes_.append(reinterpret_cast<const char*>(hash.data()), hash.size());
    return std::move(bytes_);
  }

 private:
  std::string bytes_;
};

// Every read beyond the end gives zeros and is remembered.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  std::string_view raw(std::size_t count) {
    if (count > bytes_.size()) return good_ = false, std::string_view();
    const std::string_view taken = bytes_.substr(0, count);
    bytes_.remove_prefix(count);
    return taken;
  }
  template <class T>
  T whole() {
    const std::string_view taken = raw(sizeof(T));
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < taken.size(); ++i) value |= static_cast<std::uint64_t>(static_cast<unsigned char>(taken[i])) << (8 * i);
    return static_cast<T>(value);
  }
  float real() {
    const float value = std::bit_cast<float>(whole<std::uint32_t>());
    good_ = good_ && std::isfinite(value);
    return value;
  }
  std::string text(std::size_t most) {
    const auto size = whole<std::uint32_t>();
    good_ = good_ && size <= most;
    return good_ ? std::string(raw(size)) : std::string();
  }
  void demand(bool holds) { good_ = good_ && holds; }
  bool good() const { return good_; }
  bool at_end() const { return bytes_.empty(); }

 private:
  std::string_view bytes_;
  bool good_ = true;
};

bool known(std::string_view bits, std::uint32_t slot) { return (static_cast<unsigned char>(bits[slot / 8]) >> (slot % 8) & 1) != 0; }

void read_head(Reader& reader, Model& model) {
  model.seed = reader.whole<std::uint64_t>();
  const auto labels = reader.whole<std::uint32_t>();
  reader.demand(labels >= 1 && labels <= kLabelsMax);
  for (std::uint32_t i = 0; i < labels && reader.good(); ++i) {
    model.labels.push_back(reader.text(kLabelBytesMax));
    reader.demand(!model.labels.back().empty() && (i == 0 || model.labels[i - 1] < model.labels[i]));
    model.examples.push_back(reader.whole<std::uint32_t>());
    model.scales.push_back(reader.real());
  }
  model.calibration.labels = labels;
  for (std::size_t i = 0; i < labels * (labels + std::size_t{1}) && reader.good(); ++i) model.calibration.weights.push_back(reader.real());
}

void read_slots(Reader& reader, Model& model) {
  const std::string_view bits = reader.raw(kSlots / 8);
  if (!reader.good()) return;
  const std::size_t entry = model.labels.size() + 1;
  model.stride = stride_of(model.labels.size());
  model.slots.assign(kSlots * model.stride, 0);
  for (std::uint32_t slot = 0; slot < kSlots && reader.good(); ++slot) {
    if (!known(bits, slot)) continue;
    const std::string_view row = reader.raw(entry);
    if (!reader.good()) return;
    std::memcpy(&model.slots[slot * model.stride], row.data(), entry);
    reader.demand(model.rarity(slot) != 0);
  }
}

}  // namespace

std::string model_bytes(const Model& model) {
  Writer writer;
  writer.raw(kMagic);
  writer.whole(kVersion);
  writer.whole(model.seed);
  writer.whole(static_cast<std::uint32_t>(model.labels.size()));
  for (std::size_t i = 0; i < model.labels.size(); ++i) writer.text(model.labels[i]), writer.whole(model.examples[i]), writer.real(model.scales[i]);
  for (const float weight : model.calibration.weights) writer.real(weight);
  std::string bits(kSlots / 8, '\0');
  for (std::uint32_t slot = 0; slot < kSlots; ++slot) {
    if (model.rarity(slot) != 0) bits[slot / 8] = static_cast<char>(static_cast<unsigned char>(bits[slot / 8]) | 1u << (slot % 8));
  }
  writer.raw(bits);
  for (std::uint32_t slot = 0; slot < kSlots; ++slot) {
    if (model.rarity(slot) != 0) writer.raw({reinterpret_cast<const char*>(model.at(slot)), model.labels.size() + 1});
  }
  return writer.finish();
}

Result<Model> read_model(std::string_view bytes) {
  if (bytes.size() > kModelBytesMax) return fault(ErrorCode::kTooLarge, "model", "kModelBytesMax");
  Reader reader(bytes);
  if (reader.raw(kMagic.size()) != kMagic) return fault(ErrorCode::kMalformed, "model", "not a triage model");
  if (reader.whole<std::uint32_t>() != kVersion) return fault(ErrorCode::kMalformed, "model", "another version; train it again");
  Model model;
  read_head(reader, model);
  read_slots(reader, model);
  const std::string_view sum = reader.raw(sizeof(Hash));
  if (!reader.good() || !reader.at_end()) return fault(ErrorCode::kDamaged, "model", "cut off or changed");
  const Hash hash = sha256(bytes.substr(0, bytes.size() - sizeof(Hash)));
  if (std::memcmp(hash.data(), sum.data(), sizeof(Hash)) != 0) return fault(ErrorCode::kDamaged, "model", "checksum");
  return model;
}

}  // namespace shaoyin::triage
