// The registers of one district as they stand at one moment: units, grids, people by role, places,
// categories, routes, precedents. An immutable snapshot; a changed row makes a new book. Threads: any, at
// once.  Ownership: pointers returned live as long as the book.
//
// Columns of a Row, by register (`*` must be filled; every register may also have `synthetic` = true,
// `source`):
//   unit       phone (as publicly posted) name_zh* name_en* kind* (district_office department company street_office community_committee
//              grid_team other) area* function_zh function_en above
//   grid       name_zh* name_en* kind* (district street community all_purpose micro dedicated police) parent*
//              (empty for the district) office volunteers (how many stand on its list) letters (of the
//              district: first part of every number) polygon ("lon lat,lon lat,…", WGS-84, see geo/polygon.h)
//   role       name_zh* name_en* verbs* (separated by spaces)
//   person     name_zh* name_en* unit* role* area* leads (true: leads its unit)
//   category   name_zh* name_en* kind* (part event) parent (empty for a top class) limits (deadline codes,
//   spaces) place      name_zh* name_en* kind* grid* parent aliases ("|" between) delivered (year) lon lat
//   manager (unit) owner (unit; of a place that is itself a thing, such as a pump house)
//   route      area* category* unit (a code; @community @street @district: the office of that
//   level; empty: on
//              record as nobody's) object_owner ask (units to call when it is nobody's; @manager: who runs
//              the place) note_zh note_en
//   purpose    name_zh* name_en* use* (disclosure erasure)
//   fund_rule  covers* (true or false) because_zh because_en; the code is a category
//   parameter  number* note_zh note_en; the code is what rules call it ("AID-LIMIT"), or that and a unit ("AID-LIMIT@office"),
//              for which it then holds instead
//   precedent  object* area* unit* decided* (UTC) matter (number of the whistle that decided it)
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/value.h"
#include "core/base/words.h"
#include "core/geo/polygon.h"
#include "core/register/row.h"

namespace shaoyin::registers {

enum class GridKind { kDistrict, kStreet, kCommunity, kAllPurpose, kMicro, kDedicated, kPolice };

struct Grid {
  GridCode code;
  GridKind kind{};
  GridCode parent;  // empty for the district
  Words name;
  PartyCode office;  // the unit that governs it: community committee, subdistrict office, district centre;
                     // may be empty
  geo::Polygon polygon;    // WGS-84; empty when not drawn
  bool synthetic = false;  // drawn by us, not surveyed
  std::optional<int> volunteers = {};  // how many stand on its list; nothing where no list is kept
};

// The columns' words ("all_purpose"), and how people say it.
[[nodiscard]] const char* grid_kind_name(GridKind kind);
[[nodiscard]] std::optional<GridKind> grid_kind_of(std::string_view name);
[[nodiscard]] Words say(GridKind kind);
// The kind a grid of this kind must lie under; nothing for the district.
[[nodiscard]] std::optional<GridKind> parent_kind(GridKind kind);

enum class UnitKind {
  kDistrictOffice,
  kDepartment,
  kCompany,
  kStreetOffice,
  kCommunityCommittee,
  kGridTeam,
  kOther
};

[[nodiscard]] const char* unit_kind_name(UnitKind kind);
[[nodiscard]] std::optional<UnitKind> unit_kind_of(std::string_view name);

struct Unit {
  PartyCode code;
  UnitKind kind{};
  Words name;
  Words function;   // what it is for, in one line
  GridCode area;    // where it works
  PartyCode above;  // whom an unsettled thing climbs to; empty at the top
  std::string phone = {};  // as publicly posted; may be empty
};

struct Role {
  std::string code;
  Words name;
  std::set<std::string> verbs;
};

struct Person {
  PersonCode code;
  PartyCode unit;
  Words name;  // staff, as publicly posted
  std::string role;
  GridCode area;            // where the role's verbs hold
  bool leads_unit = false;  // escalations of its unit go to this person first
};

struct Category {
  std::string code;
  std::string parent;
  Words name;
  bool part = false;   // 部件 (a thing with an owner) or 事件 (something that happens)
  std::string limits;  // deadline codes of its stages, separated by spaces; may be empty
};

struct Place {
  std::string code;
  Words name;
  std::vector<std::string> aliases;
  std::string kind;         // "compound", "building", "park", "school" …
  GridCode grid;            // the smallest grid it lies in
  std::string parent;       // a building's compound
  int delivered = 0;        // year, 0 when not known
  double lon = 0, lat = 0;  // WGS-84; both 0 when not known
  PartyCode manager;        // the unit that runs it, such as a property company; may be empty
  PartyCode owner;          // the unit that owns it, of a place that is itself a thing; may be empty
};

struct Route {
  std::string code;
  GridCode area;           // grid subtree it covers
  std::string category;    // category subtree it covers
  PartyCode object_owner;  // parts: the unit that owns the thing; may be empty
  PartyCode unit;  // to whom it goes; "@community", "@street", "@district"; empty: on record as nobody's
  std::vector<PartyCode> ask;  // nobody's: whom to call; "@manager" is who runs the place
  Words note;                  // why, in one line; may be empty
};

struct Precedent {
  std::string code;
  std::string object;  // category code
  GridCode area;
  PartyCode unit;
  MatterId from;  // the whistle that decided it
  Instant decided;
};

// What protected content may be looked at for, or why it is erased.
struct Purpose {
  enum class Use { kDisclosure, kErasure };
  std::string code;
  Use use{};
  Words name;
};

class Book {
 public:
  // Builds from rows valid at `at`. Never fails: rows that do not parse are left out and listed in faults().
  static std::shared_ptr<const Book> build(const std::vector<Row>& rows, Instant at);

