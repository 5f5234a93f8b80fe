// The routes by which a served folder is kept; see keeping.h for what they rest on.
// Ownership: everything in Admin is borrowed and outlives the router.
#pragma once

#include "edge/http/api.h"
#include "edge/http/keeping.h"
#include "edge/http/password.h"

namespace shaoyin::http {

struct Admin {
  const Api& api;  // of the folder's own district
  app::Accounts& accounts;
  PasswordCost cost;
  Keeping* keeping = nullptr;  // null: only accounts can be kept
};

void add_admin_routes(Router& router, const Admin& admin);

}  // namespace shaoyin::http
