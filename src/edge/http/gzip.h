// Gzip (RFC 1952), by zlib. Pure; threads: any.
#pragma once

#include <string>
#include <string_view>

namespace shaoyin::http {

// `bytes` as one gzip member at the highest level: meant for files packed once and sent often.
[[nodiscard]] std::string gzip(std::string_view bytes);

// True when an Accept-Encoding header allows gzip: named, or "*", without q=0.
[[nodiscard]] bool accepts_gzip(std::string_view accept_encoding);

}  // namespace shaoyin::http
