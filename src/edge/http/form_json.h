// What an action takes, as a JSON Schema that a page can draw a form from.
#pragma once

#include "app/desk_words.h"
#include "app/house.h"
#include "edge/http/json.h"
#include "edge/http/words_json.h"

namespace shaoyin::http {

// With the inputs of a matter that the action spawns ("child.…"), and for an opening action with the place.
[[nodiscard]] json::object form_json(const app::Rules& rules, const procedure::Procedure& procedure, const procedure::ActionSpec& action, const Wording& words);

// How the form calls an input of an action ("field.what", "call.unit[1]", "child.field.grade"); empty for a name that it does not have.
[[nodiscard]] Words input_words(const app::Rules& rules, const procedure::Procedure& procedure, const procedure::ActionSpec& action, std::string name);

// What stands under an action's button; null where its texts have none.
[[nodiscard]] json::value help_json(const procedure::Procedure& procedure, const procedure::ActionSpec& action, const Wording& words);

// The action without targets: for the opening action of a procedure.
[[nodiscard]] json::object opening_json(const app::Rules& rules, const procedure::Procedure& procedure, const Wording& words);

// Whether an action of the matter accompanies it rather than bringing it on: offered in most of at least kFewSteps open steps, and either moving nothing
// or ending the matter. Pages show what belongs to the present step first.
[[nodiscard]] bool is_aside(const procedure::Procedure& procedure, const procedure::ActionSpec& action);

// "text", "choice", "party" …: the word of a slot's type that pages draw by.
[[nodiscard]] std::string kind_word(const procedure::Slot& slot);

}  // namespace shaoyin::http
