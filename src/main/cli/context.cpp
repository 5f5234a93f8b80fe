#include "main/cli/context.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <unistd.h>

#include <boost/json.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>

#include "app/error_text.h"
#include "edge/http/client.h"

namespace shaoyin::cli {

namespace {

int exit_of(const std::string& code) {
  static const std::map<std::string, int> kExits = {
      {"not_allowed_now", kNotAllowed}, {"guard_refused", kNotAllowed}, {"forbidden", kNotAllowed}, {"not_this_actor", kNotAllowed},
      {"unauthenticated", kNotAllowed}, {"bad_credentials", kNotAllowed}, {"too_many_attempts", kNotAllowed}, {"csrf", kNotAllowed},
      {"out_of_date", kNotAllowed}, {"key_missing", kUnreachable}, {"locked", kUnreachable}, {"storage", kUnreachable},
      {"busy", kUnreachable}, {"not_found", kFinding}, {"damaged", kFinding}, {"procedure_fault", kFinding},
      {"register_fault", kFinding}, {"conflict", kFinding}, {"malformed", kFinding}, {"key_reused", kNotAllowed}};
  const auto found = kExits.find(code);
  return found == kExits.end() ? kUsage : found->second;
}

}  // namespace

int exit_of(const std::string& code, const std::string& field) {
  static const std::set<std::string> kSoughtInside = {"number", "login", "matter", "id", "district", "code", "child"};
  if (field == "answer") return kUnreachable;  // whoever answered is no server of ours
  const bool typed = field.starts_with("--") || (code == "not_found" && !kSoughtInside.contains(field));
  const int exit = exit_of(code);
  return typed && exit == kFinding ? kUsage : exit;
}

int fail(const Context& context, const Error& error) {
  const std::string code = error_name(error.code);
  app::ErrorText text = app::error_text(error, context.language);
  if (error.detail == http::kUnreachable) {
    text.hint = context.say("请检查 --server 的地址，以及服务是否在运行", "Check the address given with --server, and that the server runs");
  }
  if (context.json) {
    std::cout << boost::json::serialize(boost::json::object{{"error", boost::json::object{
        {"code", code}, {"field", error.field}, {"message", text.message}, {"hint", text.hint}, {"detail", error.detail}}}}) << "\n";
  }
  std::cerr << "shaoyin: " << text.message << " [" << code << "]\n";
  if (!text.hint.empty()) std::cerr << "  " << text.hint << "\n";
  return exit_of(code, error.field);
}

int fail_typed(const Context& context, const Error& error) {
  const int exit = fail(context, error);
  return exit == kFinding ? kUsage : exit;
}

int fail_content(const Context& context, const Error& error) {
  const int exit = fail(context, error);
  return exit == kUsage && error.code != ErrorCode::kNotFound ? kFinding : exit;
}

int fail_usage(const Context& context, const std::string& message) {
  std::cerr << "shaoyin: " << message << "\n  " << context.say("用法见 --help", "See --help") << "\n";
  return kUsage;
}

Status place_for(const std::string& path, const std::string& option) {
  namespace fs = std::filesystem;
  std::error_code problem;
  const std::string folder = fs::absolute(path, problem).parent_path().string();
  if (fs::is_directory(path, problem)) return fault(ErrorCode::kMalformed, option, "", {path + " 是文件夹；请写明文件名", path + " is a folder; name a file"});
  if (fs::is_directory(folder, problem)) return {};
  return fault(ErrorCode::kNotFound, option, folder, {"没有文件夹 " + folder + "；请先建立，或写到别处", "There is no folder " + folder + "; make it first, or write elsewhere"});
}

int write_text(const Context& context, const std::string& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  if (file) return kOk;
  return fail(context, fault(ErrorCode::kStorage, path, path, {"无法写入 " + path + "；请检查权限和磁盘空间", path + " cannot be written; check permissions and disk space"}));
}

Language language_of(const std::string& named) {
  std::string locale = named;
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = locale.empty() ? std::getenv(name) : nullptr;
    if (value != nullptr) locale = value;
  }
  return locale.empty() || locale.starts_with("zh") ? Language::kZh : Language::kEn;
}

bool colours_wanted() {
  const char* none = std::getenv("NO_COLOR");
  return (none == nullptr || *none == '\0') && ::isatty(STDOUT_FILENO) == 1;
}

CLI::App* add_command(CLI::App& parent, const Context& context, const char* name, const Words& what, const char* example) {
  CLI::App* command = parent.add_subcommand(name, context.say(what));
  command->footer(context.say("例：\n  ", "Example:\n  ") + example);
  return command;
}

}  // namespace shaoyin::cli
