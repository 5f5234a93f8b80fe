// A resident's photo, without what the camera wrote into it: position, time, owner, thumbnail. Pure; threads: any.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace shaoyin::http {

// Pictures are re-encoded small by the page (long side 1,600 px, some 400 KB); more is not one of ours.
inline constexpr std::size_t kPublicPhotoMax = 5'000'000;

// The JPEG, PNG or WebP with its picture parts only: no EXIF, no XMP, no comments, nothing after its end. Colour profile and
// pixels stay as they were. Nothing when it is no complete still picture of these.
[[nodiscard]] std::optional<std::string> without_metadata(std::string_view picture);

}  // namespace shaoyin::http
