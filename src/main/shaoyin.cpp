// The command-line tool; see docs/running/command-line.md.
#include "main/cli/context.h"

int main(int argc, char** argv) { return shaoyin::cli::run(argc, argv); }
