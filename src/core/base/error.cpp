#include "core/base/error.h"

namespace shaoyin {

const char* error_name(ErrorCode code) {
  switch (code) {
    case ErrorCode::kMissingField: return "missing_field";
    case ErrorCode::kUnknownField: return "unknown_field";
    case ErrorCode::kWrongType: return "wrong_type";
    case ErrorCode::kTooLong: return "too_long";
    case ErrorCode::kTooShort: return "too_short";
    case ErrorCode::kNotAChoice: return "not_a_choice";
    case ErrorCode::kImpossibleTime: return "impossible_time";
    case ErrorCode::kInvalidUtf8: return "invalid_utf8";
    case ErrorCode::kInvalidPoint: return "invalid_point";
    case ErrorCode::kOutsideDistrict: return "outside_district";
    case ErrorCode::kUnknownReference: return "unknown_reference";
    case ErrorCode::kMalformed: return "malformed";
    case ErrorCode::kUnknownAction: return "unknown_action";
    case ErrorCode::kUnknownProcedure: return "unknown_procedure";
    case ErrorCode::kNotAllowedNow: return "not_allowed_now";
    case ErrorCode::kGuardRefused: return "guard_refused";
    case ErrorCode::kForbidden: return "forbidden";
    case ErrorCode::kNotThisActor: return "not_this_actor";
    case ErrorCode::kOutOfDate: return "out_of_date";
    case ErrorCode::kKeyReused: return "key_reused";
    case ErrorCode::kConflict: return "conflict";
    case ErrorCode::kBusy: return "busy";
    case ErrorCode::kNotFound: return "not_found";
    case ErrorCode::kUnauthenticated: return "unauthenticated";
    case ErrorCode::kBadCredentials: return "bad_credentials";
    case ErrorCode::kTooManyAttempts: return "too_many_attempts";
    case ErrorCode::kCsrf: return "csrf";
    case ErrorCode::kTooLarge: return "too_large";
    case ErrorCode::kProcedureFault: return "procedure_fault";
    case ErrorCode::kRegisterFault: return "register_fault";
    case ErrorCode::kLocked: return "locked";
    case ErrorCode::kKeyMissing: return "key_missing";
    case ErrorCode::kStorage: return "storage";
    case ErrorCode::kDamaged: return "damaged";
  }
  return "unknown";
}

}  // namespace shaoyin
