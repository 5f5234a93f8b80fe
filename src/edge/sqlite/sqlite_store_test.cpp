// What only the disk's store can be asked: locks, schema, faults of the disk, erasure on disk, backup.
// What every store promises stands in tests/contract.
#include "edge/sqlite/sqlite_store.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <functional>

#include "edge/sqlite/backup.h"
#include "edge/sqlite/fault_vfs.h"
#include "edge/sqlite/migrate.h"

namespace shaoyin::sqlite {
namespace {

namespace fs = std::filesystem;
constexpr DistrictId kDistrict{120103};

app::CommitRequest opening(std::int64_t id, const std::string& masked = "") {
  app::Batch batch;
  batch.matter = {id};
  matter::Event event;
  event.kind = matter::EventKind::kOpened;
  event.at = {id};
  batch.links = ledger::chain(kDistrict, {id}, 0, Hash{}, {event});
  batch.row.kind = "report";
  batch.wrapped_key = "wrapped-key-of-this-matter";
  batch.texts = {{"c", "field.what", "cipher-of-this-matter", masked}};
  app::CommitRequest request;
  request.district = kDistrict;
  request.batches = {batch};
  request.number_prefix = "HX-2023-";
  return request;
}

app::CommitRequest erasing(SqliteStore& store, std::int64_t id) {
  const app::Stored stored = *store.load(kDistrict, {id});
  app::Batch batch{.matter = {id}, .expected_revision = static_cast<std::int64_t>(stored.links.size()), .row = stored.row};
  batch.erase = true;
  app::CommitRequest request;
  request.district = kDistrict;
  request.batches = {batch};
  return request;
}

// Eighty characters of a thousand, so that the index has many terms and is several megabytes large.
std::string babble(std::int64_t seed) {
  std::uint64_t state = static_cast<std::uint64_t>(seed) * 0x9E3779B97F4A7C15u;
  std::string text;
  for (int i = 0; i < 80; ++i) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    const auto point = static_cast<unsigned>(0x4E00 + (state >> 33) % 1000);
    text += static_cast<char>(0xE0 | (point >> 12));
    text += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
    text += static_cast<char>(0x80 | (point & 0x3F));
  }
  return text;
}

class Disk : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "shaoyin-disk-XXXXXX").string();
    top_ = ::mkdtemp(pattern.data());
    folder_ = top_ / "data";
  }
  void TearDown() override { fs::remove_all(top_); }
  std::unique_ptr<SqliteStore> open(const Options& options = {}) {
    auto store = SqliteStore::open(folder_.string(), options);
    EXPECT_TRUE(store.ok()) << store.error().detail;
    return *std::move(store);
  }
  std::string bytes_on_disk() {
    std::string all;
    for (const auto& entry : fs::recursive_directory_iterator(folder_)) {
      std::ifstream in(entry.path(), std::ios::binary);
      all.append(std::istreambuf_iterator<char>(in), {});
    }
    return all;
  }
  fs::path top_, folder_;
};

TEST_F(Disk, ASecondServerOfTheSameFolderIsSentToTheFirst) {
  auto first = open();
  const auto second = SqliteStore::open(folder_.string());
  ASSERT_FALSE(second.ok());
  EXPECT_EQ(second.error().code, ErrorCode::kLocked);
  EXPECT_NE(second.error().said.en.find("--server"), std::string::npos);
  first.reset();
  EXPECT_TRUE(SqliteStore::open(folder_.string()).ok());
}

TEST_F(Disk, AChangedOrUnknownMigrationIsRefusedAndChangesNothing) {
  open();
  Database database((folder_ / "shaoyin.db").string(), SQLITE_OPEN_READWRITE);
  std::vector<Migration> changed = migrations();
  changed[0].sql += " ";
  EXPECT_EQ(migrate(database, changed).error().code, ErrorCode::kDamaged);
  EXPECT_EQ(migrate(database, {}).error().code, ErrorCode::kDamaged);  // written by a newer release
  std::vector<Migration> newer = migrations();
  newer.push_back({"900_next", "CREATE TABLE next_table (a INTEGER) STRICT"});
  EXPECT_TRUE(migrate(database, newer).ok());
  EXPECT_TRUE(migrate(database, newer).ok());
  EXPECT_FALSE(SqliteStore::open(folder_.string()).ok());
}

