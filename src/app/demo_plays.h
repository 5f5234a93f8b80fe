// What is played in the demonstration: who does what to which matter, when. Private to demo_matters.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "app/house.h"

namespace shaoyin::app {

struct DemoAct {
  Instant at;
  std::string who;     // person code; "resident": through the portal, "reporter": the resident who reported it
  std::string action;  // empty: opens the matter
  RecordNumber record = 0;
  std::string to;
  std::map<std::string, Value> inputs;
  bool on_child = false;  // on the whistle that was blown from it
};

struct DemoPlay {
  std::string kind;
  std::string place;  // place or grid code
  std::vector<DemoAct> acts;  // in order of time; the first opens
};

// The plays of one seed, none of which goes beyond `now`.
[[nodiscard]] std::vector<DemoPlay> demo_plays(const registers::Book& book, const clock::WorkCalendar& calendar, Instant now, std::uint64_t seed);

// The name under which the sample evidence `what` is kept when no file store is at hand; see demo_matters.cpp.
[[nodiscard]] Value demo_evidence(const std::string& what);

}  // namespace shaoyin::app
