#include "core/triage/near_index.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "core/triage/groups.h"
#include "core/triage/letters.h"

namespace shaoyin::triage {
namespace {

constexpr std::int32_t kUnknownDay = INT32_MIN;
constexpr std::uint32_t kEnd = UINT32_MAX;
constexpr double kTextPoints = 3, kPlacePoints = 1, kNamePoints = 1;  // a shared shingle is rarely chance

std::uint64_t hashed(std::string_view text, std::uint64_t salt) {
  std::uint64_t hash = salt;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ull;
  return hash * 0x9E3779B97F4A7C15ull;
}

std::uint32_t folded(std::uint64_t key) { return static_cast<std::uint32_t>((key * 0x9E3779B97F4A7C15ull) >> 32); }

// A rectangle of at least kNearM metres both ways up to 60 degrees of latitude, so that two near points lie in the same
// or in touching ones. In whole 1e-7 degrees, of which one is 11.1 mm from north to south.
constexpr std::int64_t kCellHigh = 27'000, kCellWide = 54'000;

struct Cell {
  std::int64_t x, y;
  [[nodiscard]] std::uint64_t key() const { return (static_cast<std::uint64_t>(x) << 32 ^ static_cast<std::uint64_t>(y & 0xFFFFFFFF)) * 0x9E3779B97F4A7C15ull ^ 1; }
};

std::int64_t floored(std::int64_t value, std::int64_t by) { return value / by - (value % by < 0 ? 1 : 0); }

Cell cell_of(const geo::Point& point) { return {floored(point.x(), kCellWide), floored(point.y(), kCellHigh)}; }

std::vector<std::uint64_t> text_keys(std::string_view title, std::string_view text) {
  std::string both(title);
  both += text;
  Shingles shingles = shingles_of(read_letters(both));
  shingles.resize(std::min(shingles.size(), kSketch));
  return {shingles.begin(), shingles.end()};
}

std::vector<std::uint64_t> name_keys(std::string_view title, std::string_view text, std::size_t most) {
  auto letters = read_letters(title.empty() ? text : title, Numbers::kShortKept);
  if (title.empty()) letters.resize(std::min(letters.size(), kTitleLetters));
  Shingles names = shingles_of(letters);
  names.resize(std::min(names.size(), most));
  return {names.begin(), names.end()};
}

// The points of each number, added up.
std::vector<std::pair<double, NearIndex::Number>> summed(std::vector<std::pair<NearIndex::Number, double>> points) {
  std::sort(points.begin(), points.end());
  std::vector<std::pair<double, NearIndex::Number>> sums;
  for (std::size_t i = 0; i < points.size();) {
    const NearIndex::Number number = points[i].first;
    double sum = 0;
    for (; i < points.size() && points[i].first == number; ++i) sum += points[i].second;
    sums.emplace_back(sum, number);
  }
  return sums;
}

double place_part(const Circumstances& a, const Circumstances& b) {
  if (a.point && b.point) return std::max(0.0, 1.0 - geo::distance_m(*a.point, *b.point) / kNearM);
  if (a.grid.empty() || b.grid.empty()) return 0.0;
  const auto next_to = [](const Circumstances& one, const Circumstances& other) { return std::find(one.near_grids.begin(), one.near_grids.end(), other.grid) != one.near_grids.end(); };
  if (a.grid == b.grid) return 0.6;
  return next_to(a, b) || next_to(b, a) ? 0.3 : 0.0;
}

}  // namespace

ProblemParts problem_parts(const Circumstances& a, const Circumstances& b, const Likeness& likeness) {
  ProblemParts parts;
  parts.text = std::max(likeness.text, likeness.title);
  parts.place = std::max(place_part(a, b), static_cast<double>(likeness.place) * 0.6);
  parts.category = a.category.empty() || b.category.empty() ? 0.5 : a.category == b.category ? 1.0 : 0.0;
  const auto apart = a.day && b.day ? std::optional(static_cast<double>(std::abs(*a.day - *b.day))) : std::nullopt;
  parts.time = apart ? std::max(0.0, 1.0 - *apart / static_cast<double>(kDaysMax)) : 0.5;
  return parts;
}

bool may_be_same_problem(const ProblemParts& parts, std::size_t letters) {
  const bool words = parts.text >= kWordsLeast || (letters < kShortLetters && parts.category == 1.0);
  return words && parts.place > 0 && parts.time > 0 && parts.score() >= kProblemFrom;
}

void NearIndex::Lists::chain(std::uint32_t entry) {
  std::uint32_t& head = heads_[entries_[entry].key & (heads_.size() - 1)];
  entries_[entry].before = head;
  head = entry;
}

void NearIndex::Lists::add(std::uint64_t key, Number number) {
  const auto entry = static_cast<std::uint32_t>(entries_.size());
  entries_.push_back({folded(key), number, kEnd});
  if (entry < heads_.size()) return chain(entry);
  heads_.assign(std::max<std::size_t>(2 * heads_.size(), 1'024), kEnd);
  for (std::uint32_t i = 0; i <= entry; ++i) chain(i);
}

// Newest first.
template <class F>
void NearIndex::Lists::walk(std::uint64_t key, const F& f) const {
  if (heads_.empty()) return;
  const std::uint32_t wanted = folded(key);
  std::size_t looked_at = 0;
  for (std::uint32_t at = heads_[wanted & (heads_.size() - 1)]; at != kEnd && looked_at < kLookedAtMax; at = entries_[at].before) {
    if (entries_[at].key != wanted) continue;
    ++looked_at;
    f(entries_[at].number);
  }
}

NearIndex::Number NearIndex::add(std::string_view title, std::string_view text, const Circumstances& where) {
  const auto number = static_cast<Number>(days_.size());
  days_.push_back(where.day ? static_cast<std::int32_t>(*where.day) : kUnknownDay);
  for (const std::uint64_t key : text_keys(title, text)) text_.add(key, number);
  for (const std::uint64_t key : name_keys(title, text, kNamesMax)) name_.add(key, number);
  if (!where.grid.empty()) place_.add(hashed(where.grid, 2), number);
  if (where.point) place_.add(cell_of(*where.point).key(), number);
  return number;
}

std::vector<NearIndex::Number> NearIndex::candidates(std::string_view title, std::string_view text, const Circumstances& where) const {
  std::vector<std::pair<Number, double>> points;
  const auto in_time = [&](Number number) {
    return !where.day || days_[number] == kUnknownDay || std::abs(*where.day - days_[number]) <= kDaysMax;
  };
  const auto count = [&](const Lists& lists, std::uint64_t key, double worth, bool whenever) {
    lists.walk(key, [&](Number number) {
      if (whenever || in_time(number)) points.emplace_back(number, worth);
    });
  };
  for (const std::uint64_t key : text_keys(title, text)) count(text_, key, kTextPoints, true);
  for (const std::uint64_t key : name_keys(title, text, kNamesMax)) count(name_, key, kNamePoints, false);
  if (!where.grid.empty()) count(place_, hashed(where.grid, 2), kPlacePoints, false);
  for (const std::string& grid : where.near_grids) count(place_, hashed(grid, 2), kPlacePoints / 2, false);
  if (where.point) {
    const Cell cell = cell_of(*where.point);
    for (std::int64_t x = cell.x - 1; x <= cell.x + 1; ++x) {
      for (std::int64_t y = cell.y - 1; y <= cell.y + 1; ++y) count(place_, Cell{x, y}.key(), kPlacePoints, false);
    }
  }
  std::vector<std::pair<double, Number>> ranked = summed(std::move(points));
  const std::size_t kept = std::min(kCandidatesMax, ranked.size());
  std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(kept), ranked.end(), std::greater<>());
  std::vector<Number> result;
  for (std::size_t i = 0; i < kept; ++i) result.push_back(ranked[i].second);
  return result;
}

}  // namespace shaoyin::triage
