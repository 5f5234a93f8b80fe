// What can go wrong because of somebody outside the program. Errors a user can cause are values of this
// type; errors only we can cause are assertions (`base/ensure.h`).
//
// An error names the field at fault, what is wrong with it and, through the one table of texts
// (`app/error_text`), how to mend it in the caller's language. It never carries personal data.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/base/words.h"

namespace shaoyin {

// The name of each code (see error_name) is the language-free code that APIs and scripts see; never rename.
enum class ErrorCode {
  kMissingField,     // a required field is not there
  kUnknownField,     // a field that the action does not take
  kWrongType,        // a field has the wrong kind of value; detail says what is expected
  kTooLong,          // a text or list exceeds its named limit
  kTooShort,         // a text or list is under its named limit
  kNotAChoice,       // a value outside a closed set; detail lists the set
  kImpossibleTime,   // a date that no calendar has, or outside 1970-2100
  kInvalidUtf8,      // bytes that are no UTF-8, or control characters
  kInvalidPoint,     // coordinates that are no point on earth
  kOutsideDistrict,  // a point or grid that the district does not hold
  kUnknownReference, // a code (unit, grid, category, person) that no register row has today
  kMalformed,        // a file or body that cannot be read at all; detail says where
  kUnknownAction,    // the procedure has no action of this name
  kUnknownProcedure, // the district has no procedure of this kind
  kNotAllowedNow,    // the action exists, but not in the present step
  kGuardRefused,     // the action's condition does not hold; `said` explains it
  kForbidden,        // the caller lacks the permission; detail is the verb
  kNotThisActor,     // the caller holds the permission but is not the one to do it; `said` explains it
  kOutOfDate,        // acted on an older revision than the matter's
  kKeyReused,        // an idempotency key was used before for a different request
  kConflict,         // someone else committed first; internal to the retry loop
  kBusy,             // too much at once; try again
  kNotFound,         // not there, or not visible to the caller
  kUnauthenticated,  // no session or token, or one that has ended
  kBadCredentials,   // wrong name or password
  kTooManyAttempts,  // log-in tries are limited
  kCsrf,             // the request does not come from our own page
  kTooLarge,         // the whole request exceeds its named limit
  kProcedureFault,   // a procedure file that the checker refuses
  kRegisterFault,    // a register row that the checker refuses (orphan, overlap, gap)
  kLocked,           // the data folder is in use by a running server
  kKeyMissing,       // the vault's master key is not there or not ours
  kStorage,          // disk full, I/O error
  kDamaged,          // stored bytes that do not verify
};

// Returns the language-free name, e.g. "missing_field". Never empty.
[[nodiscard]] const char* error_name(ErrorCode code);

struct Error {
  ErrorCode code = ErrorCode::kMalformed;
  std::string field;   // path of the input at fault ("call.unit[0]"), empty for the whole request
  std::string detail;  // language-free: the limit's name, the verb, the guard, the allowed set
  Words said;          // filled when a rule explained itself; empty otherwise
  Words cure;          // how to mend this very case; empty: as for every error of the code
  Words called = {};   // how forms call the field; empty: it is named as it is sent
};

[[nodiscard]] inline Error fault(ErrorCode code, std::string field = {}, std::string detail = {},
                                 Words said = {}, Words cure = {}) {
  return Error{code, std::move(field), std::move(detail), std::move(said), std::move(cure), {}};
}

}  // namespace shaoyin
