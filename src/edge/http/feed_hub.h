// Tells open pages what has just changed (server-sent events).
//
// Each reader has a position in the district's feed. New entries are read from the store from that position on, so a
// reader that reconnects, or lags, misses nothing and costs a bounded buffer; a full buffer is simply not filled
// further, and a connection that takes nothing for Limits::write_within is cut by the server.
// A position after the last entry is of a ledger that is no more (the folder was restored from a backup): such a reader is told
// to begin anew (event `reset`) and goes on from the last entry. Once new entries have passed the old position nobody can tell.
// A reader is told something only while they may still be there (`Stays`); a quiet stream asks that at each heartbeat.
// Threads: every method from any thread; one thread of its own. Ownership: the store must outlive it.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "app/ports/store.h"
#include "edge/http/http.h"

namespace shaoyin::http {

inline constexpr std::size_t kStreamBufferMax = 64 * 1024;  // about 400 entries; a page that lags more reloads anyway
inline constexpr int kFeedPage = 200;
inline constexpr std::size_t kReadersMax = 1000;            // streams hold connections; the rest are for requests

class FeedHub {
 public:
  // What one reader gets of an entry: JSON on one line, or nothing when the reader may not see the matter. Called
  // from the hub's thread.
  using Describe = std::function<std::optional<std::string>(const app::FeedItem&)>;

  // Whether the reader may go on reading, asked before each piece; false ends the stream. Called from the hub's thread.
  using Stays = std::function<bool()>;

  FeedHub(app::Store& store, DistrictId district, std::chrono::milliseconds heartbeat = std::chrono::seconds(15),
          std::chrono::milliseconds poll = std::chrono::milliseconds(500));
  ~FeedHub();
  FeedHub(const FeedHub&) = delete;
  FeedHub& operator=(const FeedHub&) = delete;

  // From `after`, or from now. Errors: kBusy (kReadersMax), those of Store::feed.
  [[nodiscard]] Result<std::shared_ptr<Stream>> subscribe(std::optional<std::int64_t> after, Describe describe, Stays stays);
  // Something was committed; without it readers hear at the next poll.
  void announce();
  [[nodiscard]] Result<std::int64_t> head();  // position of the last entry
  [[nodiscard]] Result<bool> reaches(std::int64_t position);  // whether the feed has got there; 0 is before all
  [[nodiscard]] std::size_t readers() const;
  void stop();                                // ends all streams

 private:
  class Reader;
  void run();
  void serve(Reader& reader);

  app::Store& store_;
  const DistrictId district_;
  const std::chrono::milliseconds heartbeat_, poll_;
  mutable std::mutex mutex_;
  std::condition_variable news_;
  bool fresh_ = false;
  bool stopping_ = false;
  std::list<std::shared_ptr<Reader>> readers_;
  std::thread thread_;
};

}  // namespace shaoyin::http
