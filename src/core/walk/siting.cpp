#include "core/walk/siting.h"

#include <algorithm>
#include <array>
#include <bit>
#include <functional>
#include <numeric>
#include <type_traits>
#include <utility>

#include "core/base/ensure.h"

namespace shaoyin::walk {
namespace {

constexpr std::uint32_t kBatch = Reach::kBatch;

// Sums, or maxima, of 32 amounts chosen by bits, a byte at a time: four looked-up numbers instead of up to 32.
template <class Join>
class Chosen {
 public:
  explicit Chosen(const std::array<std::int64_t, kBatch>& amounts) {
    for (std::uint32_t byte = 0; byte < 4; ++byte) {
      joined_[byte][0] = 0;
      double_up(joined_[byte].data(), amounts.data() + byte * 8, std::make_index_sequence<8>());
    }
  }
  [[nodiscard]] std::int64_t operator()(std::uint32_t bits) const {
    return Join()(Join()(joined_[0][bits & 255], joined_[1][bits >> 8 & 255]), Join()(joined_[2][bits >> 16 & 255], joined_[3][bits >> 24]));
  }

 private:
  // With each amount the table becomes twice as long; lengths are known when this is compiled, so it is done in vectors.
  template <std::size_t... Bit>
  static void double_up(std::int64_t* table, const std::int64_t* amounts, std::index_sequence<Bit...>) {
    const auto once = [&]<std::size_t Length>(std::integral_constant<std::size_t, Length>, std::int64_t amount) {
      for (std::size_t i = 0; i < Length; ++i) table[Length + i] = Join()(table[i], amount);
    };
    (once(std::integral_constant<std::size_t, std::size_t{1} << Bit>(), amounts[Bit]), ...);
  }

  std::array<std::array<std::int64_t, 256>, 4> joined_;
};

using Sum = std::plus<>;
struct Largest {  // of amounts not below nothing
  std::int64_t operator()(std::int64_t a, std::int64_t b) const { return std::max(a, b); }
};

// For every node the sum (or largest) of `amount` over all nodes it reaches, by ranks.
template <class Join>
std::vector<std::int64_t> over_reach(const ReachIndex& index, std::span<const std::int64_t> amount) {
  std::vector<std::int64_t> joined(amount.size(), 0);
  for (std::uint32_t batch = 0; batch + 1 < index.first.size(); ++batch) {
    std::array<std::int64_t, kBatch> amounts{};
    for (std::uint32_t i = 0; i < kBatch && batch * kBatch + i < amount.size(); ++i) amounts[i] = amount[batch * kBatch + i];
    if (std::all_of(amounts.begin(), amounts.end(), [](std::int64_t a) { return a == 0; })) continue;
    const Chosen<Join> chosen(amounts);
    for (const ReachIndex::Entry& entry : index.of(batch)) joined[entry.node] = Join()(joined[entry.node], chosen(entry.bits));
  }
  return joined;
}

std::int64_t sum_of_largest(const std::vector<std::int64_t>& values, std::size_t count) {
  std::vector<std::int64_t> largest(std::min(count, values.size()));
  std::partial_sort_copy(values.begin(), values.end(), largest.begin(), largest.end(), std::greater<>());
  return std::accumulate(largest.begin(), largest.end(), std::int64_t{0});
}

class Search {
 public:
  Search(const ReachIndex& index, const SitingTask& task)
      : index_(index), task_(task), people_(task.people.begin(), task.people.end()), times_covered_(people_.size(), 0), may_stand_(people_.size(), task.candidates.empty()) {
    for (const Rank rank : task.candidates) may_stand_[rank] = true;
    gain_ = over_reach<Sum>(index_, people_);
    for (const Rank rank : task.existing) served_ += change(rank, +1);
    result_.served_before = static_cast<std::uint64_t>(served_);
  }

  Siting run() {
    bound_ = served_ + best_gains();
    for (std::uint32_t i = 0; i < task_.count && add_best(); ++i) bound_ = std::min(bound_, served_ + best_gains());
    for (std::uint32_t round = 0; round < task_.exchange_rounds && exchange_once(); ++round) bound_ = std::min(bound_, served_ + best_gains());
    tighten();
    result_.served = static_cast<std::uint64_t>(served_);
    ensure(bound_ >= served_, "no choice goes above the bound");
    result_.served_at_most = static_cast<std::uint64_t>(bound_);
    return std::move(result_);
  }

 private:
  // Puts a facility up (+1) or takes it away (-1); returns how many people it newly serves (or no longer), as a positive number.
  // Whoever is newly served is no gain any more for all who reach them.
  std::int64_t change(Rank site, int by) {
    std::int64_t moved = 0;
    const std::uint32_t lane = site % kBatch;
    std::array<std::int64_t, kBatch> amounts{};
    std::uint32_t batch = 0;
    bool any = false;
    const auto flush = [&] {
      if (any) spread(batch, amounts);
      amounts.fill(0), any = false;
    };
    for (const ReachIndex::Entry& entry : index_.of(site / kBatch)) {
      if ((entry.bits >> lane & 1) == 0) continue;
      if (entry.node / kBatch != batch) flush(), batch = entry.node / kBatch;
      const std::uint32_t before = times_covered_[entry.node];
      times_covered_[entry.node] = before + static_cast<std::uint32_t>(by);
      if ((by > 0 ? before : times_covered_[entry.node]) != 0 || people_[entry.node] == 0) continue;
      amounts[entry.node % kBatch] = -by * people_[entry.node];
      any = true;
      moved += people_[entry.node];
    }
    flush();
    return moved;
  }

