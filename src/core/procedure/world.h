// One matter, one actor and the registers, as an expression sees them.
#pragma once

#include "core/procedure/decide.h"
#include "core/rule/evaluate.h"

namespace shaoyin::procedure {

class MatterWorld : public rule::World {
 public:
  // All borrowed.
  MatterWorld(const Procedure& procedure, const matter::Matter& matter, const Facts& facts)
      : procedure_(procedure), matter_(matter), facts_(facts) {}

  [[nodiscard]] Value name(const std::vector<std::string>& path) const override;
  [[nodiscard]] std::vector<std::shared_ptr<const rule::Row>> rows(const std::string& record, bool of_all_rounds) const override;
  [[nodiscard]] rule::Term call(const std::string& function, const std::vector<rule::Argument>& arguments) const override;
  [[nodiscard]] Words label_name(const std::vector<std::string>& path) const override;
  [[nodiscard]] Words label_column(const std::string& record, const std::string& column) const override;
  [[nodiscard]] Words label_record(const std::string& record) const override;
  [[nodiscard]] Words label_value(const Value& value, const rule::Type& type) const override;
  [[nodiscard]] Words label_call(const std::string& function, const std::vector<rule::Argument>& arguments) const override;

  // The record at hand, for `who` and `when` of an action on it; empty when there is none.
  [[nodiscard]] rule::Bound bind(const std::string& record, RecordNumber number) const;
  // The record that `action` would add, as its inputs describe it, for `when`; empty when it adds none.
  // One to be added with these fields, for the law of its type.
  [[nodiscard]] rule::Bound bind_new(const RecordSpec& spec, std::map<std::string, Value> fields) const;
  [[nodiscard]] rule::Bound bind_added(const ActionSpec& action, const std::map<std::string, Value>& inputs) const;

 private:
  [[nodiscard]] std::shared_ptr<const rule::Row> row(const matter::Record& record) const;
  [[nodiscard]] Value already(const rule::Argument& argument, const std::string& column, const std::string& but_for) const;
  [[nodiscard]] Value elapsed(const std::string& clock) const;
  [[nodiscard]] Value days_since(const std::string& action) const;
  [[nodiscard]] std::vector<matter::Deed> deeds(const rule::Argument& argument, const std::string& action) const;

  const Procedure& procedure_;
  const matter::Matter& matter_;
  const Facts& facts_;
};

}  // namespace shaoyin::procedure
