#include "app/demo_plays.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace shaoyin::app {
namespace {

using registers::GridKind;

const char* const kFirstDay = "2023-01-03 00:00";
constexpr std::pair<int, int> kMorning{515, 635};  // 08:35-10:35: when most matters begin that nobody gave an hour
constexpr Millis kToSpare{1000};                   // acts are spread by milliseconds so that no two are at once; none may pass today's end

Instant at_minute(Instant midnight, const std::pair<int, int>& span, Dice& dice) {
  const std::int64_t minute = dice.between(span.first, span.second);
  return midnight + minutes(minute) + Millis{span.first == span.second ? 0 : static_cast<std::int64_t>(dice.below(60)) * 1000};
}

class Planner {
 public:
  Planner(const std::vector<Life>& lives, const registers::Book& book, const clock::WorkCalendar& calendar, Instant now, std::uint64_t seed, int most_each)
      : lives_(lives), book_(book), calendar_(calendar), now_(now), seed_(seed), most_each_(most_each) {
    for (const auto& [code, grid] : book.grids()) by_kind_[grid.kind].push_back(code);
  }

  DemoPlan run() {
    for (const Life& life : lives_) {
      const std::vector<Instant> all = beginnings(life);
      for (const std::size_t i : thinned(all.size(), most_each_)) begin(life, static_cast<int>(i) + 1, all[i]);
    }
    set_apart();
    return std::move(plan_);
  }

 private:
  [[nodiscard]] Instant midnight(Instant at) const { return calendar_.start_of(calendar_.day_of(at)); }

  [[nodiscard]] Instant resolve(const LifeMoment& moment) const {
    switch (moment.from) {
      case LifeMoment::From::kNow: return now_ + moment.offset;
      case LifeMoment::From::kToday: return midnight(now_) + moment.offset;
      default: return moment.date;
    }
  }

  [[nodiscard]] std::pair<int, int> hour_of(const Life& life) const { return life.lines.front().after.of_day.value_or(kMorning); }

  std::vector<Instant> beginnings(const Life& life) const {
    Dice dice(seed_, life.file + "/" + life.name);
    const Instant from = life.from ? resolve(*life.from) : *parse_instant(kFirstDay);
    const Instant to = life.to ? std::min(resolve(*life.to), now_) : now_;
    std::vector<Instant> found;
    if (!life.on.empty()) {
      for (const LifeMoment& one : life.on) found.push_back(one_by_one(life, one, dice));
    } else if (to <= from) {
    } else if (life.every.ms > 0) {
      for (Instant at = from + drawn(life.every, dice); at < to && found.size() < kBeginningsMax; at = at + Millis{life.every.ms / 2} + drawn(life.every, dice)) found.push_back(morning(life, at, dice));
    } else {
      const int times = std::max(life.times, 1);
      const Millis share{(to - from).ms / times};
      for (int i = 0; i < times; ++i) found.push_back(morning(life, from + Millis{share.ms * i} + drawn(share, dice), dice));
    }
    std::erase_if(found, [&](Instant at) { return now_ - kToSpare < at; });
    return found;
  }

  static Millis drawn(Millis most, Dice& dice) { return {dice.between(0, most.ms)}; }

  // A day that was named is that day, holiday or not; a drawn one is a working day.
  Instant one_by_one(const Life& life, const LifeMoment& one, Dice& dice) const {
    if (one.from == LifeMoment::From::kNow) return resolve(one);
    const Instant day = resolve(one);
    if (one.minute) return day + minutes(*one.minute);
    return at_minute(midnight(day), hour_of(life), dice);
  }
  Instant morning(const Life& life, Instant at, Dice& dice) const {
    clock::DayNumber day = calendar_.day_of(at);
    if (!calendar_.is_workday(day)) day = calendar_.workday_after(day, 1);
    return at_minute(calendar_.start_of(day), hour_of(life), dice);
  }

