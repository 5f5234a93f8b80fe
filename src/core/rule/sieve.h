// A condition made ready for the columns of a table: judged a block of rows at a time instead of one by one. It answers what
// evaluate() answers for every row (sieve_test.cpp plays one against the other); why a row passes, explain() tells of that row.
//
// Threads: one sieve may judge in several threads at once, each its own rows, while nobody changes the table.
#pragma once

#include <cstddef>
#include <memory>

#include "core/rule/table.h"

namespace shaoyin::rule {

class Sieve {
 public:
  // Error kMalformed: the condition asks for what columns cannot know, a record or a function; detail names it.
  // REQUIRES: checked against TableScope(table), and yes or no.
  [[nodiscard]] static Result<Sieve> make(const Condition& condition, const Table& table);

  // Writes one truth for each row of [from, to) to `out`. REQUIRES: a table with the columns that make() saw.
  void judge(const Table& table, std::size_t from, std::size_t to, Truth* out) const;

  // The rows of which the condition is yes, ascending.
  [[nodiscard]] std::vector<std::uint32_t> passing(const Table& table) const;

  struct Step;

 private:
  explicit Sieve(std::shared_ptr<const Step> root) : root_(std::move(root)) {}
  std::shared_ptr<const Step> root_;
};

}  // namespace shaoyin::rule
