#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <deque>
#include <memory>
#include <unordered_map>

#include "core/base/sha256.h"
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

// A state is known by 128 bits of the hash of what the lens sees: among a hundred million states two share one with a
// chance below 1 in 10^22, and a kept line of text each would not fit into memory.
struct Fingerprint {
  std::uint64_t high = 0, low = 0;
  friend bool operator==(const Fingerprint&, const Fingerprint&) = default;
};
struct FingerprintHash { std::size_t operator()(const Fingerprint& one) const { return one.low; } };

Fingerprint fingerprint(const std::string& seen) {
  const Hash hash = sha256(seen);
  Fingerprint made;
  std::memcpy(&made.high, hash.data(), sizeof made.high);
  std::memcpy(&made.low, hash.data() + sizeof made.high, sizeof made.low);
  return made;
}

// A matter somewhere on its way. Of how it came there only the turns are kept; live() goes them again.
struct State {
  int from = -1;                   // the state before, -1: opened here
  int turn = 0;                    // which of the tries there, or which root
  std::unique_ptr<Matter> matter;  // until it is expanded
  std::vector<int> next;
  bool expanded = false;
  bool final = false;
  int step = 0;                    // of the procedure's steps
};

class Explorer {
 public:
  struct Lived { Matter matter; std::string way; };

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
        if (!decision) {
          note_refused(one.act.action, decision.error());
          continue;
        }
        seen_.done.insert(one.act.action);
        roots_.push_back({{}, one.said});
        if (auto matter = settled(-1, one.said, std::move(*decision), facts)) {
          roots_.back().matter = *matter;
          keep(-1, static_cast<int>(roots_.size()) - 1, std::move(*matter), one.said);
        }
      }
    }
  }

  // Begins at `matter` and stops at the first end it finds.
  void seek_end(const Matter& matter) {
    seeks_end_ = true;
    roots_.push_back({matter, ""});
    keep(-1, 0, matter, "");
    run();
  }
  [[nodiscard]] bool found_end() const { return ended_; }

  void run() {
    while (!waiting_.empty() && !(seeks_end_ && ended_) && decisions_ < budget_.fuel_max && static_cast<int>(states_.size()) < budget_.states_max) {
      // The oldest state and the newest by turns: near ones for short ways, far ones to come to an end at all.
      const bool near = (turn_ = !turn_);
      const int at = near ? waiting_.front() : waiting_.back();
      near ? waiting_.pop_front() : waiting_.pop_back();
      expand(at);
    }
  }

  [[nodiscard]] bool complete() const { return waiting_.empty(); }
  [[nodiscard]] int decisions() const { return decisions_; }
  [[nodiscard]] std::size_t states() const { return states_.size(); }

  // States from which neither an end nor a state that was not looked into can be reached, one of each step.
  [[nodiscard]] std::vector<int> dead_by_step() const {
    std::vector<std::vector<int>> back(states_.size());
    std::deque<int> open;
    std::vector<bool> alive(states_.size(), false);
    for (std::size_t i = 0; i < states_.size(); ++i) {
      for (const int next : states_[i].next) back[static_cast<std::size_t>(next)].push_back(static_cast<int>(i));
      if (states_[i].final || !states_[i].expanded) { alive[i] = true; open.push_back(static_cast<int>(i)); }
    }
    while (!open.empty()) {
      const int at = open.front();
      open.pop_front();
      for (const int before : back[static_cast<std::size_t>(at)]) {
        if (!alive[static_cast<std::size_t>(before)]) { alive[static_cast<std::size_t>(before)] = true; open.push_back(before); }
      }
    }
    std::vector<int> found;
    std::set<int> steps;
    for (std::size_t i = 0; i < states_.size(); ++i) {
      if (!alive[i] && steps.insert(states_[i].step).second) found.push_back(static_cast<int>(i));
    }
    return found;
  }

  // A state's matter and what was done on the way to it: "blow (O), refuse #1 (A)".
  [[nodiscard]] Lived live(int at) {
    std::vector<int> turns;
    int i = at;
    for (; states_[static_cast<std::size_t>(i)].from >= 0; i = states_[static_cast<std::size_t>(i)].from) turns.push_back(states_[static_cast<std::size_t>(i)].turn);
    Lived lived = roots_[static_cast<std::size_t>(states_[static_cast<std::size_t>(i)].turn)];
    blur(lens_, lived.matter);
    for (auto turn = turns.rbegin(); turn != turns.rend(); ++turn) {
      const Try one = tries(p_, lens_, world_, lived.matter, width_, seen_.refused_who)[static_cast<std::size_t>(*turn)];
      auto after = turned(-1, lived.matter, one);
      ensure(after.has_value(), "a way that was gone once can be gone again");
      lived.matter = std::move(*after);
      blur(lens_, lived.matter);
      lived.way += (lived.way.empty() ? "" : ", ") + one.said;
    }
    return lived;
  }
  [[nodiscard]] std::string way_to(int at) { return live(at).way; }

 private:
  void expand(int at) {
    states_[static_cast<std::size_t>(at)].expanded = true;
    const std::unique_ptr<Matter> matter = std::move(states_[static_cast<std::size_t>(at)].matter);
    const std::vector<Try> all = tries(p_, lens_, world_, *matter, width_, seen_.refused_who);
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (decisions_ >= budget_.fuel_max) { states_[static_cast<std::size_t>(at)].expanded = false; return; }
      ++decisions_;
      auto after = turned(at, *matter, all[i]);
      if (after && within(*after)) keep(at, static_cast<int>(i), std::move(*after), all[i].said);
    }
  }

  // The matter after one turn, at rest; nothing when it was refused or never comes to rest.
  std::optional<Matter> turned(int at, const Matter& matter, const Try& one) {
    switch (one.kind) {
      case Try::Kind::kAct: return acted(at, matter, one);
      case Try::Kind::kClock: return struck(at, matter, one);
      case Try::Kind::kChild: break;
    }
    const Facts facts = world_.facts({});
    return settled(at, one.said, hear_child(bare_, matter, one.child, facts), facts);
  }

  std::optional<Matter> acted(int at, const Matter& matter, const Try& one) {
    Facts facts = world_.facts(one.actor);
    facts.known = one.known;
    Result<Decision> decision = decide(bare_, matter, one.act, facts);
    if (decision) {
      seen_.done.insert(one.act.action);
      return settled(at, one.said, std::move(*decision), facts);
    }
    note_refused(one.act.action, decision.error());
    return std::nullopt;
  }

  void note_refused(const std::string& action, const Error& error) {
    if (error.code == ErrorCode::kGuardRefused && error.detail == "when") seen_.refused_when.insert(action);
  }

  // Time passes until this one clock ends, or passes its mark.
  std::optional<Matter> struck(int at, Matter matter, const Try& one) {
    const matter::RunningClock* striking = matter.clock(one.clock);
    if (striking != nullptr && striking->kind == matter::ClockKind::kLook) return looked(at, std::move(matter), one);
    for (matter::RunningClock& clock : matter.clocks) {
      if (clock.number != one.clock) continue;
      clock.next = SmallWorld::kNow;
      clock.due = one.mark < 0 ? SmallWorld::kNow : SmallWorld::kNow + hours(1);
      clock.marks_done = std::max(one.mark, 0);
      if (one.mark >= 0) clock.level = 0;
    }
    return ticked(at, matter, one);
  }

  // A watch looks when little, half or more than all of the time of every clock is gone, and after as many days of silence.
  std::optional<Matter> looked(int at, Matter matter, const Try& one) {
    static constexpr int kHoursGone[kAges] = {0, 1, 2};
    static constexpr int kDaysSilent[kAges] = {0, 10, 400};
    for (matter::RunningClock& clock : matter.clocks) {
      if (clock.number == one.clock) clock.next = SmallWorld::kNow;
      if (clock.kind == matter::ClockKind::kLook) continue;
      clock.started = SmallWorld::kNow - hours(kHoursGone[one.mark]);
      clock.due = clock.started + hours(kHoursGone[one.mark] == 2 ? 1 : 2);
    }
    for (auto& [action, deed] : matter.deeds) deed.at = SmallWorld::kNow - days(kDaysSilent[one.mark]);
    matter.opened = SmallWorld::kNow - days(kDaysSilent[one.mark]);
    if (lens_.past && kDaysSilent[one.mark] > 0) pass_all(matter);
    return ticked(at, matter, one);
  }

  // Every moment that was given lies behind.
  static void pass_all(Matter& matter) {
    const auto pass = [](std::map<std::string, Value>& fields) {
      for (auto& [name, value] : fields) {
        if (value.kind() == Value::Kind::kInstant) value = Value::instant(SmallWorld::kNow - hours(1));
      }
    };
    pass(matter.fields);
    for (matter::Record& record : matter.records) pass(record.fields);
  }

  // A clock's action that its `when` holds back has been refused like anybody's.
  void note_held_back(const Matter& matter, const Facts& facts) {
    const MatterWorld world(bare_, matter, facts);
    for (const ActionSpec& action : p_.actions) {
      const bool here = action.by == ActionSpec::By::kClock && action.when && holds_word(action.from, matter.step);
      if (here && !rule::evaluate(action.when, world).is_yes()) seen_.refused_when.insert(action.name);
    }
  }

  std::optional<Matter> ticked(int at, const Matter& matter, const Try& one) {
    const Facts facts = world_.facts({matter::Actor::As::kClock, "", "", false});
    note_held_back(matter, facts);
    Decision decision = tick(bare_, matter, facts);
    for (const matter::Event& event : decision.events) {
      if (event.kind == EventKind::kActed) seen_.done.insert(event.text("action"));
    }
    return settled(at, one.said, std::move(decision), facts);
  }

  std::optional<Matter> settled(int from, const std::string& by, Decision decision, const Facts& facts) {
    Matter matter = std::move(decision.after);
    look_at_events(decision.events);
    if (!settle(from, by, matter, facts)) return std::nullopt;
    return matter;
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
      look_at_events(moved.events);
      matter = std::move(moved.after);
      moves += " -> " + matter.step;
    }
    tell("auto", {"自动移动停不下来：" + moves + "。经过：" + way(from, by), "automatic moves do not come to rest: " + moves + ". After: " + way(from, by)},
         {"给其中一个写 when，使它不再成立", "give one of them a `when` that stops holding"});
    return false;
  }

  // What records came to, and which deadline a clock took: found here where it rests on a value that may be unknown.
  void look_at_events(const std::vector<matter::Event>& events) {
    for (const matter::Event& event : events) {
      if (event.kind == EventKind::kRecordAdded) seen_.steps.insert(event.text("record") + "." + event.text("step"));
      if (event.kind == EventKind::kRecordMoved) seen_.steps.insert(event.text("record") + "." + event.text("to"));
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

  void keep(int from, int turn, Matter matter, const std::string& by) {
    blur(lens_, matter);
    const auto [found, fresh] = known_.try_emplace(fingerprint(seen_through(lens_, p_, matter)), static_cast<int>(states_.size()));
    const int at = found->second;
    if (from >= 0) states_[static_cast<std::size_t>(from)].next.push_back(at);
    if (!fresh) return;
    look_at(matter, from, by);
    ended_ = ended_ || matter.final;
    waiting_.push_back(at);
    State state;
    state.from = from;
    state.turn = turn;
    state.final = matter.final;
    state.step = static_cast<int>(p_.step(matter.step) - p_.steps.data());
    state.matter = std::make_unique<Matter>(std::move(matter));
    states_.push_back(std::move(state));
  }

  // What must hold in every state.
  void look_at(const Matter& matter, int from, const std::string& by) {
    seen_.steps.insert(matter.step);
    if (matter.final) return;
    const std::string at = "step." + matter.step;
    if (matter.owner.empty()) tell(at + ".owner", {"此处没有责任单位。经过：" + way(from, by), "nobody owns the matter here. After: " + way(from, by)}, {"使 owner 在进入时总有值", "let `owner` be known whenever the step is entered"});
    const bool runs = std::any_of(matter.clocks.begin(), matter.clocks.end(), [](const matter::RunningClock& clock) {
      return clock.state == matter::RunningClock::State::kRunning && clock.kind != matter::ClockKind::kLook;
    });
    if (!runs) tell(at + ".clock", {"此处没有时钟在走。经过：" + way(from, by), "no clock runs here. After: " + way(from, by)}, {"给该环节一个时钟，或不要停掉它", "give the step a clock, or do not stop it"});
  }

  std::string way(int from, const std::string& by) {
    const std::string before = from < 0 ? std::string() : way_to(from);
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
  std::unordered_map<Fingerprint, int, FingerprintHash> known_;
  std::vector<Lived> roots_;  // where states without a state before begin
  bool seeks_end_ = false;
  bool ended_ = false;
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
    report_.states += static_cast<int>(explorer.states());
    report_.decisions += explorer.decisions();
  }

  // A matter may be stuck only because the walk allows no more records; with two more it must find its way.
  void find_dead(Explorer& explorer, int width) {
    std::map<std::string, Explorer::Lived> first;  // one of each step is enough to name the fault
    for (const int dead : explorer.dead_by_step()) {
      Explorer::Lived lived = explorer.live(dead);
      first.try_emplace(lived.matter.step, std::move(lived));
    }
    WalkBudget small = within(budget_.rounds_max + 1);
    small.states_max /= 4;
    small.fuel_max /= 4;
    for (const auto& [step, lived] : first) {
      Explorer wider(p_, pack_, lens_, small, width + 2, seen_, list_, told_);
      wider.seek_end(lived.matter);
      count(wider);
      if (wider.found_end() || !wider.complete() || !told_.insert("dead." + step).second) continue;
      const std::string& way = lived.way;
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

  // What a narrow walk did not see may need a second record: only the whole of the asked width makes it an error.
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
