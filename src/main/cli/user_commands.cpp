// user add, passwd, disable, enable, ls, token. Accounts open the door; what somebody may do stands in the registers.
#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <iostream>
#include <memory>

#include "core/base/utf8.h"
#include "edge/http/password.h"
#include "edge/http/sessions.h"
#include "main/cli/folder_use.h"
#include "main/cli/remote.h"
#include "main/cli/table.h"
#include "main/cli/terminal.h"

namespace shaoyin::cli {
namespace {

namespace json = boost::json;

constexpr std::size_t kPasswordMin = 8;    // NIST SP 800-63B: shorter ones are guessed
constexpr std::size_t kPasswordMax = 200;  // longer ones only cost time

struct User { std::string login, person, label = "cli"; bool from_stdin = false; };
using Command = int (*)(const Context&, wiring::Folder&, const User&);
using Remote = int (*)(const Context&, const User&);  // the same through a server

DistrictId district_of(wiring::Folder& folder) { return folder.house().district().id; }

// `fresh`: a new one, asked for twice; else one that is known.
Result<std::string> read_password(const Context& context, const User& what, bool fresh = true) {
  std::string typed;
  if (what.from_stdin) {
    std::getline(std::cin, typed);
  } else if (at_terminal()) {
    const auto asked = ask_password(context, fresh);
    if (!asked) return fault(ErrorCode::kMalformed, "password", "", {"两次输入不一致", "The two are not the same"});
    typed = *asked;
  } else {
    return fault(ErrorCode::kMissingField, "password", "", {"没有终端可询问密码；请用 --password-stdin 从标准输入给出", "No terminal to ask at; give the password on standard input with --password-stdin"});
  }
  if (!is_clean_utf8(typed)) return fault(ErrorCode::kInvalidUtf8, "password");
  if (fresh && count_code_points(typed) < kPasswordMin) return fault(ErrorCode::kTooShort, "password", "password_min=" + std::to_string(kPasswordMin));
  if (typed.size() > kPasswordMax) return fault(ErrorCode::kTooLong, "password", "password_max=" + std::to_string(kPasswordMax));
  return typed;
}

Result<app::Account> find(wiring::Folder& folder, const std::string& login) {
  auto account = folder.store().account(district_of(folder), login);
  if (!account) return account.error();
  if (!*account) return app::no_account(login);
  return std::move(**account);
}

int done(const Context& context, const app::Account& account, const Words& said) {
  if (context.json) std::cout << json::serialize(json::object{{"login", account.login}, {"person", account.person}, {"disabled", account.disabled}}) << "\n";
  else std::cout << account.login << "  " << context.say(said) << "\n";
  return kOk;
}

int change(const Context& context, wiring::Folder& folder, const User& what, const app::AccountChange& to, const Words& said) {
  const auto account = folder.store().change_account(district_of(folder), what.login, to);
  return account ? done(context, *account, said) : fail(context, account.error());
}

int add(const Context& context, wiring::Folder& folder, const User& what) {
  if (const Status good = http::check_new_login(what.login); !good) return fail_typed(context, good.error());
  const auto known = folder.store().account(district_of(folder), what.login);
  if (!known) return fail(context, known.error());
  if (*known) return fail(context, app::login_taken(what.login));  // before somebody thinks of a password
  const std::string person = what.person.empty() ? what.login : what.person;
  if (folder.house().rules()->book->person(person) == nullptr) return fail(context, fault(ErrorCode::kUnknownReference, "--person", person));
  const auto password = read_password(context, what);
  if (!password) return fail(context, password.error());
  const app::Account account{person, what.login, http::hash_password(*password), false};
  if (Status status = folder.store().add_account(district_of(folder), account); !status) return fail(context, status.error());
  return done(context, account, {"已建立", "added"});
}

int passwd(const Context& context, wiring::Folder& folder, const User& what) {
  if (const auto account = find(folder, what.login); !account) return fail(context, account.error());
  const auto password = read_password(context, what);
  if (!password) return fail(context, password.error());
  return change(context, folder, what, {.password_hash = http::hash_password(*password)}, {"密码已更换，已登录的会话均已结束", "password changed, all sessions ended"});
}

int disable(const Context& context, wiring::Folder& folder, const User& what) {
  return change(context, folder, what, {.disabled = true}, {"已停用，会话和令牌均已失效", "disabled, sessions and tokens ended"});
}

int enable(const Context& context, wiring::Folder& folder, const User& what) {
  return change(context, folder, what, {.disabled = false}, {"已启用", "enabled"});
}

int list(const Context& context, wiring::Folder& folder, const User&) {
  const auto accounts = folder.store().accounts(district_of(folder));
  if (!accounts) return fail(context, accounts.error());
  const auto rules = folder.house().rules();
  Table table({{"login", 40}, {"person", 40}, {context.say("姓名", "Name"), 20}, {context.say("角色", "Role"), 24}, {context.say("状态", "State"), 10}});
  json::array rows;
  for (const app::Account& account : *accounts) {
    const registers::Person* person = rules->book->person(account.person);
    const registers::Role* role = person != nullptr ? rules->book->role(person->role) : nullptr;
    rows.emplace_back(json::object{{"login", account.login}, {"person", account.person}, {"role", person != nullptr ? person->role : ""}, {"disabled", account.disabled}});
    table.add({account.login, account.person, person != nullptr ? context.say(person->name) : "", role != nullptr ? context.say(role->name) : "",
               account.disabled ? context.say("停用", "disabled") : ""});
  }
  if (context.json) std::cout << json::serialize(rows) << "\n";
  else if (context.csv) table.print_csv(std::cout);
  else table.print(std::cout);
  return kOk;
}

int token(const Context& context, wiring::Folder& folder, const User& what) {
  const auto account = find(folder, what.login);
  if (!account) return fail(context, account.error());
  if (account->disabled) return fail(context, fault(ErrorCode::kForbidden, "login", "disabled", {"账号已停用", "The account is disabled"}));
  http::Sessions sessions(folder.store(), folder.clock(), folder.chance(), district_of(folder));
  const auto made = sessions.make_token(account->person, what.label);
  if (!made) return fail(context, made.error());
  if (context.json) {
    std::cout << json::serialize(json::object{{"login", account->login}, {"person", account->person}, {"label", what.label}, {"token", *made}}) << "\n";
  } else {
    std::cout << *made << "\n";
    std::cerr << context.say("令牌只显示这一次，90 天内有效；请妥善保存", "Shown this once, good for 90 days; keep it safe") << "\n";
  }
  return kOk;
}

int remote_add(const Context& context, const User& what) {
  const auto password = read_password(context, what);
  if (!password) return fail(context, password.error());
  return remote_user_add(context, what.login, what.person.empty() ? what.login : what.person, *password);
}

int remote_passwd(const Context& context, const User& what) {
  const auto password = read_password(context, what);
  return password ? remote_user_change(context, what.login, std::nullopt, *password) : fail(context, password.error());
}

int remote_disable(const Context& context, const User& what) { return remote_user_change(context, what.login, true, {}); }
int remote_enable(const Context& context, const User& what) { return remote_user_change(context, what.login, false, {}); }
int remote_list(const Context& context, const User&) { return remote_users(context); }

// Who makes a token through a server signs in first: it is their own.
int remote_token(const Context& context, const User& what) {
  const auto password = read_password(context, what, false);
  return password ? remote_own_token(context, what.login, *password, what.label) : fail(context, password.error());
}

CLI::App* add_user(CLI::App& group, Context& context, const char* name, const Words& words, const char* example, const std::shared_ptr<User>& what, Command run, Remote remote) {
  CLI::App* command = add_command(group, context, name, words, example);
  command->callback([&context, what, run, remote] {
    if (!context.server.empty()) {
      context.exit = remote(context, *what);
      return;
    }
    const auto folder = open_folder(context);
    context.exit = folder ? run(context, **folder, *what) : fail(context, folder.error());
  });
  return command;
}

void add_login(CLI::App& command, const Context& context, User& what) { command.add_option("login", what.login, context.say("登录名", "log-in name"))->required(); }
void add_stdin(CLI::App& command, const Context& context, User& what) {
  command.add_flag("--password-stdin", what.from_stdin, context.say("从标准输入读密码", "reads the password from standard input"));
}

}  // namespace

void add_user_commands(CLI::App& app, Context& context) {
  CLI::App* group = app.add_subcommand("user", context.say("账号", "Accounts"));
  group->require_subcommand(1);
  auto what = std::make_shared<User>();
  CLI::App* command = add_user(*group, context, "add", {"建立账号", "Adds an account"}, "shaoyin --data demo user add li.desk --person district-centre.desk", what, add, remote_add);
  add_login(*command, context, *what);
  add_stdin(*command, context, *what);
  command->add_option("--person", what->person, context.say("人员代码（默认与登录名相同）", "code of the person (default: the log-in name)"));
  command = add_user(*group, context, "passwd", {"更换密码", "Changes a password"}, "shaoyin --data demo user passwd li.desk", what, passwd, remote_passwd);
  add_login(*command, context, *what);
  add_stdin(*command, context, *what);
  add_login(*add_user(*group, context, "disable", {"停用账号", "Disables an account"}, "shaoyin --data demo user disable li.desk", what, disable, remote_disable), context, *what);
  add_login(*add_user(*group, context, "enable", {"重新启用账号", "Enables an account again"}, "shaoyin --data demo user enable li.desk", what, enable, remote_enable), context, *what);
  command = add_user(*group, context, "ls", {"列出账号", "Lists accounts"}, "shaoyin --data demo user ls", what, list, remote_list);
  command->add_flag("--csv", context.csv, context.say("输出 CSV", "as CSV"));
  command = add_user(*group, context, "token", {"生成脚本用的令牌（只显示一次）", "Makes a bearer token for a script, shown once"}, "shaoyin --data demo user token li.desk --label nightly-export", what, token, remote_token);
  add_login(*command, context, *what);
  add_stdin(*command, context, *what);
  command->add_option("--label", what->label, context.say("用途", "what it is for"));
}

}  // namespace shaoyin::cli
