// Who has what within a walk: people of several ages where they live, against the table of a sweep.
// Walking speed is a matter of age and is applied here, so one table serves everybody. Pure; threads: any.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "core/walk/places.h"
#include "core/walk/sweep.h"

namespace shaoyin::walk {

// How many age groups a row counts; which they are, the caller says. Four: children, adults, 60-79, 80 and over.
inline constexpr std::uint32_t kAges = 4;

struct Residents {
  Seed at{};                 // the node they live at, or one end of their segment and how far it is
  Seed or_at{0, kFar};       // the other end, if there is one: seeds_of()
  std::uint32_t area = 0;    // community, grid or cell
  std::array<std::uint32_t, kAges> people{};
};

// The farthest walk, by age and kind, that still counts as near: minutes allowed × speed of that age, at most
// kReachMax_dm. 0: only at the door.
using Reaches = std::array<std::array<Distance, KindTable::kKindsMax>, kAges>;
[[nodiscard]] Distance walked_in(double minutes, double metres_per_second);

class Coverage {
 public:
  // REQUIRES: every area < areas, every node one of the hierarchy.
  Coverage(const Hierarchy& hierarchy, std::vector<Residents> residents, std::uint32_t areas);

  // What stands on the segments people live on (besides_of(), homes numbered like the residents). To be said again
  // whenever a facility of such a segment moves.
  void set_beside(std::span<const Beside> beside);

  // Counts anew who is within reach of each kind; half a millisecond for a district.
  void count(const KindTable& table, const Reaches& reaches, const Kernels& kernels = best_kernels());

  [[nodiscard]] std::uint32_t covered(std::uint32_t area, std::uint32_t age, std::uint32_t kind) const { return covered_[(std::size_t{area} * kAges + age) * KindTable::kKindsMax + kind]; }
  [[nodiscard]] std::uint32_t people(std::uint32_t area, std::uint32_t age) const { return people_[std::size_t{area} * kAges + age]; }
  [[nodiscard]] std::uint32_t areas() const { return areas_; }

  // How far the people of an area and age walk to a kind: on average, and how far 95 of 100 walk at most. Those whom
  // no facility is within kReachMax_dm of are counted apart. Mean and p95 are kFar when nobody is left.
  struct Walks {
    double mean_dm = kFar;
    Distance p95_dm = kFar;
    std::uint32_t beyond = 0;
  };
  [[nodiscard]] Walks walks(const KindTable& table, std::uint32_t area, std::uint32_t age, std::uint32_t kind) const;

 private:
  struct Row {
    Rank rank, other;                  // other: kNowhere for people at a node
    std::uint16_t from_rank, from_other;
    std::uint32_t area, home;          // home: position among the residents given
    std::array<std::uint32_t, kAges> people;
  };
  static constexpr Rank kNowhere = 0xFFFF'FFFF;
  // How far each kind is from a row's home; `beside` moves on past what stands beside it.
  [[nodiscard]] const Line16& line_of(const KindTable& table, std::uint32_t row, std::size_t& beside, Line16& made, const Kernels& kernels) const;
  std::uint32_t areas_;
  std::vector<Row> rows_;                     // by area, then rank
  std::vector<std::uint32_t> first_;          // rows of area a: [first_[a], first_[a + 1])
  std::vector<std::uint32_t> covered_, people_;
  std::vector<Beside> beside_;                // `home` is a row here; ascending
};

}  // namespace shaoyin::walk
