#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <unordered_map>

#include "core/procedure/check_parts.h"
#include "core/procedure/draft.h"
#include "core/procedure/walk_parts.h"

namespace shaoyin::procedure {
namespace {

using matter::EventKind;
using matter::Matter;

constexpr int kRestAfter = 16;  // automatic moves in a row; more are a circle

// What the walks of all widths saw together.
struct Seen {
  std::set<std::string> steps;          // "called", "call.signed"
  std::set<std::string> done;
  std::set<std::string> refused_who;
  std::set<std::string> refused_when;
};

// A matter somewhere on its way, and how it came there.
struct State {
  Matter matter;
  int from = -1;              // the state before, -1: opened here
  std::string by;             // what was done
  std::vector<int> next;
  bool expanded = false;
};

class Explorer {
 public:
  Explorer(const Procedure& procedure, const clock::DeadlinePack& pack, const Lens& lens, const WalkBudget& budget, int width, Seen& seen, FindingList& list, std::set<std::string>& told)
      : p_(procedure), bare_(procedure), pack_(pack), lens_(lens), budget_(budget), width_(width), seen_(seen), list_(list), told_(told), world_(procedure) {
    bare_.autos.clear();  // settled here one by one, so that a circle is a finding and not a crash
  }

  void open_all() {
    std::vector<MatterId> parents = {{}};
    const bool engine = std::any_of(p_.actions.begin(), p_.actions.end(), [](const ActionSpec& action) { return action.by == ActionSpec::By::kEngine; });
    if (lens_.parent || engine) parents.push_back({5});
    for (const MatterId parent : parents) {
      for (const Try& one : openings(p_, lens_, world_, width_)) {
        Facts facts = world_.facts(one.actor);
        facts.known = one.known;
        const Opening opening{{1}, {120103}, "G", "O", parent};
        ++decisions_;
        Result<Decision> decision = procedure::open(bare_, opening, one.act, facts);
        if (decision) { seen_.done.insert(one.act.action); arrive(-1, one.said, std::move(*decision), facts); }
      }
    }
  }

  void seed(const Matter& matter, const std::string& by) { keep(-1, by, matter); }

  void run() {
    while (!waiting_.empty() && decisions_ < budget_.fuel_max && static_cast<int>(states_.size()) < budget_.states_max) {
      // The oldest state and the newest by turns: near ones for short ways, far ones to come to an end at all.
      const bool near = (turn_ = !turn_);
      const int at = near ? waiting_.front() : waiting_.back();
      near ? waiting_.pop_front() : waiting_.pop_back();
      expand(at);
    }
  }

  [[nodiscard]] bool complete() const { return waiting_.empty(); }
  [[nodiscard]] int decisions() const { return decisions_; }
  [[nodiscard]] const std::vector<State>& states() const { return states_; }

  // The states from which neither an end nor a state that was not looked into can be reached.
  [[nodiscard]] std::vector<int> dead() const {
    std::vector<std::vector<int>> back(states_.size());
    std::deque<int> open;
    std::vector<bool> alive(states_.size(), false);
    for (std::size_t i = 0; i < states_.size(); ++i) {
      for (const int next : states_[i].next) back[static_cast<std::size_t>(next)].push_back(static_cast<int>(i));
      if (states_[i].matter.final || !states_[i].expanded) { alive[i] = true; open.push_back(static_cast<int>(i)); }
    }
    while (!open.empty()) {
      const int at = open.front();
      open.pop_front();
      for (const int before : back[static_cast<std::size_t>(at)]) {
        if (!alive[static_cast<std::size_t>(before)]) { alive[static_cast<std::size_t>(before)] = true; open.push_back(before); }
      }
    }
    std::vector<int> found;
    for (std::size_t i = 0; i < states_.size(); ++i) {
      if (!alive[i]) found.push_back(static_cast<int>(i));
    }
    return found;
  }

  // What was done on the shortest way to a state: "blow (O), refuse #1 (A)".
  [[nodiscard]] std::string way_to(int at) const {
    std::string way;
    for (int i = at; i >= 0; i = states_[static_cast<std::size_t>(i)].from) {
      const std::string& by = states_[static_cast<std::size_t>(i)].by;
      way = by + (way.empty() ? "" : ", " + way);
    }
    return way;
  }

