#include "main/cli/terminal.h"

#include <termios.h>
#include <unistd.h>

#include <iostream>

namespace shaoyin::cli {
namespace {

// Typed characters stay unseen as long as this lives.
class Hidden {
 public:
  Hidden() {
    ::tcgetattr(STDIN_FILENO, &before_);
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
  }
  ~Hidden() {
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    std::cerr << "\n";
  }
  Hidden(const Hidden&) = delete;
  Hidden& operator=(const Hidden&) = delete;

 private:
  termios before_{};
};

std::string ask(const std::string& question) {
  std::cerr << question << std::flush;
  const Hidden hidden;
  std::string typed;
  std::getline(std::cin, typed);
  return typed;
}

}  // namespace

bool at_terminal() { return ::isatty(STDIN_FILENO) == 1 && ::isatty(STDERR_FILENO) == 1; }

std::optional<std::string> ask_password(const Context& context, bool fresh) {
  const std::string first = ask(context.say("密码：", "Password: "));
  if (!fresh) return first;
  const std::string second = ask(context.say("再输入一次：", "Once more: "));
  return first == second ? std::optional(first) : std::nullopt;
}

bool ask_yes_no(const Context& context, const Words& question) {
  std::cerr << context.say(question) << " [y/N] " << std::flush;
  std::string typed;
  std::getline(std::cin, typed);
  return typed == "y" || typed == "Y" || typed == "yes" || typed == "是";
}

}  // namespace shaoyin::cli