  // This book with newly decided precedents, each in the place of an earlier one of the same code.
  [[nodiscard]] std::shared_ptr<const Book> with_precedents(const std::vector<Row>& rows) const;

  // What the district has set `code` to, for this unit where it has a row of its own; unknown when nobody has set it.
  [[nodiscard]] Value parameter(const std::string& code, const std::string& unit) const;
  // Whether the emergency repair fund's rules cover things of this category; the nearest class with a rule
  // decides, nothing when none has one.
  [[nodiscard]] Value fund_covers(std::string_view category) const;
  // The code of the rule that decides it; empty when none does.
  [[nodiscard]] std::string fund_rule(std::string_view category) const;
  // Why that rule says so, as printed in the file of a matter; nullptr for an unknown code.
  [[nodiscard]] const Words* fund_reason(std::string_view rule) const;

  [[nodiscard]] const Unit* unit(std::string_view code) const;
  [[nodiscard]] const Grid* grid(std::string_view code) const;
  [[nodiscard]] const Role* role(std::string_view code) const;
  [[nodiscard]] const Person* person(std::string_view code) const;
  [[nodiscard]] const Category* category(std::string_view code) const;
  [[nodiscard]] const Place* place(std::string_view code) const;
  [[nodiscard]] const Purpose* purpose(std::string_view code) const;

  [[nodiscard]] const std::map<std::string, Unit, std::less<>>& units() const { return units_; }
  [[nodiscard]] const std::map<std::string, Grid, std::less<>>& grids() const { return grids_; }
  [[nodiscard]] const std::map<std::string, Role, std::less<>>& roles() const { return roles_; }
  [[nodiscard]] const std::map<std::string, Person, std::less<>>& people() const { return people_; }
  [[nodiscard]] const std::map<std::string, Category, std::less<>>& categories() const { return categories_; }
  [[nodiscard]] const std::map<std::string, Place, std::less<>>& places() const { return places_; }
  [[nodiscard]] const std::map<std::string, Purpose, std::less<>>& purposes() const { return purposes_; }
  [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }
  [[nodiscard]] const std::vector<Precedent>& precedents() const { return precedents_; }
  // By code, or code and unit ("AID-LIMIT@office").
  [[nodiscard]] const std::map<std::string, std::int64_t>& parameters() const { return parameters_; }
  // What a parameter is, in words: its own note, else that of the general row; else its code.
  [[nodiscard]] Words parameter_name(const std::string& code) const;
  // The categories that have a rule, and whether it covers them.
  [[nodiscard]] std::map<std::string, bool> fund_rules() const;
  [[nodiscard]] const std::vector<std::string>& faults() const { return faults_; }

