// What every command shares: what was asked for on the whole (folder or server, who, language, form of the answer),
// exit codes, and how errors are said.
//
// Messages come in the caller's language; codes and field names of --json are the same in every language.
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/base/words.h"

namespace CLI {
class App;  // CLI/CLI.hpp takes seconds to compile; only files that define commands include it
}

namespace shaoyin::cli {

enum Exit : int {
  kOk = 0,
  kFinding = 1,      // something was looked for and found: a fault, a damage, nothing at all
  kUsage = 2,        // what was typed cannot be done by anybody
  kNotAllowed = 3,   // the rules, the step or the permissions refuse it
  kUnreachable = 4,  // folder or server cannot be used now
};

struct Context {
  std::string data, key_file, home, preset, server, token, as, district;
  bool json = false;
  bool csv = false;
  Language language = Language::kZh;
  int exit = kOk;  // of the command that ran

  [[nodiscard]] const std::string& say(const Words& words) const { return words.in(language); }
  [[nodiscard]] std::string say(const char* zh, const char* en) const { return language == Language::kZh ? zh : en; }
};

// The exit code of an error by its name ("not_allowed_now") and the field at fault. What is not there is a finding where it was
// looked for inside a folder or server (a number, a log-in name), and a usage fault where a file, folder, map or kind was named.
[[nodiscard]] int exit_of(const std::string& code, const std::string& field);

// Says what is wrong and how to mend it (with --json: the same as JSON, on standard output); returns the exit code.
int fail(const Context& context, const Error& error);

// The same for an error about what was typed, whatever its code: kUsage where fail() says kFinding.
int fail_typed(const Context& context, const Error& error);

// The same for an error about what stands in a file that is there: kFinding where fail() says kUsage.
int fail_content(const Context& context, const Error& error);

// Something typed that no command takes.
int fail_usage(const Context& context, const std::string& message);

// Whether a file could be written there, before the work for it is done. Errors kNotFound, kMalformed with `option` as the field.
[[nodiscard]] Status place_for(const std::string& path, const std::string& option);

// Writes a whole file; returns the exit code.
int write_text(const Context& context, const std::string& path, const std::string& text);

// zh unless the locale is another language's; `named` (--lang) decides first.
[[nodiscard]] Language language_of(const std::string& named);

// Colours only for people, and not when NO_COLOR is set.
[[nodiscard]] bool colours_wanted();

// Adds a command with its one real example to the end of its help.
CLI::App* add_command(CLI::App& parent, const Context& context, const char* name, const Words& what, const char* example);

// Each adds the commands of its group.
void add_matter_commands(CLI::App& app, Context& context);
void add_import_commands(CLI::App& app, Context& context);
void add_export_commands(CLI::App& app, Context& context);
void add_procedure_commands(CLI::App& app, Context& context);
void add_desk_commands(CLI::App& app, Context& context);
void add_register_commands(CLI::App& app, Context& context);
void add_user_commands(CLI::App& app, Context& context);
void add_demo_commands(CLI::App& app, Context& context);
void add_ledger_commands(CLI::App& app, Context& context);
void add_backup_commands(CLI::App& app, Context& context);
void add_circle_commands(CLI::App& app, Context& context);
void add_triage_commands(CLI::App& app, Context& context);
void add_similarity_commands(CLI::App& triage, Context& context);  // below "triage"

// The whole command line.
int run(int argc, char** argv);

}  // namespace shaoyin::cli
