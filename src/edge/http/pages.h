// The built front end (web/dist), read into memory and packed at the start, served with ETags. A path without a file gets
// index.html, so that the pages' own addresses work after a reload. Threads: any, once loaded.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "core/base/result.h"
#include "edge/http/http.h"

namespace shaoyin::http {

inline constexpr std::size_t kPagesMax = 64u << 20;  // more than a front end can be; a wrong folder must not fill memory

class Pages {
 public:
  // Errors: kNotFound (no folder or no index.html), kTooLarge.
  [[nodiscard]] static Result<std::shared_ptr<const Pages>> load(const std::string& folder);

  [[nodiscard]] Response answer(const Request& request) const;
  [[nodiscard]] std::size_t count() const { return files_.size(); }

 private:
  struct File {
    std::string bytes, packed, type, etag;  // packed: gzip, empty where it would save little
  };
  std::map<std::string, File> files_;  // by path: "/assets/index-1a2b.js"
};

}  // namespace shaoyin::http
