#include "core/register/validity.h"

#include <gtest/gtest.h>

namespace shaoyin::registers {
namespace {

Row row(std::int64_t from, std::optional<Instant> to = std::nullopt) { return {"person", "somebody", 1, Instant{from}, to, {}}; }

}  // namespace

TEST(Validity, TheNextChangeIsTheFirstBeginningOrEndThatIsStillToCome) {
  const std::vector<Row> rows{row(10, Instant{50}), row(40), row(5)};
  EXPECT_EQ(next_change(rows, Instant{0}), Instant{5});
  EXPECT_EQ(next_change(rows, Instant{10}), Instant{40});
  EXPECT_EQ(next_change(rows, Instant{40}), Instant{50});
}

TEST(Validity, RowsThatHoldForEverNeverChange) {
  EXPECT_EQ(next_change({row(5)}, Instant{5}), std::nullopt);
  EXPECT_EQ(next_change({}, Instant{5}), std::nullopt);
}

}  // namespace shaoyin::registers