  // Which of so many are played; each keeps its number and, with it, what is drawn for it.
  [[nodiscard]] static std::vector<std::size_t> thinned(std::size_t all, int most_each) {
    const std::size_t most = most_each == 0 ? all : std::min(all, static_cast<std::size_t>(most_each));
    std::vector<std::size_t> some;
    for (std::size_t i = 0; i < most; ++i) some.push_back(most == all ? i : most == 1 ? all - 1 : i * (all - 1) / (most - 1));
    return some;
  }

  void begin(const Life& life, int n, Instant at) {
    Dice dice(seed_, fmt::format("{}/{}/{}", life.file, life.name, n));
    DemoPlay play;
    play.life = &life;
    play.beginning = n;
    for (const LifePick& pick : life.picks) choose(pick, play.words, dice);
    play.words["n"] = std::to_string(n);
    if (!find_place(life, play, dice)) return;
    lines(life, play, at, dice);
    if (!play.acts.empty()) plan_.plays.push_back(std::move(play));
  }

  static void choose(const LifePick& pick, std::map<std::string, std::string>& words, Dice& dice) {
    if (pick.alternatives.empty()) return;
    const auto& values = pick.alternatives[dice.below(pick.alternatives.size())];
    for (std::size_t i = 0; i < pick.names.size(); ++i) words[pick.names[i]] = values[i];
  }

  static std::string with(const DemoPlay& play, const std::string& text) {
    return filled(text, [&](const std::string& word) -> std::optional<std::string> {
      const auto found = play.words.find(word);
      return found == play.words.end() ? std::nullopt : std::optional<std::string>(found->second);
    });
  }

  void lines(const Life& life, DemoPlay& play, Instant at, Dice& dice) const {
    for (const LifeLine& line : life.lines) {
      const bool first = &line == &life.lines.front();
      const bool comes = dice.below(100) < static_cast<std::size_t>(line.chance);
      if (!comes && line.skips) continue;
      if (!comes) return;
      if (!first) at = std::max(after(line.after, at, calendar_, dice), at + Millis{1000});
      if (now_ - kToSpare < at) return;
      play.acts.push_back({at, &line, with(play, line.actor)});
    }
  }

  // Whoever must act there has to be there: actors, and people and units that inputs name by their role.
  [[nodiscard]] bool held(const Life& life, const DemoPlay& play, const GridCode& grid) {
    for (const LifeLine& line : life.lines) {
      if (!somebody(with(play, line.actor), grid)) return false;
      std::string word;
      for (const char c : with(play, line.act.inputs) + ";") {
        const bool part = std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '-' || c == '@' || c == '#';
        if (part) { word += c; continue; }
        if (!somebody(word, grid)) return false;
        word.clear();
      }
    }
    return true;
  }

  [[nodiscard]] bool somebody(const std::string& word, const GridCode& grid) {
    const auto role = role_at(word);
    if (!role || book_.role(role->role) == nullptr) return true;
    const std::string key = word + " " + book_.at_level(grid, role->where == "street" ? GridKind::kStreet : role->where == "community" ? GridKind::kCommunity : role->where == "place" ? book_.grid(grid)->kind : GridKind::kDistrict);
    const auto [known, fresh] = held_.try_emplace(key, false);
    if (fresh) known->second = people_at(book_, *role, grid).size() >= static_cast<std::size_t>(role->which);
    if (!known->second) missing_ = word;
    return known->second;
  }

  bool find_place(const Life& life, DemoPlay& play, Dice& dice) {
    std::vector<std::pair<std::string, GridCode>> fit;
    for (const auto& [code, grid] : candidates(life)) {
      if (held(life, play, grid)) fit.emplace_back(code, grid);
    }
    if (fit.empty()) {
      const std::string why = missing_.empty() ? life.places : missing_;
      if (blamed_.insert(&life).second) plan_.faults.push_back({life.file, life.number, {"没有合适的地点：没有人是 " + why, "There is no place for it: nobody is " + why}, {"换 places，或换人，或在 people.csv 加人", "Choose other places or actors, or add people to people.csv"}});
      return false;
    }
    std::tie(play.place, play.grid) = fit[dice.below(fit.size())];
    if (life.places == "micro" || life.places == "all_purpose") descend(life, play, dice);
    return true;
  }

