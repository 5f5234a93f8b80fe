#include "edge/sqlite/readers.h"

namespace shaoyin::sqlite {

Readers::Readers(const std::string& path, int count, const std::string& vfs) {
  for (int n = 0; n < count; ++n) {
    all_.push_back(std::make_unique<Database>(path, SQLITE_OPEN_READONLY, vfs));
    all_.back()->execute("PRAGMA query_only = 1; PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY");
    free_.push_back(all_.back().get());
  }
}

Readers::Lent::Lent(Readers& readers) : from(readers) {
  std::unique_lock lock(from.mutex_);
  from.back_.wait(lock, [&] { return !from.free_.empty(); });
  database = from.free_.back();
  from.free_.pop_back();
}

Readers::Lent::~Lent() {
  {
    const std::lock_guard lock(from.mutex_);
    from.free_.push_back(database);
  }
  from.back_.notify_one();
}

}  // namespace shaoyin::sqlite
