#include "main/cli/remote.h"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <thread>

#include "edge/http/client.h"
#include "edge/sheet/sheet.h"
#include "main/cli/answers.h"
#include "main/cli/link.h"
#include "main/cli/table.h"

namespace shaoyin::cli {
namespace {

namespace fs = std::filesystem;

constexpr auto kAskEvery = std::chrono::milliseconds(200);  // quick enough to watch, slow enough not to matter

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Sends, and gives the answer's JSON or the refusal's exit code.
struct Reply {
  int exit = kOk;
  json::value value;
  [[nodiscard]] bool ok() const { return exit == kOk; }
};

Reply reply_of(const Context& context, const Result<Answer>& answer) {
  if (!answer) return {fail(context, answer.error()), nullptr};
  if (!answer->ok()) return {fail(context, *answer), nullptr};
  return {kOk, answer->value};
}

Reply get(const Context& context, const std::string& target) {
  const auto link = open_link(context, true);
  return link ? reply_of(context, (*link)->send({.target = target})) : Reply{fail(context, link.error()), nullptr};
}

Reply post(const Context& context, const std::string& target, const json::value& body) {
  const auto link = open_link(context, true);
  return link ? reply_of(context, post_json(**link, target, body)) : Reply{fail(context, link.error()), nullptr};
}

// Waits until the chore has ended, telling people how far an import is.
Reply ended(const Context& context, const Reply& begun) {
  if (!begun.ok()) return begun;
  const bool watched = ::isatty(STDERR_FILENO) == 1;
  for (;;) {
    Reply chore = get(context, "/admin/chores/" + text(begun.value, "id"));
    if (!chore.ok()) return chore;
    if (text(chore.value, "state") == "done") return chore;
    if (text(chore.value, "state") == "failed") {
      const json::value& error = at(chore.value, "error");
      if (context.json) std::cout << json::serialize(json::object{{"error", error}}) << "\n";
      std::cerr << "shaoyin: " << text(error, "message") << " [" << text(error, "code") << "]\n  " << text(error, "hint") << "\n";
      return {exit_of(text(error, "code"), text(error, "field")), chore.value};
    }
    if (watched && at(chore.value, "import").is_object()) std::cerr << "\r" << text(at(chore.value, "import"), "read") << " …";
    std::this_thread::sleep_for(kAskEvery);
  }
}

void say_user(const Context& context, const json::value& user, const Words& done) {
  if (context.json) std::cout << json::serialize(user) << "\n";
  else std::cout << text(user, "login") << "  " << context.say(done) << "\n";
}

// The workbook of refused rows into the file that was asked for.
int fetch_refused(const Context& context, const std::string& id, const std::string& file) {
  const auto link = open_link(context, true);
  if (!link) return fail(context, link.error());
  const Result<Answer> answer = (*link)->send({.target = "/admin/chores/" + id + "/refused"});
  if (!answer) return fail(context, answer.error());
  return answer->ok() ? write_text(context, file, answer->body) : fail(context, *answer);
}

}  // namespace

int remote_users(const Context& context) {
  const Reply reply = get(context, "/admin/users");
  if (!reply.ok()) return reply.exit;
  Table table({{"login", 40}, {"person", 40}, {context.say("姓名", "Name"), 20}, {context.say("角色", "Role"), 24}, {context.say("状态", "State"), 10}});
  for (const json::value& user : items(reply.value, "rows")) {
    table.add({text(user, "login"), text(user, "person"), text(user, "name"), text(user, "role_name"), flag(user, "disabled") ? context.say("停用", "disabled") : ""});
  }
  if (context.json) std::cout << json::serialize(at(reply.value, "rows")) << "\n";
  else if (context.csv) table.print_csv(std::cout);
  else table.print(std::cout);
  return kOk;
}

int remote_user_add(const Context& context, const std::string& login, const std::string& person, const std::string& password) {
  const Reply reply = post(context, "/admin/users", json::object{{"login", login}, {"person", person}, {"password", password}});
  if (reply.ok()) say_user(context, reply.value, {"已建立", "added"});
  return reply.exit;
}

int remote_user_change(const Context& context, const std::string& login, std::optional<bool> disabled, const std::string& password) {
  json::object body;
  if (disabled) body["disabled"] = *disabled;
  if (!password.empty()) body["password"] = password;
  const Reply reply = post(context, "/admin/users/" + http::percent_encoded(login), body);
  if (reply.ok()) say_user(context, reply.value, {"已更改", "changed"});
  return reply.exit;
}

int remote_own_token(const Context& context, const std::string& login, const std::string& password, const std::string& label) {
  const auto url = http::parse_url(context.server);
  if (!url) return fail(context, url.error());
  const http::Client client(*url);
  http::Headers headers;
  headers.set("Content-Type", "application/json");
  headers.set("Accept-Language", context.language == Language::kZh ? "zh-CN" : "en");
  const auto ask = [&](const std::string& method, const char* target, const json::object& body) -> Result<http::ClientAnswer> {
    return client.send(method, std::string("/api/v1") + target, headers, method == "DELETE" ? "" : json::serialize(body));
  };
  const auto parsed = [](const http::ClientAnswer& answer) {
    boost::system::error_code problem;
    json::value value = json::parse(answer.body, problem);
    return Answer{answer.status, "application/json", answer.body, problem ? json::value(nullptr) : std::move(value)};
  };
  const auto signed_in = ask("POST", "/session", {{"login", login}, {"password", password}});
  if (!signed_in) return fail(context, signed_in.error());
  if (signed_in->status != 200) return fail(context, parsed(*signed_in));
  const std::string& cookie = signed_in->headers.get("Set-Cookie");
  headers.set("Cookie", cookie.substr(0, cookie.find(';')));
  headers.set("X-CSRF-Token", text(parsed(*signed_in).value, "csrf"));
  const auto made = ask("POST", "/session/token", {{"label", label}});
  (void)ask("DELETE", "/session", {});  // the session served its purpose; if this is lost it ends by itself
  if (!made) return fail(context, made.error());
  if (made->status != 201) return fail(context, parsed(*made));
  if (context.json) {
    std::cout << made->body << "\n";
  } else {
    std::cout << text(parsed(*made).value, "token") << "\n";
    std::cerr << context.say("令牌只显示这一次，90 天内有效；请妥善保存", "Shown this once, good for 90 days; keep it safe") << "\n";
  }
  return kOk;
}

int remote_registers(const Context& context, const std::string& folder, bool draw, std::uint64_t seed, bool commit) {
  json::object files;
  std::error_code failed;
  for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
    const std::string kind = at->path().extension().string();
    std::error_code ignored;  // what cannot be looked at is no file of a register
    if (at->is_regular_file(ignored) && (kind == ".csv" || kind == ".toml")) files[at->path().filename().string()] = read_file(at->path());
  }
  if (failed) return fail(context, fault(ErrorCode::kNotFound, "folder", folder));
  const Reply reply = post(context, "/admin/registers", json::object{{"files", std::move(files)}, {"draw", draw}, {"seed", seed}, {"commit", commit}});
  if (!reply.ok()) return reply.exit;
  if (context.json) {
    std::cout << json::serialize(reply.value) << "\n";
  } else {
    for (const json::value& one : items(reply.value, "findings")) {
      std::cout << fmt::format("{} {} {} {}: {}\n  {}\n", text(one, "kind"), text(one, "register"), text(one, "code"), text(one, "column"), text(one, "reason"), text(one, "cure"));
    }
    std::cout << fmt::format(fmt::runtime(context.say("{} 行，{} 处发现{}\n", "{} rows, {} findings{}\n")), text(reply.value, "rows"), items(reply.value, "findings").size(),
                             flag(reply.value, "committed") ? context.say("，已导入，即时生效", ", imported, in force at once") : "");
  }
  return items(reply.value, "findings").empty() ? kOk : kFinding;
}

