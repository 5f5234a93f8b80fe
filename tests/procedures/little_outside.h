// The smallest world that a decision can be made in: a district D, a subdistrict S, a community O.
#pragma once

#include "core/procedure/decide.h"

namespace shaoyin::procedure {

class LittleOutside : public Outside {
 public:
  PartyCode district_of(const GridCode&) const override { return "D"; }
  PartyCode street_of(const GridCode&) const override { return "S"; }
  PartyCode community_of(const GridCode&) const override { return "O"; }
  PartyCode grid_of(const GridCode&) const override { return "O"; }
  PartyCode office_of(const GridCode&) const override { return "O"; }
  PartyCode above(const PartyCode&) const override { return "D"; }
  Words label(const Value& value, const rule::Type&) const override { return {value.as_text(), value.as_text()}; }
};

}  // namespace shaoyin::procedure
