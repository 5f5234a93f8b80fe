#include "core/walk/coverage.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace shaoyin::walk {

Distance walked_in(double minutes, double metres_per_second) {
  return static_cast<Distance>(std::clamp(minutes * 60 * metres_per_second * 10, 0.0, double{kReachMax_dm}));
}

namespace {

std::uint16_t shortened(Distance distance) { return static_cast<std::uint16_t>(std::min<Distance>(distance, 0xFFFF)); }

}  // namespace

Coverage::Coverage(const Hierarchy& hierarchy, std::vector<Residents> residents, std::uint32_t areas) : areas_(areas), first_(areas + 1, 0), people_(std::size_t{areas} * kAges, 0) {
  for (const Residents& home : residents) {
    ensure(home.area < areas && home.at.node < hierarchy.size(), "residents live in an area and at a node");
    const bool between = home.or_at.at != kFar;
    rows_.push_back({hierarchy.rank_of(home.at.node), between ? hierarchy.rank_of(home.or_at.node) : kNowhere, shortened(home.at.at), shortened(home.or_at.at), home.area,
                     static_cast<std::uint32_t>(rows_.size()), home.people});
    ++first_[home.area + 1];
    for (std::uint32_t age = 0; age < kAges; ++age) people_[std::size_t{home.area} * kAges + age] += home.people[age];
  }
  std::partial_sum(first_.begin(), first_.end(), first_.begin());
  std::sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) { return std::pair(a.area, a.rank) < std::pair(b.area, b.rank); });
}

void Coverage::set_beside(std::span<const Beside> beside) {
  std::vector<std::uint32_t> row_of(rows_.size());
  for (std::uint32_t row = 0; row < rows_.size(); ++row) row_of[rows_[row].home] = row;
  beside_.assign(beside.begin(), beside.end());
  for (Beside& here : beside_) {
    ensure(here.home < row_of.size() && here.kind < KindTable::kKindsMax, "a home and a kind that are there");
    here.home = row_of[here.home];
  }
  std::sort(beside_.begin(), beside_.end(), [](const Beside& a, const Beside& b) { return a.home < b.home; });
}

const Line16& Coverage::line_of(const KindTable& table, std::uint32_t row, std::size_t& beside, Line16& made, const Kernels& kernels) const {
  const Row& home = rows_[row];
  const Line16& at_node = table.lines()[home.rank];
  const bool somebody_beside = beside < beside_.size() && beside_[beside].home == row;
  if (home.other == kNowhere && home.from_rank == 0 && !somebody_beside) return at_node;
  kernels.between(at_node, home.from_rank, home.other == kNowhere ? at_node : table.lines()[home.other], home.from_other, made);
  for (; beside < beside_.size() && beside_[beside].home == row; ++beside) {
    std::uint16_t& cell = made.lane[beside_[beside].kind];
    cell = std::min(cell, shortened(beside_[beside].distance));
  }
  return made;
}

void Coverage::count(const KindTable& table, const Reaches& reaches, const Kernels& kernels) {
  covered_.assign(std::size_t{areas_} * kAges * KindTable::kKindsMax, 0);
  std::array<Line16, kAges> limits;
  for (std::uint32_t age = 0; age < kAges; ++age) {
    std::transform(reaches[age].begin(), reaches[age].end(), limits[age].lane, [](Distance reach) { return static_cast<std::uint16_t>(std::min(reach, kReachMax_dm)); });
  }
  Line16 made;
  std::size_t beside = 0;
  for (std::uint32_t i = 0; i < rows_.size(); ++i) {
    const Row& row = rows_[i];
    const Line16& line = line_of(table, i, beside, made, kernels);
    std::uint32_t* sums = covered_.data() + std::size_t{row.area} * kAges * KindTable::kKindsMax;
    for (std::uint32_t age = 0; age < kAges; ++age, sums += KindTable::kKindsMax) {
      if (row.people[age] != 0) kernels.add_within(line, limits[age], row.people[age], sums);
    }
  }
}

Coverage::Walks Coverage::walks(const KindTable& table, std::uint32_t area, std::uint32_t age, std::uint32_t kind) const {
  std::vector<std::pair<Distance, std::uint32_t>> walked;
  Walks walks;
  std::uint64_t sum = 0, people = 0;
  Line16 made;
  auto beside = static_cast<std::size_t>(std::lower_bound(beside_.begin(), beside_.end(), first_[area], [](const Beside& a, std::uint32_t row) { return a.home < row; }) - beside_.begin());
  for (std::uint32_t i = first_[area]; i < first_[area + 1]; ++i) {
    const Distance distance = line_of(table, i, beside, made, best_kernels()).lane[kind];
    const std::uint32_t count = rows_[i].people[age];
    if (distance > kReachMax_dm) { walks.beyond += count; continue; }
    walked.emplace_back(distance, count);
    sum += std::uint64_t{distance} * count, people += count;
  }
  if (people == 0) return walks;
  walks.mean_dm = static_cast<double>(sum) / static_cast<double>(people);
  std::sort(walked.begin(), walked.end());
  std::uint64_t seen = 0;
  for (const auto& [distance, count] : walked) {
    seen += count;
    if (seen * 100 >= people * 95) { walks.p95_dm = distance; break; }
  }
  return walks;
}

}  // namespace shaoyin::walk