int remote_backup(const Context& context, bool more_asked) {
  if (more_asked) {
    return fail_usage(context, context.say("通过 --server 的备份存放在服务自己的备份文件夹里，也从不包含主密钥：请勿指定文件夹或 --with-key；主密钥请在服务所在机器上另行保管",
                                           "Through --server the backup lies in the server's own folder for backups and never holds the master key: name no folder and no --with-key; "
                                           "keep the key apart, on the server's machine"));
  }
  const Reply done = ended(context, post(context, "/admin/backups", nullptr));
  if (!done.ok()) return done.exit;
  const json::value& backup = at(done.value, "backup");
  if (context.json) std::cout << json::serialize(backup) << "\n";
  else std::cout << fmt::format(fmt::runtime(context.say("备份完成：{}，{} 个文件，{} 字节，不含主密钥\n", "Backed up: {}, {} files, {} bytes, without the master key\n")),
                                text(backup, "name"), text(backup, "files"), text(backup, "bytes"));
  return kOk;
}

int remote_verify(const Context& context, const std::string& number) {
  const Reply done = ended(context, post(context, "/admin/ledger/verify", number.empty() ? json::object{} : json::object{{"number", number}}));
  if (!done.ok()) return done.exit;
  const json::value& ledger = at(done.value, "ledger");
  if (context.json) {
    std::cout << json::serialize(ledger) << "\n";
  } else {
    for (const json::value& one : items(ledger, "faults")) std::cout << "✗ " << text(one, "number") << ": " << text(one, "detail") << "\n";
    std::cout << fmt::format(fmt::runtime(context.say("{} 件事项，{} 条记录，{} 处不符\n", "{} matters, {} entries, {} faults\n")), text(ledger, "matters"), text(ledger, "entries"), items(ledger, "faults").size());
  }
  return items(ledger, "faults").empty() ? kOk : kFinding;
}

