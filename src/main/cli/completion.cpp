// completion bash: the commands and options as a shell completes them, made from the command line's own definition.
#include <CLI/CLI.hpp>

#include <iostream>
#include <set>

#include "main/cli/completion.h"

namespace shaoyin::cli {
namespace {

std::vector<CLI::App*> commands_of(CLI::App& app) {
  return app.get_subcommands([](CLI::App*) { return true; });
}

// What may stand after `app`: its commands, its options and those of every command.
std::string words_after(CLI::App& app, const CLI::App& whole) {
  std::string words;
  for (const CLI::App* command : commands_of(app)) words += command->get_name() + " ";
  for (const CLI::App* holder : {static_cast<const CLI::App*>(&app), &whole}) {
    for (const CLI::Option* option : holder->get_options()) {
      for (const std::string& name : option->get_lnames()) words += "--" + name + " ";
    }
    if (&app == &whole) break;
  }
  return words;
}

// The options whose next word is a value, of `app` and all its commands: "--data", "--as".
void values_of(CLI::App& app, std::set<std::string>& found) {
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_items_expected_min() == 0) continue;
    for (const std::string& name : option->get_lnames()) found.insert("--" + name);
  }
  for (CLI::App* command : commands_of(app)) values_of(*command, found);
}

std::string with_values(CLI::App& whole) {
  std::set<std::string> found;
  values_of(whole, found);
  std::string joined;
  for (const std::string& name : found) joined += (joined.empty() ? "" : "|") + name;
  return joined;
}

void print_ways(CLI::App& app, const std::string& path) {
  for (CLI::App* command : commands_of(app)) {
    const std::string next = path + " " + command->get_name();
    std::cout << "      \"" << next << "\") path=\"" << next << "\";;\n";
    print_ways(*command, next);
  }
}

void print_words(CLI::App& app, const CLI::App& whole, const std::string& path) {
  std::cout << "    \"" << path << "\") words=\"" << words_after(app, whole) << "\";;\n";
  for (CLI::App* command : commands_of(app)) print_words(*command, whole, path + " " + command->get_name());
}

// An option's value is passed over (a folder may be called "demo"); words that are no command (a number) leave the path as it is; what is no word of ours is a file.
void print_bash(CLI::App& whole) {
  std::cout << "# bash completion of shaoyin, made by `shaoyin completion bash`.\n"
               "_shaoyin() {\n"
               "  local cur=${COMP_WORDS[COMP_CWORD]} path=shaoyin words='' i\n"
               "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
               "    case ${COMP_WORDS[i]} in " << with_values(whole) << ") i=$((i + 1)); continue;; esac\n"
               "    case \"$path ${COMP_WORDS[i]}\" in\n";
  print_ways(whole, "shaoyin");
  std::cout << "    esac\n"
               "  done\n"
               "  case $path in\n";
  print_words(whole, whole, "shaoyin");
  std::cout << "  esac\n"
               "  COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
               "}\n"
               "complete -o default -F _shaoyin shaoyin\n";
}

}  // namespace

void add_completion_command(CLI::App& app, Context& context) {
  CLI::App* group = app.add_subcommand("completion", context.say("命令补全", "Completion"));
  group->require_subcommand(1);
  CLI::App* bash = add_command(*group, context, "bash", {"输出 bash 的命令补全脚本", "Prints the completion script for bash"}, "shaoyin completion bash > /etc/bash_completion.d/shaoyin");
  bash->callback([&app, &context] {
    print_bash(app);
    context.exit = kOk;
  });
}

}  // namespace shaoyin::cli