 private:
  void expand(int at) {
    states_[static_cast<std::size_t>(at)].expanded = true;
    const Matter matter = states_[static_cast<std::size_t>(at)].matter;
    for (const Try& one : tries(p_, lens_, world_, matter, width_, seen_.refused_who)) {
      if (decisions_ >= budget_.fuel_max) { states_[static_cast<std::size_t>(at)].expanded = false; return; }
      ++decisions_;
      switch (one.kind) {
        case Try::Kind::kAct: act(at, matter, one); break;
        case Try::Kind::kClock: strike(at, matter, one); break;
        case Try::Kind::kChild: {
          const Facts facts = world_.facts({});
          arrive(at, one.said, hear_child(bare_, matter, one.child, facts), facts);
          break;
        }
      }
    }
  }

  void act(int at, const Matter& matter, const Try& one) {
    Facts facts = world_.facts(one.actor);
    facts.known = one.known;
    Result<Decision> decision = decide(bare_, matter, one.act, facts);
    if (decision) {
      seen_.done.insert(one.act.action);
      arrive(at, one.said, std::move(*decision), facts);
    } else if (decision.error().code == ErrorCode::kGuardRefused && decision.error().detail == "when") {
      seen_.refused_when.insert(one.act.action);
    }
  }

  // Time passes until this one clock ends, or passes its mark.
  void strike(int at, Matter matter, const Try& one) {
    for (matter::RunningClock& clock : matter.clocks) {
      if (clock.number != one.clock) continue;
      clock.next = SmallWorld::kNow;
      clock.due = one.mark < 0 ? SmallWorld::kNow : SmallWorld::kNow + hours(1);
      clock.marks_done = std::max(one.mark, 0);
      if (one.mark >= 0) clock.level = 0;
    }
    const Facts facts = world_.facts({matter::Actor::As::kClock, "", "", false});
    Decision decision = tick(bare_, matter, facts);
    for (const matter::Event& event : decision.events) {
      if (event.kind == EventKind::kActed) seen_.done.insert(event.text("action"));
    }
    arrive(at, one.said, std::move(decision), facts);
  }

  void arrive(int from, const std::string& by, Decision decision, const Facts& facts) {
    Matter matter = std::move(decision.after);
    look_at_clocks(decision.events);
    if (!settle(from, by, matter, facts)) return;
    if (within(matter)) keep(from, by, std::move(matter));
  }

  // Automatic moves, one by one. False when they do not come to rest.
  bool settle(int from, const std::string& by, Matter& matter, const Facts& facts) {
    std::string moves = matter.step;
    for (int i = 0; i < kRestAfter; ++i) {
      const MatterWorld world(bare_, matter, facts);
      const auto applies = std::find_if(p_.autos.begin(), p_.autos.end(), [&](const AutoMove& move) {
        return move.from == matter.step && (!move.when || rule::evaluate(move.when, world).is_yes());
      });
      seen_.steps.insert(matter.step);  // also those a matter only passes through
      if (applies == p_.autos.end()) return true;
      ++decisions_;
      Draft draft(bare_, matter, facts);
      draft.apply(applies->does, {}, {});
      draft.enter(applies->to, false, true);
      Decision moved = std::move(draft).finish();
      look_at_clocks(moved.events);
      matter = std::move(moved.after);
      moves += " -> " + matter.step;
    }
    tell("auto", {"自动移动停不下来：" + moves + "。经过：" + way(from, by), "automatic moves do not come to rest: " + moves + ". After: " + way(from, by)},
         {"给其中一个写 when，使它不再成立", "give one of them a `when` that stops holding"});
    return false;
  }

  // Which deadline a clock took: found here where it rests on a value that may be unknown.
  void look_at_clocks(const std::vector<matter::Event>& events) {
    for (const matter::Event& event : events) {
      if (event.kind != EventKind::kClockStarted || !event.get("code").known() || pack_.find(event.text("code"), event.text("variant"))) continue;
      const std::string variant = event.text("variant");
      tell("clock." + event.text("clock"), {fmt::format("时限表中“{}”没有适用于“{}”的行，而事项可以走到这里", event.text("code"), variant), fmt::format("the deadline pack has no row of '{}' for {}, and a matter can come here", event.text("code"), variant.empty() ? "an unknown variant (\"\")" : variant)},
           {"加一行，或一行通用的 variant = \"\"", "add the row, or one for all with variant = \"\""});
    }
  }

