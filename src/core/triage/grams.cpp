#include "core/triage/grams.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace shaoyin::triage {
namespace {

constexpr std::size_t kDampedKnown = 256;

std::array<std::uint32_t, kDampedKnown> make_damped() {
  std::array<std::uint32_t, kDampedKnown> table{};
  for (std::size_t n = 1; n < kDampedKnown; ++n) table[n] = static_cast<std::uint32_t>(std::lround(16.0 * (1.0 + std::log(static_cast<double>(n)))));
  return table;
}

// The finaliser of MurmurHash3: every bit of the gram moves every bit of the slot.
std::uint64_t mixed(std::uint64_t x) {
  x ^= x >> 33;
  x *= 0xFF51AFD7ED558CCDull;
  x ^= x >> 33;
  x *= 0xC4CEB9FE1A85EC53ull;
  return x;
}

}  // namespace

std::uint32_t damped(std::uint32_t n) {
  static const auto table = make_damped();
  return table[std::min<std::size_t>(n, kDampedKnown - 1)];
}

std::uint32_t slot_of(bool title, char32_t first, char32_t second) {
  const std::uint64_t gram = static_cast<std::uint64_t>(title) << 63 | static_cast<std::uint64_t>(first) << 32 | second;
  return static_cast<std::uint32_t>(mixed(gram) >> (64 - kSlotBits));
}

void GramReader::count(bool title, std::size_t letters, std::vector<Gram>& grams) {
  grams.clear();
  if (letters == 0) return;
  const std::size_t size = std::bit_ceil(4 * letters);  // at most half full
  static_assert(4 * kLettersMax < kSlots);
  const unsigned shift = kSlotBits - static_cast<unsigned>(std::countr_zero(size));
  table_.assign(size, 0);
  const auto add = [&](std::uint32_t slot) {
    for (std::size_t place = slot >> shift;; place = (place + 1) & (size - 1)) {
      std::uint32_t& entry = table_[place];
      if (entry == 0) {
        grams.push_back({slot, 1});
        entry = static_cast<std::uint32_t>(grams.size());
        return;
      }
      if (grams[entry - 1].slot == slot) {
        ++grams[entry - 1].count;
        return;
      }
    }
  };
  for (std::size_t i = 0; i < letters; ++i) {
    add(slot_of(title, letters_[i].letter, 0));
    if (i + 1 < letters) add(slot_of(title, letters_[i].letter, letters_[i + 1].letter));
  }
}

const GramReader::Grams& GramReader::read(std::string_view message) {
  read_letters(message, letters_);
  count(false, letters_.size(), grams_.body);
  count(true, std::min(kTitleLetters, letters_.size()), grams_.title);
  return grams_;
}

}  // namespace shaoyin::triage