TEST_F(Disk, AMigrationThatFailsHalfwayLeavesNothing) {
  open();
  Database database((folder_ / "shaoyin.db").string(), SQLITE_OPEN_READWRITE);
  std::vector<Migration> broken = migrations();
  broken.push_back({"900_broken", "CREATE TABLE half (a INTEGER); CREATE TABLE half (a INTEGER)"});
  EXPECT_THROW(static_cast<void>(migrate(database, broken)), SqlFailed);
  EXPECT_TRUE(migrate(database).ok());
}

TEST_F(Disk, AFileThatIsNoDatabaseIsRefused) {
  fs::create_directories(folder_);
  std::ofstream(folder_ / "shaoyin.db") << std::string(8192, 'x');
  EXPECT_EQ(SqliteStore::open(folder_.string()).error().code, ErrorCode::kDamaged);
}

TEST_F(Disk, TheDatabaseItselfRefusesToChangeTheLedger) {
  ASSERT_TRUE(open()->commit(opening(1)).ok());
  Database database((folder_ / "shaoyin.db").string(), SQLITE_OPEN_READWRITE);
  EXPECT_THROW(database.run("UPDATE entry SET at = 0"), SqlFailed);
  EXPECT_THROW(database.run("DELETE FROM entry"), SqlFailed);
}

TEST_F(Disk, EveryTableBeginsItsKeyWithTheDistrict) {
  open();
  Database database((folder_ / "shaoyin.db").string(), SQLITE_OPEN_READONLY);
  Rows rows = database.query("SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' "
                             "AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE 'search%' AND m.name <> 'schema_migrations' "
                             "AND c.pk = 1 AND c.name <> 'district_id'");
  EXPECT_FALSE(rows.next());
}

