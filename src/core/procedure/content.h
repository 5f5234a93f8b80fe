// What may happen to the protected content of any matter, whatever its procedure: it is shown to somebody, for a purpose,
// or it is destroyed, for a reason. Both are events without content. Pure.
#pragma once

#include <string>
#include <vector>

#include "core/procedure/decide.h"

namespace shaoyin::procedure {

// A sealed text that a matter holds: of the matter itself, or of one of its records.
struct SealedText {
  std::string name;         // as people ask for it: "reporter_phone", of a record "payment.2.account"
  std::string record;       // empty: of the matter
  RecordNumber number = 0;
  std::string field;
  std::string commitment;
};

// All of them: those of the matter in the order of the procedure's file, then those of its records in theirs.
[[nodiscard]] std::vector<SealedText> sealed_texts(const Procedure& procedure, const matter::Matter& matter);
// Those that stand in a document which `matter` (as it stood then) issued.
[[nodiscard]] std::vector<SealedText> sealed_in(const DocumentSpec& document, const Procedure& procedure, const matter::Matter& matter);

// What is shown, and what for. `held`: what may be asked for, so of a document what stood in it then.
struct Showing {
  std::vector<std::string> names;
  std::string purpose;
  std::string note;      // the commitment of what they wrote about it, may be empty
  std::string document;  // the document that was opened with them; empty: none
};

// Somebody is shown `what`. Errors: kMissingField ("fields"), kUnknownReference ("fields[0]": not among `held`), kMalformed (one
// twice), kNotAllowedNow ("disclose": erased).
[[nodiscard]] Result<Decision> disclose(const Procedure& procedure, const matter::Matter& matter, const Showing& what, const std::vector<SealedText>& held, const Facts& facts);

// The content is to be destroyed. Only of a matter that has ended: an open one would be left with promises about something
// nobody can read. Error kNotAllowedNow ("erase"): still open, or erased before.
[[nodiscard]] Result<Decision> erase(const Procedure& procedure, const matter::Matter& matter, const std::string& why, const Facts& facts);

}  // namespace shaoyin::procedure
