#include "main/cli/doctor.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <filesystem>

#include "app/error_text.h"
#include "edge/system/system.h"
#include "edge/toml/rule_files.h"
#include "edge/vault/receipt_key.h"
#include "main/wiring/chains.h"
#include "main/cli/folder_use.h"
#include "main/wiring/procedure_shelf.h"

namespace shaoyin::cli {
namespace {

namespace fs = std::filesystem;
using State = Check::State;

constexpr std::uintmax_t kFreeMin = 1ULL << 30;  // a backup and a busy month fit; below, writing soon stops

Check failed(const char* name, const Error& error) {
  const app::ErrorText zh = app::error_text(error, Language::kZh), en = app::error_text(error, Language::kEn);
  return {State::kFault, name, {zh.message, en.message}, {zh.hint, en.hint}};
}

// Somebody else's folder, which we give no advice about; or ours, and the database is gone.
Check without_database(const fs::path& data) {
  std::error_code ignored;
  if (fs::exists(data / "vault.id", ignored)) {
    return {State::kFault, "folder", {"数据库（shaoyin.db）不见了", "The database (shaoyin.db) is gone"}, {"从备份恢复到空文件夹（restore）", "Restore a backup into an empty folder"}};
  }
  return {State::kFault, "folder", {data.string() + " 不是哨音的数据文件夹：里面没有数据库（shaoyin.db）", data.string() + " is no Shaoyin folder: no database in it (shaoyin.db)"},
          {"用 --data 指明数据文件夹；还没有数据时，用 restore 恢复备份，或用 demo seed 建立演示数据", "Name the data folder with --data; where there is none yet, restore a backup, or make a demonstration with `demo seed`"}, true};
}

Check check_folder(const fs::path& data) {
  struct stat status {};
  std::error_code ignored;
  if (::stat(data.c_str(), &status) != 0 || !S_ISDIR(status.st_mode)) {
    return {State::kFault, "folder", {"没有这个文件夹：" + data.string(), "There is no folder " + data.string()}, {"核对 --data，或用 restore 恢复备份", "Check --data, or restore a backup"}, true};
  }
  if (!fs::exists(data / "shaoyin.db", ignored)) return without_database(data);
  if ((status.st_mode & 077) != 0) {
    return {State::kWarning, "folder", {"其他用户可以读取数据文件夹", "Other users of this machine can read the folder"}, {"chmod 700 " + data.string(), "chmod 700 " + data.string()}};
  }
  return {State::kOk, "folder", {data.string(), data.string()}, {}};
}

Check check_disk(const fs::path& data) {
  std::error_code problem;
  const fs::space_info space = fs::space(data, problem);
  if (problem) return failed("disk", fault(ErrorCode::kStorage, "data", problem.message()));
  const std::string free = fmt::format("{:.1f} GB", static_cast<double>(space.available) / 1e9);
  if (space.available < kFreeMin) return {State::kFault, "disk", {"只剩 " + free, "Only " + free + " free"}, {"腾出空间，或把文件夹移到更大的磁盘", "Make room, or move the folder to a larger disk"}};
  return {State::kOk, "disk", {"可用 " + free, free + " free"}, {}};
}

Check check_key(const Context& context) {
  const fs::path file = key_file_of(context);
  const auto key = vault::open_master_key(file, context.data);
  if (key) return {State::kOk, "key", {file.string(), file.string()}, {}};
  Check check = failed("key", key.error());
  check.cure = {"把主密钥文件放回 " + file.string() + "（chmod 600），或用 --key 指明；没有它，文字和照片都打不开",
                "Put the master key file back at " + file.string() + " (chmod 600), or name it with --key; without it no text and no photo opens"};
  return check;
}

// Wrapped under the master key, so it can only be judged where that opens.
Check check_receipt_key(const Context& context) {
  const auto master = vault::open_master_key(key_file_of(context), context.data);
  if (!master) return {State::kWarning, "receipt_key", {"没有主密钥，无法核对 receipt.key", "Cannot be checked without the master key"}, {"先解决主密钥（key）一项", "See to the master key first"}};
  vault::SodiumVault opened(*master);
  const auto key = vault::open_receipt_key(context.data, opened);
  if (key) return {State::kOk, "receipt_key", {"可用", "Opens"}, {}};
  if (key.error().code != ErrorCode::kNotFound) return failed("receipt_key", key.error());
  return {State::kWarning, "receipt_key", {"没有 receipt.key", "There is no receipt.key"},
          {"从备份取回；否则下次启动时重新生成，此前未收到答复而重发的请求会被拒绝", "Take it from a backup; else the next start makes a new one, and requests repeated over that moment are refused"}};
}

Check check_integrity(sqlite::SqliteStore& store) {
  const auto faults = store.check();
  if (!faults) return failed("integrity", faults.error());
  if (faults->empty()) return {State::kOk, "integrity", {"数据库完好", "The database is whole"}, {}};
  const std::string first = faults->front() + (faults->size() > 1 ? fmt::format(" (+{})", faults->size() - 1) : "");
  return {State::kFault, "integrity", {first, first}, {"停止服务，从备份恢复（restore）", "Stop the server and restore a backup"}};
}

Check check_ledger(const Context& context, sqlite::SqliteStore& store) {
  const auto vault = open_vault(context);
  const auto report = wiring::verify_chains(store, vault.get());
  if (!report) return failed("ledger", report.error());
  if (report->faults.empty()) {
    return {State::kOk, "ledger", {fmt::format("{} 件事项、{} 条记录均通过校验", report->matters, report->entries), fmt::format("{} matters, {} entries verify", report->matters, report->entries)}, {}};
  }
  const wiring::ChainFault& first = report->faults.front();
  const std::string detail = first.number + ": " + first.detail;
  return {State::kFault, "ledger", {fmt::format("{} 件不符，第一件 {}", report->faults.size(), detail), fmt::format("{} do not verify, the first is {}", report->faults.size(), detail)},
          {"用 ledger verify 查看全部，并从备份恢复后核对", "See them all with `ledger verify`; restore a backup and compare"}};
}

// Versions that matters began under, against today's pack; and whether every permission they ask for is in some role.
Check check_versions(sqlite::SqliteStore& store, const fs::path& home) {
  const auto district = wiring::own_district(store);
  if (!district) return failed("versions", district.error());
  const auto stored = store.register_rows(*district, "procedure");
  auto roles = store.register_rows(*district, "role");
  const auto grants = toml_files::read_grants(home / "procedures");
  auto pack = toml_files::read_pack(home, "");
  auto calendar = toml_files::read_calendar(home / "registers/calendar");
  if (!stored || !roles || !pack || !calendar) return failed("versions", !stored ? stored.error() : !roles ? roles.error() : !pack ? pack.error() : calendar.error());
  if (!grants) return failed("versions", grants.error());
  toml_files::add_grants(*grants, *roles);
  app::Rules rules{nullptr, std::move(*calendar), std::move(*pack), {}, {}};
  wiring::take_versions(*stored, rules);
  if (!rules.unfit.empty()) {
    const app::Unfit& first = rules.unfit.front();
    const std::string where = first.name() + " " + first.at + ": ";
    return {State::kWarning, "versions", {where + first.what.zh, where + first.what.en}, first.cure};
  }
  const std::set<std::string> verbs = wiring::granted_verbs(*roles, system::SystemClock().now());
  for (const auto& [kind, procedure] : rules.by_kind) {
    for (const procedure::ActionSpec& action : procedure->actions) {
      if (verbs.empty() || action.by != procedure::ActionSpec::By::kPerson || verbs.contains(action.may)) continue;
      const std::string where = kind + " action." + action.name + ".may: ";
      return {State::kWarning, "versions", {where + "没有任何角色有权限“" + action.may + "”，无人能做", where + "no role grants '" + action.may + "': nobody can do it"},
              {"在角色登记册中把它给某个角色", "grant it to a role in the register of roles"}};
    }
  }
  return {State::kOk, "versions", {std::to_string(rules.by_hash.size()) + " 个规程版本可用", std::to_string(rules.by_hash.size()) + " versions of procedures can be used"}, {}};
}

void check_store(const Context& context, std::vector<Check>& checks) {
  const auto store = open_store(context);
  if (!store) {
    checks.push_back(failed("database", store.error()));
    return;
  }
  checks.push_back({State::kOk, "database", {"可以打开，结构为本版本", "Opens, with the schema of this release"}, {}});
  checks.push_back(check_integrity(**store));
  checks.push_back(check_ledger(context, **store));
  if (const auto home = home_of(context)) checks.push_back(check_versions(**store, *home));
}

Check check_procedures(const fs::path& home) {
  const auto read = toml_files::read_procedures(home / "procedures");
  if (!read.faults.empty()) return failed("procedures", read.faults.front());
  const std::string count = std::to_string(read.procedures.size());
  return {State::kOk, "procedures", {count + " 个流程可用", count + " procedures can be used"}, {}};
}

Check check_calendar(const fs::path& home) {
  const auto calendar = toml_files::read_calendar(home / "registers/calendar");
  if (!calendar) return failed("calendar", calendar.error());
  const int year = std::stoi(format_local(system::SystemClock().now()).substr(0, 4));
  std::string missing;
  for (const int one : {year, year + 1}) {
    if (!calendar->is_published(one)) missing += (missing.empty() ? "" : ", ") + std::to_string(one);
  }
  if (missing.empty()) return {State::kOk, "calendar", {"今明两年的放假安排已收录", "Holiday notices of this and next year are in"}, {}};
  return {State::kWarning, "calendar", {missing + " 年放假安排未收录，该年时限为暂定", "No holiday notice for " + missing + ": deadlines there are provisional"},
          {"国务院办公厅通知公布后，补入 registers/calendar/cn.csv", "When the notice is published, add it to registers/calendar/cn.csv"}};
}

}  // namespace

std::vector<Check> examine(const Context& context) {
  std::vector<Check> checks{check_folder(context.data)};
  if (checks.back().state == State::kFault) return checks;
  checks.push_back(check_disk(context.data));
  checks.push_back(check_key(context));
  checks.push_back(check_receipt_key(context));
  check_store(context, checks);
  const auto home = home_of(context);
  if (!home) {
    checks.push_back(failed("home", home.error()));
    return checks;
  }
  checks.push_back(check_procedures(*home));
  checks.push_back(check_calendar(*home));
  return checks;
}

}  // namespace shaoyin::cli
