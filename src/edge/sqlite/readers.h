// A few read-only connections shared by all readers. In WAL mode they never wait for the writer.
// Threads: any.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

#include "edge/sqlite/database.h"

namespace shaoyin::sqlite {

class Readers {
 public:
  Readers(const std::string& path, int count, const std::string& vfs);  // throws SqlFailed

  // Runs `work` (Database& -> Result<…>) inside one read transaction.
  template <class Work>
  auto read(const Work& work) -> decltype(work(std::declval<Database&>())) {
    const Lent lent(*this);
    try {
      const ReadTransaction transaction(*lent.database);
      return work(*lent.database);
    } catch (const SqlFailed& failed) {
      return error_of(failed);
    }
  }

 private:
  struct Lent {
    explicit Lent(Readers& readers);
    ~Lent();
    Readers& from;
    Database* database;
  };

  std::mutex mutex_;
  std::condition_variable back_;
  std::vector<std::unique_ptr<Database>> all_;
  std::vector<Database*> free_;
};

}  // namespace shaoyin::sqlite
