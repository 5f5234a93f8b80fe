// To whom a matter goes, and why: grid subtree × category subtree × owner of the thing → unit. Every rule
// that was tried is told in words, so a dispatcher can show the way to whoever asks.
//
// The order (常熟职责分工办法; facts in docs/glossary.md):
//   1. precedents, the deepest grid first, then the deepest category, then the latest;
//   2. a part 部件: its owner, where known; then the table by place;
//      an event 事件: the table by place; then the owner, where known;
//   3. of several rows in the table: one that names the thing's owner, then the deepest grid, then the
//   deepest
//      category (for events the grid comes before the owner). Equal rows for different units are a double.
// No row, a row without a unit, or a double: contested; a person or a whistle must decide.
// Pure; threads: any.
#pragma once

#include <string>
#include <vector>

#include "core/register/book.h"

namespace shaoyin::registers {

struct Question {
  GridCode place;
  std::string category;
  PartyCode object_owner;  // who owns the thing, when somebody knows; else empty
  Instant at;              // precedents decided later do not count
  PartyCode manager;       // who runs the place (Place::manager), for "@manager"; may be empty
};

// The place itself, or the nearest one it is part of, of which the register says who runs or owns it. Empty: of none, or no such place.
[[nodiscard]] std::string site_of(const Book& book, std::string_view place);

// The question for a thing of this category in this grid; `site` (site_of) says whose it is and who runs the place. Who explains
// and who decides ask the same.
[[nodiscard]] Question question_about(const Book& book, GridCode grid, std::string category, std::string_view site, Instant at);

struct RuleTried {
  std::string rule;  // "precedent", "object_owner", "table", "gap", "double", "none", "unknown"
  Words text;
  bool decided = false;
};

struct Routing {
  PartyCode unit;  // empty when contested
  bool contested = false;
  std::vector<RuleTried> steps;  // in the order tried; never empty
  std::string route;             // code of the row that decided, or of the gap on record; may be empty
  std::string precedent;         // code of the precedent that decided; may be empty
  std::vector<PartyCode> ask;    // contested: whom to call, as far as the registers know
};

// Total: an unknown place or category is contested and says so.
[[nodiscard]] Routing route(const Book& book, const Question& question);

struct CoverageRow {
  GridCode area;
  std::string category;
  std::vector<std::string> routes;  // the gap row on record (or none), or the equal rows of a double
  Words note;                       // of the gap on record; empty where nobody has noticed it before
};

struct Coverage {
  std::size_t asked = 0;          // (area × leaf category) pairs looked at
  std::vector<CoverageRow> gaps;  // by area, then category
  std::vector<CoverageRow> doubles;
};

// Asks for every community × leaf category, and for every smaller grid that a route or precedent names.
[[nodiscard]] Coverage coverage(const Book& book, Instant at);

}  // namespace shaoyin::registers
