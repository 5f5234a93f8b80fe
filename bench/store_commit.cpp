// How many commits per second survive a power cut, for 1, 16 and 64 clients that each wait for their answer.
// A commit opens a matter as the engine does: five chained events, its row, one text, one notice, a key.
//
// Baseline of the same run: the same rows without our store (no ledger, keys, feed, search or notices), inserted
// with plain SQLite in groups of 256 per transaction, WAL and synchronous=FULL. The ratio is what is printed last.
//
// usage: bench_store_commit [FOLDER [SECONDS]]   (default: a new temporary folder, 3 seconds per figure)
#include <fmt/format.h>
#include <sqlite3.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <thread>
#include <vector>

#include "core/base/ensure.h"
#include "edge/sqlite/sqlite_store.h"

namespace {

using namespace shaoyin;
using Clock = std::chrono::steady_clock;

constexpr DistrictId kDistrict{120103};

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

app::CommitRequest opening(std::int64_t id) {
  using matter::Event;
  using matter::EventKind;
  const matter::Actor by{matter::Actor::As::kStaff, "p1007", "community-12", false};
  const Instant now{1'676'336'400'000 + id};
  const std::vector<Event> events = {
      {EventKind::kOpened, now, by, {{"kind", Value::text("report")}, {"place", Value::text("120103002003004")}}},
      {EventKind::kFieldSet, now, by, {{"field", Value::text("what")}, {"value", Value::sealed(std::string(64, 'a'))}}},
      {EventKind::kOwnerSet, now, by, {{"owner", Value::text("community-12")}}},
      {EventKind::kClockStarted, now, by, {{"clock", Value::text("accept")}, {"due", Value::instant(now + hours(2))}}},
      {EventKind::kActed, now, by, {{"action", Value::text("report")}}}};
  app::Batch batch;
  batch.matter = {id};
  batch.links = ledger::chain(kDistrict, {id}, 0, Hash{}, events);
  batch.row = {.kind = "report", .step = "reported", .owner = "community-12", .place = "120103002003004",
               .community = "120103002003", .street = "120103002", .category = "water.pipe",
               .title = "小区再生水管爆裂整栋停水", .channel = "portal", .opened = now, .updated = now,
               .promised = now + days(5), .next_due = now + hours(2), .look_again = now + hours(1)};
  batch.texts = {{std::string(64, 'a'), "field.what", std::string(300, 'c'), "小区再生水管爆裂，整栋楼没有再生水，物业说不归他们管。"}};
  batch.notices = {{"n" + std::to_string(id), "unit:community-12", "reported", {{"due", "1676343600000"}}}};
  batch.wrapped_key = std::string(73, 'k');
  app::CommitRequest request;
  request.district = kDistrict;
  request.key_scope = "bench";
  request.key = std::to_string(id);
  request.request_hash = std::string(64, 'b');
  request.batches = {std::move(batch)};
  request.now = now;
  request.number_prefix = "HX-2023-";
  return request;
}

struct Figure {
  double per_second = 0;
  double cpu_us = 0;  // of the whole process, clients included, per unit of work: what a busy machine cannot distort
};

Figure figure(std::int64_t units, Clock::time_point start, std::clock_t cpu) {
  const auto count = static_cast<double>(units);
  return {count / seconds_since(start), 1e6 * static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC / count};
}

Figure commits(const std::string& folder, int clients, double seconds) {
  auto store = sqlite::SqliteStore::open(folder);
  ensure(store.ok(), "the store opens");
  std::atomic<std::int64_t> next = 1;
  std::atomic<std::int64_t> done = 0;
  const Clock::time_point start = Clock::now();
  const std::clock_t cpu = std::clock();
  std::vector<std::thread> threads;
  for (int n = 0; n < clients; ++n) {
    threads.emplace_back([&] {
      while (seconds_since(start) < seconds) {
        ensure((*store)->commit(opening(next++)).ok(), "a commit succeeds");
        ++done;
      }
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  const Figure measured = figure(done, start, cpu);
  ensure((*store)->check()->empty(), "the store is sound after the run");
  return measured;
}

void must(sqlite3* database, const char* sql) {
  ensure(sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK, sql);
}

// One row of the matter's size and five of its entries' sizes per unit, 256 units per transaction, no queue.
Figure plain_rows(const std::string& file, double seconds) {
  sqlite3* database = nullptr;
  ensure(sqlite3_open(file.c_str(), &database) == SQLITE_OK, "opens");
  must(database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  must(database, "CREATE TABLE matter (id INTEGER PRIMARY KEY, row TEXT); CREATE INDEX by_row ON matter (row);"
                 "CREATE TABLE entry (matter INTEGER, revision INTEGER, bytes BLOB, PRIMARY KEY (matter, revision))");
  sqlite3_stmt* matter_row = nullptr;
  sqlite3_stmt* entry = nullptr;
  sqlite3_prepare_v2(database, "INSERT INTO matter VALUES (?1, ?2)", -1, &matter_row, nullptr);
  sqlite3_prepare_v2(database, "INSERT INTO entry VALUES (?1, ?2, ?3)", -1, &entry, nullptr);
  const std::string row(300, 'r');
  const app::CommitRequest sample = opening(1);
  std::int64_t id = 0;
  const Clock::time_point start = Clock::now();
  const std::clock_t cpu = std::clock();
  while (seconds_since(start) < seconds) {
    must(database, "BEGIN IMMEDIATE");
    for (int n = 0; n < 256; ++n) {
      sqlite3_bind_int64(matter_row, 1, ++id);
      const std::string own = std::to_string(id) + row;
      sqlite3_bind_text(matter_row, 2, own.data(), static_cast<int>(own.size()), SQLITE_STATIC);
      ensure(sqlite3_step(matter_row) == SQLITE_DONE, "a row goes in");
      sqlite3_reset(matter_row);
      for (const ledger::Link& link : sample.batches[0].links) {
        sqlite3_bind_int64(entry, 1, id);
        sqlite3_bind_int64(entry, 2, link.revision);
        sqlite3_bind_blob(entry, 3, link.bytes.data(), static_cast<int>(link.bytes.size()), SQLITE_STATIC);
        ensure(sqlite3_step(entry) == SQLITE_DONE, "an entry goes in");
        sqlite3_reset(entry);
      }
    }
    must(database, "COMMIT");
  }
  const Figure measured = figure(id, start, cpu);
  sqlite3_finalize(matter_row);
  sqlite3_finalize(entry);
  sqlite3_close(database);
  return measured;
}

}  // namespace

int main(int argc, char** argv) {
  std::string pattern = (std::filesystem::temp_directory_path() / "shaoyin-bench-XXXXXX").string();
  const std::filesystem::path folder = argc > 1 ? argv[1] : ::mkdtemp(pattern.data());
  const double seconds = argc > 2 ? std::atof(argv[2]) : 3.0;
  std::filesystem::create_directories(folder);
  const Figure plain = plain_rows((folder / "plain.db").string(), seconds);
  fmt::print("baseline: plain SQLite, groups of 256 {:8.0f} matters/s {:6.0f} us CPU\n", plain.per_second, plain.cpu_us);
  for (const int clients : {1, 16, 64}) {
    const std::filesystem::path own = folder / std::to_string(clients);
    const Figure store = commits(own.string(), clients, seconds);
    fmt::print("store: {:2} waiting clients             {:8.0f} commits/s {:6.0f} us CPU   ratio {:.2f}, CPU {:.1f}\n",
               clients, store.per_second, store.cpu_us, store.per_second / plain.per_second, store.cpu_us / plain.cpu_us);
    std::filesystem::remove_all(own);
  }
  std::filesystem::remove_all(folder);
  return 0;
}