int remote_import(const Context& context, const std::string& file, const std::string& map, const std::string& errors, bool dry_run) {
  if (const Status there = sheet::file_there(file); !there) return fail(context, there.error());
  const auto link = open_link(context, true);
  if (!link) return fail(context, link.error());
  Query query;
  query.add("map", fs::path(map).stem().string());
  if (dry_run) query.add("dry_run", "true");
  Ask ask{.method = "POST", .target = "/admin/imports" + query.text(), .body = read_file(file)};
  ask.headers.set("Content-Type", "application/octet-stream");
  const Reply done = ended(context, reply_of(context, (*link)->send(ask)));
  if (!done.ok()) return done.exit;
  const json::value& import = at(done.value, "import");
  if (context.json) {
    std::cout << json::serialize(json::object{{"flagged", at(import, "flagged")}, {"dry_run", dry_run}}) << "\n"
              << json::serialize(json::object{{"read", at(import, "read")}, {"imported", at(import, "imported")}, {"unchanged", at(import, "unchanged")}, {"rejected", at(import, "rejected")}}) << "\n";
  } else {
    std::cout << fmt::format(fmt::runtime(context.say("读取 {} 行：{} {}，未变 {}，拒绝 {}\n", "{} rows read: {} {}, {} unchanged, {} rejected\n")), text(import, "read"),
                             dry_run ? context.say("可导入", "could be imported") : context.say("已导入", "imported"), text(import, "imported"), text(import, "unchanged"), text(import, "rejected"));
  }
  if (!errors.empty() && flag(import, "refused_rows")) {
    if (const int exit = fetch_refused(context, text(done.value, "id"), errors); exit != kOk) return exit;
  }
  return text(import, "rejected") == "0" ? kOk : kFinding;
}

}  // namespace shaoyin::cli
