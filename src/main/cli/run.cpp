#include <CLI/CLI.hpp>
#include <sys/stat.h>

#include <cstring>
#include <iostream>
#include <regex>
#include <system_error>

#include "main/cli/completion.h"

namespace shaoyin::cli {
namespace {

// Help must speak the right language before anything is parsed.
std::string language_asked_for(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--lang") == 0 && i + 1 < argc) return argv[i + 1];
    if (std::strncmp(argv[i], "--lang=", 7) == 0) return argv[i] + 7;
  }
  return {};
}

void add_common_options(CLI::App& app, Context& context, std::string& language) {
  app.add_option("--data", context.data, context.say("在本机的数据文件夹上工作", "works on this data folder"))->envname("SHAOYIN_DATA");
  app.add_option("--as", context.as, context.say("由谁操作：人员代码（与 --data 合用）", "who acts: a person's code (with --data)"))->envname("SHAOYIN_AS");
  app.add_option("--key", context.key_file, context.say("主密钥文件（默认：文件夹旁的 DIR.key）", "the master key file (default: DIR.key beside the folder)"));
  app.add_option("--home", context.home, context.say("procedures/、registers/、maps/ 所在文件夹", "the folder that holds procedures/, registers/ and maps/"));
  app.add_option("--preset", context.preset, context.say("时限方案，如 gulou、xuanwu", "deadline preset, e.g. gulou, xuanwu"));
  app.add_option("--server", context.server, context.say("连接服务：http://主机:端口", "talks to a server: http://HOST:PORT"))->envname("SHAOYIN_SERVER");
  app.add_option("--token", context.token, context.say("访问令牌（与 --server 合用；宜用环境变量 SHAOYIN_TOKEN）", "bearer token (with --server; better in SHAOYIN_TOKEN)"))->envname("SHAOYIN_TOKEN");
  app.add_option("--district", context.district, context.say("查看哪个区域（默认本区；见 district ls）", "which district to read (default: the folder's own; see `district ls`)"));
  app.add_option("--lang", language, context.say("zh 或 en（默认按 LANG）", "zh or en (default: by LANG)"))->check(CLI::IsMember({"zh", "en"}));
  app.add_flag("--json", context.json, context.say("输出 JSON，字段名不随语言变化", "as JSON; the same names in every language"));
}

void add_groups(CLI::App& app, Context& context) {
  add_matter_commands(app, context);
  add_import_commands(app, context);
  add_export_commands(app, context);
  add_procedure_commands(app, context);
  add_desk_commands(app, context);
  add_register_commands(app, context);
  add_user_commands(app, context);
  add_demo_commands(app, context);
  add_ledger_commands(app, context);
  add_backup_commands(app, context);
  add_circle_commands(app, context);
  add_completion_command(app, context);
  add_triage_commands(app, context);
}

// The library speaks English; its sentences are few.
std::string usage_words(const Context& context, const CLI::ParseError& problem) {
  const std::string en = problem.what();
  if (context.language == Language::kEn) return en;
  static const std::pair<std::regex, const char*> kSentences[] = {
      {std::regex("^(?:(.*): )?A subcommand is required$"), "缺少子命令 $1"},
      {std::regex("^(.*) is required$"), "缺少 $1"},
      {std::regex("^The following arguments? (?:was|were) not expected: (.*)$"), "不认识的参数：$1"},
      {std::regex("^(.*): Value (.*) not in range (.*) to (.*)$"), "$1：$2 不在 $3 至 $4 之间"},
      {std::regex("^(.*): (.*) not in (.*)$"), "$1：$2 不在可选范围 $3 之内"},
      {std::regex("^Could not convert: (.*) = (.*)$"), "$1 的值 $2 格式不对"},
      {std::regex("^(.*) requires (.*)$"), "使用 $1 时须同时给出 $2"},
      {std::regex("^(.*) excludes (.*)$"), "$1 与 $2 不能同时使用"},
      {std::regex("^(.*): (.*) required .* missing$"), "$1 还缺 $2 个值"}};
  for (const auto& [sentence, zh] : kSentences) {
    if (std::regex_match(en, sentence)) return std::regex_replace(en, sentence, zh);
  }
  return "用法有误（" + std::string(problem.get_name()) + "）";
}

}  // namespace

int run(int argc, char** argv) {
  ::umask(077);  // data folders, backups and exports are nobody else's
  Context context;
  std::string language = language_asked_for(argc, argv);
  context.language = language_of(language);
  CLI::App app(context.say("哨音：在数据文件夹或服务上办理事项与维护", "Shaoyin: works on matters, in a data folder or through a server"), "shaoyin");
  app.set_version_flag("--version", "shaoyin 0.1.0");
  app.fallthrough();
  app.require_subcommand(1);
  add_common_options(app, context, language);
  add_groups(app, context);
  app.footer(context.say("退出码：0 正常，1 有发现，2 用法有误，3 不允许，4 无法访问", "Exit codes: 0 ok, 1 finding, 2 usage, 3 not allowed, 4 unreachable"));
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& problem) {
    if (problem.get_exit_code() == 0) {
      app.exit(problem);
      return kOk;
    }
    const std::vector<std::string> unknown = app.remaining(true);
    const bool no_command = std::string(problem.what()).find("subcommand is required") != std::string::npos;
    if (no_command && !unknown.empty()) return fail_usage(context, unknown.front() + context.say(" 不是命令，也不是选项", " is no command and no option"));
    return fail_usage(context, usage_words(context, problem));
  } catch (const std::system_error& problem) {  // of the disk, where no command foresaw it: said, not an abort
    return fail(context, fault(ErrorCode::kStorage, {}, problem.code().message()));
  }
  std::cout.flush();
  return context.exit;
}

}  // namespace shaoyin::cli
