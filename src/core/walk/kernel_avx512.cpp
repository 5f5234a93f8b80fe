// A line is one register.
#include "core/walk/kernels_by_processor.h"

#if defined(SHAOYIN_WIDE_KERNELS)

// Standard headers first: their inline functions must not be compiled for a processor that others lack.
#include <cstdint>
#include <vector>

#pragma GCC push_options
#pragma GCC target("avx2,avx512f,avx512bw")
#include <immintrin.h>

#include "core/walk/kernel_body.h"

namespace shaoyin::walk {
namespace {

struct Avx512Lanes16 {
  __m512i all;
  static Avx512Lanes16 load(const Line16& from) { return {_mm512_load_si512(from.lane)}; }
  void store(Line16& to) const { _mm512_store_si512(to.lane, all); }
  [[nodiscard]] Avx512Lanes16 lowered(const Avx512Lanes16& from, std::uint16_t weight) const {
    return {_mm512_min_epu16(all, _mm512_adds_epu16(from.all, _mm512_set1_epi16(static_cast<short>(weight))))};
  }
};

struct Avx512Lanes32 {
  __m512i all;
  static Avx512Lanes32 load(const Line32& from) { return {_mm512_load_si512(from.lane)}; }
  void store(Line32& to) const { _mm512_store_si512(to.lane, all); }
  [[nodiscard]] Avx512Lanes32 lowered(const Avx512Lanes32& from, std::uint32_t weight) const {
    return {_mm512_min_epu32(all, _mm512_add_epi32(from.all, _mm512_set1_epi32(static_cast<int>(weight))))};
  }
};

void relax(std::uint32_t* into, const std::uint32_t* from, std::uint32_t add, std::uint32_t count) {
  const __m512i more = _mm512_set1_epi32(static_cast<int>(add));
  for (std::uint32_t i = 0; i < count; i += 16) {
    const __mmask16 there = count - i >= 16 ? __mmask16(0xFFFF) : static_cast<__mmask16>((1U << (count - i)) - 1);
    const __m512i sum = _mm512_add_epi32(_mm512_maskz_loadu_epi32(there, from + i), more);
    _mm512_mask_storeu_epi32(into + i, there, _mm512_min_epu32(_mm512_maskz_loadu_epi32(there, into + i), sum));
  }
}

std::uint32_t within(const Line16& line, std::uint16_t limit) {
  return static_cast<std::uint32_t>(_mm512_cmple_epu16_mask(_mm512_load_si512(line.lane), _mm512_set1_epi16(static_cast<short>(limit))));
}

void add_within(const Line16& line, const Line16& limits, std::uint32_t amount, std::uint32_t* sums) {
  const auto chosen = static_cast<std::uint32_t>(_mm512_cmple_epu16_mask(_mm512_load_si512(line.lane), _mm512_load_si512(limits.lane)));
  const __m512i more = _mm512_set1_epi32(static_cast<int>(amount));
  for (int half = 0; half < 2; ++half) {
    std::uint32_t* to = sums + 16 * half;
    const __m512i had = _mm512_loadu_si512(to);
    _mm512_storeu_si512(to, _mm512_mask_add_epi32(had, static_cast<__mmask16>(chosen >> (16 * half)), had, more));
  }
}

const Kernels kAvx512{"avx512", sweep_up<Avx512Lanes16, std::uint16_t>, sweep_down<Avx512Lanes16, std::uint16_t>, sweep_up<Avx512Lanes32, std::uint32_t>, sweep_down<Avx512Lanes32, std::uint32_t>, relax, within, add_within, between_two<Avx512Lanes16>};

}  // namespace

const Kernels& avx512_kernels() { return kAvx512; }

}  // namespace shaoyin::walk

#pragma GCC pop_options

#endif
