#include "tests/contract/opened.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "edge/memory/memory_store.h"
#include "edge/sqlite/sqlite_store.h"

namespace shaoyin::contract {
namespace {

class OpenedMemory final : public Opened {
 public:
  app::Store& store() override { return store_; }
  app::Accounts& accounts() override { return store_; }
  bool reopen() override { return false; }

 private:
  memory::MemoryStore store_;
};

class OpenedSqlite final : public Opened {
 public:
  OpenedSqlite() {
    std::string pattern = (std::filesystem::temp_directory_path() / "shaoyin-store-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
    open();
  }
  ~OpenedSqlite() override {
    store_.reset();
    std::filesystem::remove_all(folder_);
  }
  app::Store& store() override { return *store_; }
  app::Accounts& accounts() override { return *store_; }
  bool reopen() override {
    store_.reset();
    open();
    return true;
  }

 private:
  void open() {
    auto opened = sqlite::SqliteStore::open(folder_);
    if (!opened) {
      ADD_FAILURE() << opened.error().detail;
      std::abort();
    }
    store_ = *std::move(opened);
  }

  std::string folder_;
  std::unique_ptr<sqlite::SqliteStore> store_;
};

}  // namespace

const std::vector<Kind>& kinds() {
  static const std::vector<Kind> kKinds = {
      {"Memory", [] { return std::make_unique<OpenedMemory>(); }},
      {"Sqlite", [] { return std::make_unique<OpenedSqlite>(); }},
  };
  return kKinds;
}

matter::Event event_at(std::int64_t ms, matter::EventKind kind) {
  return {kind, {ms}, {matter::Actor::As::kStaff, "p1007", "water-supply", false}, {{"action", Value::text("sign")}}};
}

Hash head_of(const app::Stored& stored) { return stored.links.empty() ? Hash{} : stored.links.back().hash; }

app::CommitRequest opening(std::int64_t id, int events) {
  std::vector<matter::Event> happened(static_cast<std::size_t>(events), event_at(1000 + id));
  happened.front().kind = matter::EventKind::kOpened;
  app::Batch batch;
  batch.matter = {id};
  batch.links = ledger::chain(kDistrict, {id}, 0, Hash{}, happened);
  batch.row.kind = "report";
  batch.row.step = "reported";
  batch.row.opened = batch.row.updated = {1000 + id};
  batch.wrapped_key = "key of " + std::to_string(id);
  app::CommitRequest request;
  request.district = kDistrict;
  request.batches = {batch};
  request.now = {1000 + id};
  request.number_prefix = "HX-2023-";
  return request;
}

app::CommitRequest following(app::Store& store, std::int64_t id, int events) {
  const Result<app::Stored> stored = store.load(kDistrict, {id});
  EXPECT_TRUE(stored.ok());
  app::CommitRequest request = opening(id);
  app::Batch& batch = request.batches.front();
  const auto revision = static_cast<std::int64_t>(stored->links.size());
  const std::vector<matter::Event> happened(static_cast<std::size_t>(events), event_at(2000 + id + revision));
  batch.expected_revision = revision;
  batch.links = ledger::chain(kDistrict, {id}, revision, head_of(*stored), happened);
  batch.row = stored->row;
  batch.wrapped_key.clear();
  request.now = {2000 + id + revision};
  return request;
}

}  // namespace shaoyin::contract
