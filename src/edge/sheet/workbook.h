// Excel workbooks: reading through the helper process (helper.h), and writing the workbook of refused rows.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/ports/sheet.h"
#include "core/base/result.h"

namespace shaoyin::sheet {

// The first sheet of the workbook `path`, read by the helper program at `helper` (empty: `shaoyin-sheet` beside
// the running program). Errors: kMalformed (damaged, or the helper died on it), kTooLarge (detail: limit),
// kStorage (the helper cannot be started). In every case this process is unharmed.
[[nodiscard]] Result<std::unique_ptr<app::SheetSource>> open_workbook(const std::string& path,
                                                                      const std::string& helper = {});

// Writes a workbook in the layout of an input file: its header, its rows at their own row numbers, and after the
// last column the reason why each was refused. What people wrote is stored as text, never as a formula.
class RefusedWorkbook {
 public:
  // `header` stands at `header.number`; rows above it stay blank.
  RefusedWorkbook(const std::string& path, const app::SheetRow& header);
  ~RefusedWorkbook();
  RefusedWorkbook(const RefusedWorkbook&) = delete;
  RefusedWorkbook& operator=(const RefusedWorkbook&) = delete;

  // REQUIRES: numbers ascend and lie after the header's; close() was not called.
  void add(const app::SheetRow& row, const std::string& reason);

  // Writes the file. Error: kStorage.
  [[nodiscard]] Status close();

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace shaoyin::sheet
