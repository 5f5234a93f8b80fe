// Signing in and out. Who the caller is in words (name, unit, role, verbs) comes from the registers, by the door.
#pragma once

#include <boost/json.hpp>
#include <functional>

#include "edge/http/http.h"
#include "edge/http/sessions.h"

namespace shaoyin::http {

// The `me` of the interface file. Error kUnauthenticated: the person no longer works here.
using DescribeMe = std::function<Result<boost::json::value>(const PersonCode& person, Language language)>;

void add_session_routes(Router& router, Sessions& sessions, DescribeMe describe, bool secure_cookie);

}  // namespace shaoyin::http
