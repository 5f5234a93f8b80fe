// Eligibility of a million invented households under a changed set of rules, by columns and one by one.
//
//   cmake --build build/release --target bench_sieve && build/release/bench_sieve [households] [seed]
//
// Twelve conditions, as many as the layers of assistance have. Baseline of the same run: the same conditions evaluated household by
// household, on a tenth of them. Processor time; "two threads" by the clock.
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <random>
#include <thread>

#include "core/base/ensure.h"
#include "core/rule/sieve.h"

namespace {

using namespace shaoyin;
using rule::Type;

constexpr const char* kRules[] = {
    "income < limit", "income < limit + half and not (income < limit)", "income < limit and (flats <= 1 or flat_shared)", "savings < limit + limit",
    "car in ['none', 'for_work']", "known(income) and known(savings)", "disabled and income < limit + half", "pupils > 0 and income < limit + half",
    "spent - refunded > income + limit", "elderly > 0 and members == elderly", "not (kind == 'urban') or flats <= 2", "refused < 3 and jobless > 0 and income < limit"};

rule::Table households(std::size_t count, std::uint64_t seed) {
  const auto number = [](const char* name) { return std::pair<std::string, Type>(name, Type{Type::Kind::kNumber, {}, {}, {}}); };
  rule::Table table({number("income"), number("limit"), number("half"), number("savings"), number("flats"), number("pupils"), number("spent"), number("refunded"),
                     number("elderly"), number("members"), number("refused"), number("jobless"),
                     {"flat_shared", Type{Type::Kind::kYesNo, {}, {}, {}}}, {"disabled", Type{Type::Kind::kYesNo, {}, {}, {}}},
                     {"car", Type{Type::Kind::kChoice, {"none", "for_work", "other"}, {}, {}}}, {"kind", Type{Type::Kind::kChoice, {"urban", "rural"}, {}, {}}}});
  std::mt19937_64 chance(seed);
  const auto up_to = [&](std::int64_t most) { return chance() % 20 == 0 ? Value::nothing() : Value::number(static_cast<std::int64_t>(chance() % static_cast<std::uint64_t>(most + 1))); };
  for (std::size_t i = 0; i < count; ++i) {
    table.add({up_to(4000), Value::number(1010), Value::number(505), up_to(90'000), up_to(3), up_to(2), up_to(20'000), up_to(9000), up_to(2), up_to(5), up_to(4), up_to(2),
               Value::yes_no(chance() % 5 == 0), Value::yes_no(chance() % 9 == 0), Value::text(chance() % 3 == 0 ? "other" : "none"), Value::text(chance() % 4 == 0 ? "rural" : "urban")});
  }
  return table;
}

double processor_ms() { return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }
double clock_ms() { return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

}  // namespace

int main(int argc, char** argv) {
  const std::size_t count = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
  const std::uint64_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
  if (count < 1000 || count > 20'000'000) return 2;
  const rule::Table table = households(count, seed);
  std::vector<rule::Condition> conditions;
  std::vector<rule::Sieve> sieves;
  for (const char* source : kRules) {
    conditions.push_back(*rule::parse(source));
    ensure(rule::check(conditions.back(), rule::TableScope(table)).ok(), source);
    sieves.push_back(*rule::Sieve::make(conditions.back(), table));
  }
  std::vector<rule::Truth> out(count);
  std::size_t eligible = 0, alone = 0;
  double begin = processor_ms();
  for (const rule::Sieve& sieve : sieves) {
    sieve.judge(table, 0, count, out.data());
    for (std::size_t i = 0; i < count / 10; ++i) eligible += out[i] == rule::Truth::kYes ? 1 : 0;
  }
  const double by_columns = processor_ms() - begin;

  begin = clock_ms();
  std::thread second([&] { for (const rule::Sieve& sieve : sieves) sieve.judge(table, count / 2, count, out.data() + count / 2); });
  for (const rule::Sieve& sieve : sieves) sieve.judge(table, 0, count / 2, out.data());
  second.join();
  const double by_two = clock_ms() - begin;

  begin = processor_ms();
  for (const rule::Condition& condition : conditions) {
    for (std::size_t i = 0; i < count / 10; ++i) alone += rule::evaluate(condition, rule::TableRow(table, i)).is_yes() ? 1 : 0;
  }
  const double one_by_one = (processor_ms() - begin) * 10;
  ensure(eligible == alone, "both ways find the same households");
  fmt::print("{} households, {} conditions, seed {}\n", count, std::size(kRules), seed);
  fmt::print("by columns      {:>9.1f} ms of processor, {:.1f} ns a household and condition\n", by_columns, by_columns * 1e6 / static_cast<double>(count * std::size(kRules)));
  fmt::print("  two threads   {:>9.1f} ms by the clock\n", by_two);
  fmt::print("one by one      {:>9.1f} ms of processor (ten times a tenth)  {:.0f}x\n", one_by_one, one_by_one / by_columns);
  return 0;
}
