#include "edge/sheet/csv.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "edge/sheet/limits.h"

namespace shaoyin::sheet {
namespace {

// Gives `text` in pieces of `piece` bytes, so that every cut between two pieces is tried.
ByteSource pieces(const std::string& text, std::size_t piece) {
  return [text, piece, at = std::size_t{0}](std::string& out) mutable -> Status {
    out = text.substr(std::min(at, text.size()), piece);
    at += piece;
    return {};
  };
}

using Rows = std::vector<std::pair<std::int64_t, std::vector<std::string>>>;

Result<Rows> read_all(const std::string& text, std::size_t piece = 3) {
  CsvReader reader(pieces(text, piece));
  Rows rows;
  app::SheetRow row;
  while (true) {
    const Result<bool> more = reader.next(row);
    if (!more) return more.error();
    if (!*more) return rows;
    rows.emplace_back(row.number, row.cells);
  }
}

Rows rows_of(const std::string& text, std::size_t piece = 3) {
  const Result<Rows> rows = read_all(text, piece);
  EXPECT_TRUE(rows) << (rows ? "" : rows.error().detail);
  return rows ? *rows : Rows{};
}

Error fault_of(const std::string& text) {
  const Result<Rows> rows = read_all(text);
  EXPECT_FALSE(rows);
  return rows ? Error{} : rows.error();
}

TEST(Csv, ReadsTheExamplesOfTheStandard) {
  const Rows two{{1, {"aaa", "bbb", "ccc"}}, {2, {"zzz", "yyy", "xxx"}}};
  EXPECT_EQ(rows_of("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n"), two);
  EXPECT_EQ(rows_of("aaa,bbb,ccc\r\nzzz,yyy,xxx"), two) << "the last line may lack its end";
  EXPECT_EQ(rows_of("\"aaa\",\"bbb\",\"ccc\"\r\nzzz,yyy,xxx"), two);
  EXPECT_EQ(rows_of("\"aaa\",\"b\r\nbb\",\"ccc\"\r\nz"), (Rows{{1, {"aaa", "b\r\nbb", "ccc"}}, {2, {"z"}}}));
  EXPECT_EQ(rows_of("\"aaa\",\"b\"\"bb\",\"ccc\""), (Rows{{1, {"aaa", "b\"bb", "ccc"}}}));
}

TEST(Csv, TakesAnyLineEndAndEmptyCells) {
  EXPECT_EQ(rows_of("a,,c\nd,e\rf,\r\n\"\",x"), (Rows{{1, {"a", "", "c"}}, {2, {"d", "e"}}, {3, {"f", ""}}, {4, {"", "x"}}}));
}

TEST(Csv, BlankRowsAreSkippedAndCounted) {
  EXPECT_EQ(rows_of("a\r\n\r\n , ,\r\nb\r\n\r\n"), (Rows{{1, {"a"}}, {4, {"b"}}}));
}

TEST(Csv, DropsTheByteOrderMark) { EXPECT_EQ(rows_of("\xEF\xBB\xBF编号,时间\n", 64), (Rows{{1, {"编号", "时间"}}})); }

TEST(Csv, RefusesAFileCutInsideAQuote) {
  const Error error = fault_of("a,b\r\nc,\"the rest is miss");
  EXPECT_EQ(error.code, ErrorCode::kMalformed);
  EXPECT_EQ(error.field, "row 2");
}

TEST(Csv, RefusesTextAfterAClosingQuote) { EXPECT_EQ(fault_of("\"a\"b,c\n").code, ErrorCode::kMalformed); }

TEST(Csv, KeepsANulForTheRowToBeRefused) { EXPECT_EQ(rows_of(std::string("a\0b,c", 5)), (Rows{{1, {std::string("a\0b", 3), "c"}}})); }

TEST(Csv, RefusesACellOrARowBeyondItsLimit) {
  EXPECT_EQ(fault_of(std::string(kCellBytesMax + 1, 'x')).detail, "kCellBytesMax=" + std::to_string(kCellBytesMax));
  EXPECT_EQ(fault_of('"' + std::string(kCellBytesMax + 2, 'x')).detail, "kCellBytesMax=" + std::to_string(kCellBytesMax));
  EXPECT_EQ(fault_of(std::string(kColumnsMax, ',')).detail, "kColumnsMax=" + std::to_string(kColumnsMax));
  EXPECT_EQ(rows_of(std::string(kColumnsMax - 1, ',') + "x").size(), 1U);
}

TEST(Csv, RefusesMoreRowsThanASheetHolds) {
  std::string text;
  for (std::int64_t row = 0; row < kRowsMax; ++row) {
    text += "x\n";
  }
  EXPECT_TRUE(read_all(text, 1 << 16));
  const Result<Rows> more = read_all(text + "x\n", 1 << 16);
  ASSERT_FALSE(more);
  EXPECT_EQ(more.error().detail, "kRowsMax=" + std::to_string(kRowsMax));
}

TEST(Csv, AFaultOfTheSourceEndsTheTable) {
  int calls = 0;
  CsvReader reader([&calls](std::string& out) -> Status {
    out = "a,b\nc";
    return ++calls == 1 ? Status() : Status(fault(ErrorCode::kStorage));
  });
  app::SheetRow row;
  EXPECT_TRUE(*reader.next(row));
  EXPECT_EQ(reader.next(row).error().code, ErrorCode::kStorage);
  EXPECT_EQ(reader.next(row).error().code, ErrorCode::kStorage);
}

// A resident's text must not run as a formula on the desk of the clerk who opens the export.
TEST(Csv, ExportDisarmsFormulas) {
  EXPECT_EQ(csv_line({"=1+1", "@x", "+cmd|' /C calc'!A0", "-2+3", "\tx"}),
            "'=1+1,'@x,'+cmd|' /C calc'!A0,'-2+3,'\tx\r\n");
  EXPECT_EQ(csv_line({"\rx"}), "\"'\rx\"\r\n");
  EXPECT_EQ(csv_line({"-71.0587", "+8", "a=b", ""}), "-71.0587,+8,a=b,\r\n") << "numbers stay numbers";
}

// Whatever was written is read back, however the bytes arrive.
TEST(Csv, WhatIsWrittenIsReadBack) {
  const std::vector<std::string> alphabet{"中", "水", "\"", ",", "\r\n", "\n", "a", " ", "𠮷", "1"};
  for (std::uint32_t seed = 1; seed <= 200; ++seed) {
    SCOPED_TRACE("SEED=" + std::to_string(seed));
    std::mt19937 chance(seed);
    std::string text;
    Rows expected;
    for (std::int64_t r = 1; r <= 5; ++r) {
      std::vector<std::string> cells{"k"};  // keeps the row from being blank
      for (std::uint32_t c = chance() % 4; c > 0; --c) {
        cells.emplace_back("x");  // never the first character of a formula
        for (std::uint32_t n = chance() % 6; n > 0; --n) cells.back() += alphabet[chance() % alphabet.size()];
      }
      text += csv_line(cells);
      expected.emplace_back(r, cells);
    }
    ASSERT_EQ(rows_of(text, 1 + chance() % 7), expected);
  }
}

}  // namespace
}  // namespace shaoyin::sheet
