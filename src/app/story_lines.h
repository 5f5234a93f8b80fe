// The words that stories (story.h) and lives (life.h) share: columns, acts, inputs, what is expected. Pure but for record_meant(), which
// reads the house's rules. Threads: any.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/submit_action.h"

namespace shaoyin::app {

[[nodiscard]] std::string trimmed(const std::string& text);
// What stands between the separators, each trimmed.
[[nodiscard]] std::vector<std::string> parts_of(const std::string& text, char separator);
// Columns stand two or more spaces apart; what stands in parentheses is one column.
[[nodiscard]] std::vector<std::string> columns_of(const std::string& line);
// `#` begins a comment at the beginning of a line and after a space.
[[nodiscard]] std::string without_comment(const std::string& line);

// "whistle: report_in#2(words: on the way)".
struct WrittenAct {
  std::string matter;  // an alias; empty: the matter the lines are about
  std::string action;
  RecordNumber record = 0;
  std::string inputs;  // as written
};
// Nothing when the parenthesis of the inputs is not closed.
[[nodiscard]] std::optional<WrittenAct> read_act(const std::string& column);

// "10:00", "+2d 17:30" or a whole date and time, seen from `day` ("2023-02-14"). Nothing: it is no time.
[[nodiscard]] std::optional<Instant> moment_of(const std::string& text, const std::string& day);

// What an input of that name takes: of the action, or for "child.…" of the procedure it spawns; nullptr for an unknown one.
[[nodiscard]] const procedure::Input* written_input(const Rules& rules, const procedure::Procedure& procedure, const procedure::ActionSpec& spec, const std::string& name);

// Reads "name: value; name: value" into request.inputs and request.to; without a name values fill, in order, the choice of step and the
// inputs. `value_of` makes a value of one text. False: there are more values than inputs.
using ValueOf = std::function<Value(const procedure::Input* input, const std::string& text)>;
[[nodiscard]] bool fill_inputs(const std::string& written, const Rules& rules, const procedure::Procedure& procedure, const procedure::ActionSpec& spec,
                               const ValueOf& value_of, Request& request);

// The record an actor means when the line does not say: the first on which they may do it now, else the last of their unit, else the first.
[[nodiscard]] RecordNumber record_meant(const House& house, const procedure::Procedure& procedure, const matter::Matter& matter,
                                        const procedure::ActionSpec& spec, const access::Caller& caller);

// What is wrong with "called", "owner water_company", "field.grade urgent", "overdue sign" or "sign by +1d 09:15" about this matter,
// seen from `day`; empty when it holds. `alias` names the matter in the fault.
[[nodiscard]] std::string unmet(const std::string& wanted, const matter::Matter& matter, const std::string& alias, const std::string& day);

}  // namespace shaoyin::app
