#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <map>

#include "edge/sheet/limits.h"
#include "edge/sheet/sheet.h"
#include "edge/sheet/workbook.h"

namespace shaoyin::sheet {
namespace {

using Clock = std::chrono::steady_clock;
using Rows = std::map<std::uint32_t, std::vector<std::string>>;  // a hostile file may give rows in any order

// The helper while it runs. Whatever happens, it is gone when this object is.
class Helper {
 public:
  static Result<std::unique_ptr<Helper>> start(const std::string& program, const std::string& input);
  ~Helper() {
    close(output_);
    if (!ended_) {
      kill(process_, SIGKILL);
      wait();
    }
  }
  Helper(const Helper&) = delete;
  Helper& operator=(const Helper&) = delete;

  // Up to `size` bytes of its output; 0 at the end or when its time is over.
  std::size_t read_some(char* into, std::size_t size) {
    pollfd watch{output_, POLLIN, 0};
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline_ - Clock::now()).count();
    if (left <= 0 || poll(&watch, 1, static_cast<int>(left)) <= 0) return 0;
    const ssize_t got = read(output_, into, size);
    return got > 0 ? static_cast<std::size_t>(got) : 0;
  }

  // Why it ended without a last word.
  Error died() {
    const bool in_time = Clock::now() < deadline_;
    kill(process_, SIGKILL);  // it may still be writing nonsense
    const int status = wait();
    if (!in_time || (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)) return fault(ErrorCode::kTooLarge, {}, "kHelperCpuSeconds");
    return fault(ErrorCode::kMalformed, {}, "the workbook is damaged");
  }

 private:
  Helper(pid_t process, int output) : process_(process), output_(output) {}
  int wait() {
    int status = 0;
    waitpid(process_, &status, 0);
    ended_ = true;
    return status;
  }

  pid_t process_;
  int output_;
  bool ended_ = false;
  Clock::time_point deadline_ = Clock::now() + std::chrono::seconds(kHelperWallSeconds);
};

Result<std::unique_ptr<Helper>> Helper::start(const std::string& program, const std::string& input) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return fault(ErrorCode::kStorage, {}, "pipe");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input.c_str(), O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::string name = program;
  char* arguments[] = {name.data(), nullptr};
  char* environment[] = {nullptr};  // it needs to know nothing about us
  pid_t process = 0;
  const int failed = posix_spawn(&process, program.c_str(), &actions, nullptr, arguments, environment);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  if (failed != 0) {
    close(ends[0]);
    return fault(ErrorCode::kStorage, {}, "cannot start " + program);
  }
  return std::unique_ptr<Helper>(new Helper(process, ends[0]));
}

// Reads the helper's frames. The helper may have been taken over by what it read: everything it says is checked.
class Frames {
 public:
  explicit Frames(Helper& helper) : helper_(helper) {}

  Status read_into(Rows& rows) {
    while (true) {
      const int type = byte();
      if (type == 'E') return {};
      if (type == 'X') return refusal();
      if (type != 'C') return helper_.died();
      if (const Status cell = read_cell(rows); !cell) return cell;
    }
  }

 private:
  int byte() {
    if (at_ == buffer_.size()) {
      buffer_.resize(64 * 1024);
      buffer_.resize(helper_.read_some(buffer_.data(), buffer_.size()));
      at_ = 0;
      if (buffer_.empty()) return -1;
    }
    return static_cast<unsigned char>(buffer_[at_++]);
  }

  bool number(std::uint32_t& value) {
    value = 0;
    for (int i = 0; i < 4; ++i) {
      const int b = byte();
      if (b < 0) return false;
      value |= static_cast<std::uint32_t>(b) << (8 * i);
    }
    return true;
  }

  bool text(std::string& value) {
    std::uint32_t length = 0;
    if (!number(length) || length > kCellBytesMax) return false;
    value.clear();
    while (value.size() < length) {
      const int first = byte();
      if (first < 0) return false;
      value.push_back(static_cast<char>(first));
      const std::size_t more = std::min<std::size_t>(length - value.size(), buffer_.size() - at_);
      value.append(buffer_, at_, more);
      at_ += more;
    }
    return true;
  }

  Status refusal() {
    std::uint32_t code = 0;
    std::string detail;
    if (!number(code) || !text(detail)) return helper_.died();
    return fault(code == static_cast<std::uint32_t>(ErrorCode::kTooLarge) ? ErrorCode::kTooLarge : ErrorCode::kMalformed,
                 {}, detail.substr(0, 200));
  }

  Status read_cell(Rows& rows) {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    std::string value;
    if (!number(row) || !number(column) || !text(value)) return helper_.died();
    bytes_ += value.size();
    if (row < 1 || row > kRowsMax || column < 1 || column > kColumnsMax || bytes_ > kWorkbookTextMax) {
      return fault(ErrorCode::kMalformed, {}, "the workbook is damaged");
    }
    std::vector<std::string>& cells = rows[row];
    if (cells.size() < column) cells.resize(column);
    cells[column - 1] = std::move(value);
    return {};
  }

  Helper& helper_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::size_t bytes_ = 0;
};

class WorkbookSource : public app::SheetSource {
 public:
  explicit WorkbookSource(Rows rows) : rows_(std::move(rows)) {}
  Result<bool> next(app::SheetRow& row) override {
    while (!rows_.empty()) {
      auto first = rows_.extract(rows_.begin());
      row = {first.key(), std::move(first.mapped())};
      if (!is_blank(row)) return true;
    }
    return false;
  }

 private:
  Rows rows_;
};

std::string helper_beside_us() {
  std::error_code ignored;
  return (std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path() / "shaoyin-sheet").string();
}

}  // namespace

Result<std::unique_ptr<app::SheetSource>> open_workbook(const std::string& path, const std::string& helper) {
  std::error_code problem;
  const std::uintmax_t size = std::filesystem::file_size(path, problem);
  if (problem) return fault(ErrorCode::kNotFound, "file", path);
  if (size > kWorkbookFileBytesMax) return fault(ErrorCode::kTooLarge, {}, "kWorkbookFileBytesMax=" + std::to_string(kWorkbookFileBytesMax));
  const Result<std::unique_ptr<Helper>> running = Helper::start(helper.empty() ? helper_beside_us() : helper, path);
  if (!running) return running.error();
  Rows rows;
  if (const Status read = Frames(**running).read_into(rows); !read) return read.error();
  return std::unique_ptr<app::SheetSource>(std::make_unique<WorkbookSource>(std::move(rows)));
}

}  // namespace shaoyin::sheet
