// The command-line tool. Wiring only; see docs/life-of-a-matter.md.
#include <cstdio>

int main() {
  std::puts("shaoyin 0.1.0");
  return 0;
}
