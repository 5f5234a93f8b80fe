#include "core/walk/median.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <queue>

#include "core/base/ensure.h"

namespace shaoyin::walk {
namespace {

using Amount = std::int64_t;  // people times decimetres

class Search {
 public:
  Search(const WalkLists& lists, const MedianTask& task) : lists_(lists), task_(task), base_(task.people.size(), lists.reach) {
    for (std::size_t v = 0; v < task.walked_now.size(); ++v) base_[v] = std::min(base_[v], task.walked_now[v]);
    nearest_ = base_;
  }

  Median run() {
    result_.walked_before_dm = total();
    choose();
    for (std::uint32_t round = 0; round < task_.exchange_rounds && exchange_once(); ++round) {}
    for (const std::uint32_t site : chosen_) result_.sites.push_back(lists_.candidates[site]);
    result_.walked_dm = total();
    result_.walked_at_least_dm = bound();
    ensure(result_.walked_at_least_dm <= result_.walked_dm, "no choice goes below the bound");
    return std::move(result_);
  }

 private:
  [[nodiscard]] Amount people(Rank v) const { return task_.people[v]; }

  [[nodiscard]] std::uint64_t total() const {
    std::uint64_t sum = 0;
    for (std::size_t v = 0; v < nearest_.size(); ++v) sum += std::uint64_t{task_.people[v]} * nearest_[v];
    return sum;
  }

  // What a site would spare people who now walk `nearest_`.
  [[nodiscard]] Amount spared(std::uint32_t candidate) const {
    Amount sum = 0;
    for (const WalkLists::Home& home : lists_.of(candidate)) sum += people(home.at) * std::max<Amount>(0, Amount{nearest_[home.at]} - home.distance);
    return sum;
  }

  void put(std::uint32_t candidate) {
    for (const WalkLists::Home& home : lists_.of(candidate)) nearest_[home.at] = std::min<Distance>(nearest_[home.at], home.distance);
  }

  // As if this one did not stand: whoever it was nearest to looks for the next.
  void take_away(std::size_t place) {
    for (const WalkLists::Home& home : lists_.of(chosen_[place])) nearest_[home.at] = base_[home.at];
    for (std::size_t other = 0; other < chosen_.size(); ++other) if (other != place) put(chosen_[other]);
  }

  // What a site spares can only shrink as others are chosen, so an old amount is a bound: most are never looked at again.
  void choose() {
    std::priority_queue<std::pair<Amount, std::uint32_t>> open;
    for (std::uint32_t c = 0; c < lists_.candidates.size(); ++c) spared_first_.push_back(spared(c)), open.emplace(spared_first_.back(), c);
    while (chosen_.size() < task_.count && !open.empty()) {
      const std::uint32_t c = open.top().second;
      open.pop();
      const Amount now = spared(c);
      if (now <= 0) continue;
      if (!open.empty() && now < open.top().first) { open.emplace(now, c); continue; }
      chosen_.push_back(c);
      put(c);
    }
  }

  bool exchange_once() {
    bool moved = false;
    for (std::size_t place = 0; place < chosen_.size(); ++place) {
      take_away(place);
      std::uint32_t best = chosen_[place];
      Amount most = spared(best);
      for (std::uint32_t c = 0; c < lists_.candidates.size(); ++c) {
        if (spared_first_[c] <= most) continue;  // not even when it was alone
        if (const Amount now = spared(c); now > most) most = now, best = c;
      }
      moved = moved || best != chosen_[place];
      chosen_[place] = best;
      put(best);
    }
    return moved;
  }

  // Every home offers a price for being walked to, at most what it walks now. A site collects what prices exceed its
  // walks; whatever n sites stand, people walk at least the sum of prices less the n largest collections. Prices then
  // move towards being asked for exactly once.
  [[nodiscard]] std::uint64_t bound() const {
    std::vector<double> price = first_prices();
    double best = 0, step = 1;
    for (std::uint32_t round = 0; round < task_.bound_rounds; ++round) {
      const std::vector<std::uint32_t> richest = richest_sites(price);
      double value = std::accumulate(price.begin(), price.end(), 0.0);
      std::vector<std::int32_t> asked(price.size(), 0);
      for (const std::uint32_t c : richest) {
        value -= collected(c, price);
        for (const WalkLists::Home& home : lists_.of(c)) asked[home.at] += price[home.at] > walk(home) ? 1 : 0;
      }
      if (value > best) best = value; else step /= 2;
      if (!move(price, asked, step * (static_cast<double>(result_.walked_dm) * 1.001 - value))) break;
    }
    return static_cast<std::uint64_t>(best * (1 - 1e-9));  // sums of doubles are a little wrong
  }

