// How a limit is written in a deadline pack and said to people.
#include <array>
#include <charconv>
#include <optional>
#include <string>

#include "core/clock/clock.h"

namespace shaoyin::clock {
namespace {

struct UnitName {
  Unit unit;
  std::string_view one, many;  // as written in packs and said in English
  std::string_view zh;         // said after the number
};

constexpr std::array<UnitName, 6> kUnits = {{
    {Unit::kMinutes, "minute", "minutes", "分钟"},
    {Unit::kHours, "hour", "hours", "小时"},
    {Unit::kWorkingHours, "working hour", "working hours", "个工作小时"},
    {Unit::kWorkingDays, "working day", "working days", "个工作日"},
    {Unit::kDays, "day", "days", "天"},
    {Unit::kMonths, "month", "months", "个月"},
}};

constexpr std::string_view kRoll = " roll";

bool may_roll(Unit unit) { return unit == Unit::kDays || unit == Unit::kMonths; }

Error unreadable(std::string_view text) {
  const std::string most = std::to_string(kAmountMax);
  const std::string months = std::to_string(kMonthsMax);
  return fault(ErrorCode::kMalformed, "limit", std::string(text.substr(0, 40)),
               {"期限应写作“3 working days”的形式：先写 1 至 " + most + " 的整数（月数不超过 " + months +
                    "），空一格，再写 minutes、hours、working hours、working days、days 或 months；days 和 months 之后可加 roll。",
                "Write a limit like \"3 working days\": a whole number from 1 to " + most + " (months: to " + months +
                    "), one space, then minutes, hours, working hours, working days, days or months; days and months "
                    "may end with roll."});
}

std::optional<Unit> unit_named(std::string_view name) {
  for (const UnitName& unit : kUnits) {
    if (name == unit.one || name == unit.many) {
      return unit.unit;
    }
  }
  return std::nullopt;
}

// The amount before the first space; nothing but digits, no leading zero, within the unit's bound.
std::optional<std::int64_t> amount_of(std::string_view digits) {
  std::int64_t amount = 0;
  const auto [end, fault_code] = std::from_chars(digits.data(), digits.data() + digits.size(), amount);
  const bool whole = fault_code == std::errc() && end == digits.data() + digits.size();
  if (!whole || digits.front() == '0' || amount < 1 || amount > kAmountMax) {
    return std::nullopt;
  }
  return amount;
}

const UnitName& name_of(Unit unit) {
  for (const UnitName& name : kUnits) {
    if (name.unit == unit) {
      return name;
    }
  }
  ensure(false, "every unit has a name");
  return kUnits.front();
}

}  // namespace

Result<Limit> parse_limit(std::string_view text) {
  std::string_view rest = text;
  const bool roll = rest.ends_with(kRoll);
  if (roll) {
    rest.remove_suffix(kRoll.size());
  }
  const std::size_t space = rest.find(' ');
  if (space == std::string_view::npos || space == 0) {
    return unreadable(text);
  }
  const std::optional<std::int64_t> amount = amount_of(rest.substr(0, space));
  const std::optional<Unit> unit = unit_named(rest.substr(space + 1));
  if (!amount || !unit || (roll && !may_roll(*unit)) || (*unit == Unit::kMonths && *amount > kMonthsMax)) {
    return unreadable(text);
  }
  return Limit{*amount, *unit, roll};
}

Words say_limit(const Limit& limit) {
  const UnitName& name = name_of(limit.unit);
  const std::string amount = std::to_string(limit.amount) + " ";
  Words words{amount + std::string(name.zh), amount + std::string(limit.amount == 1 ? name.one : name.many)};
  if (limit.roll) {
    words.zh += "（末日遇休息日顺延）";
    words.en += " (a last day that is free moves to the next working day)";
  }
  return words;
}

}  // namespace shaoyin::clock
