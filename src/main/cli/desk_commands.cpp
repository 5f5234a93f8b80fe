// desk check: the pages of families of work, proved as a server proves them when it opens its folder.
#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <iostream>

#include "edge/system/system.h"
#include "edge/toml/register_files.h"
#include "edge/toml/rule_files.h"
#include "main/cli/answers.h"
#include "main/cli/folder_use.h"
#include "main/wiring/desk_shelf.h"
#include "main/wiring/procedure_shelf.h"

namespace shaoyin::cli {
namespace {

namespace fs = std::filesystem;

// The rules as the files of the installation have them: views ask of its procedures, its roles hold their permissions.
Result<app::Rules> rules_of(const fs::path& home) {
  auto calendar = toml_files::read_calendar(home / "registers/calendar");
  auto pack = toml_files::read_pack(home, "");
  auto files = wiring::read_procedure_files(home);
  auto rows = toml_files::read_registers(home / "registers");
  const auto grants = toml_files::read_grants(home / "procedures");
  if (!calendar || !pack || !files) return !calendar ? calendar.error() : !pack ? pack.error() : files.error();
  if (!rows || !grants) return !rows ? rows.error() : grants.error();
  toml_files::add_grants(*grants, *rows);
  app::Rules rules{nullptr, std::move(*calendar), std::move(*pack), {}, {}};
  for (wiring::ProcedureFile& file : *files) rules.add(std::make_shared<const procedure::Procedure>(std::move(file.procedure)));
  wiring::take_desks(home, wiring::granted_verbs(*rows, system::SystemClock().now()), rules);
  return rules;
}

void print(const Context& context, const app::Rules& rules) {
  if (context.json) {
    json::array findings;
    for (const desk::Fault& one : rules.desk_faults) {
      findings.emplace_back(json::object{{"file", one.file}, {"at", one.at}, {"what", context.say(one.what)}, {"cure", context.say(one.cure)}});
    }
    std::cout << json::serialize(json::object{{"desks", rules.desks.size()}, {"findings", std::move(findings)}}) << "\n";
    return;
  }
  for (const desk::Fault& one : rules.desk_faults) {
    std::cout << fmt::format("{} {}: {}\n  {}\n", one.file, one.at, context.say(one.what), context.say(one.cure));
  }
  std::cout << fmt::format(fmt::runtime(context.say("{} 个工作台可用，{} 处发现\n", "{} desks hold, {} findings\n")), rules.desks.size(), rules.desk_faults.size());
}

int run_check(const Context& context) {
  const auto home = home_of(context);
  if (!home) return fail(context, home.error());
  const auto rules = rules_of(*home);
  if (!rules) return fail(context, rules.error());
  print(context, *rules);
  return rules->desk_faults.empty() ? kOk : kFinding;
}

}  // namespace

void add_desk_commands(CLI::App& app, Context& context) {
  CLI::App* group = app.add_subcommand("desk", context.say("工作台", "Desks"));
  group->require_subcommand(1);
  CLI::App* check = add_command(*group, context, "check", {"检查工作台和视图文件", "Checks the files of desks and views"}, "shaoyin desk check");
  check->callback([&context] { context.exit = run_check(context); });
}

}  // namespace shaoyin::cli
