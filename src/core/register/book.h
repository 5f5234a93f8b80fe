// The registers of one district as they stand at one moment: units, grids, people by role, places, categories,
// routes, precedents. An immutable snapshot; a changed row makes a new book.
// Threads: any, at once.  Ownership: pointers returned live as long as the book.
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
#include "core/base/words.h"
#include "core/register/row.h"

namespace shaoyin::registers {

enum class GridKind { kDistrict, kStreet, kCommunity, kAllPurpose, kMicro, kDedicated, kPolice };

struct Grid {
  GridCode code;
  GridKind kind{};
  GridCode parent;    // empty for the district
  Words name;
  PartyCode office;   // the unit that governs it: community committee, subdistrict office, district centre; may be empty
};

enum class UnitKind { kDistrictOffice, kDepartment, kCompany, kStreetOffice, kCommunityCommittee, kGridTeam, kOther };

struct Unit {
  PartyCode code;
  UnitKind kind{};
  Words name;
  Words function;     // what it is for, in one line
  GridCode area;      // where it works
  PartyCode above;    // whom an unsettled thing climbs to; empty at the top
};

struct Role { std::string code; Words name; std::set<std::string> verbs; };

struct Person {
  PersonCode code;
  PartyCode unit;
  Words name;         // staff, as publicly posted
  std::string role;
  GridCode area;      // where the role's verbs hold
  bool leads_unit = false;  // escalations of its unit go to this person first
};

struct Category {
  std::string code;
  std::string parent;
  Words name;
  bool part = false;  // 部件 (a thing with an owner) or 事件 (something that happens)
  std::string limits; // deadline codes of its stages, comma-separated; may be empty
};

struct Place {
  std::string code;
  Words name;
  std::vector<std::string> aliases;
  std::string kind;   // "compound", "building", "park", "school" …
  GridCode grid;      // the smallest grid it lies in
  std::string parent; // a building's compound
  int delivered = 0;  // year, 0 when not known
  double lon = 0, lat = 0;  // WGS-84
};

struct Route {
  std::string code;
  GridCode area;         // grid subtree it covers
  std::string category;  // category subtree it covers
  PartyCode object_owner;// parts: the unit that owns the thing; may be empty
  PartyCode unit;        // to whom it goes
};

struct Precedent {
  std::string code;
  std::string object;    // category code
  GridCode area;
  PartyCode unit;
  MatterId from;         // the whistle that decided it
  Instant decided;
};

class Book {
 public:
  // Builds from rows valid at `at`. Never fails: rows that do not parse are left out and listed in faults().
  static std::shared_ptr<const Book> build(const std::vector<Row>& rows, Instant at);

  [[nodiscard]] const Unit* unit(std::string_view code) const;
  [[nodiscard]] const Grid* grid(std::string_view code) const;
  [[nodiscard]] const Role* role(std::string_view code) const;
  [[nodiscard]] const Person* person(std::string_view code) const;
  [[nodiscard]] const Category* category(std::string_view code) const;
  [[nodiscard]] const Place* place(std::string_view code) const;

  [[nodiscard]] const std::map<std::string, Unit, std::less<>>& units() const { return units_; }
  [[nodiscard]] const std::map<std::string, Grid, std::less<>>& grids() const { return grids_; }
  [[nodiscard]] const std::map<std::string, Role, std::less<>>& roles() const { return roles_; }
  [[nodiscard]] const std::map<std::string, Person, std::less<>>& people() const { return people_; }
  [[nodiscard]] const std::map<std::string, Category, std::less<>>& categories() const { return categories_; }
  [[nodiscard]] const std::map<std::string, Place, std::less<>>& places() const { return places_; }
  [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }
  [[nodiscard]] const std::vector<Precedent>& precedents() const { return precedents_; }
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

 private:
  std::map<std::string, Unit, std::less<>> units_;
  std::map<std::string, Grid, std::less<>> grids_;
  std::map<std::string, Role, std::less<>> roles_;
  std::map<std::string, Person, std::less<>> people_;
  std::map<std::string, Category, std::less<>> categories_;
  std::map<std::string, Place, std::less<>> places_;
  std::vector<Route> routes_;
  std::vector<Precedent> precedents_;
  std::vector<std::string> faults_;
};

}  // namespace shaoyin::registers
