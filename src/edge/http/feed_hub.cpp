#include "edge/http/feed_hub.h"

#include <algorithm>

namespace shaoyin::http {

using Clock = std::chrono::steady_clock;

class FeedHub::Reader final : public Stream {
 public:
  Reader(std::int64_t after, bool anew, Describe describe_entry, Stays may_stay) : position(after), describe(std::move(describe_entry)), stays(std::move(may_stay)) {
    // An id without data sets the browser's Last-Event-ID, so that even a quiet stream reconnects where it was.
    buffer_ = "retry: 2000\nid: " + std::to_string(after) + (anew ? "\nevent: reset\ndata: {}" : "") + "\n\n";
  }

  void start(std::function<void()> wake) override {
    const std::lock_guard lock(mutex_);
    wake_ = std::move(wake);
  }

  bool take(std::string& out) override {
    const std::lock_guard lock(mutex_);
    out = std::move(buffer_);
    buffer_.clear();
    return !ended_;  // a reader that lagged is served again at the next poll
  }

  void closed() override { end(); }

  void end() {
    std::function<void()> wake;
    {
      const std::lock_guard lock(mutex_);
      ended_ = true;
      wake = wake_;
    }
    if (wake) wake();
  }

  void push(const std::string& text) {
    std::function<void()> wake;
    {
      const std::lock_guard lock(mutex_);
      buffer_ += text;
      wake = wake_;
    }
    last_sent = Clock::now();
    if (wake) wake();
  }

  [[nodiscard]] bool full() const {
    const std::lock_guard lock(mutex_);
    return buffer_.size() >= kStreamBufferMax;
  }
  [[nodiscard]] bool ended() const {
    const std::lock_guard lock(mutex_);
    return ended_;
  }

  std::int64_t position;                   // hub's thread only, like the next three
  const Describe describe;
  const Stays stays;
  Clock::time_point last_sent = Clock::now();

 private:
  mutable std::mutex mutex_;
  std::string buffer_;
  bool ended_ = false;
  std::function<void()> wake_;
};

FeedHub::FeedHub(app::Store& store, DistrictId district, std::chrono::milliseconds heartbeat, std::chrono::milliseconds poll)
    : store_(store), district_(district), heartbeat_(heartbeat), poll_(poll), thread_([this] { run(); }) {}

FeedHub::~FeedHub() { stop(); }

Result<std::shared_ptr<Stream>> FeedHub::subscribe(std::optional<std::int64_t> after, Describe describe, Stays stays) {
  if (readers() >= kReadersMax) return fault(ErrorCode::kBusy, "", "feed_readers_max=" + std::to_string(kReadersMax));
  const Result<bool> known = reaches(after.value_or(0));
  if (!known) return known.error();
  if (!after || !*known) {
    const Result<std::int64_t> now = head();
    if (!now) return now.error();
    after = *now;
  }
  auto reader = std::make_shared<Reader>(*after, !*known, std::move(describe), std::move(stays));
  {
    const std::lock_guard lock(mutex_);
    if (stopping_) return fault(ErrorCode::kBusy, "", "stopping");
    readers_.push_back(reader);
  }
  announce();
  return std::shared_ptr<Stream>(reader);
}

void FeedHub::announce() {
  {
    const std::lock_guard lock(mutex_);
    fresh_ = true;
  }
  news_.notify_one();
}

Result<std::int64_t> FeedHub::head() { return store_.feed_head(district_); }

Result<bool> FeedHub::reaches(std::int64_t position) {
  if (position <= 0) return true;
  const Result<std::vector<app::FeedItem>> there = store_.feed(district_, position - 1, 1);
  if (!there) return there.error();
  return !there->empty();
}

std::size_t FeedHub::readers() const {
  const std::lock_guard lock(mutex_);
  return readers_.size();
}

void FeedHub::stop() {
  std::list<std::shared_ptr<Reader>> readers;
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    readers.swap(readers_);
  }
  news_.notify_all();
  if (thread_.joinable()) thread_.join();
  for (const auto& reader : readers) reader->end();
}

void FeedHub::run() {
  for (;;) {
    std::list<std::shared_ptr<Reader>> readers;
    {
      std::unique_lock lock(mutex_);
      news_.wait_for(lock, poll_, [this] { return fresh_ || stopping_; });
      if (stopping_) return;
      fresh_ = false;
      readers_.remove_if([](const auto& reader) { return reader->ended(); });
      readers = readers_;
    }
    for (const auto& reader : readers) serve(*reader);
  }
}

void FeedHub::serve(Reader& reader) {
  while (!reader.full() && !reader.ended()) {
    const Result<std::vector<app::FeedItem>> items = store_.feed(district_, reader.position, kFeedPage);
    if (!items || items->empty()) break;  // a store in trouble: the next round tries again
    if (!reader.stays()) return reader.end();
    std::string text;
    for (const app::FeedItem& item : *items) {
      reader.position = item.position;
      const std::optional<std::string> data = reader.describe(item);
      if (data) text += "id: " + std::to_string(item.position) + "\nevent: matter\ndata: " + *data + "\n\n";
    }
    if (!text.empty()) reader.push(text);
  }
  if (Clock::now() - reader.last_sent < heartbeat_ || reader.full()) return;
  if (!reader.stays()) return reader.end();
  reader.push(":\n\n");
}

}  // namespace shaoyin::http
