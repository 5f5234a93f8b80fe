// The search index: one document of distinct terms per matter.
#pragma once

#include "app/ports/store.h"
#include "edge/sqlite/database.h"

namespace shaoyin::sqlite {

// Writes the document of a matter anew from its stored number, title and masked texts.
void index_matter(Database& database, DistrictId district, MatterId matter);

// Takes the document out and rewrites the index, so that no term of it stays in an old segment.
void unindex_matter(Database& database, DistrictId district, MatterId matter);

// A full-text expression that finds documents with every term, and the single characters that it cannot ask for
// (bigrams hold them, but not as a term of their own). Both empty: no restriction.
struct SearchQuery {
  std::string match;
  std::vector<std::string> single;
};
[[nodiscard]] SearchQuery search_query(const std::string& text);

}  // namespace shaoyin::sqlite
