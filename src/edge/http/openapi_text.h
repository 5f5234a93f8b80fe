// api/openapi.yaml as it stood when the server was built: the text that is served, and the same as JSON.
#pragma once

#include <string_view>

namespace shaoyin::http {

extern const std::string_view kOpenapiYaml;
extern const std::string_view kOpenapiJson;

}  // namespace shaoyin::http
