#include "edge/sheet/bytes.h"

#include <iconv.h>
#include <sys/stat.h>
#include <zlib.h>

#include <cerrno>
#include <memory>

#include "edge/sheet/limits.h"

namespace shaoyin::sheet {
namespace {

constexpr unsigned kPieceBytes = 64 * 1024;
constexpr std::size_t kLongestCharacter = 8;  // no character of either encoding is longer; the rest of a cut one waits

struct CloseGzip {
  void operator()(gzFile file) const { gzclose(file); }
};

// zlib reads a file that is not gzip as it is, so one way serves both.
class Unpacked {
 public:
  explicit Unpacked(gzFile file) : file_(file) {}

  Status operator()(std::string& out) {
    out.resize(kPieceBytes);
    const int got = gzread(file_.get(), out.data(), kPieceBytes);
    int why = Z_OK;
    gzerror(file_.get(), &why);
    if (got < 0 || why == Z_BUF_ERROR) return fault(ErrorCode::kMalformed, {}, "gzip data are damaged or cut off");
    total_ += static_cast<std::uint64_t>(got);
    if (total_ > kCsvBytesMax) return fault(ErrorCode::kTooLarge, {}, "kCsvBytesMax=" + std::to_string(kCsvBytesMax));
    out.resize(static_cast<std::size_t>(got));
    return {};
  }

 private:
  std::unique_ptr<std::remove_pointer_t<gzFile>, CloseGzip> file_;
  std::uint64_t total_ = 0;
};

// Turns pieces into UTF-8, keeping a character that was cut between two pieces.
class Converter {
 public:
  explicit Converter(Encoding from) : handle_(iconv_open("UTF-8", from == Encoding::kUtf8 ? "UTF-8" : "GB18030")) {
    ensure(handle_ != iconv_t(-1), "the C library turns UTF-8 and GB18030");
  }
  ~Converter() { iconv_close(handle_); }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  // `last` ends the text. Returns false when some bytes are no character; each becomes 0xFF.
  bool turn(std::string_view piece, bool last, std::string& out) {
    std::string in = carry_ + std::string(piece);
    carry_.clear();
    out.assign(in.size() * 3 + 16, '\0');
    char* from = in.data();
    std::size_t from_left = in.size();
    char* to = out.data();
    std::size_t to_left = out.size();
    bool clean = true;
    while (from_left > 0 && iconv(handle_, &from, &from_left, &to, &to_left) == static_cast<std::size_t>(-1)) {
      if (errno == EINVAL && !last && from_left < kLongestCharacter) break;
      clean = false;
      *to++ = '\xFF';
      --to_left;
      ++from;
      --from_left;
    }
    carry_.assign(from, from_left);
    out.resize(static_cast<std::size_t>(to - out.data()));
    return clean;
  }

 private:
  iconv_t handle_;
  std::string carry_;
};

Result<bool> fits(ByteSource bytes, Encoding encoding) {
  Converter converter(encoding);
  std::string piece;
  std::string turned;
  while (true) {
    if (const Status read = bytes(piece); !read) return read.error();
    if (!converter.turn(piece, piece.empty(), turned)) return false;
    if (piece.empty()) return true;
  }
}

}  // namespace

Result<ByteSource> file_bytes(const std::string& path) {
  struct stat about {};
  if (stat(path.c_str(), &about) != 0 || !S_ISREG(about.st_mode)) {
    return fault(ErrorCode::kNotFound, "file", path);
  }
  gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) return fault(ErrorCode::kStorage, "file", path);
  gzbuffer(file, kPieceBytes);
  const auto unpacked = std::make_shared<Unpacked>(file);  // std::function must be able to copy what it holds
  return ByteSource([unpacked](std::string& out) { return (*unpacked)(out); });
}

ByteSource as_utf8(ByteSource bytes, Encoding encoding) {
  if (encoding == Encoding::kUtf8) return bytes;
  const auto converter = std::make_shared<Converter>(encoding);
  return [bytes = std::move(bytes), converter](std::string& out) -> Status {
    std::string piece;
    do {
      if (const Status read = bytes(piece); !read) return read;
      converter->turn(piece, piece.empty(), out);
    } while (out.empty() && !piece.empty());
    return {};
  };
}

Result<Encoding> guess_encoding(ByteSource utf8_try, ByteSource gb18030_try) {
  const Result<bool> utf8 = fits(std::move(utf8_try), Encoding::kUtf8);
  if (!utf8) return utf8.error();
  if (*utf8) return Encoding::kUtf8;
  const Result<bool> gb18030 = fits(std::move(gb18030_try), Encoding::kGb18030);
  if (!gb18030) return gb18030.error();
  return *gb18030 ? Encoding::kGb18030 : Encoding::kUtf8;
}

}  // namespace shaoyin::sheet
