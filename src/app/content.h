// The protected content of a matter: shown to somebody who says what for, or destroyed for a reason. Both go the one way
// of submit_action.h (authorize, decide, commit) and leave an event without content.
#pragma once

#include <string>
#include <vector>

#include "app/house.h"
#include "core/access/authorize.h"

namespace shaoyin::app {

inline constexpr int kDisclosureNoteMax = 200;  // code points: one sentence about a telephone call

struct Disclosure {
  access::Caller caller;
  std::string key;                  // as Request::key
  MatterId matter;
  std::vector<std::string> fields;  // "reporter_phone", of a record "payment.2.account"; of a document: not given
  std::string purpose;              // code of the register of purposes, use "disclosure"
  std::string note;                 // sealed like the rest; may be empty
  std::size_t document = 0;         // which of the documents it issued is opened with all that stands in it; 0: none
};
struct Shown { std::string field; std::string text; std::string commitment; };
struct Disclosed { Receipt receipt; std::vector<Shown> shown; };

// Writes the event `disclosed` and then shows. A repeated key shows again and writes nothing. Errors: kForbidden (the verb
// personal.reveal at the place, or personal.reveal_own for matters of one's own unit), kNotAChoice ("purpose"), kTooLong and
// kInvalidUtf8 ("note"), kNotFound ("document"), kUnknownReference ("document": nothing in it is protected; "fields[0]": not there, or not
// for this caller to see), those of procedure::disclose() and submit_action(). In every case nothing was shown.
[[nodiscard]] Result<Disclosed> disclose(House& house, const Disclosure& wanted);

struct Erasure {
  access::Caller caller;
  std::string key;
  MatterId matter;
  std::string why;                  // code of the register of purposes, use "erasure"
};

// Destroys the matter's key, its sealed and masked texts, title and search terms in the same commit as the event `sealed`;
// then the files kept for it, which nobody could open any more. Other matters (a whistle called from it) keep theirs.
// Errors: kForbidden (the verb personal.erase), kNotAChoice ("reason"), those of procedure::erase() and submit_action().
[[nodiscard]] Result<Receipt> erase(House& house, const Erasure& wanted);

}  // namespace shaoyin::app
