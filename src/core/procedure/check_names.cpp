#include <fmt/format.h>

#include "core/procedure/check_parts.h"

namespace shaoyin::procedure {
namespace {

// Heads of names in expressions; a record called like one would hide it.
const std::set<std::string>& taken_names() {
  static const std::set<std::string> kTaken = {"field", "fact", "opener", "actor", "child", "owner", "place", "community", "round", "has_parent", "deed"};
  return kTaken;
}

class NameCheck {
 public:
  NameCheck(const Procedure& procedure, FindingList& list) : p_(procedure), list_(list) {}

  void run() {
    for (const StepSpec& step : p_.steps) step_names_.push_back(step.name);
    check_ends();
    check_opening();
    for (const RecordSpec& record : p_.records) check_record(record);
    for (const StepSpec& step : p_.steps) check_step(step);
    for (std::size_t i = 0; i < p_.autos.size(); ++i) {
      known_step(p_.autos[i].from, fmt::format("auto[{}].from", i));
      known_step(p_.autos[i].to, fmt::format("auto[{}].to", i));
    }
    for (const ActionSpec& action : p_.actions) check_action(action);
  }

 private:
  static std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
    return out;
  }

  void known(const std::string& step, const std::vector<std::string>& steps, const std::string& at) {
    if (holds_word(steps, step)) return;
    list_.error(at, {fmt::format("没有环节“{}”", step), fmt::format("there is no step '{}'", step)},
                {"可用的环节：" + joined(steps), "use one of: " + joined(steps)});
  }
  void known_step(const std::string& step, const std::string& at) { known(step, step_names_, at); }

  void check_ends() {
    for (const StepSpec& step : p_.steps) {
      if (step.final) return;
    }
    list_.error("final_steps", {"没有终结环节", "the procedure has no final step"}, {"在 final_steps 中列出事项结束的环节", "list the steps in which a matter ends under final_steps"});
  }

  void check_opening() {
    std::vector<std::string> opening;
    for (const ActionSpec& action : p_.actions) {
      if (action.opens()) opening.push_back(action.name);
    }
    if (opening.size() != 1) {
      list_.error("action", {fmt::format("须有且只有一个开启动作，现有 {} 个：{}", opening.size(), joined(opening)),
                             fmt::format("there must be exactly one opening action (from = []), found {}: {}", opening.size(), joined(opening))},
                  {"只让一个动作的 from 为空，其余写明从哪些环节出发", "leave `from` empty in one action; name the steps in the others"});
      return;
    }
    const ActionSpec& action = p_.opening();
    const std::string at = "action." + action.name;
    if (action.to.size() != 1) list_.error(at + ".to", {"开启动作须进入一个确定的环节", "the opening action must lead to exactly one step"}, {"写明 to = \"环节\"", "write to = \"STEP\""});
    if (!action.on.empty()) list_.error(at + ".on", {"开启动作不能作用于记录", "the opening action cannot be on a record"}, {"去掉 on", "leave out `on`"});
    if (action.by != ActionSpec::By::kPerson) list_.error(at + ".by", {"开启动作须由人进行", "a person must do the opening action"}, {"去掉 by", "leave out `by`"});
    if (action.who) list_.error(at + ".who", {"开启时还没有事项，无从判断 who", "before it opens there is no matter that `who` could speak of"}, {"改用 may（权限）", "use `may`, the permission, alone"});
  }

  void check_record(const RecordSpec& record) {
    const std::string at = "record." + record.name;
    if (taken_names().contains(record.name)) {
      list_.error(at, {fmt::format("“{}”是条件语言自己的词", record.name), fmt::format("'{}' is a word of the expression language itself", record.name)}, {"换一个记录名", "give the record another name"});
    }
    for (const std::string& step : record.final_steps) known(step, record.steps, at + ".final");
    if (record.final_steps.empty() && record.at_close == AtClose::kMustBeFinal) {
      list_.error(at + ".final", {"结案时记录须已了结，但它没有终结环节", "the record must be settled at the close, but has no final step"}, {"写明 final，或把 at_close 改为 cancel", "name its final steps, or set at_close = \"cancel\""});
    }
    for (const ClockSpec& clock : record.clocks) {
      const std::string here = at + ".clock." + clock.name;
      if (clock.start.empty()) { list_.error(here + ".start", {"记录的时钟没有起点", "the record's clock has no start"}, {"写明从哪个环节开始计时", "name the step that starts it"}); }
      else { known(clock.start, record.steps, here + ".start"); }
      for (const std::string& step : clock.until) known(step, record.steps, here + ".until");
      if (holds_word(clock.until, clock.start)) list_.error(here + ".until", {"时钟刚开始就停止", "the clock stops where it starts"}, {"从 until 中去掉 start 的环节", "take the starting step out of `until`"});
      check_does(clock, record.steps, here);
    }
  }

