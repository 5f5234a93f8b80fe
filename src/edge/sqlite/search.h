// The search index: one document of distinct terms per matter.
#pragma once

#include <set>
#include <utility>

#include "app/ports/store.h"
#include "edge/sqlite/database.h"

namespace shaoyin::sqlite {

// Matters whose document is to be written anew before the group commits. Not in each command's savepoint: the
// full-text index flushes a segment at every savepoint, which cost more than all the rest of a commit.
// A document is made from what is stored, so a note left over from a group that failed does no harm.
// Threads: the writer's only.
class SearchQueue {
 public:
  void note(DistrictId district, MatterId matter) { noted_.emplace(district, matter); }
  void write(Database& database);

 private:
  std::set<std::pair<DistrictId, MatterId>> noted_;
};

// A full-text expression that finds documents with every term, and the single characters that it cannot ask for
// (bigrams hold them, but not as a term of their own). Both empty: no restriction.
struct SearchQuery {
  std::string match;
  std::vector<std::string> single;
};
[[nodiscard]] SearchQuery search_query(const std::string& text);

}  // namespace shaoyin::sqlite
