// The helper that reads one workbook from standard input in a limited process; see edge/sheet/helper.h.
// shaoyin and shaoyind start it by themselves; it stands beside them.
#include "edge/sheet/helper.h"

int main() { return shaoyin::sheet::run_helper(); }
