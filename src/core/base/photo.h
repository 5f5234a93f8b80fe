// A photo without what the camera wrote into it: position, time, owner, thumbnail. Pure; threads: any.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace shaoyin {

// The JPEG, PNG or WebP with its picture parts only: no EXIF, no XMP, no comments, nothing after its end. Colour profile and
// pixels stay as they were. Nothing when it is no complete still picture of these.
[[nodiscard]] std::optional<std::string> without_metadata(std::string_view picture);

}  // namespace shaoyin
