#include "main/wiring/desk_shelf.h"

#include "edge/toml/desk_file.h"

namespace shaoyin::wiring {

void take_desks(const std::filesystem::path& home, const std::set<std::string>& verbs, app::Rules& rules) {
  const desk::ColumnsOf columns = [&](const desk::Over& over) { return desk::columns_of(over, rules.versions(over.kind)); };
  for (toml_files::DeskRead& read : toml_files::read_desks(home)) {
    std::vector<desk::Fault> faults = std::move(read.faults);
    if (faults.empty()) faults = desk::check(read.desk, columns, verbs, rules.calendar);
    if (faults.empty()) rules.desks.push_back(std::make_shared<const desk::Desk>(std::move(read.desk)));
    rules.desk_faults.insert(rules.desk_faults.end(), faults.begin(), faults.end());
  }
}

}  // namespace shaoyin::wiring
