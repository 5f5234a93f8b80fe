// Whole imports: from a file through the maps of the house into a store, with the workbook of refused rows.
#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>

#include "app/import_matters.h"
#include "app/punctuality.h"
#include "edge/memory/memory_store.h"
#include "edge/sheet/sheet.h"
#include "edge/sheet/workbook.h"
#include "edge/sqlite/sqlite_store.h"
#include "edge/system/zones.h"
#include "edge/toml/map_file.h"
#include "edge/vault/sodium_vault.h"

namespace shaoyin {
namespace {

namespace fs = std::filesystem;
using app::ImportSummary;

constexpr Instant kNow{1'700'000'000'000};

struct Refused {
  std::int64_t row;
  std::string field;
  ErrorCode code;
  Words cure;
};

class Import : public testing::Test {
 protected:
  Import() : folder_(fs::temp_directory_path() / ("shaoyin-import-test." + std::to_string(getpid()))) {
    fs::create_directories(folder_);
  }
  ~Import() override { fs::remove_all(folder_); }

  static app::ImportMap map_of(const std::string& name) {
    const Result<app::ImportMap> map = toml_files::read_map(std::string(SHAOYIN_SOURCE_DIR "/maps/") + name + ".toml");
    EXPECT_TRUE(map);
    return *map;
  }

  // Imports as the command line does; refused rows go into `errors.xlsx`.
  Result<ImportSummary> run(const std::string& file, const std::string& map_name, bool dry_run = false) {
    const app::ImportMap map = map_of(map_name);
    const Result<clock::Zone> zone = system::read_zone(map.zone);
    EXPECT_TRUE(zone);
    const Result<std::unique_ptr<app::SheetSource>> sheet = sheet::open_sheet(file);
    if (!sheet) {
      return sheet.error();
    }
    refused_.clear();
    std::unique_ptr<sheet::RefusedWorkbook> workbook;
    app::ImportOptions options;
    options.dry_run = dry_run;
    options.now = kNow;
    options.refused = [&](const app::SheetRow& header, const app::SheetRow& row, const Error& error) {
      if (!workbook) {
        workbook = std::make_unique<sheet::RefusedWorkbook>(path("errors.xlsx"), header);
      }
      workbook->add(row, std::string(error_name(error.code)) + " " + error.field);
      refused_.push_back({row.number, error.field, error.code, error.cure});
    };
    const app::ImportPorts ports{store(), vault_, [this] { return MatterId{++last_id_}; }};
    Result<ImportSummary> summary = app::import_matters(**sheet, map, *zone, ports, options);
    if (workbook) {
      EXPECT_TRUE(workbook->close());
    }
    return summary;
  }

  ImportSummary done(const std::string& file, const std::string& map, bool dry_run = false) {
    const auto begin = std::chrono::steady_clock::now();
    const Result<ImportSummary> summary = run(file, map, dry_run);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    if (summary && summary->read > 2'500) {
      std::printf("%s: %lld read, %lld imported, %lld unchanged in %.1f s\n", map.c_str(),
                  static_cast<long long>(summary->read), static_cast<long long>(summary->imported),
                  static_cast<long long>(summary->unchanged), seconds.count());
    }
    EXPECT_TRUE(summary) << (summary ? "" : summary.error().field + " " + summary.error().detail);
    return summary ? *summary : ImportSummary{};
  }

  std::string write(const std::string& name, const std::string& bytes) {
    std::ofstream(path(name), std::ios::binary) << bytes;
    return path(name);
  }
  std::string path(const std::string& name) const { return (folder_ / name).string(); }

  std::int64_t stored(DistrictId district) { return static_cast<std::int64_t>(store().all(district)->size()); }

  // From now on the matters are kept on disk, as in real life.
  void keep_on_disk() {
    fs::create_directories(path("data"));
    Result<std::unique_ptr<sqlite::SqliteStore>> opened = sqlite::SqliteStore::open(path("data"));
    ASSERT_TRUE(opened) << opened.error().detail;
    kept_ = std::move(*opened);
  }
  app::Store& store() { return *kept_; }

  std::unique_ptr<app::Store> kept_ = std::make_unique<memory::MemoryStore>();
  vault::SodiumVault vault_{vault::Key{}};
  std::int64_t last_id_ = 0;
  std::vector<Refused> refused_;

