#include "core/walk/capacity.h"

#include <algorithm>
#include <deque>
#include <limits>
#include <numeric>
#include <queue>

#include "core/base/ensure.h"

namespace shaoyin::walk {
namespace {

using Cost = std::int64_t;
constexpr Cost kNoWay = std::numeric_limits<Cost>::max();
// Staying away costs more than any chain of moves could save, so that as many as possible are served.
constexpr Cost kStayAway = Cost{1} << 45;
constexpr std::uint32_t kNone = 0xFFFF'FFFF;

// Facilities, and after them "nowhere", which has room for everybody.
class Moves {
 public:
  explicit Moves(const CapacityTask& task)
      : task_(task), nowhere_(static_cast<std::uint32_t>(task.capacity.size())), inside_(nowhere_ + 1, 0), at_(task.people.size() * (task.k + 1), 0), offers_(nowhere_ + 1) {
    for (std::uint32_t home = 0; home < task.people.size(); ++home) {
      if (task.people[home] > 0) put(home, place_of(home, 0) == nowhere_ ? task.k : 0, task.people[home]);
    }
  }

  Capacity run() {
    for (std::uint32_t facility = 0; facility < nowhere_; ++facility) {
      while (inside_[facility] > task_.capacity[facility]) relieve(facility);
    }
    return counted();
  }

 private:
  // A way for some people of a home to be moved from one choice of theirs to another.
  struct Offer {
    Cost cost;
    std::uint32_t home, from, to;  // choices of that home, task.k being nowhere
    friend bool operator>(const Offer& a, const Offer& b) { return a.cost > b.cost; }
  };
  using Offers = std::priority_queue<Offer, std::vector<Offer>, std::greater<>>;
  struct Towards { std::uint32_t facility; Offers offers; };

  [[nodiscard]] const Label& label(std::uint32_t home, std::uint32_t choice) const { return task_.near[std::size_t{home} * task_.k + choice]; }
  [[nodiscard]] std::uint32_t place_of(std::uint32_t home, std::uint32_t choice) const {
    return choice == task_.k || label(home, choice).distance == kFar ? nowhere_ : label(home, choice).facility;
  }
  [[nodiscard]] Cost cost_of(std::uint32_t home, std::uint32_t choice) const { return place_of(home, choice) == nowhere_ ? kStayAway : Cost{label(home, choice).distance}; }
  [[nodiscard]] std::uint32_t& at(std::uint32_t home, std::uint32_t choice) { return at_[std::size_t{home} * (task_.k + 1) + choice]; }

  void put(std::uint32_t home, std::uint32_t choice, std::uint32_t people) {
    const std::uint32_t place = place_of(home, choice);
    const bool newly = at(home, choice) == 0;
    at(home, choice) += people;
    inside_[place] += people;
    if (!newly) return;
    for (std::uint32_t other = 0; other <= task_.k; ++other) {
      const std::uint32_t to = place_of(home, other);
      if (to != place && (to != nowhere_ || other == task_.k)) offers_from(place, to).push({cost_of(home, other) - cost_of(home, choice), home, choice, other});
    }
  }

  Offers& offers_from(std::uint32_t from, std::uint32_t to) {
    for (Towards& towards : offers_[from]) if (towards.facility == to) return towards.offers;
    offers_[from].push_back({to, {}});
    return offers_[from].back().offers;
  }

  // The cheapest that still holds; others are forgotten on the way.
  const Offer* best(Offers& offers) {
    while (!offers.empty() && at(offers.top().home, offers.top().from) == 0) offers.pop();
    return offers.empty() ? nullptr : &offers.top();
  }

  // Moves people along the cheapest chain from an overfull facility to free places. There always is one: nowhere.
  void relieve(std::uint32_t from) {
    find_chains(from);
    std::uint32_t end = nowhere_;
    for (std::uint32_t place = 0; place < nowhere_; ++place) {
      if (inside_[place] < task_.capacity[place] && cost_[place] < cost_[end]) end = place;
    }
    std::uint64_t people = inside_[from] - task_.capacity[from];
    if (end != nowhere_) people = std::min<std::uint64_t>(people, task_.capacity[end] - inside_[end]);
    std::vector<Offer> chain;
    for (std::uint32_t place = end; place != from; place = came_from_[place]) {
      chain.push_back(taken_[place]);
      people = std::min<std::uint64_t>(people, at(chain.back().home, chain.back().from));
    }
    for (const Offer& offer : chain) {
      at(offer.home, offer.from) -= static_cast<std::uint32_t>(people);
      inside_[place_of(offer.home, offer.from)] -= people;
    }
    for (const Offer& offer : chain) put(offer.home, offer.to, static_cast<std::uint32_t>(people));
  }

  // Least cost to every place from one; costs may be negative, circles of negative cost do not occur (the present
  // state is the cheapest for what each place holds).
  void find_chains(std::uint32_t from) {
    cost_.assign(nowhere_ + 1, kNoWay), came_from_.assign(nowhere_ + 1, kNone), taken_.resize(nowhere_ + 1);
    std::vector<bool> waiting(nowhere_ + 1, false);
    std::deque<std::uint32_t> open{from};
    cost_[from] = 0;
    while (!open.empty()) {
      const std::uint32_t place = open.front();
      open.pop_front();
      waiting[place] = false;
      for (Towards& towards : offers_[place]) {
        const Offer* offer = best(towards.offers);
        if (offer == nullptr || cost_[place] + offer->cost >= cost_[towards.facility]) continue;
        cost_[towards.facility] = cost_[place] + offer->cost;
        came_from_[towards.facility] = place, taken_[towards.facility] = *offer;
        if (!waiting[towards.facility]) waiting[towards.facility] = true, open.push_back(towards.facility);
      }
    }
  }

  Capacity counted() {
    Capacity result;
    result.taken.assign(inside_.begin(), inside_.end() - 1);
    result.unserved = inside_[nowhere_];
    for (std::uint32_t home = 0; home < task_.people.size(); ++home) {
      for (std::uint32_t choice = 0; choice < task_.k; ++choice) {
        const std::uint32_t people = at(home, choice);
        if (people == 0) continue;
        result.attendances.push_back({home, label(home, choice).facility, people, label(home, choice).distance});
        result.served += people;
        result.walked_dm += std::uint64_t{people} * label(home, choice).distance;
      }
    }
    return result;
  }

  const CapacityTask& task_;
  const std::uint32_t nowhere_;
  std::vector<std::uint64_t> inside_;
  std::vector<std::uint32_t> at_;               // people of a home at each of its choices
  std::vector<std::vector<Towards>> offers_;    // from each place
  std::vector<Cost> cost_;
  std::vector<std::uint32_t> came_from_;
  std::vector<Offer> taken_;
};

}  // namespace

Capacity assign(const CapacityTask& task) {
  ensure(task.near.size() == task.people.size() * task.k, "k choices a home");
  return Moves(task).run();
}

}  // namespace shaoyin::walk
