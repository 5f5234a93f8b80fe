// The parts of check(), one idea each, and what they share. Used by check*.cpp and walk*.cpp only.
#pragma once

#include <functional>

#include "core/procedure/check.h"

namespace shaoyin::procedure {

class FindingList {
 public:
  void error(std::string at, Words what, Words cure) { found_.push_back({Severity::kError, std::move(at), std::move(what), std::move(cure)}); }
  void warning(std::string at, Words what, Words cure) { found_.push_back({Severity::kWarning, std::move(at), std::move(what), std::move(cure)}); }
  [[nodiscard]] const std::vector<Finding>& found() const { return found_; }
  [[nodiscard]] std::vector<Finding> take() && { return std::move(found_); }

 private:
  std::vector<Finding> found_;
};

// Names that steps, records, effects and clocks refer to; a procedure that fails here cannot be walked or drawn.
void check_names(const Procedure& procedure, const std::set<std::string>& known_kinds, FindingList& list);
// Effects of actions and automatic moves.
void check_effects(const Procedure& procedure, const std::set<std::string>& known_kinds, FindingList& list);
// Reachability, ways out, owners and clocks of steps; automatic moves that cannot come to rest.
void check_steps(const Procedure& procedure, FindingList& list);
// Watches: where and how often they look, and what they do.
void check_watches(const Procedure& procedure, FindingList& list);
// Notices and documents: the places in their texts.
void check_papers(const Procedure& procedure, FindingList& list);
// Deadline codes and what clocks do.
void check_clocks(const Procedure& procedure, const clock::DeadlinePack& pack, FindingList& list);
// What expressions may not look at, and the actions, steps and clocks they name in quotes.
void check_expressions(const Procedure& procedure, FindingList& list);
// Texts in both languages, permissions and legal bases.
void check_texts(const Procedure& procedure, const std::set<std::string>& known_verbs, FindingList& list);

// One expression of a procedure and where it stands.
struct Use {
  enum class Of { kGuard, kWho, kAuto, kEffect, kOwner, kClock, kFact, kVisible, kLaw, kWatch } of = Of::kGuard;
  std::string at;                            // "action.close.when"
  const rule::Condition* condition = nullptr;
  const Effect* effect = nullptr;            // kEffect: whose expression it is
};
void for_each_use(const Procedure& procedure, const std::function<void(const Use&)>& see);
void for_each_node(const rule::Node& root, const std::function<void(const rule::Node&)>& see);

// A matter's clock with the step it belongs to.
struct StepClock { const StepSpec* step; const ClockSpec* clock; };
[[nodiscard]] std::vector<StepClock> step_clocks(const Procedure& procedure);

// One arrow of the step graph.
struct Arrow {
  enum class By { kAction, kAuto, kClock } by = By::kAction;
  std::string from;
  std::string to;
  std::string name;   // action or clock; autos: their number
};
// Between the steps of the matter. A clock's move counts from every step the clock may still run in.
[[nodiscard]] std::vector<Arrow> arrows_of(const Procedure& procedure);
// Between the steps of a record; moves by effects count from every step.
[[nodiscard]] std::vector<Arrow> arrows_of(const Procedure& procedure, const RecordSpec& record);
// The steps that can be reached from `start` (included); `backwards` follows arrows from head to tail.
[[nodiscard]] std::set<std::string> reached(const std::vector<Arrow>& arrows, const std::set<std::string>& start, bool backwards = false);
// The steps of the matter in which a clock that `step` starts may be running.
[[nodiscard]] std::set<std::string> runs_in(const Procedure& procedure, const StepClock& clock);
// Those of them in which it may stand still, because an action or automatic move paused or stopped it on the way.
[[nodiscard]] std::set<std::string> stands_in(const Procedure& procedure, const StepClock& clock);
[[nodiscard]] bool spawns(const Procedure& procedure);

[[nodiscard]] bool holds_word(const std::vector<std::string>& words, const std::string& word);

}  // namespace shaoyin::procedure
