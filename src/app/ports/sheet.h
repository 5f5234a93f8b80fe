// Rows of a table that somebody hands in: CSV, packed CSV or an Excel workbook. edge/sheet reads and writes them;
// the application sees texts only and never knows which kind of file it was.
// Threads: one source belongs to one thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace shaoyin::app {

struct SheetRow {
  std::int64_t number = 0;         // as a spreadsheet program shows it: the first is 1, blank rows count
  std::vector<std::string> cells;  // texts as they stand; cells missing at the end of a row are not there
};

class SheetSource {
 public:
  virtual ~SheetSource() = default;

  // Reads the next row that is not blank into `row`; false at the end, `row` is then unspecified.
  // Errors: kMalformed and kTooLarge, detail names the place or the limit; the source is then at its end.
  virtual Result<bool> next(SheetRow& row) = 0;
};

}  // namespace shaoyin::app