  void spread(std::uint32_t batch, const std::array<std::int64_t, kBatch>& amounts) {
    const Chosen<Sum> chosen(amounts);
    for (const ReachIndex::Entry& entry : index_.of(batch)) gain_[entry.node] += chosen(entry.bits);
  }

  [[nodiscard]] Rank best_candidate() const {
    Rank best = static_cast<Rank>(gain_.size());
    for (Rank v = 0; v < gain_.size(); ++v) {
      if (may_stand_[v] && (best == gain_.size() || gain_[v] > gain_[best])) best = v;
    }
    return best;
  }

  // No `count` sites add more than the `count` largest gains: gains only shrink as others are added.
  [[nodiscard]] std::int64_t best_gains() const { return sum_of_largest(allowed(gain_), task_.count); }

  [[nodiscard]] std::vector<std::int64_t> allowed(const std::vector<std::int64_t>& values) const {
    std::vector<std::int64_t> kept;
    kept.reserve(values.size());
    for (Rank v = 0; v < values.size(); ++v) if (may_stand_[v]) kept.push_back(values[v]);
    return kept;
  }

  bool add_best() {
    const Rank best = best_candidate();
    if (best == gain_.size() || gain_[best] <= 0) return false;
    const std::int64_t gained = change(best, +1);
    served_ += gained;
    result_.sites.push_back(best);
    result_.gained.push_back(static_cast<std::uint64_t>(gained));
    return true;
  }

  // Moves every site once to where it serves most while the others stay; true when anybody gained by it.
  bool exchange_once() {
    bool moved = false;
    for (std::size_t i = 0; i < result_.sites.size(); ++i) {
      const Rank old = result_.sites[i];
      const std::int64_t lost = change(old, -1);
      const Rank best = best_candidate();
      const Rank chosen = gain_[best] > lost ? best : old;
      const std::int64_t gained = change(chosen, +1);
      served_ += gained - lost;
      result_.sites[i] = chosen;
      result_.gained[i] = static_cast<std::uint64_t>(gained);
      moved = moved || chosen != old;
    }
    return moved;
  }

  // A bound by prices (the dual of the relaxed problem). Give every home a price between nothing and its people; then
  // no `count` sites serve more than what all homes keep, people - price, and the `count` largest sums of prices within
  // reach of a site. Good prices let every site collect the same, `level`, and no more: where the richest site in reach
  // of a home collects M, the home's price may grow by level / M, and no site passes the level by it.
  void tighten() {
    if (task_.bound_rounds == 0 || result_.gained.empty()) return;
    const double level = static_cast<double>(*std::min_element(result_.gained.begin(), result_.gained.end())) * kScale;  // found best by trial
    const std::vector<std::int64_t> open = open_people();
    std::vector<std::int64_t> price = open;
    for (std::uint32_t round = 0; round < task_.bound_rounds; ++round) {
      std::vector<std::int64_t> collected = over_reach<Sum>(index_, price);
      for (Rank v = 0; v < collected.size(); ++v) if (!may_stand_[v]) collected[v] = 0;
      bound_ = std::min(bound_, bound_by(open, price, collected));
      grow(open, price, over_reach<Largest>(index_, collected), level);
    }
  }

  // People whom nothing that stands already serves, in kScale-ths.
  [[nodiscard]] std::vector<std::int64_t> open_people() const {
    std::vector<std::int64_t> open(people_.size());
    std::transform(people_.begin(), people_.end(), open.begin(), [](std::int64_t people) { return people * kScale; });
    for (const Rank site : task_.existing) {
      for (const ReachIndex::Entry& entry : index_.of(site / kBatch)) if ((entry.bits >> (site % kBatch) & 1) != 0) open[entry.node] = 0;
    }
    return open;
  }

  [[nodiscard]] std::int64_t bound_by(const std::vector<std::int64_t>& open, const std::vector<std::int64_t>& price, const std::vector<std::int64_t>& collected) const {
    std::int64_t value = static_cast<std::int64_t>(result_.served_before) * kScale + sum_of_largest(collected, task_.count);
    for (std::size_t v = 0; v < price.size(); ++v) value += open[v] - price[v];
    return value / kScale;
  }

  static void grow(const std::vector<std::int64_t>& open, std::vector<std::int64_t>& price, const std::vector<std::int64_t>& richest, double level) {
    for (std::size_t v = 0; v < price.size(); ++v) {
      if (richest[v] > 0) price[v] = static_cast<std::int64_t>(std::min(static_cast<double>(open[v]), static_cast<double>(price[v]) * level / static_cast<double>(richest[v])));
    }
  }

  static constexpr std::int64_t kScale = 1 << 10;  // prices in 1024ths of a person

  const ReachIndex& index_;
  const SitingTask& task_;
  std::vector<std::int64_t> people_, gain_;
  std::vector<std::uint32_t> times_covered_;
  std::vector<bool> may_stand_;
  std::int64_t served_ = 0, bound_ = 0;
  Siting result_;
};

}  // namespace

Siting best_sites(const ReachIndex& index, const SitingTask& task) { return Search(index, task).run(); }

}  // namespace shaoyin::walk
