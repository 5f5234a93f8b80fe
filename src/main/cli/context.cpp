#include "main/cli/context.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <unistd.h>

#include <boost/json.hpp>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>

#include "app/error_text.h"
#include "edge/http/client.h"

namespace shaoyin::cli {

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
  return exit_of(code);
}

int fail_usage(const Context& context, const std::string& message) {
  std::cerr << "shaoyin: " << message << "\n  " << context.say("用法见 --help", "See --help") << "\n";
  return kUsage;
}

int write_text(const Context& context, const std::string& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  return file ? kOk : fail(context, fault(ErrorCode::kStorage, path, path));
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
