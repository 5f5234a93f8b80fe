// The kernels that only some processors can run; kernels.cpp asks the processor before it takes one.
// clang does not know the pragma that gives one file another instruction set, so there the plain kernel serves.
#pragma once

#include "core/walk/kernels.h"

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define SHAOYIN_WIDE_KERNELS 1
#endif

namespace shaoyin::walk {

[[nodiscard]] const Kernels& avx2_kernels();
[[nodiscard]] const Kernels& avx512_kernels();

}  // namespace shaoyin::walk
