#include "main/wiring/table_files.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "edge/sheet/csv.h"
#include "edge/sheet/table_write.h"

namespace shaoyin::wiring {
namespace {

// A file of our own in the machine's folder for such, gone with the object. mkstemp makes it readable by us alone.
class Scratch {
 public:
  Scratch() {
    path_ = (std::filesystem::temp_directory_path() / "shaoyin-table-XXXXXX").string();
    const int opened = ::mkstemp(path_.data());
    made_ = opened >= 0;
    if (made_) ::close(opened);
  }
  ~Scratch() { if (made_) ::unlink(path_.c_str()); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  [[nodiscard]] bool made() const { return made_; }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
  bool made_ = false;
};

std::string csv(const http::TableFiles::Cells& rows) {
  std::string text = "\xEF\xBB\xBF";  // so that spreadsheets read it as UTF-8
  for (const auto& cells : rows) text += sheet::csv_line(cells);
  return text;
}

Result<std::string> workbook(const http::TableFiles::Cells& rows) {
  const Scratch scratch;
  if (!scratch.made()) return fault(ErrorCode::kStorage, "export");
  if (Status written = sheet::write_table(scratch.path(), rows); !written) {
    Error error = written.error();
    error.field = "export";  // the asker knows nothing of our file
    return error;
  }
  std::ifstream file(scratch.path(), std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace

http::TableFiles table_files() { return {csv, workbook}; }

}  // namespace shaoyin::wiring
