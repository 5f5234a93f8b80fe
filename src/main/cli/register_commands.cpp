// register ls, check, import, coverage, route.
#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>

#include "core/register/check.h"
#include "edge/http/client.h"
#include "edge/toml/register_files.h"
#include "main/cli/answers.h"
#include "main/cli/folder_use.h"
#include "main/cli/link.h"
#include "main/cli/remote.h"
#include "main/cli/table.h"

namespace shaoyin::cli {
namespace {

struct List { std::string name, q, parent, area; int limit = 50, offset = 0; };
struct Files { std::string folder; bool draw = false; std::uint64_t seed = 1; };

// A cell of any register: codes with their names, lists with commas.
std::string cell(const json::value& value) {
  if (value.is_object()) return text(value, "name").empty() ? text(value, "code") : text(value, "name") + " (" + text(value, "code") + ")";
  if (!value.is_array()) return text(value);
  std::string all;
  for (const json::value& item : value.get_array()) all += (all.empty() ? "" : " ") + cell(item);
  return all;
}

Table table_of(const json::array& rows) {
  std::vector<std::string> names;
  for (const json::value& row : rows) {
    for (const auto& [name, value] : row.as_object()) {
      if (std::find(names.begin(), names.end(), name) == names.end()) names.emplace_back(name);
    }
  }
  std::vector<Table::Column> columns;
  for (const std::string& name : names) columns.push_back({name, 36});
  Table table(std::move(columns));
  for (const json::value& row : rows) {
    std::vector<std::string> cells;
    for (const std::string& name : names) cells.push_back(cell(at(row, name)));
    table.add(std::move(cells));
  }
  return table;
}

int run_list(const Context& context, const List& what) {
  const auto link = open_link(context, false);
  if (!link) return fail(context, link.error());
  Query query;
  const bool names = what.name == "people" && !what.q.empty();
  if (!names) query.add_if("q", what.q);
  query.add_if("parent", what.parent);
  query.add_if("area", what.area);
  query.add("limit", std::to_string(what.limit));
  query.add("offset", std::to_string(what.offset));
  const std::string target = "/registers/" + http::percent_encoded(what.name);
  const auto page = names ? search_json(context, **link, target + "/search" + query.text(), what.q) : get_json(context, **link, target + query.text());
  if (!page) return fail(context, page.error());
  if (context.json) {
    std::cout << json::serialize(*page) << "\n";
    return kOk;
  }
  const Table table = table_of(items(*page, "rows"));
  if (context.csv) table.print_csv(std::cout);
  else if (!table.empty()) table.print(std::cout);
  if (!context.csv) {
    std::cout << fmt::format(fmt::runtime(context.say("{} 行（显示 {}）{}\n", "{} rows ({} shown){}\n")), text(*page, "total"), items(*page, "rows").size(),
                             flag(*page, "synthetic") ? context.say(" · 演示数据，非真实登记", " · synthetic, for demonstration") : "");
  }
  return kOk;
}

Result<std::vector<registers::Row>> read(const Files& what) {
  std::error_code ignored;
  if (!std::filesystem::is_directory(what.folder, ignored)) return fault(ErrorCode::kNotFound, "folder", what.folder);
  return what.draw ? toml_files::demo_rows(what.folder, what.seed) : toml_files::read_registers(what.folder);
}

// Prints what is wrong; true when nothing is.
bool sound(const Context& context, const std::vector<registers::Row>& rows, Instant at) {
  const std::vector<registers::Finding> findings = registers::check(rows, at);
  json::array all;
  for (const registers::Finding& one : findings) {
    all.emplace_back(json::object{{"register", one.reg}, {"code", one.code}, {"column", one.column}, {"kind", one.kind}, {"reason", context.say(one.reason)}, {"cure", context.say(one.cure)}});
    if (!context.json) std::cout << fmt::format("{} {} {}{}: {}\n  {}\n", one.kind, one.reg, one.code, one.column.empty() ? "" : " " + one.column, context.say(one.reason), context.say(one.cure));
  }
  if (context.json) std::cout << json::serialize(json::object{{"rows", rows.size()}, {"findings", std::move(all)}}) << "\n";
  else std::cout << fmt::format(fmt::runtime(context.say("{} 行，{} 处发现\n", "{} rows, {} findings\n")), rows.size(), findings.size());
  return findings.empty();
}

int run_check(const Context& context, const Files& what) {
  if (!context.server.empty()) return remote_registers(context, what.folder, what.draw, what.seed, false);
  const auto rows = read(what);
  if (!rows) return fail_content(context, rows.error());
  return sound(context, *rows, system::SystemClock().now()) ? kOk : kFinding;
}

int run_import(const Context& context, const Files& what) {
  if (!context.server.empty()) return remote_registers(context, what.folder, what.draw, what.seed, true);
  auto rows = read(what);
  if (!rows) return fail_content(context, rows.error());
  if (!sound(context, *rows, system::SystemClock().now())) return kFinding;
  const auto folder = open_folder(context, true);
  if (!folder) return fail(context, folder.error());
  if (const Status may = allowed_to(context, **folder, "register.edit"); !may) return fail(context, may.error());
  const std::size_t count = rows->size();
  if (Status status = (*folder)->add_rows(std::move(*rows)); !status) return fail(context, status.error());
  if (!context.json) std::cout << fmt::format(fmt::runtime(context.say("已导入 {} 行，即时生效\n", "{} rows imported, in force at once\n")), count);
  return kOk;
}

int run_coverage(const Context& context) {
  const auto link = open_link(context, false);
  if (!link) return fail(context, link.error());
  const auto found = get_json(context, **link, "/routing/coverage");
  if (!found) return fail(context, found.error());
  const json::array &gaps = items(*found, "gaps"), &doubles = items(*found, "doubles");
  if (context.json) {
    std::cout << json::serialize(*found) << "\n";
  } else {
    for (const auto& [title, rows] : {std::pair{context.say("无主", "Nobody's"), &gaps}, std::pair{context.say("重复", "Doubles"), &doubles}}) {
      if (rows->empty()) continue;
      std::cout << title << "\n";
      table_of(*rows).print(std::cout);
    }
    std::cout << fmt::format(fmt::runtime(context.say("无主 {}，重复 {}\n", "{} nobody's, {} doubles\n")), gaps.size(), doubles.size());
  }
  return gaps.empty() && doubles.empty() ? kOk : kFinding;
}

int run_route(const Context& context, const std::string& place, const std::string& category) {
  const auto link = open_link(context, false);
  if (!link) return fail(context, link.error());
  Query query;
  query.add("place", place);
  query.add("category", category);
  const auto told = get_json(context, **link, "/routing/explain" + query.text());
  if (!told) return fail(context, told.error());
  if (context.json) {
    std::cout << json::serialize(*told) << "\n";
  } else {
    std::cout << (flag(*told, "contested") ? context.say("无人可派：需要人来定，或吹哨", "Nobody's: a person must decide, or a whistle") : cell(at(*told, "unit"))) << "\n";
    for (const json::value& step : items(*told, "steps")) std::cout << "  " << text(step, "rule") << ": " << text(step, "text") << "\n";
  }
  return flag(*told, "contested") ? kFinding : kOk;
}

void add_list(CLI::App& group, Context& context) {
  auto what = std::make_shared<List>();
  CLI::App* list = add_command(group, context, "ls", {"列出一个登记册", "Lists one register"}, "shaoyin --data demo register ls units --search 物业");
  list->add_option("name", what->name, "units grids categories places people roles routes precedents calendar deadlines")->required();
  list->add_option("-q,--search", what->q, context.say("代码或名称中的文字", "words in code or name"));
  list->add_option("--parent", what->parent, context.say("上级代码", "code of the parent"));
  list->add_option("--area", what->area, context.say("网格代码（含下级）", "grid code, with all below"));
  list->add_option("--limit", what->limit, context.say("最多显示多少行", "how many rows"))->check(CLI::Range(1, 500));
  list->add_option("--offset", what->offset, context.say("从第几行之后开始", "how many to leave out"))->check(CLI::Range(0, 10'000'000));
  list->add_flag("--csv", context.csv, context.say("输出 CSV", "as CSV"));
  list->callback([&context, what] { context.exit = run_list(context, *what); });
}

void add_files(CLI::App& group, Context& context, const char* name, const Words& words, const char* example, int (*run)(const Context&, const Files&)) {
  auto what = std::make_shared<Files>();
  CLI::App* command = add_command(group, context, name, words, example);
  command->add_option("folder", what->folder, context.say("登记册文件夹", "folder of register files"))->required();
  command->add_flag("--draw", what->draw, context.say("补画演示网格（虚构）", "draws synthetic grids for demonstration first"));
  command->add_option("--seed", what->seed, context.say("演示网格的种子", "seed of the synthetic grids"));
  command->callback([&context, what, run] { context.exit = run(context, *what); });
}

}  // namespace

void add_register_commands(CLI::App& app, Context& context) {
  CLI::App* group = app.add_subcommand("register", context.say("登记册", "Registers"));
  group->require_subcommand(1);
  add_list(*group, context);
  add_files(*group, context, "check", {"检查登记册文件，不导入", "Checks register files, imports nothing"}, "shaoyin register check registers --draw", run_check);
  add_files(*group, context, "import", {"检查并导入登记册文件", "Checks and imports register files"}, "shaoyin --data demo --as district-centre.admin register import registers --draw", run_import);
  CLI::App* coverage = add_command(*group, context, "coverage", {"找出派单目录的空缺和重复", "Finds the gaps and doubles of the route table"}, "shaoyin --data demo register coverage");
  coverage->callback([&context] { context.exit = run_coverage(context); });
  auto place = std::make_shared<std::string>(), category = std::make_shared<std::string>();
  CLI::App* route = add_command(*group, context, "route", {"说明这里的这类问题归谁", "Explains whose a problem of this kind is, here"},
                                "shaoyin --data demo register route --place huizhong-jiayuan-13 --category utilities.reclaimed.compound-pipe");
  route->add_option("--place", *place, context.say("网格或场所代码", "code of a grid or place"))->required();
  route->add_option("--category", *category, context.say("分类代码", "category code"))->required();
  route->callback([&context, place, category] { context.exit = run_route(context, *place, *category); });
}

}  // namespace shaoyin::cli
