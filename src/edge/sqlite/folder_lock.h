// One server per data folder: an advisory lock on DIR/lock, held as long as this lives and released by the
// kernel when the process dies.
#pragma once

#include <memory>
#include <string>

#include "core/base/result.h"

namespace shaoyin::sqlite {

class FolderLock {
 public:
  // Makes the folder (mode 0700) when it is not there. Errors: kLocked, kStorage.
  [[nodiscard]] static Result<std::unique_ptr<FolderLock>> take(const std::string& folder);
  ~FolderLock();
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  explicit FolderLock(int fd) : fd_(fd) {}
  int fd_;
};

}  // namespace shaoyin::sqlite
