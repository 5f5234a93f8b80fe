// How large a table may be. A file is a stranger's; without these a small one could fill the memory or the disk.
#pragma once

#include <cstddef>
#include <cstdint>

namespace shaoyin::sheet {

inline constexpr std::int64_t kRowsMax = 1'048'576;              // what one Excel sheet holds
inline constexpr std::size_t kColumnsMax = 512;                  // the widest city export known has 41
inline constexpr std::size_t kCellBytesMax = 131'068;            // Excel's 32,767 characters of at most 4 bytes
inline constexpr std::uint64_t kCsvBytesMax = 2ULL << 30;        // unpacked; stops a gzip bomb
inline constexpr std::size_t kWorkbookFileBytesMax = 64U << 20;  // packed; a helper holds it in memory
inline constexpr std::uint64_t kWorkbookUnpackedMax = 192U << 20;  // sum over the archive; stops a zip bomb
inline constexpr std::size_t kWorkbookPartsMax = 2'000;          // files inside one workbook
inline constexpr std::size_t kWorkbookTextMax = 256U << 20;      // all cells of the sheet together
inline constexpr std::uint64_t kHelperMemoryBytes = 512ULL << 20;  // what reading the largest honest file needs, twice
inline constexpr unsigned kHelperCpuSeconds = 30;                // the largest honest file takes a few
inline constexpr int kHelperWallSeconds = 60;                    // a helper that hangs is ended

}  // namespace shaoyin::sheet
