#include "edge/sheet/workbook.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "edge/sheet/helper.h"
#include "edge/sheet/limits.h"
#include "edge/sheet/sheet.h"
#include "edge/sheet/zip_check.h"

namespace shaoyin::sheet {
namespace {

namespace fs = std::filesystem;
using Rows = std::vector<std::pair<std::int64_t, std::vector<std::string>>>;

class Files : public testing::Test {
 protected:
  Files() : folder_(fs::temp_directory_path() / ("shaoyin-sheet-test." + std::to_string(getpid()))) {
    fs::create_directories(folder_);
  }
  ~Files() override { fs::remove_all(folder_); }

  std::string write(const std::string& name, const std::string& bytes) {
    std::ofstream(path(name), std::ios::binary) << bytes;
    return path(name);
  }
  std::string write_gzip(const std::string& name, const std::string& bytes) {
    gzFile file = gzopen(path(name).c_str(), "wb");
    gzwrite(file, bytes.data(), static_cast<unsigned>(bytes.size()));
    gzclose(file);
    return path(name);
  }
  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  static std::string bytes_of(const std::string& path) {
    std::ostringstream all;
    all << std::ifstream(path, std::ios::binary).rdbuf();
    return all.str();
  }
  std::string good_workbook() {
    RefusedWorkbook book(path("good.xlsx"), {2, {"编号", "", "留言详情"}});
    book.add({3, {"1", "", "十三号楼没有中水"}}, "too long");
    book.add({7, {"=1+1", "", "第二行\n\"引号\""}}, "日期不存在");
    EXPECT_TRUE(book.close());
    return path("good.xlsx");
  }

