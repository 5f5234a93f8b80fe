// For tests: the machine's file system, whose writes and syncs can be made to fail on command.
// Threads: any. Lives longer than every store opened on it.
#pragma once

#include <sqlite3.h>

#include <atomic>
#include <string>

namespace shaoyin::sqlite {

class FaultVfs {
 public:
  FaultVfs();
  ~FaultVfs();
  FaultVfs(const FaultVfs&) = delete;
  FaultVfs& operator=(const FaultVfs&) = delete;

  [[nodiscard]] const std::string& name() const { return name_; }
  void fail_syncs(bool fail) { fail_syncs_ = fail; }
  // The nth write or sync from now fails once; 0: none.
  void fail_operation(int nth) { countdown_ = nth; }

  [[nodiscard]] bool fails(bool is_sync);
  [[nodiscard]] sqlite3_vfs* real() { return real_; }

 private:
  std::string name_;
  sqlite3_vfs vfs_{};
  sqlite3_vfs* real_;
  std::atomic<bool> fail_syncs_ = false;
  std::atomic<int> countdown_ = 0;
};

}  // namespace shaoyin::sqlite