TEST_F(Disk, AFullDiskRefusesChangesNothingAndRecovers) {
  Options options;
  options.pages_max = 150;
  auto store = open(options);
  std::int64_t id = 0;
  Result<app::Receipt> receipt = store->commit(opening(++id));
  while (receipt.ok() && id < 10'000) {
    app::CommitRequest large = opening(++id);
    large.batches[0].texts[0].cipher = std::string(20'000, 'x');
    receipt = store->commit(large);
  }
  ASSERT_FALSE(receipt.ok());
  EXPECT_EQ(receipt.error().code, ErrorCode::kStorage);
  EXPECT_EQ(store->health().error().code, ErrorCode::kStorage) << "who asks whether it can write hears that it just could not";
  EXPECT_EQ(store->all(kDistrict)->size(), static_cast<std::size_t>(id - 1));
  EXPECT_FALSE(store->load(kDistrict, {id}).ok());
  EXPECT_TRUE(store->check()->empty());
  store.reset();
  store = open();  // space again
  EXPECT_EQ(store->commit(opening(id))->number, fmt::format("HX-2023-{:06}", id));  // the refusal took no number along
}

TEST_F(Disk, AfterAFailedSyncNothingIsAcknowledgedAndReadsGoOn) {
  FaultVfs disk;
  Options options;
  options.vfs = disk.name();
  auto store = open(options);
  ASSERT_TRUE(store->commit(opening(1)).ok());
  disk.fail_syncs(true);
  EXPECT_EQ(store->commit(opening(2)).error().code, ErrorCode::kStorage);
  disk.fail_syncs(false);  // a disk that says it is well again is not believed
  EXPECT_EQ(store->commit(opening(3)).error().code, ErrorCode::kStorage);
  EXPECT_FALSE(store->health().ok());
  EXPECT_TRUE(store->load(kDistrict, {1}).ok());
  store.reset();
  store = open(options);
  EXPECT_TRUE(store->load(kDistrict, {1}).ok());
  EXPECT_TRUE(store->commit(opening(3)).ok());
  EXPECT_TRUE(store->check()->empty());
}

// Every write and sync on the way of a commit fails once; success is only ever said of what a restart still has.
TEST_F(Disk, WhereverTheDiskFailsNothingAcknowledgedIsLost) {
  std::size_t refused = 0;
  for (int at = 1; at <= 40; ++at) {
    SCOPED_TRACE("failing operation " + std::to_string(at));
    fs::remove_all(folder_);
    FaultVfs disk;
    Options options;
    options.vfs = disk.name();
    auto store = open(options);
    disk.fail_operation(at);
    std::vector<std::int64_t> acknowledged;
    for (std::int64_t id = 1; id <= 6; ++id) {
      if (store->commit(opening(id, "漏水")).ok()) {
        acknowledged.push_back(id);
      }
    }
    refused += 6 - acknowledged.size();
    disk.fail_operation(0);
    store.reset();
    store = open(options);
    for (const std::int64_t id : acknowledged) {
      const auto stored = store->load(kDistrict, {id});
      ASSERT_TRUE(stored.ok());
      ASSERT_TRUE(ledger::verify_chain(kDistrict, {id}, stored->links).ok());
    }
    ASSERT_TRUE(store->check()->empty());
  }
  EXPECT_GT(refused, 0u);  // the faults did happen
}

TEST_F(Disk, ErasedTextIsNowhereInTheFolder) {
  auto store = open();
  for (std::int64_t id = 1; id <= 20; ++id) {
    ASSERT_TRUE(store->commit(opening(id, "ordinary")).ok());
  }
  app::CommitRequest marked = opening(21, "markermarker 漏水");
  marked.batches[0].row.title = "markermarker";
  marked.batches[0].wrapped_key = "keymarkerkeymarker";
  marked.batches[0].texts[0].cipher = "ciphermarker";
  ASSERT_TRUE(store->commit(marked).ok());
  ASSERT_NE(bytes_on_disk().find("markermarker"), std::string::npos);
  ASSERT_TRUE(store->commit(erasing(*store, 21)).ok());
  int steps = 0;
  while (*store->purge_step()) ASSERT_LT(++steps, 1000);
  const std::string left = bytes_on_disk();
  for (const char* marker : {"markermarker", "keymarker", "ciphermarker"}) {
    EXPECT_EQ(left.find(marker), std::string::npos) << marker;
  }
  EXPECT_TRUE(store->check()->empty());
}

TEST_F(Disk, WhatWasErasedLeavesTheFilesInBoundedSteps) {
  auto store = open();
  ASSERT_TRUE(store->commit(opening(1, "markermarker")).ok());
  for (std::int64_t first = 2; first < 6'000; first += 1000) {
    app::CommitRequest many = opening(first, babble(first));
    for (std::int64_t id = first + 1; id < first + 1000; ++id) many.batches.push_back(opening(id, babble(id)).batches[0]);
    ASSERT_TRUE(store->commit(many).ok());
  }
  EXPECT_FALSE(*store->purge_step()) << "nothing was erased";
  ASSERT_TRUE(store->commit(erasing(*store, 1)).ok());
  ASSERT_TRUE(*store->purge_step());
  ASSERT_TRUE(*store->purge_step());
  store.reset();
  store = open();  // a restart goes on where it was
  std::int64_t steps = 2;
  for (; *store->purge_step(); ++steps) {
    ASSERT_LT(steps, 1000) << "it comes to an end";
    ASSERT_TRUE(store->commit(opening(20'000 + steps, babble(steps))).ok()) << "people go on working in between";
  }
  EXPECT_GT(steps, 4) << "in pieces, not all at once";
  EXPECT_EQ(bytes_on_disk().find("markermarker"), std::string::npos);
  EXPECT_TRUE(store->check()->empty());
}

TEST_F(Disk, CheckNamesARowThatLeftItsChainAndASearchIndexThatLies) {
  ASSERT_TRUE(open()->commit(opening(1, "漏水")).ok());
  {
    Database database((folder_ / "shaoyin.db").string(), SQLITE_OPEN_READWRITE);
    database.run("UPDATE matter SET head = zeroblob(32)");
    database.run("UPDATE search_doc SET terms = 'other'");
    database.execute("DROP TRIGGER entry_is_never_changed");
    database.run("UPDATE entry SET position = 5");
  }
  EXPECT_EQ(open()->check()->size(), 3u);
}

TEST_F(Disk, ABackupTakenWhileWritingRestoresWhole) {
  auto store = open();
  ASSERT_TRUE(store->commit(opening(1, "漏水")).ok());
  fs::create_directories(folder_ / "files" / "ab");
  std::ofstream(folder_ / "files" / "ab" / "abcd") << "sealed";
  std::ofstream(folder_ / "vault.id") << "id";
  std::ofstream(folder_ / "receipt.key") << "wrapped";
  std::ofstream(top_ / "master.key") << "key";
  const auto made = backup(*store, folder_, top_ / "copy", top_ / "master.key");
  ASSERT_TRUE(made.ok()) << made.error().detail;
  EXPECT_EQ(made->files, 5);
  EXPECT_TRUE(made->key_included);
  ASSERT_TRUE(store->commit(opening(2)).ok());
  store.reset();

  EXPECT_EQ(restore(top_ / "copy", folder_).error().code, ErrorCode::kConflict);
  folder_ = top_ / "restored";
  ASSERT_TRUE(restore(top_ / "copy", folder_, top_ / "restored.key").ok());
  EXPECT_EQ(fs::status(top_ / "restored.key").permissions(), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_FALSE(fs::exists(folder_ / "master.key"));
  EXPECT_TRUE(fs::exists(folder_ / "files" / "ab" / "abcd"));
  EXPECT_TRUE(fs::exists(folder_ / "receipt.key"));
  store = open();
  EXPECT_EQ(store->all(kDistrict)->size(), 1u);
  EXPECT_TRUE(store->check()->empty());
  EXPECT_EQ(backup(*store, folder_, top_ / "copy").error().code, ErrorCode::kConflict);
}

TEST_F(Disk, AHalfOrChangedBackupIsRefusedAndLeavesNothing) {
  auto store = open();
  ASSERT_TRUE(store->commit(opening(1)).ok());
  ASSERT_TRUE(backup(*store, folder_, top_ / "copy").ok());
  const auto refused = [&](const std::function<void(const fs::path&)>& spoil) {
    fs::remove_all(top_ / "spoilt");
    fs::copy(top_ / "copy", top_ / "spoilt", fs::copy_options::recursive);
    spoil(top_ / "spoilt");
    const auto answer = restore(top_ / "spoilt", top_ / "target");
    EXPECT_FALSE(fs::exists(top_ / "target"));
    return !answer && answer.error().code == ErrorCode::kDamaged;
  };
  EXPECT_TRUE(refused([](const fs::path& b) { fs::remove(b / "manifest.txt"); }));
  EXPECT_TRUE(refused([](const fs::path& b) { fs::resize_file(b / "manifest.txt", fs::file_size(b / "manifest.txt") - 3); }));
  EXPECT_TRUE(refused([](const fs::path& b) { fs::remove(b / "shaoyin.db"); }));
  EXPECT_TRUE(refused([](const fs::path& b) { fs::resize_file(b / "shaoyin.db", 4096); }));
  EXPECT_TRUE(refused([](const fs::path& b) {
    std::fstream file(b / "shaoyin.db", std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(9000);
    file.put('\x7f');
  }));
  EXPECT_TRUE(refused([](const fs::path& b) { std::ofstream(b / "manifest.txt") << "shaoyin-backup 1\n00 1 ../x\nend 1\n"; }));
  EXPECT_EQ(restore(top_ / "copy", top_ / "target", top_ / "no.key").error().code, ErrorCode::kKeyMissing);
  EXPECT_FALSE(fs::exists(top_ / "target"));
}

}  // namespace
}  // namespace shaoyin::sqlite
