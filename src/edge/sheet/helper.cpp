#include "edge/sheet/helper.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "edge/sheet/limits.h"

namespace shaoyin::sheet {
namespace {

void limit(__rlimit_resource what, rlim_t amount, rlim_t beyond = 0) {
  const rlimit value{amount, amount + beyond};
  ensure(setrlimit(what, &value) == 0, "a process may lower its own limits");
}

// Sanitizers reserve terabytes of addresses and open pipes of their own.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

// Standard input to its end; nullopt when it is longer than a workbook may be.
std::optional<std::string> read_input() {
  std::string bytes;
  std::string piece(64 * 1024, '\0');
  while (true) {
    const ssize_t got = read(STDIN_FILENO, piece.data(), piece.size());
    if (got <= 0) return bytes;
    bytes.append(piece, 0, static_cast<std::size_t>(got));
    if (bytes.size() > kWorkbookFileBytesMax) return std::nullopt;
  }
}

void write_number(std::uint32_t value) {
  const unsigned char bytes[4] = {static_cast<unsigned char>(value), static_cast<unsigned char>(value >> 8),
                                  static_cast<unsigned char>(value >> 16), static_cast<unsigned char>(value >> 24)};
  std::fwrite(bytes, 1, sizeof bytes, stdout);
}

void write_text(std::string_view text) {
  write_number(static_cast<std::uint32_t>(text.size()));
  std::fwrite(text.data(), 1, text.size(), stdout);
}

void write_cell(std::uint32_t row, std::uint32_t column, std::string_view text) {
  std::fputc('C', stdout);
  write_number(row);
  write_number(column);
  write_text(text);
}

void write_end(const Status& status) {
  if (status) {
    std::fputc('E', stdout);
    return;
  }
  std::fputc('X', stdout);
  write_number(static_cast<std::uint32_t>(status.error().code));
  write_text(status.error().detail);
}

}  // namespace

void limit_this_process() {
  if (!kSanitized) {
    limit(RLIMIT_AS, kHelperMemoryBytes);
    limit(RLIMIT_NOFILE, STDERR_FILENO + 1);
  }
  limit(RLIMIT_CPU, kHelperCpuSeconds, 1);  // the first limit ends with a signal that says why
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_CORE, 0);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

int run_helper() {
  limit_this_process();
  const std::optional<std::string> bytes = read_input();
  write_end(bytes ? read_workbook(*bytes, write_cell)
                  : Status(fault(ErrorCode::kTooLarge, {}, "kWorkbookFileBytesMax=" + std::to_string(kWorkbookFileBytesMax))));
  return std::fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace shaoyin::sheet
