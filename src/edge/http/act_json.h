// From the JSON of a request to what submit_action takes, and its receipt back.
#pragma once

#include "app/submit_action.h"
#include "edge/http/api.h"

namespace shaoyin::http {

// `input` of a request as raw values. REQUIRES: checked against the schema Input. Error kWrongType: a number with a
// fraction, or a list of something else than texts.
[[nodiscard]] Result<std::map<std::string, Value>> inputs_of(const json::object& input);

// record, to, revision, input of a request body.
[[nodiscard]] Status fill_act(const json::object& body, app::Request& act);

// Submits, tells the feed, and answers with the receipt; a refused input is named as the member of `input` that it is. `procedure`:
// the one the matter goes by; may be null.
[[nodiscard]] Response submit(const Api& api, const Request& request, const app::Request& act, const std::shared_ptr<const procedure::Procedure>& procedure, int status);

}  // namespace shaoyin::http
