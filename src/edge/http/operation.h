// The routes that operators and machines use: /healthz, /readyz, /metrics, /robots.txt and the interface file.
#pragma once

#include <functional>
#include <string>

#include "edge/http/http.h"

namespace shaoyin::http {

struct OperationDesk {
  std::function<bool()> ready;           // storage answers and we are not stopping
  std::function<std::string()> metrics;  // Prometheus text
  std::function<std::string()> notes;    // what works but needs an operator, one line each; may be empty
};

void add_operation_routes(Router& router, OperationDesk desk);

}  // namespace shaoyin::http
