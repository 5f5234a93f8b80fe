// Live changes: catch-up by position, nothing missed over a reconnect, nothing for eyes that may not see it.
#include "tests/http/house.h"

namespace shaoyin::http {
namespace {

struct Feed : ::testing::Test {
  House house;
  std::string token = *house.sessions.make_token("p-demo", "test");

  void open_matter(std::int64_t id) {
    const matter::Event event{.kind = matter::EventKind::kOpened, .at = Instant{1'676'336'400'000}};
    app::Batch batch;
    batch.matter = MatterId{id};
    batch.links = ledger::chain(kDistrict, MatterId{id}, 0, {}, {event});
    batch.row.id = MatterId{id};
    ASSERT_TRUE(house.store.commit({.district = kDistrict, .batches = {batch}, .number_prefix = "HX-2023-"}).ok());
    house.hub.announce();
  }

  std::string follow(const std::string& query, const std::string& more = "") {
    return "GET /api/v1/feed" + query + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n" + more + "\r\n";
  }
};

TEST_F(Feed, BringsWhatHappensWhileItIsOpen) {
  open_matter(1);
  RawClient page(house.port());
  page.send(follow(""));
  EXPECT_NE(page.until("\r\n\r\n").find("Content-Type: text/event-stream"), std::string::npos);
  EXPECT_EQ(page.until("\n\n"), "retry: 2000\nid: 1\n\n");
  open_matter(2);
  EXPECT_EQ(page.until("\n\n"), "id: 2\nevent: matter\ndata: {\"position\":2}\n\n");
}

TEST_F(Feed, AReaderThatComesBackMissesNothing) {
  for (int i = 1; i <= 3; ++i) open_matter(i);
  RawClient page(house.port());
  page.send(follow("", "Last-Event-ID: 1\r\n"));
  page.until("retry: 2000\nid: 1\n\n");
  EXPECT_EQ(page.until("\n\n"), "id: 2\nevent: matter\ndata: {\"position\":2}\n\n");
  EXPECT_EQ(page.until("\n\n"), "id: 3\nevent: matter\ndata: {\"position\":3}\n\n");
}

TEST_F(Feed, AReaderAheadOfARestoredLedgerIsToldToBeginAnew) {
  open_matter(1);
  RawClient page(house.port());
  page.send(follow("", "Last-Event-ID: 41\r\n"));
  page.until("\r\n\r\n");
  EXPECT_EQ(page.until("\n\n"), "retry: 2000\nid: 1\nevent: reset\ndata: {}\n\n");
  open_matter(2);
  EXPECT_EQ(page.until("\n\n"), "id: 2\nevent: matter\ndata: {\"position\":2}\n\n");
}

TEST_F(Feed, MattersThatOneMayNotSeeStaySilent) {
  for (const int id : {8, 9, 10}) open_matter(id);
  RawClient page(house.port());
  page.send(follow("?after=0"));
  page.until("retry: 2000\nid: 0\n\n");
  EXPECT_EQ(page.until("\n\n"), "id: 1\nevent: matter\ndata: {\"position\":1}\n\n");
  EXPECT_EQ(page.until("\n\n"), "id: 3\nevent: matter\ndata: {\"position\":3}\n\n");
}

TEST_F(Feed, ALongCatchUpComesWholeAndInOrder) {
  for (int i = 1; i <= 3000; ++i) open_matter(i * 10);
  RawClient page(house.port());
  page.send(follow("?after=0"));
  page.until("id: 0\n\n");
  for (int i = 1; i <= 3000; ++i) {
    ASSERT_EQ(page.until("\n\n"), "id: " + std::to_string(i) + "\nevent: matter\ndata: {\"position\":" + std::to_string(i) + "}\n\n");
  }
}

TEST_F(Feed, EndsWhenTheServerStops) {
  RawClient page(house.port());
  page.send(follow(""));
  page.until("id: 0\n\n");
  house.server.stop();
  EXPECT_EQ(page.rest(), "");
}

TEST_F(Feed, NeedsSomebody) { EXPECT_EQ(ask(house.port(), "GET", "/api/v1/feed").status, 401); }

TEST(FeedHub, AQuietStreamShowsThatItLives) {
  memory::MemoryStore store;
  FeedHub hub(store, kDistrict, std::chrono::milliseconds(1), std::chrono::milliseconds(1));
  const auto stream = hub.subscribe(std::nullopt, [](const app::FeedItem&) { return std::optional<std::string>("{}"); }, [] { return true; });
  ASSERT_TRUE(stream.ok());
  std::string all;
  while (all.find(":\n\n") == std::string::npos) {
    std::string piece;
    ASSERT_TRUE((*stream)->take(piece));
    all += piece;
  }
  (*stream)->closed();
  while (hub.readers() > 0) hub.announce();
}

TEST(FeedHub, AQuietStreamEndsWithoutNews) {
  memory::MemoryStore store;
  FeedHub hub(store, kDistrict, std::chrono::milliseconds(1), std::chrono::milliseconds(1));
  std::atomic<bool> signed_in{true};
  const auto stream = hub.subscribe(std::nullopt, [](const app::FeedItem&) { return std::optional<std::string>("{}"); }, [&] { return signed_in.load(); });
  ASSERT_TRUE(stream.ok());
  std::string piece;
  ASSERT_TRUE((*stream)->take(piece));
  signed_in = false;
  while (hub.readers() > 0) hub.announce();
  EXPECT_FALSE((*stream)->take(piece));
}

TEST(FeedHub, AReaderThatTakesNothingCostsABoundedBuffer) {
  memory::MemoryStore store;
  for (int i = 1; i <= 3000; ++i) {
    const matter::Event event{.kind = matter::EventKind::kOpened, .at = Instant{1}};
    app::Batch batch;
    batch.matter = MatterId{i};
    batch.row.id = MatterId{i};
    batch.links = ledger::chain(kDistrict, MatterId{i}, 0, {}, {event});
    ASSERT_TRUE(store.commit({.district = kDistrict, .batches = {batch}, .number_prefix = "X-"}).ok());
  }
  std::atomic<int> described{0};
  FeedHub hub(store, kDistrict, std::chrono::hours(1), std::chrono::milliseconds(1));
  const auto stream = hub.subscribe(0, [&](const app::FeedItem&) { ++described; return std::optional<std::string>(std::string(100, 'x')); }, [] { return true; });
  ASSERT_TRUE(stream.ok());
  while (described < 400) hub.announce();
  for (int i = 0; i < 50; ++i) hub.announce();
  std::string piece;
  ASSERT_TRUE((*stream)->take(piece));
  EXPECT_LT(piece.size(), kStreamBufferMax + kFeedPage * 200);
}

}  // namespace
}  // namespace shaoyin::http
