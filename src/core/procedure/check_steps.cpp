#include <fmt/format.h>

#include "core/procedure/check_parts.h"

namespace shaoyin::procedure {
namespace {

void check_reach(const Procedure& p, const std::vector<Arrow>& arrows, FindingList& list) {
  const std::set<std::string> seen = reached(arrows, {p.opening().to.front()});
  std::set<std::string> ends;
  for (const StepSpec& step : p.steps) {
    if (step.final) ends.insert(step.name);
  }
  const std::set<std::string> ending = reached(arrows, ends, true);
  for (const StepSpec& step : p.steps) {
    if (!seen.contains(step.name)) {
      list.error("step." + step.name, {"没有任何动作、自动移动或时钟能到达该环节", "nothing leads to this step: no action, automatic move or clock"},
                 {"写一个 to 指向它的动作，或删去该环节", "let an action move `to` it, or remove the step"});
    }
    if (!ending.contains(step.name)) {
      list.error("step." + step.name, {"从该环节无法走到终结环节", "there is no way from this step to a final one"},
                 {"写一个以它为 from 的动作", "write an action with this step in `from`"});
    }
  }
}

void check_record_reach(const Procedure& p, const RecordSpec& record, FindingList& list) {
  const std::string at = "record." + record.name;
  bool added = false;
  const auto adds = [&](const std::vector<Effect>& effects) {
    for (const Effect& effect : effects) added = added || (effect.kind == Effect::Kind::kAdd && effect.target == record.name);
  };
  for (const ActionSpec& action : p.actions) adds(action.does);
  for (const AutoMove& move : p.autos) adds(move.does);
  if (!added) {
    list.error(at, {"没有动作会产生这种记录", "no action ever adds such a record"}, {fmt::format("在某个动作的 does 中写 add = \"{}\"", record.name), fmt::format("write add = \"{}\" among an action's effects", record.name)});
    return;
  }
  const std::vector<Arrow> arrows = arrows_of(p, record);
  const std::set<std::string> seen = reached(arrows, {record.steps.front()});
  const std::set<std::string> ending = reached(arrows, {record.final_steps.begin(), record.final_steps.end()}, true);
  for (const std::string& step : record.steps) {
    if (!seen.contains(step)) list.error(at + ".step." + step, {"记录无法到达该环节", "nothing leads the record to this step"}, {"写一个 to 指向它的动作，或删去该环节", "let an action on the record move `to` it, or remove the step"});
    if (!record.final_steps.empty() && !ending.contains(step)) {
      list.error(at + ".step." + step, {"记录从该环节无法了结", "the record cannot be settled from this step"}, {"写一个以它为 from 的动作", "write an action on the record with this step in `from`"});
    }
  }
}

void check_owner_and_clock(const Procedure& p, FindingList& list) {
  std::set<std::string> timed;
  for (const StepClock& clock : step_clocks(p)) {
    if (clock.clock->start == kByEffect) continue;  // an effect may never come
    const std::set<std::string> still = stands_in(p, clock);
    for (const std::string& step : runs_in(p, clock)) {
      if (!still.contains(step)) timed.insert(step);
    }
  }
  for (const StepSpec& step : p.steps) {
    if (step.final) continue;
    const std::string at = "step." + step.name;
    if (!step.owner) list.error(at + ".owner", {"该环节没有责任单位", "nobody owns the matter in this step"}, {"写明 owner，例如 owner = \"opener.unit\"", "write owner, for example owner = \"opener.unit\""});
    if (!timed.contains(step.name)) {
      list.error(at + ".clock", {"该环节没有一定在走的时钟（没有时钟，或都可能已被暂停）：事项可能被遗忘", "no clock is sure to run in this step (there is none, or each may be paused): a matter could be forgotten here"},
                 {fmt::format("写 [step.{}.clock.NAME]，或让先前环节的时钟的 until 不含它", step.name), fmt::format("write [step.{}.clock.NAME], or let an earlier step's clock run on by leaving it out of `until`", step.name)});
    }
  }
}

// A record that outlives its matter must bring its own clock.
void check_outliving(const RecordSpec& record, FindingList& list) {
  if (record.at_close != AtClose::kOutlive) return;
  for (const std::string& step : record.steps) {
    if (record.is_final(step)) continue;
    bool timed = false;
    for (const ClockSpec& clock : record.clocks) timed = timed || (!holds_word(clock.until, step) && (clock.start == step || !clock.until.empty()));
    if (!timed) {
      list.error(fmt::format("record.{}.step.{}", record.name, step), {"事项结束后该记录仍在等待，却没有时钟", "after the matter has ended this record still waits, without a clock"},
                 {"给记录一个时钟，或改 at_close", "give the record a clock, or change at_close"});
    }
  }
}

bool always(const AutoMove& move) {
  if (!move.when) return true;
  const rule::Node& root = *move.when.root;
  return root.kind == rule::Node::Kind::kLiteral && root.literal.is_yes();
}

void check_autos(const Procedure& p, FindingList& list) {
  std::vector<Arrow> certain;
  for (std::size_t i = 0; i < p.autos.size(); ++i) {
    const AutoMove& move = p.autos[i];
    if (always(move)) certain.push_back({Arrow::By::kAuto, move.from, move.to, std::to_string(i)});
    if (move.from == move.to && move.does.empty()) {
      list.error(fmt::format("auto[{}]", i), {"自动移动回到原环节且不改变任何东西：永不停止", "it moves back to where it is and changes nothing: it would never rest"}, {"改 to，或改为时钟", "change `to`, or use a clock"});
    }
    for (std::size_t j = 0; j < i; ++j) {
      if (p.autos[j].from == move.from && always(p.autos[j])) {
        list.warning(fmt::format("auto[{}]", i), {fmt::format("第 {} 个自动移动总是先发生，轮不到它", j), fmt::format("auto[{}] always moves first; this one never does", j)}, {"把无条件的移动放在最后", "put the unconditional move last"});
      }
    }
  }
  for (const Arrow& arrow : certain) {
    if (!reached(certain, {arrow.to}).contains(arrow.from)) continue;
    list.error(fmt::format("auto[{}]", arrow.name), {fmt::format("自动移动循环不止：{} → {} → … → {}", arrow.from, arrow.to, arrow.from), fmt::format("automatic moves go round for ever: {} -> {} -> ... -> {}", arrow.from, arrow.to, arrow.from)},
               {"给其中一个写 when，使它不再成立", "give one of them a `when` that stops holding"});
  }
}

}  // namespace

void check_steps(const Procedure& procedure, FindingList& list) {
  check_reach(procedure, arrows_of(procedure), list);
  for (const RecordSpec& record : procedure.records) {
    check_record_reach(procedure, record, list);
    check_outliving(record, list);
  }
  check_owner_and_clock(procedure, list);
  check_autos(procedure, list);
}

}  // namespace shaoyin::procedure
