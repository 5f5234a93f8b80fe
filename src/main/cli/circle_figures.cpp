#include "main/cli/circle_figures.h"

#include <ctime>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <limits>
#include <numeric>
#include <thread>

#include "core/walk/capacity.h"
#include "core/walk/coverage.h"
#include "core/walk/isochrone.h"
#include "core/walk/median.h"
#include "core/walk/nearest.h"
#include "core/walk/reach.h"
#include "core/walk/siting.h"
#include "core/walk/sweep.h"
#include "core/walk/synthetic.h"

namespace shaoyin::cli {
namespace {

using namespace walk;

constexpr std::uint32_t kPerKind = 500;   // as in the published comparison
constexpr std::uint32_t kKinds = 32;
constexpr int kRepeats = 7;

// Processor time of this process: what other programs on the machine distort least.
double cpu_ms() {
  timespec now{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

template <class Work>
double best_ms(int repeats, const Work& work) {
  double best = std::numeric_limits<double>::max();
  for (int i = 0; i < repeats; ++i) {
    const double start = cpu_ms();
    work();
    best = std::min(best, cpu_ms() - start);
  }
  return best;
}

std::vector<Seed> distinct_nodes(Sequence& chance, Node size, std::uint32_t count) {
  std::vector<bool> taken(size, false);
  std::vector<Seed> chosen;
  while (chosen.size() < std::min(count, size)) {
    const Node node = chance.below(size);
    if (!taken[node]) taken[node] = true, chosen.push_back({node});
  }
  return chosen;
}

class Measuring {
 public:
  Measuring(const NamedNetwork& on, std::uint64_t seed, const std::function<void(const Figure&)>& told)
      : on_(on), told_(told), weights_(weights_of(on.network, Measure::kLength)), graph_(graph_of(on.network, weights_)),
        hierarchy_(on.network, order_of(on.network)), metric_(customise(hierarchy_, weights_)), large_(on.network.nodes.size() > 500'000) {
    Sequence chance(seed);
    for (std::uint32_t kind = 0; kind < kKinds; ++kind) kinds_.push_back(distinct_nodes(chance, graph_.size(), kPerKind));
    for (const Seed& seed_of : kinds_.front()) facilities_.push_back({seed_of});
  }

  void run() {
    index();
    kinds();
    k_nearest();
    edits();
    pairs();
    reach();
    if (!large_) isochrones();
  }

 private:
  void tell(std::string work, double ms, std::vector<Figure::Baseline> baselines = {}, std::string note = {}) {
    told_({std::move(work), on_.name, ms, std::move(baselines), std::move(note)});
  }
  [[nodiscard]] int repeats() const { return large_ ? 3 : kRepeats; }

  void index() {
    Order order;
    const double ordered = best_ms(large_ ? 1 : 3, [&] { order = order_of(on_.network); });
    const double built = best_ms(large_ ? 1 : 3, [&] { Hierarchy made(on_.network, order); });
    const double weighed = best_ms(repeats(), [&] { metric_ = customise(hierarchy_, weights_); });
    tell("index_from_graph", ordered + built + weighed, {}, "up_arcs=" + std::to_string(hierarchy_.head().size()));
    tell("customise", weighed);
  }

  // Every node's distance to the nearest of each kind; all kernels the machine has, the fastest first. Each cell of the
  // fastest one's table is compared with the bucket queue's answer, the other tables with that one.
  void kinds() {
    std::size_t sum = 0;
    const double heap = best_ms(1, [&] { for (const auto& kind : kinds_) sum += heap_dijkstra(graph_, kind).size(); });
    BucketDijkstra queue(graph_);
    const double buckets = best_ms(large_ ? 1 : 2, [&] { for (const auto& kind : kinds_) sum += queue.run(kind).size(); });
    table_.sweep(hierarchy_, metric_, kinds_);
    std::size_t different = 0;
    for (std::uint32_t kind = 0; kind < kKinds; ++kind) {
      const std::vector<Distance>& expected = queue.run(kinds_[kind]);
      for (Node node = 0; node < graph_.size(); ++node) different += table_.at(hierarchy_, node, kind) != (expected[node] > kReachMax_dm ? kFar : expected[node]) ? 1 : 0;
    }
    const std::vector<Line16> exact = table_.lines();
    for (const Kernels* kernels : all_kernels()) {
      const double ms = best_ms(repeats() * 3, [&] { table_.sweep(hierarchy_, metric_, kinds_, *kernels); });
      const bool same = std::memcmp(exact.data(), table_.lines().data(), exact.size() * sizeof(Line16)) == 0;
      tell("nearest_of_32_kinds", ms, {{"binary_heap_dijkstra", heap}, {"bucket_queue_dijkstra", buckets}},
           std::string("kernel=") + kernels->name + " cells=" + std::to_string(sum / (large_ ? 2 : 3)) + (same && different == 0 ? " all as Dijkstra's" : " DIFFERENT FROM DIJKSTRA'S"));
    }
  }

  void k_nearest() {
    std::vector<Label> expected;
    const double heap = best_ms(1, [&] { expected = nearest_by_heap(graph_, facilities_, 5); });
    const double buckets = best_ms(large_ ? 1 : 3, [&] { expected = nearest_by_buckets(graph_, facilities_, 5); });
    NearestTable nearest;
    const double ms = best_ms(repeats(), [&] { nearest.sweep(hierarchy_, metric_, facilities_, 5); });
    std::size_t different = 0;
    for (std::size_t i = 0; i < expected.size(); ++i) different += nearest.at(hierarchy_, static_cast<Node>(i / 5), static_cast<std::uint32_t>(i % 5)) != expected[i] ? 1 : 0;
    tell("five_nearest_of_one_kind", ms, {{"binary_heap_labels", heap}, {"bucket_queue_labels", buckets}},
         "labels=" + std::to_string(expected.size()) + (different == 0 ? " all as Dijkstra's" : " DIFFERENT FROM DIJKSTRA'S"));
    few_within_a_limit();
  }

  // Where little is reached a search is cheaper; the rule decides, and its own cost is in the figure.
  void few_within_a_limit() {
    const Facilities few(facilities_.begin(), facilities_.begin() + std::min<std::ptrdiff_t>(50, static_cast<std::ptrdiff_t>(facilities_.size())));
    const Distance limit = walked_in(15, 1.2);
    std::size_t size = 0;
    const double sweep = best_ms(repeats(), [&] { NearestTable().sweep(hierarchy_, metric_, few, 5); });
    const double search = best_ms(repeats(), [&] { size += nearest_by_buckets(graph_, few, 5, limit).size(); });
    const double ms = best_ms(repeats(), [&] { size += nearest_within(graph_, hierarchy_, metric_, few, 5, limit).size(); });
    tell("five_nearest_of_50_within_15_minutes", ms, {{"sweep_alone", sweep}, {"bucket_queue_labels", search}},
         cost_of_nearest(graph_, hierarchy_, few, 5, limit).search_is_cheaper() ? "search taken" : "sweep taken");
  }

  // Invented people at every node, in 150 areas of neighbours, as many as the communities of a district.
  [[nodiscard]] std::vector<Residents> residents() const {
    constexpr std::uint32_t kAreas = 150;
    Sequence chance(11);
    std::vector<Residents> homes;
    for (Node node = 0; node < graph_.size(); ++node) {
      const auto area = static_cast<std::uint32_t>(std::uint64_t{hierarchy_.rank_of(node)} * kAreas / graph_.size());
      homes.push_back({.at = {node}, .area = area, .people = {chance.below(30), chance.below(90), chance.below(25), chance.below(8)}});
    }
    return homes;
  }

  static Reaches reaches_of_15_minutes() {
    Reaches reaches{};
    const std::array<double, kAges> speed{0.9, 1.2, 0.8, 0.7};
    for (std::uint32_t age = 0; age < kAges; ++age) reaches[age].fill(walked_in(15, speed[age]));
    return reaches;
  }

  // What a planner waits for: a facility moved, or a street closed, and every table of 150 areas x 4 ages x 32 kinds again.
  void edits() {
    Coverage coverage(hierarchy_, residents(), 150);
    const Reaches reaches = reaches_of_15_minutes();
    const auto count = [&] {
      table_.sweep(hierarchy_, metric_, kinds_);
      coverage.count(table_, reaches);
    };
    Sequence chance(7);
    const double facility = best_ms(repeats(), [&] {
      kinds_[chance.below(kKinds)][0].node = chance.below(graph_.size());
      count();
    });
    tell("facility_edit_to_all_coverage_tables", facility, {}, "covered=" + std::to_string(coverage.covered(0, 1, 0)));
    tell("coverage_tables_alone", best_ms(repeats(), [&] { coverage.count(table_, reaches); }));
    const double road = best_ms(repeats() * 3, [&] {
      const std::uint32_t segment = chance.below(static_cast<std::uint32_t>(weights_.size()));
      weights_[segment] = weights_[segment] == kFar ? 100 : kFar;
      recustomise(hierarchy_, weights_, {&segment, 1}, metric_);
      count();
    });
    tell("road_edit_to_all_coverage_tables", road);
    weights_ = weights_of(on_.network, Measure::kLength);
    tell("road_edit_with_every_arc_weighed_again", best_ms(repeats(), [&] { metric_ = customise(hierarchy_, weights_); count(); }));
  }

  void pairs() {
    Sequence chance(13);
    std::vector<Node> from, to;
    for (int i = 0; i < 1'000; ++i) from.push_back(chance.below(graph_.size())), to.push_back(chance.below(graph_.size()));
    BucketDijkstra queue(graph_);
    std::uint64_t sum = 0;
    constexpr std::size_t kRows = 20;
    const double rows = best_ms(1, [&] {
      for (std::size_t i = 0; i < kRows; ++i) {
        const auto& row = queue.run(std::vector<Seed>{{from[i]}});
        for (const Node node : to) sum += row[node];
      }
    });
    std::vector<Distance> cells;
    const double ms = best_ms(repeats(), [&] { cells = matrix(hierarchy_, metric_, from, to); });
    std::uint64_t mine = 0;
    for (std::size_t i = 0; i < kRows * to.size(); ++i) mine += cells[i];
    tell("matrix_1000_by_1000", ms, {{"bucket_queue_dijkstra_extrapolated_from_20_rows", rows * 1'000 / kRows}}, mine == sum ? "sums agree" : "SUMS DIFFER");
  }

  void reach() {
    const Distance limit = walked_in(15, 1.2);
    Reach reach(on_.network, weights_, hierarchy_, metric_);
    std::uint64_t seen = 0;
    const double all = best_ms(large_ ? 1 : 3, [&] {
      seen = 0;
      for (std::uint32_t batch = 0; batch < reach.batches(); ++batch) seen += reach.run(batch, limit).region.size();
    });
    BucketDijkstra queue(graph_);
    constexpr Node kSources = 500;
    std::uint64_t found = 0;
    const double alone = best_ms(1, [&] {
      for (Node i = 0; i < kSources; ++i) {
        const std::vector<Seed> from{{static_cast<Node>(std::uint64_t{i} * graph_.size() / kSources)}};
        found += queue.run(from, limit).size() + queue.reached().size();
      }
    });
    tell("reach_of_every_node_in_15_minutes", all, {{"bucket_queue_dijkstra_extrapolated_from_500_nodes", alone * graph_.size() / kSources}}, "region_nodes=" + std::to_string(seen));
    if (on_.network.nodes.size() > kPairsAtOnce) return;
    const double indexed = best_ms(3, [&] { index_ = reach_index(reach, limit); });
    on_two_cores(limit, indexed);
    siting(indexed);
  }

  // Time that passes, not processor time: two halves at once, each with a Reach of its own.
  void on_two_cores(Distance limit, double one_core_ms) {
    double best = std::numeric_limits<double>::max();
    for (int i = 0; i < 3; ++i) {
      Reach first(on_.network, weights_, hierarchy_, metric_), second(on_.network, weights_, hierarchy_, metric_);
      std::vector<ReachIndex> shares(2);
      const auto start = std::chrono::steady_clock::now();
      std::thread other([&] { shares[1] = reach_index(second, limit, second.batches() / 2, second.batches()); });
      shares[0] = reach_index(first, limit, 0, first.batches() / 2);
      other.join();
      const ReachIndex whole = joined(shares);
      best = std::min(best, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
      ensure(whole.pairs() == index_.pairs(), "two halves make the whole");
    }
    tell("reach_index_on_two_cores_time_passed", best, {{"one_core_processor_time", one_core_ms}});
  }

  void siting(double indexed) {
    std::vector<std::uint32_t> people(graph_.size());
    for (const Residents& home : residents()) people[hierarchy_.rank_of(home.at.node)] = home.people[2] + home.people[3];
    Siting found;
    const auto note = [&] { return "pairs=" + std::to_string(index_.pairs()) + " served=" + std::to_string(found.served) + " at_most=" + std::to_string(found.served_at_most) + " gap=" + std::to_string(found.gap()); };
    const double greedy = best_ms(3, [&] { found = best_sites(index_, {.people = people, .existing = {}, .candidates = {}, .count = 10, .exchange_rounds = 0, .bound_rounds = 0}); });
    tell("siting_of_10_greedy_with_reach", indexed + greedy, {}, note());
    const double whole = best_ms(3, [&] { found = best_sites(index_, {.people = people, .existing = {}, .candidates = {}, .count = 10}); });
    tell("siting_of_10_with_exchanges_and_bound_with_reach", indexed + whole, {}, note());
    limited_places(people);
    if (on_.network.nodes.size() > kPairsKept) return;
    Reach reach(on_.network, weights_, hierarchy_, metric_);
    Median median;
    const double ms = best_ms(1, [&] {
      const Result<WalkLists> lists = walk_lists(reach, walked_in(15, 1.2), people, {});
      if (lists) median = least_walking(*lists, {.people = people, .count = 10});
    });
    tell("least_walking_of_10_with_bound_with_reach", ms, {}, "walked=" + std::to_string(median.walked_dm) + " at_least=" + std::to_string(median.walked_at_least_dm) + " gap=" + std::to_string(median.gap()));
  }

  // A hundred facilities with about as many places as there are people, five choices a home.
  void limited_places(const std::vector<std::uint32_t>& by_rank) {
    const Facilities some(facilities_.begin(), facilities_.begin() + std::min<std::ptrdiff_t>(100, static_cast<std::ptrdiff_t>(facilities_.size())));
    std::vector<std::uint32_t> people(graph_.size()), places(some.size());
    for (Node node = 0; node < graph_.size(); ++node) people[node] = by_rank[hierarchy_.rank_of(node)];
    const std::uint64_t all = std::accumulate(people.begin(), people.end(), std::uint64_t{0});
    Sequence chance(17);
    for (std::uint32_t& count : places) count = static_cast<std::uint32_t>(all / some.size() * (50 + chance.below(100)) / 100);
    const std::vector<Label> near = nearest_within(graph_, hierarchy_, metric_, some, 5, kFar - 1);
    Capacity found;
    const double ms = best_ms(1, [&] { found = assign({people, near, 5, places}); });
    tell("assignment_to_100_with_limited_places", ms, {}, "served=" + std::to_string(found.served) + " unserved=" + std::to_string(found.unserved));
  }

  void isochrones() {
    BucketDijkstra queue(graph_);
    geo::Polygon area;
    const Distance limit = walked_in(15, 1.2);
    double sum = 0;
    constexpr Node kSources = 20;
    for (Node i = 0; i < kSources; ++i) {
      const std::vector<Seed> from{{static_cast<Node>(std::uint64_t{i} * graph_.size() / kSources)}};
      sum += best_ms(2, [&] { area = isochrone(on_.network, weights_, queue.run(from, limit), limit); });
    }
    tell("isochrone_of_15_minutes_search_and_area", sum / kSources, {}, "mean of 20 nodes; rings of the last=" + std::to_string(area.rings.size()));
  }

  // All pairs of nodes within 15 minutes as bits, and with their distances: what a screen should not ask of a metropolis.
  static constexpr std::size_t kPairsAtOnce = 500'000, kPairsKept = 20'000;

  const NamedNetwork& on_;
  const std::function<void(const Figure&)>& told_;
  std::vector<Distance> weights_;
  const Graph graph_;
  const Hierarchy hierarchy_;
  Metric metric_;
  const bool large_;
  std::vector<std::vector<Seed>> kinds_;
  Facilities facilities_;
  KindTable table_;
  ReachIndex index_;
};

}  // namespace

void measure_circle(const NamedNetwork& on, std::uint64_t seed, const std::function<void(const Figure&)>& told) { Measuring(on, seed, told).run(); }

}  // namespace shaoyin::cli
