// The file from which a gateway takes notices: whole lines only, whatever the disk and whoever rotates it do.
#include "main/wiring/notice_file.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <sstream>

namespace shaoyin::wiring {
namespace {

namespace fs = std::filesystem;

app::OutboxItem notice(const std::string& key) {
  app::OutboxItem item{};
  item.notice = {key, "unit:water", "you_own", {{"matter", "7"}}};
  return item;
}

std::string line(const std::string& key) {
  return R"({"key":")" + key + R"(","to":"unit:water","text":"you_own","at":"1970-01-01T00:00:00.000Z","arguments":{"matter":"7"}})" + "\n";
}

struct NoticeFile : ::testing::Test {
  fs::path folder = fs::temp_directory_path() / ("shaoyin_notices_" + std::to_string(::getpid()));
  fs::path file = folder / "notices.jsonl";
  NoticeFile() { fs::create_directories(folder); }
  ~NoticeFile() override { fs::remove_all(folder); }
  static std::string all(const fs::path& path) {
    std::ifstream in(path);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
  }
};

// A disk that is full after `bytes` of a file, as far as this process can tell.
class FullAfter {
 public:
  explicit FullAfter(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &before_);
    rlimit less = before_;
    less.rlim_cur = bytes;
    setrlimit(RLIMIT_FSIZE, &less);
  }
  ~FullAfter() {
    setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }

 private:
  void (*handler_)(int);
  rlimit before_{};
};

TEST_F(NoticeFile, AFullDiskLeavesNoHalfLine) {
  ASSERT_TRUE(write_notice(file, notice("1")));
  bool written = true;
  {
    const FullAfter full(line("1").size() + 10);
    written = write_notice(file, notice("2"));
  }
  EXPECT_FALSE(written);
  EXPECT_EQ(all(file), line("1"));
  ASSERT_TRUE(write_notice(file, notice("2"))) << "space again";
  EXPECT_EQ(all(file), line("1") + line("2"));
}

TEST_F(NoticeFile, WhatAPowerCutLeftOfALineGoesBeforeTheNext) {
  for (const std::string& half : {std::string("{\"key\":\"2"), std::string(9000, 'x')}) {
    std::ofstream(file) << line("1") << half;
    ASSERT_TRUE(write_notice(file, notice("2")));
    EXPECT_EQ(all(file), line("1") + line("2"));
  }
  std::ofstream(file) << "{\"key";
  ASSERT_TRUE(write_notice(file, notice("1")));
  EXPECT_EQ(all(file), line("1"));
}

TEST_F(NoticeFile, AFileMovedAwayIsFollowedByANewOne) {
  ASSERT_TRUE(write_notice(file, notice("1")));
  fs::rename(file, folder / "taken.jsonl");
  ASSERT_TRUE(write_notice(file, notice("2")));
  EXPECT_EQ(all(folder / "taken.jsonl"), line("1"));
  EXPECT_EQ(all(file), line("2"));
  EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(NoticeFile, WhereNothingCanBeWrittenTheNoticeWaits) { EXPECT_FALSE(write_notice(folder / "gone" / "notices.jsonl", notice("1"))); }

}  // namespace
}  // namespace shaoyin::wiring
