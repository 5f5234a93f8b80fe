// The names and functions an expression of a procedure may use, for rule::check().
#pragma once

#include <map>
#include <memory>

#include "core/procedure/procedure.h"
#include "core/rule/check.h"

namespace shaoyin::procedure {

// Names: field.*, fact.*, owner, opener.unit/.person, actor.unit/.person/.is_reporter, place, community, round,
// has_parent, child.step/.outcome/.final, and within a record its fields, step, round, number; in the guard of an action
// that adds one record also those of the record to be.
// Functions on places and parties: district_of, street_of, community_of, grid_of, office_of (place -> party), above (party -> party),
// unit_of (person -> party). Of the actor: actor.may('verb').
// Functions on history: last(record), performed(record, 'action'), performers(record, 'action'),
// units(record, 'step'), did('action'), overdue('clock'), due('clock') (unknown where none runs), workers() (people; of the
// matter and its children, in every round), already(record, 'field') (another of this round says the
// same there; already(record, 'field', 'step') leaves out those in that step),
// published('notice'), issued('document'); in watches only elapsed('clock'), days_since('action') and past(instant).
class ProcedureScope : public rule::Scope {
 public:
  explicit ProcedureScope(const Procedure& procedure);  // borrowed
  [[nodiscard]] std::optional<rule::Type> name(const std::vector<std::string>& path) const override;
  [[nodiscard]] const rule::Shape* shape(const std::string& row) const override;
  [[nodiscard]] const rule::Signature* function(const std::string& name) const override;

 private:
  const Procedure& procedure_;
  std::map<std::string, rule::Shape> shapes_;
};

// The functions outside facts may call, answered by the application from registers.
[[nodiscard]] const std::map<std::string, rule::Signature>& outside_functions();

// Types every expression of `procedure` in place; the first fault, named by where it stands ("action.close.when").
[[nodiscard]] std::vector<Error> check_types(Procedure& procedure);

}  // namespace shaoyin::procedure
