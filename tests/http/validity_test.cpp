// A right that ends tonight is gone tomorrow, without a restart and without anybody doing anything.
#include <atomic>

#include "tests/http/served_folder.h"

namespace shaoyin::http {
namespace {

class TurnedClock final : public app::WallClock {
 public:
  std::atomic<std::int64_t> ms{parse_instant("2026-03-02 09:00")->ms};
  [[nodiscard]] Instant now() const override { return {ms}; }
};

class Validity : public ServedFolder {
 protected:
  const app::WallClock* clock() override { return &turned_; }

  // The row of a register as it is stored, to hold from now until `until`.
  registers::Row until(const std::string& reg, const std::string& code, Instant end) {
    const auto rows = folder_->store().register_rows(folder_->house().district().id, reg);
    for (registers::Row row : *rows) {
      if (row.code != code) continue;
      row.valid_from = turned_.now();
      row.valid_to = end;
      return row;
    }
    ADD_FAILURE() << code;
    return {};
  }

  TurnedClock turned_;
};

TEST_F(Validity, SomebodyWhoseRowHasEndedMayNothingAnyMore) {
  const Instant tonight = *parse_instant("2026-03-03 00:00");
  ASSERT_TRUE(folder_->add_rows({until("person", kClerk, tonight)}));
  EXPECT_EQ(as(kClerk, "GET", "/matters").status, 200);
  turned_.ms = tonight.ms;
  service_->round();
  EXPECT_EQ(as(kClerk, "GET", "/matters").status, 401);
}

TEST_F(Validity, SomebodyWhoseRowBeginsTomorrowMayTomorrow) {
  const Instant tomorrow = *parse_instant("2026-03-03 00:00");
  registers::Row row = until("person", kClerk, tomorrow);
  ASSERT_TRUE(folder_->add_rows({row}));
  row.valid_from = tomorrow + minutes(1);
  row.valid_to.reset();
  ASSERT_TRUE(folder_->add_rows({row}));
  turned_.ms = tomorrow.ms;
  service_->round();
  EXPECT_EQ(as(kClerk, "GET", "/matters").status, 401);
  turned_.ms = row.valid_from.ms;
  service_->round();
  EXPECT_EQ(as(kClerk, "GET", "/matters").status, 200);
}

TEST_F(Validity, NothingIsReadAnewWhileNothingBeginsOrEnds) {
  const auto before = folder_->house().rules();
  turned_.ms += days(30).ms;
  service_->round();
  EXPECT_EQ(folder_->house().rules(), before);
}

}  // namespace
}  // namespace shaoyin::http
