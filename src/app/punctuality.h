// Report "punctuality" over historical matters: which were closed by their target, as we compute it, and does the
// source's own flag say the same? Every matter where it does not is listed, so that the figure opens its rows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/ports/store.h"

namespace shaoyin::app {

// A historical matter that carries a target and a close, as its ledger has them.
struct PunctualityRow {
  MatterId matter;
  std::string number;
  Instant target;
  Instant closed;
  std::optional<bool> source_on_time;  // nullopt: the source has no flag
};

struct Disagreement {
  PunctualityRow row;
  bool on_time = false;  // as computed
};

struct PunctualityReport {
  std::int64_t judged = 0;     // rows with target and close; the sum of the next two
  std::int64_t on_time = 0;
  std::int64_t overdue = 0;
  std::int64_t agree = 0;      // the source's flag says the same; judged - agree == disagreements.size()
  std::int64_t no_flag = 0;    // of the others, those where the source says nothing
  std::vector<Disagreement> disagreements;  // in the order of the rows
};

// Closed at the very instant of the target is on time. Pure.
[[nodiscard]] PunctualityReport judge_punctuality(const std::vector<PunctualityRow>& rows);

// The matter's row for the report, read from its ledger; nullopt when it is not historical or lacks target or close.
// Error: kDamaged.
[[nodiscard]] Result<std::optional<PunctualityRow>> punctuality_row(const Stored& stored);

// The report over all historical matters of a district. Errors: those of the store.
[[nodiscard]] Result<PunctualityReport> report_punctuality(Store& store, DistrictId district);

}  // namespace shaoyin::app
