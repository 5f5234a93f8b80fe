// A few worker threads with a bounded queue. When the queue is full, work is turned away at once: a slow disk must
// make callers wait a little or come back, never make memory grow.
// Threads: every method from any thread.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace shaoyin::http {

class Pool {
 public:
  Pool(int threads, std::size_t queue_max);
  ~Pool();  // finishes what was accepted
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  [[nodiscard]] bool try_post(std::function<void()> work);  // false when the queue is full or stop() was called
  void stop();                                              // finishes what was accepted, then returns
  [[nodiscard]] std::size_t waiting() const;

 private:
  void run();

  const std::size_t queue_max_;
  mutable std::mutex mutex_;
  std::condition_variable ready_;
  std::deque<std::function<void()>> queue_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace shaoyin::http
