#include "app/punctuality.h"

namespace shaoyin::app {

PunctualityReport judge_punctuality(const std::vector<PunctualityRow>& rows) {
  PunctualityReport report;
  for (const PunctualityRow& row : rows) {
    const bool on_time = row.closed <= row.target;
    ++report.judged;
    ++(on_time ? report.on_time : report.overdue);
    if (row.source_on_time == on_time) {
      ++report.agree;
      continue;
    }
    report.no_flag += row.source_on_time ? 0 : 1;
    report.disagreements.push_back({row, on_time});
  }
  return report;
}

Result<std::optional<PunctualityRow>> punctuality_row(const Stored& stored) {
  if (!stored.row.historical) {
    return std::optional<PunctualityRow>{};
  }
  PunctualityRow row{stored.row.id, stored.row.number, {}, {}, std::nullopt};
  bool has_target = false;
  bool has_close = false;
  for (const ledger::Link& link : stored.links) {
    if (link.kind != matter::EventKind::kImported && link.kind != matter::EventKind::kActed) {
      continue;
    }
    const Result<ledger::Entry> entry = ledger::parse_entry(link.bytes);
    if (!entry) {
      return entry.error();
    }
    const matter::Event& event = entry->event;
    if (link.kind == matter::EventKind::kImported) {
      has_target = event.get("target").known();
      row.target = event.get("target").as_instant();
      if (const Value& flag = event.get("on_time"); flag.known()) {
        row.source_on_time = flag.is_yes();
      }
    } else if (event.text("action") == "close") {
      has_close = true;
      row.closed = event.at;
    }
  }
  return has_target && has_close ? std::optional<PunctualityRow>(row) : std::nullopt;
}

Result<PunctualityReport> report_punctuality(Store& store, DistrictId district) {
  const Result<std::vector<MatterId>> matters = store.all(district);
  if (!matters) {
    return matters.error();
  }
  std::vector<PunctualityRow> rows;
  for (const MatterId matter : *matters) {
    const Result<Stored> stored = store.load(district, matter);
    if (!stored) {
      return stored.error();
    }
    Result<std::optional<PunctualityRow>> row = punctuality_row(*stored);
    if (!row) {
      return row.error();
    }
    if (*row) {
      rows.push_back(std::move(**row));
    }
  }
  return judge_punctuality(rows);
}

}  // namespace shaoyin::app
