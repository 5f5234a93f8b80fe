// What people type as name=value becomes what an action's form asks for: lists, yes/no, uploaded files.
#pragma once

#include <string>
#include <vector>

#include "main/cli/link.h"

namespace shaoyin::cli {

// The largest photo the server takes; see edge/http.
inline constexpr std::size_t kFileMax = 20'000'000;

// `form` is the form of the action (null when not known: then the server says what is wrong). A name given more than
// once, or a list with commas between codes, fills a list. For evidence the value is a path; the file is sent first,
// which needs `matter`. Errors: kMalformed (no "="), kNotFound and kTooLarge (file), those of sending.
[[nodiscard]] Result<json::object> inputs_of(const Context& context, Link& link, const json::value& form,
                                             const std::vector<std::string>& typed, const std::string& matter);

}  // namespace shaoyin::cli
