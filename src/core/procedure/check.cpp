#include "core/procedure/check.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/procedure/check_parts.h"
#include "core/procedure/scope.h"

namespace shaoyin::procedure {
namespace {

// The loader has typed the file already; a procedure made otherwise is typed here.
void check_all_types(const Procedure& procedure, FindingList& list) {
  Procedure copy = procedure;
  for (const Error& error : check_types(copy)) {
    list.error(error.field, {"表达式有误：" + error.said.zh, "the expression cannot be used: " + error.said.en}, {"按提示改写", "write it as the message says"});
  }
}

void need(bool covered, const std::string& at, const Words& what, const Words& cure, FindingList& list) {
  if (!covered) list.error(at, what, cure);
}

}  // namespace

std::set<std::string> verbs_of(const Procedure& procedure) {
  std::set<std::string> verbs;
  for (const ActionSpec& action : procedure.actions) verbs.insert(action.may);
  for (const FactSpec& fact : procedure.facts) {
    if (asks_permission(fact.function) && fact.arguments.size() > 1) verbs.insert(fact.arguments[1].root->literal.as_text());
  }
  for_each_use(procedure, [&](const Use& use) {
    for_each_node(*use.condition->root, [&](const rule::Node& node) {
      if (node.kind == rule::Node::Kind::kCall && node.word == "actor.may" && !node.kids.empty()) verbs.insert(node.kids[0]->literal.as_text());
    });
  });
  return verbs;
}

bool has_errors(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(), [](const Finding& finding) { return finding.severity == Severity::kError; });
}

std::vector<Finding> check(const Procedure& procedure, const clock::DeadlinePack& pack, const std::set<std::string>& known_verbs, const std::set<std::string>& known_kinds) {
  FindingList list;
  check_all_types(procedure, list);
  if (!has_errors(list.found())) check_names(procedure, known_kinds, list);
  if (!has_errors(list.found())) {  // what follows walks along names that exist
    check_steps(procedure, list);
    check_clocks(procedure, pack, list);
    check_expressions(procedure, list);
  }
  check_texts(procedure, known_verbs, list);
  return std::move(list).take();
}

std::vector<Finding> check_runs(const Procedure& procedure, const clock::DeadlinePack& pack) {
  FindingList list;
  check_all_types(procedure, list);
  if (!has_errors(list.found())) check_names(procedure, {}, list);
  if (!has_errors(list.found())) check_clocks(procedure, pack, list);
  std::vector<Finding> found = std::move(list).take();
  std::erase_if(found, [](const Finding& one) { return one.severity != Severity::kError; });
  return found;
}

std::vector<Finding> check_stories(const Procedure& procedure, const StoryCoverage& coverage) {
  FindingList list;
  const Words tell{"写一个走到这里的故事", "write a story that comes this way"};
  for (const StepSpec& step : procedure.steps) {
    need(coverage.steps.contains(step.name), "step." + step.name, {"没有故事到达该环节", "no story reaches this step"}, tell, list);
  }
  for (const RecordSpec& record : procedure.records) {
    for (const std::string& step : record.steps) {
      need(coverage.steps.contains(record.name + "." + step), fmt::format("record.{}.step.{}", record.name, step), {"没有故事使记录到达该环节", "no story brings the record to this step"}, tell, list);
    }
  }
  for (std::size_t i = 0; i < procedure.autos.size(); ++i) {
    const AutoMove& move = procedure.autos[i];
    need(coverage.autos.contains(move.from + ">" + move.to), fmt::format("auto[{}]", i), {fmt::format("没有故事自动从 {} 流转到 {}", move.from, move.to), fmt::format("in no story it moves by itself from {} to {}", move.from, move.to)}, tell, list);
  }
  for (const ActionSpec& action : procedure.actions) {
    const std::string at = "action." + action.name;
    need(coverage.done.contains(action.name), at, {"没有故事做这个动作", "no story does this action"}, tell, list);
    const Words refuse{"写一个被拒绝的故事行", "write a line that is refused (REFUSED)"};
    if (action.who) need(coverage.refused.contains(action.name + ".who"), at + ".who", {"没有故事被 who 拒绝", "no story is refused by `who`"}, refuse, list);
    if (action.when && action.by == ActionSpec::By::kPerson) need(coverage.refused.contains(action.name + ".when"), at + ".when", {"没有故事被 when 拒绝", "no story is refused by `when`"}, refuse, list);
  }
  return std::move(list).take();
}

}  // namespace shaoyin::procedure
