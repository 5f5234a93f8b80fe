// Proves things about a procedure before anybody's matter runs by it. What can be seen in the file alone is
// checked by check(), at every load; what only shows when a matter lives (does an automatic move come to rest,
// can this guard ever hold) is proved by walk(), which tries every possible life within named bounds.
//
// A finding of severity kError refuses the procedure; a warning is shown to its author.
// Pure; threads: any.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/base/words.h"
#include "core/clock/clock.h"
#include "core/procedure/procedure.h"

namespace shaoyin::procedure {

enum class Severity { kError, kWarning };

struct Finding {
  Severity severity = Severity::kError;
  std::string at;   // the place in the file: "action.close.when", "step.called.clock.convene"
  Words what;       // what is wrong
  Words cure;       // how to mend it
};

// Every permission its actions and conditions name.
[[nodiscard]] std::set<std::string> verbs_of(const Procedure& procedure);

[[nodiscard]] bool has_errors(const std::vector<Finding>& findings);

// Everything that can be seen without running: names, types, reachability, owners, clocks, deadline codes, texts,
// permissions, legal bases. `known_kinds` are the procedures that may be spawned; empty: not checked.
[[nodiscard]] std::vector<Finding> check(const Procedure& procedure, const clock::DeadlinePack& pack,
                                         const std::set<std::string>& known_verbs,
                                         const std::set<std::string>& known_kinds = {});

// What must hold for matters to go on under a version that was stored by an earlier release or under another deadline
// pack: its names and its deadline rows. A version that lacks a text still runs. Errors only.
[[nodiscard]] std::vector<Finding> check_runs(const Procedure& procedure, const clock::DeadlinePack& pack);

// How far walk() goes. States and fuel, not time: the answer is the same on every machine.
struct WalkBudget {
  int records_max = 3;      // calls, items, … of each type
  int rounds_max = 2;
  int states_max = 100'000;  // states kept for one width, about 200 bytes each and 5 KB while they wait
  int fuel_max = 400'000;    // decisions tried for one width, about 40 us each
};

struct WalkReport {
  std::vector<Finding> findings;
  int states = 0;           // different states seen, over all widths
  int decisions = 0;        // times decide(), tick() or an automatic move was run
  struct Width { int records = 0; int rounds = 0; friend bool operator==(const Width&, const Width&) = default; };
  Width proved;             // the widest walk that saw everything; zeros: none did
  Width tried;              // the widest walk begun
  Words said;               // the bounds and what they leave open, in a sentence
};

// Walks through every life of a matter with 1, 2, … records of each type and 1, 2 rounds, in abstract time (a clock's end is one
// more move) and with inputs from small sets, using decide() and tick() themselves. Proves in every state seen:
// one owner, a running clock unless it has ended, automatic moves at rest, a way to an end; and over all of them:
// every step reached, every action done, every guard both held and refused. What a walk that ran out of budget
// did not see is a warning, not an error.
// REQUIRES: !has_errors(check(procedure, …)).
[[nodiscard]] WalkReport walk(const Procedure& procedure, const clock::DeadlinePack& pack, const WalkBudget& budget = {});

// What the stories of a procedure did, as the story runner saw it.
struct StoryCoverage {
  std::set<std::string> steps;           // "called"; of records "call.signed"
  std::set<std::string> done;            // actions that succeeded
  std::set<std::string> refused;         // "close.when", "sign.who"
  std::set<std::string> autos;           // "called>convened": moves by rule
};

// Findings for steps no story reaches, actions none does, and guards without a story for both sides.
[[nodiscard]] std::vector<Finding> check_stories(const Procedure& procedure, const StoryCoverage& coverage);

}  // namespace shaoyin::procedure
