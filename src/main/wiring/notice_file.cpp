#include "main/wiring/notice_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <optional>

namespace shaoyin::wiring {
namespace {

constexpr int kMovesMax = 3;  // a file that is moved away more often within one write is not being rotated but fought over

std::string line_of(const app::OutboxItem& item) {
  boost::json::object arguments;
  for (const auto& [name, value] : item.notice.arguments) arguments[name] = value;
  return boost::json::serialize(boost::json::object{{"key", item.notice.key}, {"to", item.notice.to}, {"text", item.notice.text},
                                                    {"at", format_utc(item.at)}, {"arguments", std::move(arguments)}}) + "\n";
}

// Where the last whole line ends; nothing: it cannot be read.
std::optional<off_t> end_of_lines(int file) {
  struct stat is {};
  if (::fstat(file, &is) != 0) return std::nullopt;
  std::array<char, 4096> piece{};
  for (off_t end = is.st_size; end > 0;) {
    const auto size = static_cast<std::size_t>(std::min<off_t>(end, static_cast<off_t>(piece.size())));
    const off_t from = end - static_cast<off_t>(size);
    if (::pread(file, piece.data(), size, from) != static_cast<ssize_t>(size)) return std::nullopt;
    const auto last = std::find(piece.rend() - static_cast<std::ptrdiff_t>(size), piece.rend(), '\n');
    if (last != piece.rend()) return from + (piece.rend() - last);
    end = from;
  }
  return 0;
}

bool is_still(int file, const std::filesystem::path& path) {
  struct stat held {}, named {};
  return ::fstat(file, &held) == 0 && ::stat(path.c_str(), &named) == 0 && held.st_ino == named.st_ino && held.st_dev == named.st_dev;
}

bool append(int file, const std::string& line) {
  const std::optional<off_t> end = end_of_lines(file);
  if (!end || ::ftruncate(file, *end) != 0) return false;
  if (::write(file, line.data(), line.size()) == static_cast<ssize_t>(line.size()) && ::fsync(file) == 0) return true;
  [[maybe_unused]] const int undone = ::ftruncate(file, *end);  // should this fail too, the next one finds the half line
  return false;
}

}  // namespace

bool write_notice(const std::filesystem::path& file, const app::OutboxItem& item) {
  const std::string line = line_of(item);
  for (int moves = 0; moves < kMovesMax; ++moves) {
    const int out = ::open(file.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (out < 0) return false;
    const bool written = append(out, line);
    const bool there = is_still(out, file);
    if (::close(out) != 0 || !written) return false;
    if (there) return true;  // else its reader may have been done with it before the line came
  }
  return false;
}

}  // namespace shaoyin::wiring
