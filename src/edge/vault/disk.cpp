#include "edge/vault/disk.h"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>

namespace shaoyin::vault {
namespace {

class Handle {
 public:
  Handle(const std::filesystem::path& path, int flags) : fd_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
  ~Handle() { if (fd_ >= 0) { ::close(fd_); } }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  [[nodiscard]] bool open() const { return fd_ >= 0; }
  [[nodiscard]] int fd() const { return fd_; }

 private:
  int fd_;
};

Error io_fault(const char* doing) { return fault(ErrorCode::kStorage, doing, std::strerror(errno)); }

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t wrote = ::write(fd, bytes.data(), bytes.size());
    if (wrote < 0 && errno == EINTR) {
      continue;
    }
    if (wrote <= 0) {
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(wrote));
  }
  return true;
}

bool write_and_sync(const std::filesystem::path& path, std::string_view bytes) {
  const Handle file(path, O_WRONLY | O_CREAT | O_EXCL);
  return file.open() && write_all(file.fd(), bytes) && ::fsync(file.fd()) == 0;
}

bool sync_folder(const std::filesystem::path& folder) {
  const Handle handle(folder, O_RDONLY | O_DIRECTORY);
  return handle.open() && ::fsync(handle.fd()) == 0;
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit) {
  const Handle file(path, O_RDONLY);
  if (!file.open()) {
    return errno == ENOENT ? fault(ErrorCode::kNotFound, "file") : io_fault("open");
  }
  std::string bytes;
  char block[65536];
  while (true) {
    const ssize_t got = ::read(file.fd(), block, sizeof block);
    if (got < 0 && errno == EINTR) {
      continue;
    }
    if (got < 0) {
      return io_fault("read");
    }
    if (got == 0) {
      return bytes;
    }
    bytes.append(block, static_cast<std::size_t>(got));
    if (bytes.size() > limit) {
      return fault(ErrorCode::kTooLarge, "file");
    }
  }
}

Status write_file(const std::filesystem::path& path, std::string_view bytes) {
  static std::atomic<int> counter = 0;  // two threads may put the same file at once
  std::filesystem::path beside = path;
  beside += ".part" + std::to_string(::getpid()) + "-" + std::to_string(++counter);
  std::error_code problem;
  std::filesystem::create_directories(path.parent_path(), problem);
  if (!write_and_sync(beside, bytes) || ::rename(beside.c_str(), path.c_str()) != 0) {
    const Error error = io_fault("write");
    std::filesystem::remove(beside, problem);
    return error;
  }
  return sync_folder(path.parent_path()) ? Status{} : Status{io_fault("sync")};
}

}  // namespace shaoyin::vault
