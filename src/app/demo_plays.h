// What is played in the demonstration: who does what to which matter, when. Drawn from lives. Private to demo_matters.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "app/life.h"

namespace shaoyin::app {

struct DemoAct {
  Instant at;                    // strictly after every earlier act of the demonstration
  const LifeLine* line = nullptr;
  std::string actor;             // with its choices filled in
};

struct DemoPlay {
  const Life* life = nullptr;    // borrowed from the lives that were given
  int beginning = 0;             // 1, 2, 3 … of its life
  std::string place;             // place or grid code
  GridCode grid;
  std::map<std::string, std::string> words;  // what was drawn for it
  std::vector<DemoAct> acts;     // in order of time; the first opens
};

struct DemoPlan {
  std::vector<DemoPlay> plays;
  std::vector<LifeFault> faults;  // a life that nobody can begin anywhere, each once
};

// Numbers drawn from a seed: SplitMix64, small, and the same on every machine.
class Dice {
 public:
  // Of its own for each name, so that one life's draws do not move another's.
  Dice(std::uint64_t seed, const std::string& name);
  [[nodiscard]] std::uint64_t next();
  [[nodiscard]] std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }
  [[nodiscard]] std::int64_t between(std::int64_t least, std::int64_t most) { return least + static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(most - least + 1)); }

 private:
  std::uint64_t state_;
};

// The plays of one seed, none of which goes beyond `now`. `most_each`: at most so many of each life, spread over its time
// (of one the last); 0: all.
[[nodiscard]] DemoPlan demo_plays(const std::vector<Life>& lives, const registers::Book& book, const clock::WorkCalendar& calendar, Instant now, std::uint64_t seed,
                                  int most_each = 0);

// `delay` after `before`; where a range is allowed, drawn.
[[nodiscard]] Instant after(const LifeDelay& delay, Instant before, const clock::WorkCalendar& calendar, Dice& dice);

}  // namespace shaoyin::app
