#include "edge/sqlite/search.h"

#include <set>

#include "core/base/utf8.h"
#include "core/text/mask.h"

namespace shaoyin::sqlite {
namespace {

void add_terms(std::set<std::string>& all, const std::string& text) {
  for (std::string& term : text::search_terms(text)) {
    all.insert(std::move(term));
  }
}

// Nothing for a matter that is not there: its command was undone.
std::optional<std::string> terms_of(Database& database, DistrictId district, MatterId matter) {
  std::set<std::string> all;
  {
    Rows rows = database.query("SELECT number, title FROM matter WHERE district_id = $1 AND matter = $2", district, matter);
    if (!rows.next()) {
      return std::nullopt;
    }
    add_terms(all, rows.text(0));
    add_terms(all, rows.text(1));
  }
  Rows rows = database.query("SELECT masked FROM content WHERE district_id = $1 AND matter = $2 AND masked <> ''",
                             district, matter);
  while (rows.next()) {
    add_terms(all, rows.text(0));
  }
  std::string joined;
  for (const std::string& term : all) {
    joined += joined.empty() ? term : ' ' + term;
  }
  return joined;
}

struct Document {
  std::int64_t doc;
  std::string terms;
};

std::optional<Document> document_of(Database& database, DistrictId district, MatterId matter) {
  Rows rows = database.query("SELECT doc, terms FROM search_doc WHERE district_id = $1 AND matter = $2", district, matter);
  return rows.next() ? std::optional<Document>{{rows.number(0), rows.text(1)}} : std::nullopt;
}

// The index holds no copy of the terms, so it must be told exactly what to forget.
void forget(Database& database, const Document& document) {
  database.run("INSERT INTO search (search, rowid, terms) VALUES ('delete', $1, $2)", document.doc, document.terms);
}

// Writes the document of a matter anew from its stored number, title and masked texts.
void index_matter(Database& database, DistrictId district, MatterId matter) {
  const std::optional<std::string> terms = terms_of(database, district, matter);
  const std::optional<Document> before = document_of(database, district, matter);
  if (!terms || (before && before->terms == *terms)) {
    return;
  }
  if (before) {
    forget(database, *before);
    database.run("UPDATE search_doc SET terms = $2 WHERE doc = $1", before->doc, *terms);
    database.run("INSERT INTO search (rowid, terms) VALUES ($1, $2)", before->doc, *terms);
    return;
  }
  database.run("INSERT INTO search_doc (district_id, matter, terms) VALUES ($1, $2, $3)", district, matter, *terms);
  database.run("INSERT INTO search (rowid, terms) VALUES ($1, $2)",
               std::int64_t{sqlite3_last_insert_rowid(database.handle())}, *terms);
}

}  // namespace

void SearchQueue::write(Database& database) {
  for (const auto& [district, matter] : noted_) {
    index_matter(database, district, matter);
  }
  noted_.clear();
}

SearchQuery search_query(const std::string& text) {
  SearchQuery query;
  for (const std::string& term : text::search_terms(text)) {
    if (count_code_points(term) == 1 && term.size() > 1) {
      query.single.push_back(term);
    } else {
      query.match += (query.match.empty() ? "\"" : " AND \"") + term + '"';  // terms hold letters and digits only
    }
  }
  return query;
}

}  // namespace shaoyin::sqlite
