// Reads the walked streets out of an .osm.pbf file, in two passes over it: first the ways, then the points they
// name. Only what is walked is kept; blobs are unpacked one at a time.
//
// Errors, in every case with words that say where (block number and byte) and what to do; nothing is half-read:
//   kNotFound    no such file
//   kMalformed   cut off, damaged, of another format or packed in a way we do not read
//   kTooLarge    a size beyond limits.h; detail is the limit's name
// Threads: any, one file each.
#pragma once

#include <filesystem>
#include <iosfwd>

#include "core/base/result.h"
#include "core/walk/profile.h"
#include "core/walk/streets.h"

namespace shaoyin::osm {

[[nodiscard]] Result<walk::Streets> read_pbf(const std::filesystem::path& file, walk::Profile profile);

// The same from a stream that can be rewound.
[[nodiscard]] Result<walk::Streets> read_pbf(std::istream& bytes, walk::Profile profile);

}  // namespace shaoyin::osm