  // `code`, its parent, … up to the district. Empty for an unknown code.
  [[nodiscard]] std::vector<GridCode> path(std::string_view code) const;
  // The grid of this kind on the path of `code`, or empty.
  [[nodiscard]] GridCode at_level(std::string_view code, GridKind kind) const;
  // The unit that governs the grid, or the nearest one above that has an office. Empty when none.
  [[nodiscard]] PartyCode office_of(std::string_view grid) const;
  // The unit above, or the unit itself at the top.
  [[nodiscard]] PartyCode above(std::string_view unit) const;
  // The person who leads the unit, or empty.
  [[nodiscard]] PersonCode leader_of(std::string_view unit) const;

  // Grids directly under `code`, by code.
  [[nodiscard]] const std::vector<GridCode>& children(std::string_view code) const;
  // How many grids of a kind lie anywhere under `code`, e.g. the micro-grids of a subdistrict.
  [[nodiscard]] int count_below(std::string_view code, GridKind kind) const;
  // True when `code` is `area` or lies under it.
  [[nodiscard]] bool lies_in(std::string_view code, std::string_view area) const;
  // `code`, its parent, … up to the top class. Empty for an unknown code.
  [[nodiscard]] std::vector<std::string> category_path(std::string_view code) const;
  // Categories without children: what a matter is filed under.
  [[nodiscard]] const std::vector<std::string>& leaf_categories() const { return leaf_categories_; }
  // Routes that name exactly this category; positions in routes().
  [[nodiscard]] const std::vector<std::size_t>& routes_of(std::string_view category) const;
  // Places whose name or alias contains `words` (zh or en), exact names first; at most `limit`.
  [[nodiscard]] std::vector<const Place*> find_places(std::string_view words, std::size_t limit) const;
  // The place whose name or alias (zh or en) stands in `text`, the longest one; nullptr when none does.
  [[nodiscard]] const Place* place_named_in(std::string_view text) const;
  // True when any row says so: every screen that shows this book must say so too.
  [[nodiscard]] bool synthetic() const { return synthetic_; }

 private:
  std::map<std::string, Unit, std::less<>> units_;
  std::map<std::string, Grid, std::less<>> grids_;
  std::map<std::string, Role, std::less<>> roles_;
  std::map<std::string, Person, std::less<>> people_;
  std::map<std::string, Category, std::less<>> categories_;
  std::map<std::string, Place, std::less<>> places_;
  std::map<std::string, Purpose, std::less<>> purposes_;
  std::vector<Route> routes_;
  std::vector<Precedent> precedents_;
  std::vector<std::string> faults_;
  std::map<std::string, std::vector<GridCode>, std::less<>> children_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> routes_by_category_;
  std::vector<std::string> leaf_categories_;
  std::map<std::string, PersonCode, std::less<>> leaders_;
  struct FundRule {
    bool covers = false;
    Words because;
  };
  std::map<std::string, FundRule, std::less<>> fund_rules_;
  std::map<std::string, std::int64_t> parameters_;
  std::map<std::string, Words> parameter_notes_;  // by the same codes
  bool synthetic_ = false;

  friend class BookBuilder;
};

// The rows that hold at `at`: of each (reg, code) the highest version with valid_from <= at < valid_to.
[[nodiscard]] std::vector<const Row*> rows_at(const std::vector<Row>& rows, Instant at);

}  // namespace shaoyin::registers