  void check_step(const StepSpec& step) {
    for (const ClockSpec& clock : step.clocks) {
      const std::string here = fmt::format("step.{}.clock.{}", step.name, clock.name);
      if (clock.start == kByEffect && clock.until.empty()) list_.error(here + ".until", {"由效果开始的时钟须写明到哪个环节为止", "a clock that an effect starts must say where it ends"}, {"写明 until", "name the steps that stop it in `until`"});
      if (!clock.start.empty() && clock.start != kByEffect && clock.start != step.name) list_.error(here + ".start", {"环节的时钟从进入环节时开始", "a step's clock starts when the step is entered"}, {"去掉 start", "leave out `start`"});
      for (const std::string& until : clock.until) known_step(until, here + ".until");
      if (clock.start != kByEffect && holds_word(clock.until, step.name)) list_.error(here + ".until", {"时钟刚开始就停止", "the clock stops where it starts"}, {"从 until 中去掉本环节", "take the step itself out of `until`"});
      check_does(clock, step_names_, here);
    }
    if (step.final && !step.clocks.empty()) list_.error("step." + step.name, {"终结环节不计时", "a final step has no clocks"}, {"去掉时钟，或使该环节不终结", "remove the clock, or make the step not final"});
  }

  void check_does(const ClockSpec& clock, const std::vector<std::string>& steps, const std::string& at) {
    for (const Mark& mark : clock.marks) check_does(mark.does, steps, at + ".marks");
    check_does(clock.at_end, steps, at + ".at_end");
  }

  void check_does(const std::vector<ClockDoes>& does, const std::vector<std::string>& steps, const std::string& at) {
    for (const ClockDoes& one : does) {
      if (one.kind == ClockDoes::Kind::kMove) known(one.target, steps, at);
      if (one.kind != ClockDoes::Kind::kAct) continue;
      const ActionSpec* action = p_.action(one.target);
      if (!action) { list_.error(at, {fmt::format("没有动作“{}”", one.target), fmt::format("there is no action '{}'", one.target)}, {"改为本文件中 by = \"clock\" 的动作", "name an action of this file with by = \"clock\""}); }
      else if (action->by != ActionSpec::By::kClock) {
        list_.error(at, {fmt::format("“{}”是人的动作，时钟不能替人做", one.target), fmt::format("'{}' is done by people; a clock cannot do it for them", one.target)}, {"给时钟另写一个 by = \"clock\" 的动作", "write an action of its own with by = \"clock\""});
      }
    }
  }

  void check_clock_action(const ActionSpec& action, const std::string& at) {
    if (action.who) list_.error(at + ".who", {"时钟不是谁，不能问 who", "a clock is nobody: it cannot be asked for `who`"}, {"去掉 who；时钟何时不做写在 when 里", "remove `who`; when the clock does nothing is said in `when`"});
    if (!action.on.empty()) list_.error(at + ".on", {"时钟的动作只作用于事项", "what a clock does is done to the matter, not to a record"}, {"去掉 on，或让时钟用 move:环节", "leave out `on`, or let the clock use move:STEP"});
    if (action.to.size() > 1) list_.error(at + ".to", {"时钟不能选择环节", "a clock cannot choose between steps"}, {"只写一个 to", "name one step in `to`"});
    for (const Input& input : action.takes) {
      if (!input.slot.optional) list_.error(at + ".takes", {fmt::format("时钟不能填写“{}”", input.name), fmt::format("a clock cannot fill in '{}'", input.name)}, {"去掉 takes", "leave out `takes`"});
    }
  }

