// import matters, on a folder or through a server; report punctuality, on a folder.
#include <CLI/CLI.hpp>

#include <fmt/format.h>
#include <unistd.h>

#include <boost/json.hpp>
#include <filesystem>
#include <iostream>
#include <memory>

#include "app/error_text.h"
#include "app/import_matters.h"
#include "app/punctuality.h"
#include "edge/sheet/sheet.h"
#include "edge/sheet/workbook.h"
#include "edge/system/zones.h"
#include "edge/toml/map_file.h"
#include "main/cli/folder_use.h"
#include "main/cli/remote.h"
#include "main/cli/table.h"
#include "main/wiring/keeper.h"

namespace shaoyin::cli {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

struct Import { std::string file, map, errors; bool dry_run = false; };

// A path, or the name of a map of the house.
Result<app::ImportMap> find_map(const Context& context, const std::string& named) {
  std::error_code ignored;
  if (fs::exists(named, ignored)) return toml_files::read_map(named);
  const auto home = home_of(context);
  if (!home) return home.error();
  const fs::path file = fs::path(named).filename().replace_extension(".toml");
  if (!fs::exists(*home / "maps" / file, ignored)) {
    return fault(ErrorCode::kNotFound, "map", named, {"没有文件 " + named + "，" + (*home / "maps").string() + " 里也没有这个名称的对应关系", "There is no file " + named + ", and no map of that name in " + (*home / "maps").string()});
  }
  return toml_files::read_map((*home / "maps" / file).string());
}

// Refused rows: one line each for the reader, and the workbook to mend them in.
class Refusals {
 public:
  Refusals(const Context& context, std::string path) : context_(context), path_(std::move(path)) {}

  void add(const app::SheetRow& header, const app::SheetRow& row, const Error& error) {
    const app::ErrorText text = app::error_text(error, context_.language);
    const std::string reason = fmt::format("{} {} [{}]", text.message, text.hint, error_name(error.code));
    if (++count_ <= kShownMax) std::cerr << fmt::format(fmt::runtime(context_.say("第 {} 行：{}\n", "row {}: {}\n")), row.number, reason);
    if (path_.empty()) return;
    if (!book_) book_ = std::make_unique<sheet::RefusedWorkbook>(path_, header);
    book_->add(row, reason);
  }
  [[nodiscard]] Status close() {
    if (count_ > kShownMax) std::cerr << fmt::format(fmt::runtime(context_.say("……另有 {} 行被拒\n", "… and {} more rows refused\n")), count_ - kShownMax);
    return book_ ? book_->close() : Status();
  }

