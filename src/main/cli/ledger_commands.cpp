// ledger verify; doctor.
#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <boost/json.hpp>
#include <iostream>
#include <memory>

#include "main/wiring/chains.h"
#include "main/cli/doctor.h"
#include "main/cli/folder_use.h"
#include "main/cli/remote.h"

namespace shaoyin::cli {
namespace {

namespace json = boost::json;

int run_verify(const Context& context, const std::string& number) {
  if (!context.server.empty()) return remote_verify(context, number);
  const auto store = open_store(context);
  if (!store) return fail(context, store.error());
  const auto vault = open_vault(context);
  const auto report = number.empty() ? wiring::verify_chains(**store, vault.get()) : wiring::verify_matter(**store, vault.get(), number);
  if (!report) return fail(context, report.error());
  json::array faults;
  for (const wiring::ChainFault& one : report->faults) {
    const std::string named = one.number.empty() ? std::to_string(one.matter.value) : one.number;
    faults.emplace_back(json::object{{"number", named}, {"detail", one.detail}});
    if (!context.json) std::cout << fmt::format("✗ {}: {}\n", named, one.detail);
  }
  if (context.json) {
    std::cout << json::serialize(json::object{{"matters", report->matters}, {"entries", report->entries}, {"faults", std::move(faults)}}) << "\n";
  } else {
    std::cout << fmt::format(fmt::runtime(context.say("{} 件事项，{} 条记录，{} 处不符\n", "{} matters, {} entries, {} faults\n")), report->matters, report->entries, report->faults.size());
    if (!vault) std::cout << context.say("没有主密钥：密存的文字只核对了是否存在，没有打开（--key）\n", "Without the master key sealed texts were looked for, not opened (--key)\n");
    if (!report->faults.empty()) std::cout << context.say("请停止写入，并从备份恢复后核对（restore）\n", "Stop writing; restore a backup and compare (restore)\n");
  }
  return report->faults.empty() ? kOk : kFinding;
}

const char* mark_of(const Check& check) { return check.state == Check::State::kOk ? "✓" : check.state == Check::State::kWarning ? "!" : "✗"; }
const char* name_of(Check::State state) { return state == Check::State::kOk ? "ok" : state == Check::State::kWarning ? "warning" : "fault"; }

int run_doctor(const Context& context) {
  if (context.data.empty()) return fail_usage(context, context.say("请用 --data 指明数据文件夹", "Name the data folder with --data"));
  bool sound = true, typed = false;
  json::array all;
  for (const Check& check : examine(context)) {
    sound = sound && check.state != Check::State::kFault;
    typed = typed || check.typed;
    all.emplace_back(json::object{{"name", check.name}, {"state", name_of(check.state)}, {"detail", context.say(check.said)}, {"cure", context.say(check.cure)}});
    if (context.json) continue;
    std::cout << fmt::format("{} {}: {}\n", mark_of(check), check.name, context.say(check.said));
    if (!check.cure.empty()) std::cout << "    " << context.say("→ ", "→ ") << context.say(check.cure) << "\n";
  }
  if (context.json) std::cout << json::serialize(json::object{{"checks", std::move(all)}, {"sound", sound}}) << "\n";
  return typed ? kUsage : sound ? kOk : kFinding;
}

}  // namespace

void add_ledger_commands(CLI::App& app, Context& context) {
  CLI::App* group = app.add_subcommand("ledger", context.say("台账", "The ledger"));
  group->require_subcommand(1);
  auto number = std::make_shared<std::string>();
  auto every = std::make_shared<bool>(false);
  CLI::App* verify = add_command(*group, context, "verify", {"校验台账的每一条记录", "Verifies every entry of the ledger"}, "shaoyin --data demo ledger verify HX-2023-000001");
  verify->add_option("number", *number, context.say("只校验一件事项（默认全部）", "one matter only (default: all)"));
  verify->add_flag("--all", *every, context.say("全部事项", "all matters"))->excludes("number");
  verify->callback([&context, number] { context.exit = run_verify(context, *number); });
  CLI::App* doctor = add_command(app, context, "doctor", {"检查数据文件夹，并说明如何修复", "Examines a data folder and names the cures"}, "shaoyin --data demo doctor");
  doctor->callback([&context] { context.exit = run_doctor(context); });
}

}  // namespace shaoyin::cli
