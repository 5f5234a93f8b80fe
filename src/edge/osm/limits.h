// How large an .osm.pbf file and its parts may be. A file is a stranger's; without these a small one could fill the
// memory. The first three are those of the format's own description.
#pragma once

#include <cstddef>
#include <cstdint>

namespace shaoyin::osm {

inline constexpr std::size_t kBlobHeaderBytesMax = 64U << 10;
inline constexpr std::size_t kBlobBytesMax = 32U << 20;      // packed
inline constexpr std::size_t kBlobUnpackedMax = 32U << 20;   // unpacked; stops a zlib bomb
inline constexpr std::uint64_t kFileBytesMax = 8ULL << 30;   // all of China is about 1.5 GB
// Points named by walked ways. Reading needs about 50 bytes for each and two blobs beside: 3 GB here, 25 MB for a
// city of half a million points.
inline constexpr std::size_t kRefsMax = 60'000'000;
inline constexpr std::size_t kWayPointsMax = 100'000;        // OpenStreetMap itself allows 2,000
inline constexpr std::size_t kTagsMax = 10'000;              // of one way or point; OpenStreetMap's editors allow far fewer

}  // namespace shaoyin::osm