  void check_action(const ActionSpec& action) {
    const std::string at = "action." + action.name;
    const RecordSpec* record = action.on.empty() ? nullptr : p_.record(action.on);
    if (!action.on.empty() && !record) {
      list_.error(at + ".on", {fmt::format("没有记录“{}”", action.on), fmt::format("there is no record '{}'", action.on)}, {"先声明该记录", "declare the record first"});
      return;
    }
    const std::vector<std::string>& steps = record ? record->steps : step_names_;
    for (const std::string& step : action.from) known(step, steps, at + ".from");
    for (const std::string& step : action.to) known(step, steps, at + ".to");
    for (const std::string& step : action.in) known_step(step, at + ".in");
    if (!record && !action.in.empty()) list_.error(at + ".in", {"`in` 只用于记录的动作", "`in` belongs to actions on a record"}, {"改用 from", "use `from`"});
    if (action.new_round && (record || action.to.empty())) list_.error(at + ".round", {"新一轮须移动事项本身", "a new round must move the matter itself"}, {"写明 to", "name the step in `to`"});
    if (action.by == ActionSpec::By::kClock) check_clock_action(action, at);
    if (action.by != ActionSpec::By::kPerson && !action.facts.empty()) {
      list_.error(at + ".facts", {"外部事实只为人的操作收集；时钟和系统的动作得不到", "facts are gathered for what people do; an action of the clock or the engine gets none"}, {"由人的动作收集，存入字段", "gather it in an action of people and keep it in a field"});
    }
    for (const std::string& fact : action.facts) {
      if (!p_.fact(fact)) list_.error(at + ".facts", {fmt::format("没有外部事实“{}”", fact), fmt::format("there is no declared fact '{}'", fact)}, {"在 [facts] 中声明", "declare it under [facts]"});
    }
  }

  const Procedure& p_;
  FindingList& list_;
  std::vector<std::string> step_names_;
};

void check_twice(const Procedure& p, FindingList& list) {
  std::set<std::string> seen;
  for (const StepSpec& step : p.steps) {
    if (!seen.insert(step.name).second) list.error("step." + step.name, {"环节重复", "the step stands twice"}, {"合并为一个", "make them one"});
  }
  for (const auto& [what, name] : {std::pair{"title", p.title}, std::pair{"category", p.category}}) {
    if (!name.empty() && !p.field(name)) list.error(what, {fmt::format("没有字段“{}”", name), fmt::format("there is no field '{}'", name)}, {"写一个已声明的字段", "name a declared field"});
  }
  // The engine finds a running clock's rules by its name.
  const std::vector<StepClock> clocks = step_clocks(p);
  for (std::size_t i = 0; i < clocks.size(); ++i) {
    for (std::size_t j = i + 1; j < clocks.size(); ++j) {
      const ClockSpec& a = *clocks[i].clock;
      const ClockSpec& b = *clocks[j].clock;
      if (a.name != b.name) continue;
      const auto same = [](const ClockDoes& x, const ClockDoes& y) { return x.kind == y.kind && x.target == y.target; };
      const bool equal = a.kind == b.kind && a.until == b.until && a.marks.size() == b.marks.size() && std::equal(a.at_end.begin(), a.at_end.end(), b.at_end.begin(), b.at_end.end(), same);
      if (!equal) {
        list.error(fmt::format("step.{}.clock.{}", clocks[j].step->name, b.name), {fmt::format("环节“{}”已有同名而不同的时钟", clocks[i].step->name), fmt::format("step '{}' has another clock of this name that differs", clocks[i].step->name)},
                   {"换一个名字", "give it another name"});
      }
    }
  }
}

}  // namespace

void check_names(const Procedure& procedure, const std::set<std::string>& known_kinds, FindingList& list) {
  check_twice(procedure, list);
  NameCheck(procedure, list).run();
  check_effects(procedure, known_kinds, list);
  check_watches(procedure, list);
  check_papers(procedure, list);
}

}  // namespace shaoyin::procedure
