#include <fmt/format.h>

#include <algorithm>

#include "core/procedure/check_parts.h"

namespace shaoyin::procedure {
namespace {

using Kind = Effect::Kind;

class EffectCheck {
 public:
  EffectCheck(const Procedure& procedure, const std::set<std::string>& kinds, FindingList& list) : p_(procedure), kinds_(kinds), list_(list) {}

  void run() {
    for (std::size_t i = 0; i < p_.autos.size(); ++i) check_all(p_.autos[i].does, fmt::format("auto[{}]", i), nullptr);
    for (const StepClock& clock : step_clocks(p_)) check_begins(clock);
    for (const ActionSpec& action : p_.actions) {
      const std::string at = "action." + action.name;
      check_all(action.does, at, &action);
      for (const Input& input : action.takes) check_input(action, input, at);
    }
  }

 private:
  void fail(const std::string& at, const Words& what, const Words& cure) { list_.error(at, what, cure); }

  // A record's field that is neither set on the record at hand nor given to a new one would be lost.
  void check_input(const ActionSpec& action, const Input& input, const std::string& at) {
    if (input.record.empty() || input.record == action.on) return;
    for (const Effect& effect : action.does) {
      if (effect.kind == Kind::kAdd && effect.target == input.record) return;
    }
    fail(at + ".takes", {fmt::format("填写的“{}”没有去处", input.name), fmt::format("'{}' is asked for but goes nowhere", input.name)},
         {fmt::format("写 on = \"{0}\"，或在 does 中写 add = \"{0}\"", input.record), fmt::format("set on = \"{0}\", or add = \"{0}\" among its effects", input.record)});
  }

  void check_all(const std::vector<Effect>& effects, const std::string& at, const ActionSpec* action) {
    for (std::size_t i = 0; i < effects.size(); ++i) check_one(effects[i], fmt::format("{}.does[{}]", at, i), action);
    if (std::count_if(effects.begin(), effects.end(), [](const Effect& effect) { return effect.kind == Kind::kSpawn; }) > 1) {
      fail(at + ".does", {"一个动作只能发起一个子事项", "one action can begin one child matter only"}, {"分成两个动作，或由子事项再发起下一个", "make two actions of it, or let the child begin the next"});
    }
  }

  void check_one(const Effect& effect, const std::string& at, const ActionSpec* action) {
    switch (effect.kind) {
      case Kind::kSet: check_set(effect, at); break;
      case Kind::kAdd: if (const RecordSpec* record = record_of(effect, at)) check_add(effect, *record, at, action); break;
      case Kind::kMove: case Kind::kReset: check_move(effect, at); break;
      case Kind::kFreeze: check_freeze(effect, at, action); break;
      case Kind::kStart: check_start(effect, at, action); break;
      case Kind::kPause: case Kind::kResume: case Kind::kStop: case Kind::kExtend: check_clock(effect, at, action); break;
      case Kind::kNotify: if (!p_.texts.contains(effect.target)) fail(at, {fmt::format("没有文本“{}”", effect.target), fmt::format("there is no text '{}'", effect.target)}, {"在 texts.toml 中写出中英文", "write it in texts.toml, in zh and en"});
        if (!effect.value) fail(at, {"没有写明通知谁", "it does not say who is told"}, {"写 party = \"…\" 或 person = \"…\"", "write party = \"...\" or person = \"...\""});
        break;
      case Kind::kSpawn: if (!kinds_.empty() && !kinds_.contains(effect.target)) fail(at, {fmt::format("没有“{}”这类事项", effect.target), fmt::format("there is no kind of matter '{}'", effect.target)}, {"写一个已有的流程", "name a procedure that exists"}); break;
      case Kind::kTellChild: if (!spawns(p_)) fail(at, {"没有子事项可通知", "there is no child matter to tell"}, {"先用 spawn 发起子事项", "some action must spawn one"}); break;
      case Kind::kPrecedent: check_precedent(effect, at); break;
      case Kind::kGiveTo: case Kind::kLink: case Kind::kAbsorb:
        if (!effect.value) fail(at, {"没有写明给谁", "it does not say to whom or what"}, {"写一个表达式", "give an expression"});
        break;
      case Kind::kPublish: case Kind::kWithdraw: break;  // their words: check_texts()
      case Kind::kDocument:
        if (!p_.document(effect.target)) fail(at, {fmt::format("没有文书“{}”", effect.target), fmt::format("there is no document '{}'", effect.target)}, {fmt::format("写 [document.{}]", effect.target), fmt::format("write [document.{}]", effect.target)});
        break;
    }
  }

