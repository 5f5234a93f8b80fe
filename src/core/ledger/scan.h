// A strict reader over canonical bytes. Every method either consumes exactly one spelling and returns true, or
// returns false, after which the scan is of no more use. Private to this folder.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace shaoyin::ledger {

class Scan {
 public:
  explicit Scan(std::string_view bytes, std::size_t at = 0) : bytes_(bytes), at_(at) {}

  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] std::size_t left() const { return at_ < bytes_.size() ? bytes_.size() - at_ : 0; }
  [[nodiscard]] bool done() const { return left() == 0; }

  [[nodiscard]] bool any(char& out) { return !done() && (out = bytes_[at_++], true); }
  [[nodiscard]] bool word(std::string_view expected) {
    if (bytes_.substr(at_, expected.size()) != expected) {
      return false;
    }
    at_ += expected.size();
    return true;
  }
  [[nodiscard]] bool number(std::int64_t& out);                 // decimal, as std::to_string writes it
  [[nodiscard]] bool length(std::size_t& out);                  // a count and its colon
  [[nodiscard]] bool counted(std::string& out);                 // a length and that many bytes
  [[nodiscard]] bool until(char stop, std::string_view& out);   // what stands before `stop`, consuming both

 private:
  std::string_view bytes_;
  std::size_t at_;
};

}  // namespace shaoyin::ledger
