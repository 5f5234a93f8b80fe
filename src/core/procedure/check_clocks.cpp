#include <fmt/format.h>

#include "core/procedure/check_parts.h"

namespace shaoyin::procedure {
namespace {

class ClockCheck {
 public:
  ClockCheck(const Procedure& procedure, const clock::DeadlinePack& pack, FindingList& list) : p_(procedure), pack_(pack), list_(list) {}

  void run() {
    for (const StepSpec& step : p_.steps) {
      for (const ClockSpec& clock : step.clocks) check_code(clock, fmt::format("step.{}.clock.{}", step.name, clock.name), step.name == p_.opening().to.front());
    }
    for (const RecordSpec& record : p_.records) {
      for (const ClockSpec& clock : record.clocks) check_code(clock, fmt::format("record.{}.clock.{}", record.name, clock.name), false);
    }
    for (const ActionSpec& action : p_.actions) {
      if (action.by == ActionSpec::By::kClock && !done_by_clock(action.name)) {
        list_.error("action." + action.name, {"没有时钟会做这个动作", "no clock does this action"}, {fmt::format("在某个时钟的 at_end 或 marks 中写 do:{}", action.name), fmt::format("write do:{} in a clock's at_end or marks", action.name)});
      }
    }
  }

 private:
  void check_code(const ClockSpec& clock, const std::string& at, bool at_opening) {
    if (clock.kind != matter::ClockKind::kRight && clock.at_end.empty()) {
      list_.warning(at + ".at_end", {"到期时什么也不做", "nothing happens when it ends"}, {"写 at_end = [\"escalate\"]", "write at_end = [\"escalate\"]"});
    }
    if (clock.due && clock.from) list_.error(at + ".from", {"已用一个时间作期限，from 不起作用", "its deadline is an instant already: `from` has no effect"}, {"去掉 from，或改用时限表中的代码", "leave out `from`, or use a code of the deadline pack"});
    if (clock.due) return;
    if (!pack_.has(clock.code)) {
      list_.error(at + ".deadline", {fmt::format("时限表中没有“{}”", clock.code), fmt::format("the deadline pack has no row '{}'", clock.code)}, {"在时限表中加一行，或改用已有的代码", "add a row to the pack, or use a code it has"});
      return;
    }
    const rule::Condition& variant = clock.variant ? clock.variant : p_.variant;
    if (variant) {
      for (const std::string& option : variant.root->type.options) {
        if (!pack_.find(clock.code, option)) lacks(at, clock.code, option);
      }
    }
    const bool may_be_unknown = !variant || (at_opening && !given_at_opening(variant));
    if (may_be_unknown && !pack_.find(clock.code, "")) lacks(at, clock.code, "");
  }

  void lacks(const std::string& at, const std::string& code, const std::string& variant) {
    const std::string shown = variant.empty() ? "\"\"" : variant;
    list_.error(at + ".deadline", {fmt::format("时限表中“{}”没有适用于“{}”的行", code, shown), fmt::format("the deadline pack has no row of '{}' for {}", code, variant.empty() ? "an unknown variant (\"\")" : variant)},
                {fmt::format("加一行 variant = {}，或一行通用的 variant = \"\"", shown), fmt::format("add a row with variant = {}, or one for all with variant = \"\"", shown)});
  }

  bool given_at_opening(const rule::Condition& variant) const {
    const rule::Node& root = *variant.root;
    if (root.kind != rule::Node::Kind::kName || root.path.size() != 2 || root.path[0] != "field") return false;
    const Input* input = p_.opening().input("field." + root.path[1]);
    return input && !input->slot.optional;
  }

  bool done_by_clock(const std::string& action) const {
    for (const WatchSpec& watch : p_.watches) {
      if (watch.act == action) return true;
    }
    const auto does = [&](const ClockSpec& clock) {
      const auto names = [&](const std::vector<ClockDoes>& all) {
        for (const ClockDoes& one : all) {
          if (one.kind == ClockDoes::Kind::kAct && one.target == action) return true;
        }
        return false;
      };
      for (const Mark& mark : clock.marks) {
        if (names(mark.does)) return true;
      }
      return names(clock.at_end);
    };
    for (const StepClock& clock : step_clocks(p_)) {
      if (does(*clock.clock)) return true;
    }
    for (const RecordSpec& record : p_.records) {
      for (const ClockSpec& clock : record.clocks) {
        if (does(clock)) return true;
      }
    }
    return false;
  }

  const Procedure& p_;
  const clock::DeadlinePack& pack_;
  FindingList& list_;
};

}  // namespace

void check_clocks(const Procedure& procedure, const clock::DeadlinePack& pack, FindingList& list) { ClockCheck(procedure, pack, list).run(); }

}  // namespace shaoyin::procedure