  bool within(const Matter& matter) const {
    if (matter.round > budget_.rounds_max) return false;
    std::map<std::string, int> counts;
    for (const matter::Record& record : matter.records) {
      if (record.round == matter.round && ++counts[record.type] > width_) return false;
    }
    return true;
  }

  void keep(int from, const std::string& by, Matter matter) {
    blur(lens_, matter);
    const auto [found, fresh] = known_.try_emplace(seen_through(lens_, p_, matter), static_cast<int>(states_.size()));
    if (from >= 0) states_[static_cast<std::size_t>(from)].next.push_back(found->second);
    if (!fresh) return;
    waiting_.push_back(found->second);
    states_.push_back({std::move(matter), from, by, {}, false});
    look_at(states_.back());
  }

  // What must hold in every state.
  void look_at(const State& state) {
    const Matter& matter = state.matter;
    seen_.steps.insert(matter.step);
    for (const matter::Record& record : matter.records) seen_.steps.insert(record.type + "." + record.step);
    if (matter.final) return;
    const std::string at = "step." + matter.step;
    if (matter.owner.empty()) tell(at + ".owner", {"此处没有责任单位。经过：" + way(state.from, state.by), "nobody owns the matter here. After: " + way(state.from, state.by)}, {"使 owner 在进入时总有值", "let `owner` be known whenever the step is entered"});
    const bool runs = std::any_of(matter.clocks.begin(), matter.clocks.end(), [](const matter::RunningClock& clock) { return clock.state == matter::RunningClock::State::kRunning; });
    if (!runs) tell(at + ".clock", {"此处没有时钟在走。经过：" + way(state.from, state.by), "no clock runs here. After: " + way(state.from, state.by)}, {"给该环节一个时钟，或不要停掉它", "give the step a clock, or do not stop it"});
  }

  std::string way(int from, const std::string& by) const {
    const std::string before = way_to(from);
    return before.empty() ? by : before + ", " + by;
  }

  // The first way to a fault is the shortest; others of the same kind add nothing.
  void tell(const std::string& at, const Words& what, const Words& cure) {
    if (told_.insert(at).second) list_.error(at, what, cure);
  }

  const Procedure& p_;
  Procedure bare_;
  const clock::DeadlinePack& pack_;
  const Lens& lens_;
  const WalkBudget& budget_;
  int width_;
  Seen& seen_;
  FindingList& list_;
  std::set<std::string>& told_;
  SmallWorld world_;
  std::vector<State> states_;
  std::unordered_map<std::string, int> known_;
  std::deque<int> waiting_;
  int decisions_ = 0;
  bool turn_ = false;
};

class Walk {
 public:
  Walk(const Procedure& procedure, const clock::DeadlinePack& pack, const WalkBudget& budget) : p_(procedure), pack_(pack), budget_(budget), lens_(lens_of(procedure)) {}

  WalkReport run() {
    for (const Width& width : widths()) {
      const WalkBudget bounds = within(width.rounds);
      Explorer explorer(p_, pack_, lens_, bounds, width.records, seen_, list_, told_);
      explorer.open_all();
      explorer.run();
      count(explorer);
      report_.tried = width;
      find_dead(explorer, width.records);
      if (!explorer.complete()) break;
      report_.proved = width;
    }
    never_seen();
    say();
    report_.findings = std::move(list_).take();
    return std::move(report_);
  }

 private:
  using Width = WalkReport::Width;

  // Small lives first: they show most faults, and the whole of them is seen even where the budget is small.
  std::vector<Width> widths() const {
    std::vector<Width> all;
    for (int rounds = 1; rounds <= budget_.rounds_max; ++rounds) all.push_back({1, rounds});
    for (int records = 2; records <= budget_.records_max; ++records) all.push_back({records, budget_.rounds_max});
    return all;
  }

  WalkBudget within(int rounds) const {
    WalkBudget bounds = budget_;
    bounds.rounds_max = rounds;
    return bounds;
  }

