// The one writer: commands wait in a bounded queue, a thread runs many of them in one durable transaction, each
// in its own SAVEPOINT, and answers all of them after COMMIT. So one fsync pays for many, a failing command
// spoils nobody else's, and nothing is acknowledged that a power cut could lose.
//
// A full disk fails the group and leaves the writer working. An I/O error or a damaged file ends writing for good
// (after a failed fsync nobody knows what the disk holds; retrying would pretend): reads go on, a restart recovers.
// Threads: run() from any.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "core/base/result.h"
#include "edge/sqlite/database.h"

namespace shaoyin::sqlite {

struct WriterLimits {
  std::size_t queue_max = 1024;  // waiting commands; more would only wait longer than a caller's patience: kBusy
  std::size_t group_max = 256;   // commands per transaction; more would hold the first ones' answers back
  std::chrono::microseconds linger{2000};  // how long a busy writer waits for the group to fill
};

class Writer {
 public:
  using Work = std::function<Status(Database&)>;

  // `before_commit` runs once in each group's transaction, after its commands and outside their savepoints.
  Writer(std::unique_ptr<Database> database, WriterLimits limits, std::function<void(Database&)> before_commit);
  ~Writer();  // finishes what is queued

  // Runs `work` and returns its answer once it is durable. An error of `work` undoes all that it did.
  // Errors besides: kBusy (queue full), kStorage.
  Status run(Work work);

  // False: answers come before the disk has what they tell of, until it is said again. A power cut may then lose the last commits, in order and
  // each whole, and no earlier one. The first commit after `true` waits for all before it.
  void wait_for_disk(bool wait) { waits_ = wait; }

  // What /readyz should say: not ok after an I/O error, for ever; after a commit that failed (a full disk), until the next that
  // does not, or until kFailureShown has passed, so that a server which nobody sends anything is tried again.
  [[nodiscard]] Status health();

 private:
  struct Command {
    Work work;
    std::optional<Status> answer;
    std::condition_variable answered;  // of its own: a commit should wake those it answers and nobody else
  };
  using Group = std::vector<std::shared_ptr<Command>>;

  void loop();
  Group next_group();
  void process(const Group& group);
  void commit(const Group& group, std::vector<Status>& answers);
  Status run_one(const Work& work);
  void choose_durability();
  void stop_accepting(const SqlFailed& failed);

  std::unique_ptr<Database> database_;
  const WriterLimits limits_;
  const std::function<void(Database&)> before_commit_;
  std::mutex mutex_;
  std::condition_variable came_;
  std::deque<std::shared_ptr<Command>> queue_;
  std::optional<Error> broken_;
  std::optional<Error> failed_;  // what the last group met; none when it was committed
  std::chrono::steady_clock::time_point failed_at_;
  std::atomic<bool> waits_{true};
  bool waited_ = true;  // the writer's thread only: what the database was told last
  bool ending_ = false;
  std::size_t last_group_ = 1;
  std::thread thread_;
};

}  // namespace shaoyin::sqlite
