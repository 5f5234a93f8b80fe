// ErrorCode → HTTP status, and the one shape of every refusal.
#include <boost/json.hpp>

#include "app/error_text.h"
#include "core/base/ensure.h"
#include "edge/http/http.h"

namespace shaoyin::http {

int status_of(ErrorCode code) {
  using enum ErrorCode;
  switch (code) {
    case kMalformed: case kInvalidUtf8: return 400;
    case kUnauthenticated: case kBadCredentials: return 401;
    case kForbidden: case kNotThisActor: case kCsrf: return 403;
    case kNotFound: case kUnknownAction: case kUnknownProcedure: return 404;
    case kNotAllowedNow: case kGuardRefused: case kOutOfDate: case kKeyReused: case kConflict:
    case kProcedureFault: return 409;
    case kTooLarge: return 413;
    case kMissingField: case kUnknownField: case kWrongType: case kTooLong: case kTooShort: case kNotAChoice:
    case kImpossibleTime: case kInvalidPoint: case kOutsideDistrict: case kUnknownReference:
    case kRegisterFault: return 422;
    case kTooManyAttempts: return 429;
    case kDamaged: return 500;
    case kBusy: case kLocked: case kKeyMissing: case kStorage: return 503;
  }
  ensure(false, "every ErrorCode has a status");
  return 500;
}

Response refusal(const Request& request, const Error& error) {
  const app::ErrorText text = app::error_text(error, request.language);
  const boost::json::object inner{{"code", error_name(error.code)}, {"field", error.field},
                                  {"message", text.message}, {"hint", text.hint}, {"detail", error.detail}};
  Response response;
  response.status = status_of(error.code);
  response.body = boost::json::serialize(boost::json::object{{"error", inner}});
  response.headers.set("Content-Language", request.language == Language::kZh ? "zh-CN" : "en");
  if (response.status == 503) response.headers.set("Retry-After", "1");
  if (response.status == 429) response.headers.set("Retry-After", std::to_string(std::max(1, std::atoi(error.detail.c_str()))));
  return response;
}

}  // namespace shaoyin::http
