// What one reader may see of a matter: `visible` of the matter, of its records and of fields, judged of the matter as it is now.
// What one may not see does not exist for one; whoever shows anything of a matter asks here first.
//
// Pure.  Threads: any.  Ownership: all borrowed; `facts.actor` is the reader.
// Not covered: a refusal that explains a guard may count records the reader does not see.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/procedure/decide.h"

namespace shaoyin::view {

class Sight {
 public:
  Sight(const procedure::Procedure& procedure, const matter::Matter& matter, const procedure::Facts& facts)
      : procedure_(procedure), matter_(matter), facts_(facts) {}

  // An expression that is not known hides: nobody is shown something because a field is still empty.
  [[nodiscard]] bool matter() const;
  [[nodiscard]] bool field(const std::string& name) const;
  [[nodiscard]] bool record(const matter::Record& record) const;
  [[nodiscard]] bool record_field(const matter::Record& record, const std::string& name) const;
  [[nodiscard]] bool clock(const matter::RunningClock& clock) const;  // of a record one does not see: no

  // The event without what is hidden; nothing when all of it is.
  [[nodiscard]] std::optional<matter::Event> event(const matter::Event& event) const;

  // A matter's events, oldest first, as the reader may see them; as many as went in. What an act leaves behind may say what it was: an act of
  // which everything else is hidden is hidden too, and one that names or clears a person whom the reader is not shown does not show its actor
  // (`by` keeps only `as`). One's own acts are shown whole, and who opened the matter is shown to all who see it.
  [[nodiscard]] std::vector<std::optional<matter::Event>> story(const std::vector<matter::Event>& events) const;

 private:
  [[nodiscard]] bool holds(const rule::Condition& condition, const matter::Record* record) const;
  [[nodiscard]] const matter::Record* record_of(const matter::Event& event) const;
  [[nodiscard]] std::optional<matter::Event> disclosed(const matter::Event& event) const;
  [[nodiscard]] bool own(const matter::Event& event) const;
  [[nodiscard]] bool hides_person(const matter::Event& event, const std::optional<matter::Event>& seen) const;
  void veil(const std::vector<matter::Event>& events, std::vector<std::optional<matter::Event>>& seen, std::size_t head, std::size_t end) const;

  const procedure::Procedure& procedure_;
  const matter::Matter& matter_;
  const procedure::Facts& facts_;
};

}  // namespace shaoyin::view
