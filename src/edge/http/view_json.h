// Desks, views and what they show, as api/openapi.yaml has them.
// Pure.  Threads: any.
#pragma once

#include "app/open_view.h"
#include "edge/http/json.h"
#include "edge/http/words_json.h"

namespace shaoyin::http {

[[nodiscard]] json::object desk_json(const app::Rules& rules, const desk::Desk& desk, const Wording& words);
[[nodiscard]] json::object view_json(const app::ShownView& shown, bool can_export, const Wording& words);

// The rows as cells of a file, the heading first: what names a row, then the view's columns.
[[nodiscard]] std::vector<std::vector<std::string>> view_cells(const app::ShownView& shown, const Wording& words);

}  // namespace shaoyin::http
