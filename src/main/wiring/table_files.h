// Tables as files, for exports over the network.
// Threads: any.
#pragma once

#include "edge/http/api.h"

namespace shaoyin::wiring {

// A workbook is written to a file of its own that nobody else may read, and removed again.
[[nodiscard]] http::TableFiles table_files();

}  // namespace shaoyin::wiring
