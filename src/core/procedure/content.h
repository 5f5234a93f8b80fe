// What may happen to the protected content of any matter, whatever its procedure: it is shown to somebody, for a purpose,
// or it is destroyed, for a reason. Both are events without content. Pure.
#pragma once

#include <string>
#include <vector>

#include "core/procedure/decide.h"

namespace shaoyin::procedure {

// The sealed fields of the matter that hold something, in the order of the procedure's file.
[[nodiscard]] std::vector<std::string> sealed_fields(const Procedure& procedure, const matter::Matter& matter);

// Somebody is shown `fields`. `note` is the commitment of what they wrote about it, may be empty. Errors: kMissingField
// ("fields"), kUnknownReference ("fields[0]": no sealed field, or an empty one), kNotAllowedNow ("disclose": erased).
[[nodiscard]] Result<Decision> disclose(const Procedure& procedure, const matter::Matter& matter, const std::vector<std::string>& fields,
                                        const std::string& purpose, const std::string& note, const Facts& facts);

// The content is to be destroyed. Only of a matter that has ended: an open one would be left with promises about something
// nobody can read. Error kNotAllowedNow ("erase"): still open, or erased before.
[[nodiscard]] Result<Decision> erase(const Procedure& procedure, const matter::Matter& matter, const std::string& why, const Facts& facts);

}  // namespace shaoyin::procedure