  void count(const Explorer& explorer) {
    report_.states += static_cast<int>(explorer.states().size());
    report_.decisions += explorer.decisions();
  }

  // A matter may be stuck only because the walk allows no more records; with two more it must find its way.
  void find_dead(const Explorer& explorer, int width) {
    std::map<std::string, int> first;  // one of each step is enough to name the fault
    for (const int dead : explorer.dead()) first.try_emplace(explorer.states()[static_cast<std::size_t>(dead)].matter.step, dead);
    WalkBudget small = within(budget_.rounds_max + 1);
    small.states_max /= 4;
    small.fuel_max /= 4;
    for (const auto& [step, dead] : first) {
      Explorer wider(p_, pack_, lens_, small, width + 2, seen_, list_, told_);
      wider.seed(explorer.states()[static_cast<std::size_t>(dead)].matter, "");
      wider.run();
      count(wider);
      const std::vector<int> still = wider.dead();
      if (still.empty() || still.front() != 0 || !told_.insert("dead." + step).second) continue;
      const std::string way = explorer.way_to(dead);
      list_.error("step." + step, {"从这里走不到终结。经过：" + way, "from here no way leads to an end. After: " + way}, {"放宽一个条件，或增加一个出口", "loosen a condition, or add a way out"});
    }
  }

  void never_seen() {
    for (const StepSpec& step : p_.steps) {
      if (!seen_.steps.contains(step.name)) never("step." + step.name, {"没有任何经过能到达该环节", "no life of a matter reaches this step"});
    }
    for (const RecordSpec& record : p_.records) {
      for (const std::string& step : record.steps) {
        if (!seen_.steps.contains(record.name + "." + step)) never("record." + record.name + ".step." + step, {"没有任何经过能使记录到达该环节", "no life of a matter brings a record to this step"});
      }
    }
    for (const ActionSpec& action : p_.actions) {
      const std::string at = "action." + action.name;
      if (!seen_.done.contains(action.name)) { never(at + (action.when ? ".when" : ""), {"这个动作从来做不成", "this action can never be done"}); continue; }
      if (action.who && !seen_.refused_who.contains(action.name)) never(at + ".who", {"who 从不拒绝任何人", "`who` never refuses anybody"});
      if (action.when && !seen_.refused_when.contains(action.name)) never(at + ".when", {"when 从不拒绝：它不起作用", "`when` never refuses: it has no effect"});
    }
  }

  void never(const std::string& at, const Words& what) {
    const Words cure{"改条件，或删去它", "change the condition, or remove it"};
    if (report_.proved.records >= budget_.records_max) { list_.error(at, what, cure); }
    else { list_.warning(at, {what.zh + "（在走到的范围内）", what.en + " (as far as the walk went)"}, cure); }
  }

  void say() {
    const WalkReport& r = report_;
    report_.said = {"在限额内只走了一部分", "only a part was walked within the budget"};
    if (r.proved.records > 0) {
      report_.said = {fmt::format("走遍了每类记录至多 {} 条、{} 轮的所有经过", r.proved.records, r.proved.rounds), fmt::format("every life with up to {} of each record and {} rounds was walked", r.proved.records, r.proved.rounds)};
      if (!(r.tried == r.proved)) {
        report_.said.zh += fmt::format("；{} 条、{} 轮时在限额内只走了一部分", r.tried.records, r.tried.rounds);
        report_.said.en += fmt::format("; with {} and {} rounds only a part, within the budget", r.tried.records, r.tried.rounds);
      }
    }
    report_.said.zh += fmt::format("；共 {} 个状态，{} 次决定", r.states, r.decisions);
    report_.said.en += fmt::format("; {} states, {} decisions", r.states, r.decisions);
  }

  const Procedure& p_;
  const clock::DeadlinePack& pack_;
  const WalkBudget& budget_;
  Lens lens_;
  Seen seen_;
  FindingList list_;
  std::set<std::string> told_;
  WalkReport report_;
};

}  // namespace

WalkReport walk(const Procedure& procedure, const clock::DeadlinePack& pack, const WalkBudget& budget) { return Walk(procedure, pack, budget).run(); }

}  // namespace shaoyin::procedure
