#include "edge/sqlite/fault_vfs.h"

#include <cstring>

namespace shaoyin::sqlite {
namespace {

struct FaultFile {
  sqlite3_file base;
  FaultVfs* disk;
  sqlite3_file* real;  // follows this struct in memory
};

FaultFile* own(sqlite3_file* file) { return reinterpret_cast<FaultFile*>(file); }
sqlite3_file* real(sqlite3_file* file) { return own(file)->real; }
const sqlite3_io_methods* methods(sqlite3_file* file) { return real(file)->pMethods; }

int write(sqlite3_file* f, const void* bytes, int size, sqlite3_int64 at) {
  return own(f)->disk->fails(false) ? SQLITE_IOERR_WRITE : methods(f)->xWrite(real(f), bytes, size, at);
}
int sync(sqlite3_file* f, int flags) {
  return own(f)->disk->fails(true) ? SQLITE_IOERR_FSYNC : methods(f)->xSync(real(f), flags);
}
int close(sqlite3_file* f) { return methods(f)->xClose(real(f)); }
int read(sqlite3_file* f, void* to, int size, sqlite3_int64 at) { return methods(f)->xRead(real(f), to, size, at); }
int truncate(sqlite3_file* f, sqlite3_int64 size) { return methods(f)->xTruncate(real(f), size); }
int file_size(sqlite3_file* f, sqlite3_int64* size) { return methods(f)->xFileSize(real(f), size); }
int lock(sqlite3_file* f, int level) { return methods(f)->xLock(real(f), level); }
int unlock(sqlite3_file* f, int level) { return methods(f)->xUnlock(real(f), level); }
int reserved(sqlite3_file* f, int* out) { return methods(f)->xCheckReservedLock(real(f), out); }
int control(sqlite3_file* f, int op, void* arg) { return methods(f)->xFileControl(real(f), op, arg); }
int sector(sqlite3_file* f) { return methods(f)->xSectorSize(real(f)); }
int device(sqlite3_file* f) { return methods(f)->xDeviceCharacteristics(real(f)); }
int shm_map(sqlite3_file* f, int page, int size, int extend, void volatile** out) {
  return methods(f)->xShmMap(real(f), page, size, extend, out);
}
int shm_lock(sqlite3_file* f, int offset, int n, int flags) { return methods(f)->xShmLock(real(f), offset, n, flags); }
void shm_barrier(sqlite3_file* f) { methods(f)->xShmBarrier(real(f)); }
int shm_unmap(sqlite3_file* f, int del) { return methods(f)->xShmUnmap(real(f), del); }

const sqlite3_io_methods kMethods = {2,        close,   read,   write,  truncate, sync,     file_size,   lock,     unlock,
                                     reserved, control, sector, device, shm_map,  shm_lock, shm_barrier, shm_unmap,
                                     nullptr,  nullptr};

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  auto* disk = static_cast<FaultVfs*>(vfs->pAppData);
  FaultFile* ours = own(file);
  ours->disk = disk;
  ours->real = reinterpret_cast<sqlite3_file*>(ours + 1);
  const int result = disk->real()->xOpen(disk->real(), name, ours->real, flags, out_flags);
  ours->base.pMethods = ours->real->pMethods == nullptr ? nullptr : &kMethods;
  return result;
}

}  // namespace

FaultVfs::FaultVfs() : real_(sqlite3_vfs_find(nullptr)) {
  static std::atomic<int> counter = 0;
  name_ = "fault-" + std::to_string(++counter);
  vfs_ = *real_;  // everything but files goes straight to the machine
  vfs_.szOsFile = static_cast<int>(sizeof(FaultFile)) + real_->szOsFile;
  vfs_.zName = name_.c_str();
  vfs_.pNext = nullptr;
  vfs_.pAppData = this;
  vfs_.xOpen = open_file;
  sqlite3_vfs_register(&vfs_, 0);
}

FaultVfs::~FaultVfs() { sqlite3_vfs_unregister(&vfs_); }

bool FaultVfs::fails(bool is_sync) {
  if (is_sync && fail_syncs_) {
    return true;
  }
  int left = countdown_;
  while (left > 0 && !countdown_.compare_exchange_weak(left, left - 1)) {
  }
  return left == 1;
}

}  // namespace shaoyin::sqlite
