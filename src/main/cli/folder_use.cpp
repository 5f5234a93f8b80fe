#include "main/cli/folder_use.h"

#include "app/callers.h"

namespace shaoyin::cli {
namespace {

namespace fs = std::filesystem;

Status named_and_there(const Context& context, bool make) {
  if (context.data.empty()) {
    return fault(ErrorCode::kMissingField, "--data", "",
                 {"请用 --data 指明数据文件夹（此命令不能通过 --server 执行）", "Name the data folder with --data (this command does not work over --server)"});
  }
  std::error_code ignored;
  if (make || fs::exists(fs::path(context.data) / "shaoyin.db", ignored)) return {};
  return fault(ErrorCode::kNotFound, "--data", context.data,
               {context.data + " 不是数据文件夹；可用 shaoyin --data " + context.data + " demo seed 建立演示数据",
                context.data + " is not a data folder; `shaoyin --data " + context.data + " demo seed` makes one for demonstration"});
}

// Beside a running server: says how to go through it.
Error with_way_in(Error error) {
  if (error.code != ErrorCode::kLocked) return error;
  error.said = {error.said.zh + "。令牌：shaoyin --server 地址 user token 登录名（用该账号的密码），再放入环境变量 SHAOYIN_TOKEN",
                error.said.en + ". For a token: shaoyin --server URL user token LOGIN (asks for that account's password); put it into SHAOYIN_TOKEN"};
  return error;
}

}  // namespace

wiring::FolderOptions folder_options(const Context& context) { return {context.data, context.key_file, context.home, context.preset}; }

Result<std::unique_ptr<wiring::Folder>> open_folder(const Context& context, bool make) {
  if (Status status = named_and_there(context, make); !status) return status.error();
  auto folder = wiring::Folder::open(folder_options(context));
  if (!folder) return with_way_in(folder.error());
  return folder;
}

Status allowed_to(const Context& context, wiring::Folder& folder, const std::string& verb) {
  const std::shared_ptr<const app::Rules> rules = folder.house().rules();
  if (rules->book->people().empty()) return {};
  if (context.as.empty()) {
    return fault(ErrorCode::kMissingField, "--as", "",
                 {"请用 --as 指明由谁操作（人员代码，需要 " + verb + " 权限）", "Say with --as who does it (a person's code; it needs the permission " + verb + ")"});
  }
  const auto caller = app::staff_caller(*rules->book, context.as);
  if (!caller) return fault(ErrorCode::kUnknownReference, "--as", context.as);
  for (const access::Grant& grant : caller->grants) {
    if (grant.verbs.contains(verb)) return {};
  }
  return fault(ErrorCode::kForbidden, "--as", verb);
}

Result<std::unique_ptr<sqlite::SqliteStore>> open_store(const Context& context) {
  if (Status status = named_and_there(context, false); !status) return status.error();
  auto store = sqlite::SqliteStore::open(context.data);
  if (!store) return with_way_in(store.error());
  return store;
}

Result<fs::path> home_of(const Context& context) { return context.home.empty() ? wiring::find_home() : Result<fs::path>(fs::path(context.home)); }

std::unique_ptr<app::Vault> open_vault(const Context& context) {
  const auto master = vault::open_master_key(key_file_of(context), context.data);
  if (!master) return nullptr;
  return std::make_unique<vault::SodiumVault>(*master);
}

fs::path key_file_of(const Context& context) {
  if (!context.key_file.empty()) return context.key_file;
  std::error_code ignored;
  const fs::path data = fs::absolute(context.data, ignored).lexically_normal();
  return (data.filename().empty() ? data.parent_path() : data).string() + ".key";
}

}  // namespace shaoyin::cli
