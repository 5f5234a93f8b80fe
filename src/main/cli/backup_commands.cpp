// backup; restore.
#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <boost/json.hpp>
#include <filesystem>
#include <iostream>
#include <memory>

#include "edge/sqlite/backup.h"
#include "main/wiring/chains.h"
#include "main/cli/folder_use.h"
#include "main/cli/remote.h"
#include "main/cli/terminal.h"

namespace shaoyin::cli {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

struct Backup { std::string to; bool with_key = false, without_key = false; };

bool key_wanted(const Context& context, const Backup& what) {
  if (what.with_key || what.without_key || !at_terminal()) return what.with_key;
  return ask_yes_no(context, {"备份中是否包含主密钥？含密钥的备份必须像密钥一样保密。", "Include the master key? A backup with it must be kept as secret as the key."});
}

void print_report(const Context& context, const sqlite::BackupReport& report, const Words& done) {
  if (context.json) {
    std::cout << json::serialize(json::object{{"files", report.files}, {"bytes", report.bytes}, {"key_included", report.key_included}}) << "\n";
    return;
  }
  std::cout << fmt::format(fmt::runtime(context.say("{}：{} 个文件，{} 字节，{}\n", "{}: {} files, {} bytes, {}\n")), context.say(done), report.files, report.bytes,
                           report.key_included ? context.say("含主密钥", "with the master key") : context.say("不含主密钥", "without the master key"));
}

int run_backup(const Context& context, const Backup& what) {
  if (!context.server.empty()) return remote_backup(context, what.with_key || !what.to.empty());
  if (what.to.empty()) return fail_usage(context, context.say("请指明备份到哪个文件夹", "Say into which folder"));
  const auto store = open_store(context);
  if (!store) return fail(context, store.error());
  const fs::path key = key_wanted(context, what) ? key_file_of(context) : fs::path();
  std::error_code ignored;
  if (!key.empty() && !fs::exists(key, ignored)) return fail(context, fault(ErrorCode::kKeyMissing, "--key", key.string()));
  const auto report = sqlite::backup(**store, context.data, what.to, key);
  if (!report) return fail_typed(context, report.error());
  print_report(context, *report, {"备份完成", "Backed up"});
  if (!report->key_included) {
    std::cerr << fmt::format(fmt::runtime(context.say("请另行保管主密钥 {}；没有它，备份中的文字和照片打不开\n", "Keep the master key {} elsewhere; without it the texts and photos of the backup do not open\n")), key_file_of(context).string());
  }
  return kOk;
}

int run_restore(const Context& context, const std::string& from) {
  if (context.data.empty()) return fail_usage(context, context.say("请用 --data 指明恢复到哪里", "Say with --data where to restore to"));
  std::error_code ignored;
  if (!fs::is_directory(from, ignored)) return fail(context, fault(ErrorCode::kNotFound, "from", from));
  const fs::path key = fs::exists(fs::path(from) / "master.key", ignored) ? key_file_of(context) : fs::path();
  const auto report = sqlite::restore(from, context.data, key);
  if (!report) return report.error().code == ErrorCode::kConflict ? fail_typed(context, report.error()) : fail(context, report.error());
  const auto store = open_store(context);
  if (!store) return fail(context, store.error());
  const auto chains = wiring::verify_chains(**store, open_vault(context).get());
  if (!chains) return fail(context, chains.error());
  const bool sound = chains->faults.empty();
  print_report(context, *report, sound ? Words{"恢复完成，台账已校验", "Restored, the ledger was verified"} : Words{"恢复完成，但台账有不符之处", "Restored, but the ledger has faults"});
  for (const wiring::ChainFault& one : chains->faults) std::cerr << fmt::format("✗ {}: {}\n", one.number, one.detail);
  if (!fs::exists(key_file_of(context), ignored)) {
    std::cerr << fmt::format(fmt::runtime(context.say("备份中没有主密钥：请把密钥文件放到 {}\n", "The backup holds no master key: put the key file at {}\n")), key_file_of(context).string());
  }
  if (!fs::exists(fs::path(context.data) / "receipt.key", ignored)) {
    std::cerr << context.say("备份中没有 receipt.key：下次启动时重新生成，备份前后重发的请求可能被拒绝\n", "The backup holds no receipt.key: the next start makes a new one, and requests repeated over that moment may be refused\n");
  }
  return sound ? kOk : kFinding;
}

}  // namespace

void add_backup_commands(CLI::App& app, Context& context) {
  auto what = std::make_shared<Backup>();
  CLI::App* backup = add_command(app, context, "backup", {"备份数据文件夹到一个新文件夹", "Backs a data folder up into a new folder"}, "shaoyin --data demo backup /var/backups/shaoyin-2026-03-02");
  backup->add_option("to", what->to, context.say("空的或不存在的文件夹（用 --server 时不填：由服务决定）", "a folder that is empty or absent (not with --server: the server has its own)"));
  CLI::Option* with = backup->add_flag("--with-key", what->with_key, context.say("包含主密钥", "with the master key"));
  backup->add_flag("--without-key", what->without_key, context.say("不包含主密钥（无终端时的默认）", "without it (the default without a terminal)"))->excludes(with);
  backup->callback([&context, what] { context.exit = run_backup(context, *what); });
  auto from = std::make_shared<std::string>();
  CLI::App* restore = add_command(app, context, "restore", {"从备份恢复到空文件夹", "Restores a backup into an empty folder"}, "shaoyin restore /var/backups/shaoyin-2026-03-02 --data demo2");
  restore->add_option("from", *from, context.say("备份文件夹", "the backup"))->required();
  restore->callback([&context, from] { context.exit = run_restore(context, *from); });
}

}  // namespace shaoyin::cli