 private:
  static constexpr std::int64_t kShownMax = 20;  // more would scroll the summary away; the workbook has them all
  const Context& context_;
  std::string path_;
  std::unique_ptr<sheet::RefusedWorkbook> book_;
  std::int64_t count_ = 0;
};

void print_summary(const Context& context, const app::ImportSummary& done, bool dry_run) {
  if (context.json) {
    json::object flagged;
    for (const auto& [name, count] : done.flagged) flagged[name] = count;
    std::cout << json::serialize(json::object{{"flagged", std::move(flagged)}, {"dry_run", dry_run}}) << "\n"
              << json::serialize(json::object{{"read", done.read}, {"imported", done.imported}, {"unchanged", done.unchanged}, {"rejected", done.rejected}}) << "\n";
    return;
  }
  std::cout << fmt::format(fmt::runtime(context.say("读取 {} 行：{} {}，未变 {}，拒绝 {}\n", "{} rows read: {} {}, {} unchanged, {} rejected\n")), done.read,
                           dry_run ? context.say("可导入", "could be imported") : context.say("已导入", "imported"), done.imported, done.unchanged, done.rejected);
  for (const auto& [name, count] : done.flagged) std::cout << "  " << name << "  " << count << "\n";
}

int run_import(const Context& context, const Import& what) {
  if (const Status place = what.errors.empty() ? Status() : place_for(what.errors, "--errors"); !place) return fail(context, place.error());
  if (!context.server.empty()) return remote_import(context, what.file, what.map, what.errors, what.dry_run);
  const auto map = find_map(context, what.map);
  if (!map) return fail_typed(context, map.error());
  const auto zone = system::read_zone(map->zone);
  if (!zone) return fail_typed(context, zone.error());
  const auto source = sheet::open_sheet(what.file);
  if (!source) return fail_content(context, source.error());
  const auto folder = open_folder(context, true);
  if (!folder) return fail(context, folder.error());
  // Nobody named: whoever can open the folder owns it, as for `user`.
  const Status may = context.as.empty() ? Status() : allowed_to(context, **folder, "import.run");
  if (!may) return fail(context, may.error());
  Refusals refusals(context, what.errors);
  const bool watched = ::isatty(STDERR_FILENO) == 1;
  app::ImportOptions options;
  options.dry_run = what.dry_run;
  options.now = (*folder)->clock().now();
  options.refused = [&](const app::SheetRow& header, const app::SheetRow& row, const Error& error) { refusals.add(header, row, error); };
  if (watched) options.progress = [](const app::ImportSummary& so_far) { std::cerr << fmt::format("\r{} …", so_far.read); };
  const app::ImportPorts ports{(*folder)->store(), (*folder)->vault(), wiring::import_ids(**folder, map->district)};
  const auto done = app::import_matters(**source, *map, *zone, ports, options);
  if (watched) std::cerr << "\r";
  if (Status status = refusals.close(); !status) return fail(context, status.error());
  if (!done) return fail_content(context, done.error());
  print_summary(context, *done, what.dry_run);
  return done->rejected == 0 ? kOk : kFinding;
}

std::string yes_no(const Context& context, const std::optional<bool>& value) {
  if (!value) return context.say("无标记", "no flag");
  return *value ? context.say("按时", "on time") : context.say("超期", "overdue");
}

void print_punctuality(const Context& context, const app::PunctualityReport& report) {
  std::cout << fmt::format(fmt::runtime(context.say("可判断 {} 件：按时 {}，超期 {}；与来源一致 {}，来源无标记 {}\n",
                                                    "{} judged: {} on time, {} overdue; {} agree with the source, {} have no flag there\n")),
                           report.judged, report.on_time, report.overdue, report.agree, report.no_flag);
  Table table({{context.say("编号", "Number"), 24}, {context.say("期限", "Target"), 20}, {context.say("办结", "Closed"), 20},
               {context.say("我们的判断", "We say"), 12}, {context.say("来源", "Source"), 12}});
  for (const app::Disagreement& one : report.disagreements) {
    table.add({one.row.number, format_utc(one.row.target).substr(0, 19), format_utc(one.row.closed).substr(0, 19), yes_no(context, one.on_time), yes_no(context, one.row.source_on_time)});
  }
  if (!table.empty()) table.print(std::cout);
}

void print_punctuality_json(const app::PunctualityReport& report) {
  json::array rows;
  for (const app::Disagreement& one : report.disagreements) {
    rows.emplace_back(json::object{{"number", one.row.number}, {"target", format_utc(one.row.target)}, {"closed", format_utc(one.row.closed)}, {"on_time", one.on_time},
                                   {"source_on_time", one.row.source_on_time ? json::value(*one.row.source_on_time) : json::value(nullptr)}});
  }
  std::cout << json::serialize(json::object{{"judged", report.judged}, {"on_time", report.on_time}, {"overdue", report.overdue}, {"agree", report.agree},
                                            {"no_flag", report.no_flag}, {"disagreements", std::move(rows)}}) << "\n";
}

int run_punctuality(const Context& context, const std::string& map_name) {
  const auto map = find_map(context, map_name);
  if (!map) return fail_typed(context, map.error());
  const auto store = open_store(context);
  if (!store) return fail(context, store.error());
  const auto report = app::report_punctuality(**store, map->district);
  if (!report) return fail(context, report.error());
  if (context.json) print_punctuality_json(*report);
  else print_punctuality(context, *report);
  return report->agree + report->no_flag == report->judged ? kOk : kFinding;
}

}  // namespace

void add_import_commands(CLI::App& app, Context& context) {
  CLI::App* import = app.add_subcommand("import", context.say("导入", "Imports"));
  import->require_subcommand(1);
  auto what = std::make_shared<Import>();
  CLI::App* matters = add_command(*import, context, "matters", {"把外部表格导入为历史事项", "Imports a foreign table as historical matters"},
                                  "shaoyin --data demo --as district-centre.coordinator import matters messages.xlsx --map maps/wenzheng.toml --dry-run");
  matters->add_option("file", what->file, context.say("xlsx、csv 或 csv.gz", "xlsx, csv or csv.gz"))->required();
  matters->add_option("--map", what->map, context.say("对应关系文件，或自带的名称", "map file, or the name of one that ships"))->required();
  matters->add_flag("--dry-run", what->dry_run, context.say("只检查，不保存", "looks and counts, stores nothing"));
  matters->add_option("--errors", what->errors, context.say("把被拒的行连同原因写入这个 xlsx", "writes refused rows with their reasons into this xlsx"));
  matters->callback([&context, what] { context.exit = run_import(context, *what); });

  CLI::App* report = app.add_subcommand("report", context.say("报表", "Reports"));
  report->require_subcommand(1);
  auto map = std::make_shared<std::string>("boston311");
  CLI::App* punctuality = add_command(*report, context, "punctuality", {"历史事项是否按时办结，并与来源的标记核对", "Were historical matters closed in time, and does the source say the same"},
                                      "shaoyin --data demo report punctuality --json");
  punctuality->add_option("--map", *map, context.say("哪一份导入（默认 boston311）", "which import (default boston311)"));
  punctuality->callback([&context, map] { context.exit = run_punctuality(context, *map); });
}

}  // namespace shaoyin::cli