  const RecordSpec* record_of(const Effect& effect, const std::string& at) {
    const RecordSpec* record = p_.record(effect.target);
    if (!record) fail(at, {fmt::format("没有记录“{}”", effect.target), fmt::format("there is no record '{}'", effect.target)}, {"写一个已声明的记录", "name a declared record"});
    return record;
  }

  void check_set(const Effect& effect, const std::string& at) {
    const Slot* slot = p_.field(effect.target);
    if (!slot) return fail(at, {fmt::format("没有字段“{}”", effect.target), fmt::format("there is no field '{}'", effect.target)}, {"写一个已声明的字段", "name a declared field"});
    if (!effect.value) return fail(at, {"没有写明值", "it gives no value"}, {"写明 value", "write `value`"});
    const rule::Type& type = effect.value.root->type;
    if (type.kind == slot->type.kind || (type.kind == rule::Type::Kind::kText && slot->type.is_code())) return;
    fail(at, {fmt::format("字段“{}”的类型不符", effect.target), fmt::format("field '{}' is {}, the value is {}", effect.target, slot->type.name(), type.name())}, {"改用同一类型的值", "give a value of the same type"});
  }

  void check_add(const Effect& effect, const RecordSpec& record, const std::string& at, const ActionSpec* action) {
    if (record.law && (!action || action->by != ActionSpec::By::kPerson)) {
      fail(at, {"有规矩（law）的记录只能由人添加：时钟和自动流转无人可以拒绝", "a record with a law is added by people only: a clock cannot be refused"}, {"去掉 law，或改由人的动作添加", "leave out `law`, or let an action of a person add it"});
    }
    if (!effect.each.empty()) {
      const Input* each = action ? action->input(effect.each) : nullptr;
      if (!each || !each->slot.list) fail(at + ".each", {fmt::format("“{}[]”不是该动作的清单", effect.each), fmt::format("'{}[]' is no list this action takes", effect.each)}, {"把它写进 takes", "put it into `takes`"});
    }
    for (const auto& [name, value] : effect.with) {
      if (!record.field(name)) fail(at + ".with." + name, {fmt::format("记录没有字段“{}”", name), fmt::format("record '{}' has no field '{}'", record.name, name)}, {"写一个该记录的字段", "name a field of the record"});
    }
    for (const auto& [name, slot] : record.fields) {
      if (slot.optional || effect.with.contains(name) || (action && action->input(record.name + "." + name))) continue;
      if (is_set_later(record, name)) continue;
      fail(at, {fmt::format("新记录缺少“{}”", name), fmt::format("the new record lacks '{}'", name)}, {"写进 takes 或 with，或让该字段可空", "take it, give it in `with`, or make the field optional"});
    }
  }

  // A field like the reason of a refusal is filled in by an action on the record.
  bool is_set_later(const RecordSpec& record, const std::string& field) const {
    for (const ActionSpec& action : p_.actions) {
      if (action.on == record.name && action.input(record.name + "." + field)) return true;
    }
    return false;
  }

  void check_move(const Effect& effect, const std::string& at) {
    const RecordSpec* record = record_of(effect, at);
    if (!record || effect.kind == Kind::kReset || holds_word(record->steps, effect.to)) return;
    fail(at + ".to", {fmt::format("记录没有环节“{}”", effect.to), fmt::format("record '{}' has no step '{}'", record->name, effect.to)}, {"写一个该记录的环节", "name a step of the record"});
  }

  // Of a record: the clock of the one at hand.
  bool is_clock_at_hand(const Effect& effect, const ActionSpec* action) const {
    const auto dot = effect.target.find('.');
    if (effect.kind != Kind::kExtend || !action || dot == std::string::npos || action->on != effect.target.substr(0, dot)) return false;
    const RecordSpec* record = p_.record(action->on);
    return record && std::any_of(record->clocks.begin(), record->clocks.end(), [&](const ClockSpec& clock) { return clock.name == effect.target.substr(dot + 1); });
  }

