// Texts that a matter fills in: "Aid of {field.amount} yuan for a household in {community}". What stands between braces is a name of
// the expression language, or in a paragraph of a document that is repeated for each record, one of that record's fields.
//
// Pure; threads: any.
#pragma once

#include <functional>
#include <map>

#include "core/procedure/scope.h"
#include "core/procedure/world.h"

namespace shaoyin::procedure {

// The places of `text` in order, without their braces. A brace that is not closed ends the search.
[[nodiscard]] std::vector<std::string> places_in(const std::string& text);

// The type of what `place` asks for; nothing when there is no such name. `each`: the record type at hand, or empty.
[[nodiscard]] std::optional<rule::Type> type_of_place(const Procedure& procedure, const ProcedureScope& scope, const std::string& place, const std::string& each);

// Who reads it: what they may see of the matter, and the words of a sealed value or nothing. Left out: everything that is not sealed.
struct FillFor {
  std::function<bool(const std::string& place)> may_show{};
  std::function<std::optional<std::string>(const Value& sealed)> open{};
  bool xml = false;  // for machines: steps and choices by their code, true and false, instants as XML has them, nothing for what is not known, all escaped
  std::map<std::string, std::string> more{};  // other places by their whole name
};

// The places that only a document for machines has, besides the names of the language.
[[nodiscard]] const std::vector<std::string>& xml_places();
// "2023-02-14T09:00:00+08:00".
[[nodiscard]] std::string xml_instant(Instant at);

// `text` with every place filled in each language. What is not known, or not for the reader, is shown as a long dash.
[[nodiscard]] Words fill(const Words& text, const Procedure& procedure, const MatterWorld& world, const matter::Record* record, const FillFor& reader);

}  // namespace shaoyin::procedure
