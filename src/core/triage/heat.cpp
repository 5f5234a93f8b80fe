#include "core/triage/heat.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace shaoyin::triage {
namespace {

constexpr double kSupportShare = 0.2, kRepeatShare = 0.2, kSpreadShare = 0.3;

// ln(1 + n): the tenth counts as much as a tenth of the first.
double damped_count(double n) { return std::log1p(std::max(n, 0.0)); }

double loudness(const Voice& voice, std::int64_t today) {
  const double fading = std::exp(-static_cast<double>(today - voice.day) / kFadeDays);
  const double support = 1 + kSupportShare * damped_count(static_cast<double>(voice.supports) - static_cast<double>(voice.opposes));
  return fading * support * (voice.troubled ? kTroubledFactor : 1.0);
}

}  // namespace

Heat heat(const std::vector<Voice>& voices, std::int64_t today) {
  struct Person {
    double loudest = 0;
    std::size_t messages = 0;
  };
  Heat heat;
  std::map<std::string, Person> people;
  std::set<std::string> grids;
  for (const Voice& voice : voices) {
    if (voice.day > today) continue;
    Person& person = people[voice.resident];
    person.loudest = std::max(person.loudest, loudness(voice, today));
    ++person.messages;
    ++heat.messages;
    heat.troubled += voice.troubled ? 1 : 0;
    if (!voice.grid.empty()) grids.insert(voice.grid);
  }
  for (const auto& [resident, person] : people) heat.voices += person.loudest * (1 + kRepeatShare * damped_count(static_cast<double>(person.messages) - 1));
  heat.residents = people.size();
  heat.grids = grids.size();
  heat.spread = 1 + (grids.empty() ? 0.0 : kSpreadShare * damped_count(static_cast<double>(grids.size())));
  heat.value = heat.voices * heat.spread;
  return heat;
}

std::vector<double> habit(const std::vector<Voice>& voices, std::int64_t today) {
  std::vector<double> weeks;
  for (std::size_t week = kWeeksOfHabit; week > 0; --week) weeks.push_back(heat(voices, today - 7 * static_cast<std::int64_t>(week)).value);
  return weeks;
}

bool is_hot(const Heat& now, const std::vector<double>& habit) {
  if (now.residents < kResidentsMin) return false;
  double mean = 0, square = 0;
  for (const double week : habit) mean += week / static_cast<double>(habit.size());
  for (const double week : habit) square += (week - mean) * (week - mean) / static_cast<double>(habit.size());
  return now.value > mean + kSigmas * std::sqrt(square);
}

}  // namespace shaoyin::triage