  void check_clock(const Effect& effect, const std::string& at, const ActionSpec* action = nullptr) {
    if (effect.kind == Kind::kExtend && !effect.value) fail(at + ".until", {"没有写明延到何时", "it does not say until when"}, {"写明 until", "write `until`"});
    for (const StepClock& clock : step_clocks(p_)) {
      if (clock.clock->name == effect.target) return;
    }
    if (is_clock_at_hand(effect, action)) return;
    fail(at, {fmt::format("事项没有时钟“{}”", effect.target), fmt::format("the matter has no clock '{}'", effect.target)}, {"写一个某环节的时钟", "name a clock of a step"});
  }

  void check_begins(const StepClock& clock) {
    if (clock.clock->start != kByEffect || has(Kind::kStart, clock.clock->name)) return;
    fail(fmt::format("step.{}.clock.{}", clock.step->name, clock.clock->name), {"没有效果会开始这个时钟", "no effect ever starts this clock"}, {fmt::format("在某个动作的 does 中写 start = \"{}\"", clock.clock->name), fmt::format("write start = \"{}\" among an action's effects", clock.clock->name)});
  }

  bool has(Kind kind, const std::string& target) const {
    const auto any = [&](const std::vector<Effect>& effects) {
      return std::any_of(effects.begin(), effects.end(), [&](const Effect& effect) { return effect.kind == kind && effect.target == target; });
    };
    return std::any_of(p_.actions.begin(), p_.actions.end(), [&](const ActionSpec& action) { return any(action.does); }) ||
           std::any_of(p_.autos.begin(), p_.autos.end(), [&](const AutoMove& move) { return any(move.does); });
  }

  // Whoever makes a matter rest on another must be somebody who sees that one: nobody looks for a clock or a rule.
  void check_freeze(const Effect& effect, const std::string& at, const ActionSpec* action) {
    if (!effect.value) fail(at, {"没有写明给谁", "it does not say to whom or what"}, {"写一个表达式", "give an expression"});
    if (action && action->by == ActionSpec::By::kPerson) return;
    fail(at, {"只有人能让事项以另一件为据：时钟和自动流转看不到另一件", "only a person can make a matter rest on another: clocks and automatic moves see none"}, {"写在由人做的动作里", "put it into an action that a person does"});
  }

  // A clock that a step starts would lose what was promised; one that ends where it starts would run on for good.
  void check_start(const Effect& effect, const std::string& at, const ActionSpec* action) {
    const ClockSpec* clock = nullptr;
    for (const StepClock& one : step_clocks(p_)) {
      if (one.clock->name == effect.target) clock = one.clock;
    }
    if (!clock) return check_clock(effect, at);
    if (clock->start != kByEffect) {
      fail(at, {fmt::format("时钟“{}”由环节开始，重新开始会抹去原先的承诺", effect.target), fmt::format("clock '{}' is started by its step; to begin it anew would forget what was promised", effect.target)}, {"给时钟写 start = \"effect\"，或改用 extend", "give the clock start = \"effect\", or use `extend`"});
    }
    for (const std::string& step : stands_in_steps(action)) {
      const StepSpec* spec = p_.step(step);
      if (spec && !spec->final && !holds_word(clock->until, step)) continue;
      fail(at, {fmt::format("在环节“{}”开始的时钟“{}”不会停止", step, effect.target), fmt::format("begun in step '{}', clock '{}' would never stop", step, effect.target)}, {"不要在终结环节或 until 的环节里开始它", "do not begin it in a final step or in one of its `until`"});
    }
  }

  // Where the matter is when the effect is applied: the action moves it afterwards.
  std::vector<std::string> stands_in_steps(const ActionSpec* action) const {
    if (!action) return {};
    if (action->on.empty()) return action->from;
    return action->in;
  }

  void check_precedent(const Effect& effect, const std::string& at) {
    for (const char* part : {"object", "place", "owner"}) {
      if (!effect.with.contains(part)) fail(at, {fmt::format("先例缺少“{}”", part), fmt::format("a precedent needs '{}'", part)}, {"写明 object、place、owner", "give object, place and owner"});
    }
  }

  const Procedure& p_;
  const std::set<std::string>& kinds_;
  FindingList& list_;
};

}  // namespace

void check_effects(const Procedure& procedure, const std::set<std::string>& known_kinds, FindingList& list) {
  EffectCheck(procedure, known_kinds, list).run();
}

}  // namespace shaoyin::procedure