 private:
  fs::path folder_;
};

constexpr DistrictId kWenzheng{990001};
constexpr DistrictId kBoston{990002};

const std::string kHeader = "留言编号,留言用户,留言主题,留言时间,留言详情,答复意见,答复时间\r\n";
const std::string kFirst = "1,A000100001,路灯不亮,2019/2/28 11:25:05,十三号楼前路灯不亮,网友您好：已修复,2019/3/10 14:56:53\r\n";
const std::string kSecond = "2,A000100002,噪声扰民,2019/3/1 9:00:00,夜间施工,已责令停工,2019/3/2\r\n";

ImportSummary counts(std::int64_t read, std::int64_t imported, std::int64_t unchanged, std::int64_t rejected) {
  return {read, imported, unchanged, rejected, {}};
}

ImportSummary without_flags(ImportSummary summary) {
  summary.flagged.clear();
  return summary;
}

TEST_F(Import, TheSameFileTwiceChangesNothing) {
  const std::string file = write("a.csv", kHeader + kFirst + kSecond);
  const ImportSummary first = done(file, "wenzheng-replies");
  EXPECT_EQ(without_flags(first), counts(2, 2, 0, 0));
  EXPECT_EQ(first.flagged.at("bare_date"), 1);
  const std::size_t events = store().feed(kWenzheng, 0, 1000)->size();
  EXPECT_EQ(without_flags(done(file, "wenzheng-replies")), counts(2, 0, 2, 0));
  EXPECT_EQ(store().feed(kWenzheng, 0, 1000)->size(), events);
  EXPECT_EQ(store().register_rows(kWenzheng, "grid")->size(), 1U);
}

TEST_F(Import, OnDiskTheSameFileTwiceChangesNothingEither) {
  keep_on_disk();
  const std::string file = write("a.csv", kHeader + kFirst + kSecond);
  EXPECT_EQ(without_flags(done(file, "wenzheng-replies")), counts(2, 2, 0, 0));
  EXPECT_EQ(without_flags(done(file, "wenzheng-replies")), counts(2, 0, 2, 0));
  const MatterId matter = *store().find_number(kWenzheng, "WZR-2");
  EXPECT_TRUE(ledger::verify_chain(kWenzheng, matter, store().load(kWenzheng, matter)->links));
  const std::string changed = "2,A000100002,噪声扰民,2019/3/1 9:00:00,别的话,已责令停工,2019/3/2\r\n";
  EXPECT_EQ(without_flags(done(write("b.csv", kHeader + kFirst + changed), "wenzheng-replies")), counts(2, 0, 1, 1));
}

TEST_F(Import, AGrownFileAddsOnlyItsNewRows) {
  done(write("a.csv", kHeader + kFirst), "wenzheng-replies");
  EXPECT_EQ(without_flags(done(write("b.csv", kHeader + kFirst + kSecond), "wenzheng-replies")), counts(2, 1, 1, 0));
  EXPECT_EQ(without_flags(done(write("b.csv", kHeader + kSecond + kFirst), "wenzheng-replies")), counts(2, 0, 2, 0));
}

TEST_F(Import, ARowThatChangedIsRefusedAndHistoryStays) {
  done(write("a.csv", kHeader + kFirst), "wenzheng-replies");
  const std::string changed = "1,A000100001,路灯不亮,2019/2/28 11:25:05,另一段话,网友您好：已修复,2019/3/10 14:56:53\r\n";
  const std::string file = write("b.csv", kHeader + changed + kSecond);
  EXPECT_EQ(without_flags(done(file, "wenzheng-replies")), counts(2, 1, 0, 1));
  ASSERT_EQ(refused_.size(), 1U);
  EXPECT_EQ(refused_[0].code, ErrorCode::kKeyReused);
  EXPECT_EQ(refused_[0].cure.en, "Check the source, or give this row a key of its own") << "and not: another Idempotency-Key";
  EXPECT_EQ(refused_[0].row, 2);
  EXPECT_EQ(without_flags(done(file, "wenzheng-replies")), counts(2, 0, 1, 1)) << "and again";
  EXPECT_EQ(stored(kWenzheng), 2);
}

TEST_F(Import, AKeyTwiceInOneFileIsTakenOnce) {
  const std::string other = "1,A000100009,别的,2019/2/28 11:25:05,别的,,\r\n";
  EXPECT_EQ(without_flags(done(write("a.csv", kHeader + kFirst + kFirst + other), "wenzheng-replies")), counts(3, 1, 1, 1));
}

TEST_F(Import, ErasedContentDoesNotComeBack) {
  const std::string file = write("a.csv", kHeader + kFirst);
  done(file, "wenzheng-replies");
  const MatterId matter = *store().find_number(kWenzheng, "WZR-1");
  const app::Stored stored = *store().load(kWenzheng, matter);
  app::CommitRequest erasing;
  erasing.district = kWenzheng;
  erasing.batches.push_back({.matter = matter, .expected_revision = static_cast<std::int64_t>(stored.links.size()), .row = stored.row, .erase = true});
  ASSERT_TRUE(store().commit(erasing).ok());
  EXPECT_EQ(without_flags(done(write("b.csv", kHeader + kFirst + kSecond), "wenzheng-replies")), counts(2, 1, 1, 0));
  EXPECT_TRUE(store().texts(kWenzheng, matter)->front().masked.empty());
}

TEST_F(Import, ADryRunStoresNothing) {
  const std::string file = write("a.csv", kHeader + kFirst + "3,,,,,,\r\n");
  EXPECT_EQ(without_flags(done(file, "wenzheng-replies", true)), counts(2, 1, 0, 1));
  EXPECT_EQ(stored(kWenzheng), 0);
  EXPECT_TRUE(store().register_rows(kWenzheng, "grid")->empty());
}

TEST_F(Import, WhatPeopleWroteIsSealedAndItsChainVerifies) {
  done(write("a.csv", kHeader + kFirst), "wenzheng-replies");
  const MatterId matter = *store().find_number(kWenzheng, "WZR-1");
  const app::Stored stored = *store().load(kWenzheng, matter);
  EXPECT_TRUE(ledger::verify_chain(kWenzheng, matter, stored.links));
  for (const ledger::Link& link : stored.links) {
    EXPECT_EQ(link.bytes.find("A000100001"), std::string::npos);
    EXPECT_EQ(link.bytes.find("路灯"), std::string::npos);
  }
  const Result<std::vector<app::TextRow>> texts = store().texts(kWenzheng, matter);
  EXPECT_EQ(texts->size(), 3U);
  for (const app::TextRow& text : *texts) {
    const Result<std::string> original = vault_.open(stored.wrapped_key, text.cipher);
    ASSERT_TRUE(original);
    EXPECT_EQ(text.commitment, *vault_.commitment(stored.wrapped_key, *original));
    if (text.where == "field.reporter") {
      EXPECT_EQ(*original, "A000100001");
      EXPECT_TRUE(text.masked.empty());
    }
  }
  EXPECT_TRUE(store().outbox(kWenzheng, kNow, 10)->empty()) << "no notices";
  EXPECT_TRUE(store().due(kWenzheng, kNow, 10)->empty()) << "no clock runs";
}

// A blank row must not shift the numbers (a fault that other importers had).
TEST_F(Import, RefusedRowsComeBackInTheSameLayoutAtTheirOwnRows) {
  const std::string file = write("a.csv", kHeader + "\r\n" + kFirst + ",,,,,,\r\n=1+1,A000100003,主题,昨天,正文,,\r\n" + kSecond +
                                              ",A000100004,无编号,2019/3/1 9:00:00,正文,,\r\n");
  EXPECT_EQ(without_flags(done(file, "wenzheng-replies")), counts(4, 2, 0, 2));
  const Result<std::unique_ptr<app::SheetSource>> errors = sheet::open_sheet(path("errors.xlsx"));
  ASSERT_TRUE(errors);
  app::SheetRow row;
  ASSERT_TRUE(*(*errors)->next(row));
  EXPECT_EQ(row.number, 1);
  EXPECT_EQ(row.cells.front(), "留言编号");
  EXPECT_EQ(row.cells.back(), "拒绝原因 / reason");
  ASSERT_TRUE(*(*errors)->next(row));
  EXPECT_EQ(row.number, 5);
  EXPECT_EQ(row.cells[0], "=1+1");
  EXPECT_EQ(row.cells.back(), "impossible_time 留言时间");
  ASSERT_TRUE(*(*errors)->next(row));
  EXPECT_EQ(row.number, 7);
  EXPECT_EQ(row.cells.back(), "missing_field 留言编号");
  EXPECT_FALSE(*(*errors)->next(row));
}

TEST_F(Import, TheWorkbookOfRefusedRowsCanBeMendedAndImported) {
  done(write("a.csv", kHeader + kFirst + "9,A000100003,主题,昨天,正文,,\r\n"), "wenzheng-replies");
  ASSERT_EQ(refused_.size(), 1U);
  EXPECT_EQ(without_flags(done(path("errors.xlsx"), "wenzheng-replies", true)), counts(1, 0, 0, 1)) << "unmended";
}

TEST_F(Import, AFileThatIsNotTheMapsIsRefusedWhole) {
  EXPECT_EQ(run(write("a.csv", "编号,时间\r\n1,2019/1/1\r\n"), "wenzheng").error().code, ErrorCode::kMissingField);
  EXPECT_EQ(run(write("b.csv", ""), "wenzheng").error().code, ErrorCode::kMissingField);
  EXPECT_EQ(run(write("c.csv", kHeader + kFirst + "2,\"cut"), "wenzheng-replies").error().code, ErrorCode::kMalformed);
  EXPECT_EQ(run(write("d.xlsx", "PK\x03\x04 hostile"), "wenzheng").error().code, ErrorCode::kMalformed);
  EXPECT_EQ(stored(kWenzheng), 0);
}

// Many chunks, many bad rows, cut short and run again: what went in is there once.
TEST_F(Import, AnImportCutShortGoesOn) {
  std::string rows;
  for (int i = 1; i <= 2'300; ++i) {
    const bool bad = i % 7 == 0;
    rows += std::to_string(i) + ",A000100001,主题," + (bad ? "昨天" : "2019/2/28 11:25:05") + ",正文,,\r\n";
  }
  const std::size_t half = rows.find("\r\n1201,") + 2;
  EXPECT_EQ(without_flags(done(write("half.csv", kHeader + rows.substr(0, half)), "wenzheng-replies")), counts(1200, 1029, 0, 171));
  EXPECT_EQ(without_flags(done(write("all.csv", kHeader + rows), "wenzheng-replies")), counts(2300, 943, 1029, 328));
  EXPECT_EQ(stored(kWenzheng), 1972);
  EXPECT_TRUE(std::is_sorted(refused_.begin(), refused_.end(), [](const Refused& a, const Refused& b) { return a.row < b.row; }));
}

TEST_F(Import, EveryCategoryOfAMapIsOneOfOurs) {
  std::set<std::string> codes;
  std::ifstream register_file(SHAOYIN_SOURCE_DIR "/registers/categories.csv");
  for (std::string line; std::getline(register_file, line);) {
    codes.insert(line.substr(0, line.find(',')));
  }
  for (const char* name : {"wenzheng", "wenzheng-replies", "boston311"}) {
    const app::ImportMap map = map_of(name);
    for (const auto& [theirs, ours] : map.categories) {
      EXPECT_TRUE(codes.contains(ours)) << theirs;
    }
    EXPECT_TRUE(map.category_otherwise.empty() || codes.contains(map.category_otherwise));
  }
}

// --- The real files. They are never part of the repository; see docs/importing.md. ---

std::string real_file(const std::string& name) {
  const char* named = std::getenv("SHAOYIN_SHARED_DATA");
  const fs::path folder = named != nullptr ? fs::path(named) : fs::path(SHAOYIN_SOURCE_DIR) / "../shared/data";
  return fs::exists(folder / name) ? (folder / name).string() : "";
}

#define REAL_FILE_OR_SKIP(variable, name)        \
  const std::string variable = real_file(name);  \
  if (variable.empty()) GTEST_SKIP() << "real data not here: " << (name) << " (set SHAOYIN_SHARED_DATA)"

TEST_F(Import, RealMessages) {
  REAL_FILE_OR_SKIP(file, "wenzheng/附件3.xlsx");
  keep_on_disk();
  const ImportSummary first = done(file, "wenzheng");
  EXPECT_EQ(without_flags(first), counts(4326, 4326, 0, 0));
  EXPECT_EQ(first.flagged.at("bare_date"), 14);
  EXPECT_EQ(without_flags(done(file, "wenzheng")), counts(4326, 0, 4326, 0));
}

TEST_F(Import, RealReplies) {
  REAL_FILE_OR_SKIP(file, "wenzheng/附件4.xlsx");
  keep_on_disk();
  const ImportSummary first = done(file, "wenzheng-replies");
  EXPECT_EQ(without_flags(first), counts(2816, 2816, 0, 0));
  EXPECT_EQ(first.flagged.at("bare_date"), 1);
  app::Filter replied;
  replied.steps = {"replied"};
  EXPECT_EQ(store().list(kWenzheng, replied)->total, 2816);
  EXPECT_EQ(without_flags(done(file, "wenzheng-replies")), counts(2816, 0, 2816, 0));
}

TEST_F(Import, RealBostonRequestsAndTheirPunctuality) {
  REAL_FILE_OR_SKIP(file, "boston311/boston_311_2015.csv.gz");
  keep_on_disk();
  const ImportSummary first = done(file, "boston311");
  EXPECT_EQ(without_flags(first), counts(121'145, 121'145, 0, 0));
  EXPECT_EQ(first.flagged.at("closed_before_opened"), 197);
  EXPECT_EQ(first.flagged.at("no_on_time_flag"), 82);
  EXPECT_EQ(first.flagged.at("default_point"), 17'070);
  app::Filter open;
  open.steps = {"reported"};
  open.limit = 1;
  EXPECT_EQ(store().list(kBoston, open)->total, 19'873);
  EXPECT_EQ(without_flags(done(file, "boston311")), counts(121'145, 0, 121'145, 0));

  const Result<app::PunctualityReport> report = app::report_punctuality(store(), kBoston);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->judged, 79'208);
  EXPECT_EQ(report->agree, 79'126);
  EXPECT_EQ(report->no_flag, 82);
  EXPECT_EQ(report->disagreements.size(), 82U);
}

}  // namespace
}  // namespace shaoyin
