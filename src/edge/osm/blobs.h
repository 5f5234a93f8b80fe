// The outer layer of an .osm.pbf file: blobs one after the other, each with a small header, packed with zlib.
#pragma once

#include <istream>
#include <string>

#include "core/base/result.h"

namespace shaoyin::osm {

// An error that names its place in words of both languages. `zh` and `en` say what is wrong there.
[[nodiscard]] Error refusal(ErrorCode code, std::uint64_t block, std::uint64_t byte, const std::string& zh, const std::string& en, const std::string& limit = {});

struct Blob {
  std::string type;    // "OSMHeader", "OSMData", or something we pass over
  std::string bytes;   // unpacked; empty for types we do not know
};

class BlobReader {
 public:
  explicit BlobReader(std::istream& bytes) : bytes_(bytes) {}
  // Puts the next blob into `blob`, whose memory is used again; false at the end of the file.
  Result<bool> next(Blob& blob);
  [[nodiscard]] std::uint64_t block() const { return block_; }
  [[nodiscard]] std::uint64_t byte() const { return byte_; }

 private:
  Status take(std::string& into, std::size_t size);
  Result<std::size_t> read_header(std::string& type);
  Status unpack(Blob& blob);
  [[nodiscard]] Error refuse(ErrorCode code, const std::string& zh, const std::string& en, const std::string& limit = {}) const;

  std::istream& bytes_;
  std::string packed_;
  std::uint64_t block_ = 0;  // of the blob read last, from 1
  std::uint64_t byte_ = 0;   // where that blob begins
  std::uint64_t at_ = 0;
};

}  // namespace shaoyin::osm
