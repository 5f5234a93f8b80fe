// Sixteen 16-bit lanes to a register, two registers to a line.
#include "core/walk/kernels_by_processor.h"

#if defined(SHAOYIN_WIDE_KERNELS)

// Standard headers first: their inline functions must not be compiled for a processor that others lack.
#include <cstdint>
#include <vector>

#pragma GCC push_options
#pragma GCC target("avx2")
#include <immintrin.h>

#include "core/walk/kernel_body.h"

namespace shaoyin::walk {
namespace {

struct Avx2Lanes16 {
  __m256i low, high;
  static Avx2Lanes16 load(const Line16& from) { return {_mm256_load_si256(reinterpret_cast<const __m256i*>(from.lane)), _mm256_load_si256(reinterpret_cast<const __m256i*>(from.lane + 16))}; }
  void store(Line16& to) const {
    _mm256_store_si256(reinterpret_cast<__m256i*>(to.lane), low);
    _mm256_store_si256(reinterpret_cast<__m256i*>(to.lane + 16), high);
  }
  [[nodiscard]] Avx2Lanes16 lowered(const Avx2Lanes16& from, std::uint16_t weight) const {
    const __m256i add = _mm256_set1_epi16(static_cast<short>(weight));
    return {_mm256_min_epu16(low, _mm256_adds_epu16(from.low, add)), _mm256_min_epu16(high, _mm256_adds_epu16(from.high, add))};
  }
};

struct Avx2Lanes32 {
  __m256i low, high;
  static Avx2Lanes32 load(const Line32& from) { return {_mm256_load_si256(reinterpret_cast<const __m256i*>(from.lane)), _mm256_load_si256(reinterpret_cast<const __m256i*>(from.lane + 8))}; }
  void store(Line32& to) const {
    _mm256_store_si256(reinterpret_cast<__m256i*>(to.lane), low);
    _mm256_store_si256(reinterpret_cast<__m256i*>(to.lane + 8), high);
  }
  [[nodiscard]] Avx2Lanes32 lowered(const Avx2Lanes32& from, std::uint32_t weight) const {
    const __m256i add = _mm256_set1_epi32(static_cast<int>(weight));
    return {_mm256_min_epu32(low, _mm256_add_epi32(from.low, add)), _mm256_min_epu32(high, _mm256_add_epi32(from.high, add))};
  }
};

void relax(std::uint32_t* into, const std::uint32_t* from, std::uint32_t add, std::uint32_t count) {
  const __m256i more = _mm256_set1_epi32(static_cast<int>(add));
  std::uint32_t i = 0;
  for (; i + 8 <= count; i += 8) {
    const __m256i sum = _mm256_add_epi32(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(from + i)), more);
    __m256i* to = reinterpret_cast<__m256i*>(into + i);
    _mm256_storeu_si256(to, _mm256_min_epu32(_mm256_loadu_si256(to), sum));
  }
  for (; i < count; ++i) into[i] = into[i] < from[i] + add ? into[i] : from[i] + add;
}

// Registers hold 16 answers of 16 bits; packing halves them to bytes but takes turns between the 128-bit parts.
std::uint32_t bits_of(__m256i low, __m256i high) {
  return static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_permute4x64_epi64(_mm256_packs_epi16(low, high), 0b11'01'10'00)));
}

__m256i at_most(__m256i value, __m256i limit) { return _mm256_cmpeq_epi16(_mm256_min_epu16(value, limit), value); }

std::uint32_t within(const Line16& line, std::uint16_t limit) {
  const Avx2Lanes16 mine = Avx2Lanes16::load(line);
  const __m256i most = _mm256_set1_epi16(static_cast<short>(limit));
  return bits_of(at_most(mine.low, most), at_most(mine.high, most));
}

void add_eight(__m128i chosen, __m256i amount, std::uint32_t* sums) {
  __m256i* to = reinterpret_cast<__m256i*>(sums);
  _mm256_storeu_si256(to, _mm256_add_epi32(_mm256_loadu_si256(to), _mm256_and_si256(_mm256_cvtepi16_epi32(chosen), amount)));
}

void add_within(const Line16& line, const Line16& limits, std::uint32_t amount, std::uint32_t* sums) {
  const Avx2Lanes16 mine = Avx2Lanes16::load(line), most = Avx2Lanes16::load(limits);
  const __m256i more = _mm256_set1_epi32(static_cast<int>(amount));
  const __m256i low = at_most(mine.low, most.low), high = at_most(mine.high, most.high);
  add_eight(_mm256_castsi256_si128(low), more, sums);
  add_eight(_mm256_extracti128_si256(low, 1), more, sums + 8);
  add_eight(_mm256_castsi256_si128(high), more, sums + 16);
  add_eight(_mm256_extracti128_si256(high, 1), more, sums + 24);
}

const Kernels kAvx2{"avx2", sweep_up<Avx2Lanes16, std::uint16_t>, sweep_down<Avx2Lanes16, std::uint16_t>, sweep_up<Avx2Lanes32, std::uint32_t>, sweep_down<Avx2Lanes32, std::uint32_t>, relax, within, add_within, between_two<Avx2Lanes16>};

}  // namespace

const Kernels& avx2_kernels() { return kAvx2; }

}  // namespace shaoyin::walk

#pragma GCC pop_options

#endif
