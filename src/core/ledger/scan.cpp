#include "core/ledger/scan.h"

#include <charconv>

namespace shaoyin::ledger {

bool Scan::number(std::int64_t& out) {
  const char* first = bytes_.data() + at_;
  const char* last = bytes_.data() + bytes_.size();
  const auto [end, problem] = std::from_chars(first, last, out);
  if (problem != std::errc{} || end == first) {
    return false;
  }
  // from_chars also reads "007" and "-0", which canonical bytes never write.
  const std::string_view read(first, static_cast<std::size_t>(end - first));
  if (read != std::to_string(out)) {
    return false;
  }
  at_ += read.size();
  return true;
}

bool Scan::length(std::size_t& out) {
  std::int64_t count = 0;
  if (!number(count) || count < 0 || !word(":")) {
    return false;
  }
  out = static_cast<std::size_t>(count);
  return true;
}

bool Scan::counted(std::string& out) {
  std::size_t count = 0;
  if (!length(count) || count > left()) {
    return false;
  }
  out.assign(bytes_.substr(at_, count));
  at_ += count;
  return true;
}

bool Scan::until(char stop, std::string_view& out) {
  const std::size_t found = bytes_.find(stop, at_);
  if (found == std::string_view::npos) {
    return false;
  }
  out = bytes_.substr(at_, found - at_);
  at_ = found + 1;
  return true;
}

}  // namespace shaoyin::ledger
