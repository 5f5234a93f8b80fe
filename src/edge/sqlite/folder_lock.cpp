#include "edge/sqlite/folder_lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace shaoyin::sqlite {
namespace {

Error locked(const std::string& folder) {
  return fault(ErrorCode::kLocked, "data", folder,
               {fmt::format("数据目录 {} 正由运行中的服务使用。请改用 --server 地址 连接该服务，或先停止它", folder),
                fmt::format("The data folder {} is in use by a running server. Use --server URL to work through it, "
                            "or stop it first", folder)});
}

bool make_folder(const std::string& folder) {
  std::error_code problem;
  const std::filesystem::path parent = std::filesystem::path(folder).parent_path();
  if (!parent.empty()) {
    std::filesystem::create_directories(parent, problem);
  }
  return ::mkdir(folder.c_str(), 0700) == 0 || errno == EEXIST;
}

}  // namespace

Result<std::unique_ptr<FolderLock>> FolderLock::take(const std::string& folder) {
  const int fd = make_folder(folder) ? ::open((folder + "/lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600) : -1;
  if (fd < 0) {
    return fault(ErrorCode::kStorage, "data", fmt::format("{}: {}", folder, std::strerror(errno)));
  }
  std::unique_ptr<FolderLock> lock(new FolderLock(fd));
  if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
    return locked(folder);
  }
  return lock;
}

FolderLock::~FolderLock() { ::close(fd_); }

}  // namespace shaoyin::sqlite
