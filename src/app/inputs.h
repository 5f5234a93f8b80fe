// What people type becomes what decide() takes: texts are checked, masked and sealed; codes are looked up;
// instants and numbers are read. Bad input stops here, named by its field.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/house.h"
#include "core/access/authorize.h"

namespace shaoyin::app {

struct Prepared {
  std::map<std::string, Value> inputs;
  std::vector<TextRow> texts;  // sealed, to be stored beside the events
  std::string title;           // masked; filled when the procedure's title field is among the inputs
};

// `raw` holds texts, lists of texts, yes/no, numbers and instants as they came (an instant or number may also
// come as text). A matter is named by number or id; one that `caller` may not see is refused like one that is not there. Inputs of a spawned child ("child.…") are left alone.
// `names`: what people gave as their names before, masked like those given now.
// Errors: kInvalidUtf8, kTooLong, kWrongType, kImpossibleTime, kUnknownReference, kUnknownField; kKeyMissing, kDamaged (vault).
[[nodiscard]] Result<Prepared> prepare_inputs(House& house, const Rules& rules, const procedure::Procedure& procedure,
                                              const procedure::ActionSpec& action, const std::map<std::string, Value>& raw,
                                              const std::string& wrapped_key, const access::Caller& caller, std::vector<std::string> names);

// What is said of a matter that is not there and of one that is not for the asker, to the letter: a number must not tell that a
// matter exists.
[[nodiscard]] Error no_such_matter(const std::string& field);

// The parts of `raw` meant for a spawned child, without their "child." prefix.
[[nodiscard]] std::map<std::string, Value> child_inputs(const std::map<std::string, Value>& raw);

}  // namespace shaoyin::app