  [[nodiscard]] double walk(const WalkLists::Home& home) const { return static_cast<double>(people(home.at)) * home.distance; }
  [[nodiscard]] double most_of(std::size_t v) const { return static_cast<double>(task_.people[v]) * base_[v]; }

  // What people walk to the second nearest of the sites that were found: near the best prices.
  [[nodiscard]] std::vector<double> first_prices() const {
    std::vector<Distance> second = base_, nearest = base_;
    for (const std::uint32_t c : chosen_) {
      for (const WalkLists::Home& home : lists_.of(c)) {
        second[home.at] = std::min(second[home.at], std::max<Distance>(nearest[home.at], home.distance));
        nearest[home.at] = std::min<Distance>(nearest[home.at], home.distance);
      }
    }
    std::vector<double> price(base_.size());
    for (std::size_t v = 0; v < price.size(); ++v) price[v] = static_cast<double>(task_.people[v]) * (nearest[v] + second[v]) / 2;
    return price;
  }

  [[nodiscard]] double collected(std::uint32_t c, const std::vector<double>& price) const {
    double sum = 0;
    for (const WalkLists::Home& home : lists_.of(c)) sum += std::max(0.0, price[home.at] - walk(home));
    return sum;
  }

  [[nodiscard]] std::vector<std::uint32_t> richest_sites(const std::vector<double>& price) const {
    std::vector<std::pair<double, std::uint32_t>> all;
    for (std::uint32_t c = 0; c < lists_.candidates.size(); ++c) all.emplace_back(collected(c, price), c);
    const std::size_t count = std::min<std::size_t>(task_.count, all.size());
    std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count), all.end(), std::greater<>());
    std::vector<std::uint32_t> richest;
    for (std::size_t i = 0; i < count; ++i) richest.push_back(all[i].second);
    return richest;
  }

  // False when every home is asked for once, or nothing is left to gain: no better prices this way.
  [[nodiscard]] bool move(std::vector<double>& price, const std::vector<std::int32_t>& asked, double room) const {
    double steep = 0;
    for (std::size_t v = 0; v < price.size(); ++v) if (task_.people[v] > 0) steep += double(1 - asked[v]) * (1 - asked[v]);
    if (steep == 0 || room <= 0) return false;
    for (std::size_t v = 0; v < price.size(); ++v) price[v] = std::clamp(price[v] + room / steep * (1 - asked[v]), 0.0, most_of(v));
    return true;
  }

  const WalkLists& lists_;
  const MedianTask& task_;
  std::vector<Distance> base_, nearest_;  // without and with the chosen
  std::vector<Amount> spared_first_;
  std::vector<std::uint32_t> chosen_;
  Median result_;
};

// Appends those of one candidate (a lane of the batch).
void add_homes(const ReachBatch& found, std::uint32_t lane, Distance limit, std::span<const std::uint32_t> people, WalkLists& lists) {
  for (std::size_t i = 0; i < found.region.size(); ++i) {
    const std::uint16_t distance = found.lines[i].lane[lane];
    if (distance <= limit && people[found.region[i]] > 0) lists.homes.push_back({found.region[i], distance});
  }
  lists.first.push_back(lists.homes.size());
}

}  // namespace

Result<WalkLists> walk_lists(Reach& reach, Distance limit, std::span<const std::uint32_t> people, std::span<const Rank> candidates) {
  WalkLists lists;
  lists.reach = limit;
  lists.first.push_back(0);
  lists.candidates.assign(candidates.begin(), candidates.end());
  if (candidates.empty()) lists.candidates.resize(people.size()), std::iota(lists.candidates.begin(), lists.candidates.end(), 0u);
  std::sort(lists.candidates.begin(), lists.candidates.end());
  lists.candidates.erase(std::unique(lists.candidates.begin(), lists.candidates.end()), lists.candidates.end());
  for (std::size_t i = 0; i < lists.candidates.size();) {
    const std::uint32_t batch = lists.candidates[i] / Reach::kBatch;
    const ReachBatch found = reach.run(batch, limit);
    for (; i < lists.candidates.size() && lists.candidates[i] / Reach::kBatch == batch; ++i) add_homes(found, lists.candidates[i] - found.first, limit, people, lists);
    if (lists.homes.size() > kWalkPairsMax) return fault(ErrorCode::kTooLarge, "candidates", std::to_string(kWalkPairsMax));
  }
  return lists;
}

Median least_walking(const WalkLists& lists, const MedianTask& task) { return Search(lists, task).run(); }

}  // namespace shaoyin::walk