 private:
  fs::path folder_;
};

Rows rows_of(app::SheetSource& source) {
  Rows rows;
  app::SheetRow row;
  while (true) {
    const Result<bool> more = source.next(row);
    EXPECT_TRUE(more);
    if (!more || !*more) return rows;
    rows.emplace_back(row.number, row.cells);
  }
}

Rows open_rows(const std::string& path) {
  const Result<std::unique_ptr<app::SheetSource>> source = open_sheet(path);
  EXPECT_TRUE(source) << (source ? "" : source.error().detail);
  return source ? rows_of(**source) : Rows{};
}

Error refused(const std::string& path) {
  const Result<std::unique_ptr<app::SheetSource>> source = open_sheet(path);
  EXPECT_FALSE(source);
  return source ? Error{} : source.error();
}

using Sheet = Files;

TEST_F(Sheet, WhatIsWrittenIsReadBackAtTheSameRows) {
  EXPECT_EQ(open_rows(good_workbook()),
            (Rows{{2, {"编号", "", "留言详情", "拒绝原因 / reason"}},
                  {3, {"1", "", "十三号楼没有中水", "too long"}},
                  {7, {"=1+1", "", "第二行\n\"引号\"", "日期不存在"}}}));
}

TEST_F(Sheet, ATextThatNoWorkbookCanHoldIsShownAsFarAsPossible) {
  RefusedWorkbook book(path("odd.xlsx"), {1, {"a"}});
  book.add({2, {std::string("x\0y\x01", 4) + "\xFF"}}, "invalid");
  book.add({3, {std::string(40'000, 'x')}}, "long");
  ASSERT_TRUE(book.close());
  const Rows rows = open_rows(path("odd.xlsx"));
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[1].second[0], "x\xEF\xBF\xBDy\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(rows[2].second[0].size(), 32'767U);
}

TEST_F(Sheet, ACsvMayBePackedOrInGb18030) {
  const std::string text = "编号,时间\r\n1,今天\r\n";
  const Rows expected{{1, {"编号", "时间"}}, {2, {"1", "今天"}}};
  EXPECT_EQ(open_rows(write("a.csv", text)), expected);
  EXPECT_EQ(open_rows(write("b.csv", "\xEF\xBB\xBF" + text)), expected);
  EXPECT_EQ(open_rows(write_gzip("c.csv.gz", text)), expected);
  EXPECT_EQ(open_rows(write("d.csv", "\xB1\xE0\xBA\xC5,\xCA\xB1\xBC\xE4\r\n1,\xBD\xF1\xCC\xEC\r\n")), expected);
}

TEST_F(Sheet, ACutFileIsRefusedBeforeItsFirstRow) {
  std::mt19937 chance(7);
  std::string text = "a,b\n";
  for (int i = 0; i < 50'000; ++i) text += std::to_string(chance()) + ",x\n";
  const std::string packed = bytes_of(write_gzip("whole.gz", text));
  const Error cut = refused(write("cut.gz", packed.substr(0, packed.size() / 2)));
  EXPECT_EQ(cut.code, ErrorCode::kMalformed);
  EXPECT_FALSE(cut.said.zh.empty());
  EXPECT_NE(cut.said.zh.find("（gzip 数据损坏或不完整）"), std::string::npos) << cut.said.zh;
  EXPECT_NE(refused(write("cut.csv", text + "1,\"cut")).said.zh.find("（引号没有结束）"), std::string::npos);
}

TEST_F(Sheet, AMissingFileOrAFolderIsNotFound) {
  EXPECT_EQ(refused(path("nowhere.csv")).code, ErrorCode::kNotFound);
  const Error folder = refused(fs::temp_directory_path().string());
  EXPECT_EQ(folder.code, ErrorCode::kNotFound);
  EXPECT_NE(folder.said.en.find("is a folder"), std::string::npos);
}

TEST_F(Sheet, WhatIsNoTableIsCalledWhatItIs) {
  const Error picture = refused(write("table.csv", "\xff\xd8\xff\xe0 and so on"));
  EXPECT_EQ(picture.code, ErrorCode::kMalformed);
  EXPECT_EQ(picture.said.zh, "这是 JPEG 图片，不是表格");
  EXPECT_NE(refused(write("page.xlsx", "%PDF-1.7 and so on")).said.en.find("a PDF, no table"), std::string::npos);
  const Error bytes = refused(write("utf16.csv", std::string("\xff\xfe" "i\0d\0,\0", 8)));
  EXPECT_NE(bytes.said.en.find("no text in UTF-8"), std::string::npos);
  EXPECT_NE(bytes.cure.en.find("save it again as .xlsx"), std::string::npos);
}

TEST_F(Sheet, AnOldWorkbookIsRefusedWithItsCure) {
  const Error error = refused(write("old.xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on"));
  EXPECT_EQ(error.code, ErrorCode::kMalformed);
  EXPECT_NE(error.cure.en.find("save it again as .xlsx"), std::string::npos);
}

TEST_F(Sheet, ATruncatedWorkbookIsRefused) {
  const std::string good = bytes_of(good_workbook());
  for (const std::size_t part : {5UL, good.size() / 3, good.size() / 2, good.size() - 1}) {
    EXPECT_EQ(refused(write("cut.xlsx", good.substr(0, part))).code, ErrorCode::kMalformed) << part;
  }
}

// The list of contents says how much a workbook becomes; one that says too much is not unpacked at all.
TEST_F(Sheet, AZipBombIsRefusedUnopened) {
  std::string bomb = bytes_of(good_workbook());
  const std::size_t entry = bomb.find("PK\x01\x02");
  ASSERT_NE(entry, std::string::npos);
  bomb.replace(entry + 24, 4, std::string("\x00\x00\x00\x40", 4));  // 1 GiB
  const Error error = refused(write("bomb.xlsx", bomb));
  EXPECT_EQ(error.code, ErrorCode::kTooLarge);
  EXPECT_EQ(error.detail, "kWorkbookUnpackedMax=" + std::to_string(kWorkbookUnpackedMax));
}

TEST(ZipCheck, RefusesWhatIsNoArchive) {
  EXPECT_EQ(check_zip("").error().code, ErrorCode::kMalformed);
  EXPECT_EQ(check_zip(std::string(100'000, 'x')).error().code, ErrorCode::kMalformed);
}

// Whatever a stranger did to a workbook, we get rows or an error, and live on.
TEST_F(Sheet, NoDamagedWorkbookHarmsTheReader) {
  const std::string good = bytes_of(good_workbook());
  for (std::uint32_t seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE("SEED=" + std::to_string(seed));
    std::mt19937 chance(seed);
    std::string bad = good;
    for (std::uint32_t n = 1 + chance() % 20; n > 0; --n) bad[chance() % bad.size()] = static_cast<char>(chance());
    const Result<std::unique_ptr<app::SheetSource>> source = open_workbook(write("bad.xlsx", bad));
    if (!source) {
      EXPECT_TRUE(source.error().code == ErrorCode::kMalformed || source.error().code == ErrorCode::kTooLarge);
    }
  }
}

// A helper that the file has taken over may say anything.
TEST_F(Sheet, AHelperThatTalksNonsenseOrDiesIsAnError) {
  const std::string good = good_workbook();
  EXPECT_EQ(open_workbook(good, "/bin/cat").error().code, ErrorCode::kMalformed);
  EXPECT_EQ(open_workbook(good, "/bin/true").error().code, ErrorCode::kMalformed);
  EXPECT_EQ(open_workbook(good, path("no-such-helper")).error().code, ErrorCode::kStorage);
  const std::string huge_cell = "C" + std::string("\1\0\0\0\1\0\0\0\xFF\xFF\xFF\xFF", 12);
  EXPECT_EQ(open_workbook(write("frame", huge_cell), "/bin/cat").error().code, ErrorCode::kMalformed);
  const std::string far_row = "C" + std::string("\0\0\0\0\1\0\0\0\1\0\0\0x", 13);
  EXPECT_EQ(open_workbook(write("frame2", far_row + "E"), "/bin/cat").error().code, ErrorCode::kMalformed);
}

TEST_F(Sheet, TheHelperCannotTakeMoreMemoryOrFilesThanItMay) {
  const pid_t child = fork();
  if (child == 0) {
    limit_this_process();
    const bool file = std::ifstream("/etc/hostname").good();
    bool memory = true;
    try {
      std::string much(kHelperMemoryBytes, 'x');
      memory = much.size() != kHelperMemoryBytes;
    } catch (const std::bad_alloc&) {
      memory = false;
    }
    _exit(file || memory ? 1 : 0);
  }
  int status = 1;
  waitpid(child, &status, 0);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  EXPECT_EQ(status, 0);
#endif
}

}  // namespace
}  // namespace shaoyin::sheet