  // Lives in small grids choose their community first, so that large communities do not draw all of them.
  [[nodiscard]] std::vector<std::pair<std::string, GridCode>> candidates(const Life& life) const {
    std::vector<std::pair<std::string, GridCode>> found;
    for (const std::string& one : parts_of(life.places, ',')) {
      const auto kind = one == "micro" || one == "all_purpose" ? std::optional(GridKind::kCommunity) : registers::grid_kind_of(one);
      if (kind) {
        const auto all = by_kind_.find(*kind);
        if (all != by_kind_.end()) for (const GridCode& code : all->second) found.emplace_back(code, code);
      } else if (one.starts_with("place:")) {
        for (const auto& [code, place] : book_.places()) {
          if (place.kind == one.substr(6)) found.emplace_back(code, place.grid);
        }
      } else if (const registers::Place* place = book_.place(one)) {
        found.emplace_back(code_of(*place), place->grid);
      } else if (book_.grid(one) != nullptr) {
        found.emplace_back(one, one);
      }
    }
    return found;
  }
  static const std::string& code_of(const registers::Place& place) { return place.code; }

  void descend(const Life& life, DemoPlay& play, Dice& dice) const {
    for (const GridKind kind : {GridKind::kAllPurpose, GridKind::kMicro}) {
      if (kind == GridKind::kMicro && life.places == "all_purpose") return;
      std::vector<GridCode> below;
      for (const GridCode& code : book_.children(play.grid)) {
        if (book_.grid(code)->kind == kind) below.push_back(code);
      }
      if (!below.empty()) play.place = play.grid = below[dice.below(below.size())];
    }
  }

  // No two acts at one moment: then it is plain, for whoever goes on after a power cut, which of them were done.
  void set_apart() {
    std::vector<DemoAct*> all;
    for (DemoPlay& play : plan_.plays) {
      for (DemoAct& act : play.acts) all.push_back(&act);
    }
    std::stable_sort(all.begin(), all.end(), [](const DemoAct* a, const DemoAct* b) { return a->at < b->at; });
    for (std::size_t i = 1; i < all.size(); ++i) all[i]->at = std::max(all[i]->at, all[i - 1]->at + Millis{2});
  }

  const std::vector<Life>& lives_;
  const registers::Book& book_;
  const clock::WorkCalendar& calendar_;
  const Instant now_;
  const std::uint64_t seed_;
  const int most_each_;
  std::map<GridKind, std::vector<GridCode>> by_kind_;
  std::map<std::string, bool> held_;
  std::string missing_;
  std::set<const Life*> blamed_;
  DemoPlan plan_;
};

}  // namespace

Dice::Dice(std::uint64_t seed, const std::string& name) : state_(seed) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;  // FNV-1a
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  state_ ^= hash;
  (void)next();
}

std::uint64_t Dice::next() {
  std::uint64_t z = state_ += 0x9e3779b97f4a7c15ULL;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31);
}

Instant after(const LifeDelay& delay, Instant before, const clock::WorkCalendar& calendar, Dice& dice) {
  const std::int64_t sign = delay.back ? -1 : 1;
  if (!delay.by_day) return before + Millis{sign * dice.between(delay.least.ms / 1000, delay.most.ms / 1000) * 1000};
  const auto n = static_cast<int>(dice.between(delay.days_least, delay.days_most));
  const clock::DayNumber today = calendar.day_of(before);
  clock::DayNumber day = today + static_cast<clock::DayNumber>(sign * (delay.working ? 0 : n));
  if (delay.working && !delay.back && n > 0) day = calendar.workday_after(today, n);
  for (int left = delay.working && delay.back ? n : 0; left > 0;) left -= calendar.is_workday(--day) ? 1 : 0;
  const Instant midnight = calendar.start_of(day);
  return delay.of_day ? at_minute(midnight, *delay.of_day, dice) : midnight + (before - calendar.start_of(today));
}

DemoPlan demo_plays(const std::vector<Life>& lives, const registers::Book& book, const clock::WorkCalendar& calendar, Instant now, std::uint64_t seed, int most_each) {
  return Planner(lives, book, calendar, now, seed, most_each).run();
}

}  // namespace shaoyin::app
