// export matters: every row that a filter finds, as the caller may see it.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "edge/sheet/csv.h"
#include "edge/sheet/table_write.h"
#include "main/cli/answers.h"
#include "main/cli/filters.h"
#include "main/cli/matter_text.h"

namespace shaoyin::cli {
namespace {

constexpr int kPage = 500;  // the most the server gives at once

struct Export { Filters filters; std::string format = "csv", out; };

Result<json::array> all_rows(const Context& context, Link& link, const Filters& filters) {
  json::array rows;
  for (;;) {
    Query query;
    filters.put_into(query);
    query.add("export", "true");
    query.add_if("district", context.district);
    query.add("limit", std::to_string(kPage));
    query.add("offset", std::to_string(rows.size()));
    auto page = page_of_matters(context, link, filters, query);
    if (!page) return page.error();
    const json::array& found = items(*page, "rows");
    rows.insert(rows.end(), found.begin(), found.end());
    if (found.size() < static_cast<std::size_t>(kPage)) return rows;
  }
}

int run_export(const Context& context, const Export& what) {
  const bool to_screen = what.out.empty() || what.out == "-";
  if (what.format == "xlsx" && to_screen) return fail_usage(context, context.say("xlsx 需要用 --out 指明文件", "xlsx needs a file: --out FILE"));
  if (const Status place = to_screen ? Status() : place_for(what.out, "--out"); !place) return fail(context, place.error());
  const auto link = open_link(context, true);  // the one who takes it away is named
  if (!link) return fail(context, link.error());
  const auto rows = all_rows(context, **link, what.filters);
  if (!rows) return fail(context, rows.error());
  if (what.format == "xlsx") {
    const Status written = sheet::write_table(what.out, list_cells(*rows));
    return written ? kOk : fail(context, written.error());
  }
  std::string text = json::serialize(*rows) + "\n";
  if (what.format == "csv") {
    text = "\xEF\xBB\xBF";  // so that spreadsheets read it as UTF-8
    for (const auto& cells : list_cells(*rows)) text += sheet::csv_line(cells);
  }
  if (to_screen) {
    std::cout << text;
    return kOk;
  }
  return write_text(context, what.out, text);
}

}  // namespace

void add_export_commands(CLI::App& app, Context& context) {
  CLI::App* group = app.add_subcommand("export", context.say("导出", "Exports"));
  group->require_subcommand(1);
  auto what = std::make_shared<Export>();
  CLI::App* matters = add_command(*group, context, "matters", {"导出事项清单（按筛选和权限）", "Exports the list of matters, by filter and rights"},
                                  "shaoyin --data demo --as district-centre.coordinator export matters --format xlsx --out open.xlsx --open");
  what->filters.add_to(*matters, context);
  matters->add_option("--format", what->format, "csv, json, xlsx")->check(CLI::IsMember({"csv", "json", "xlsx"}));
  matters->add_option("--out", what->out, context.say("写入文件（默认或写 - 时输出到屏幕）", "into this file (default, or -: standard output)"));
  matters->callback([&context, what] { context.exit = run_export(context, *what); });
}

}  // namespace shaoyin::cli
