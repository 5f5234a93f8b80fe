#include "core/register/columns.h"

#include <charconv>

namespace shaoyin::registers {

const std::string& column(const Row& row, const std::string& name) {
  static const std::string empty;
  const auto found = row.columns.find(name);
  return found == row.columns.end() ? empty : found->second;
}

Words words_of(const Row& row, const std::string& name) {
  return {column(row, name + "_zh"), column(row, name + "_en")};
}

bool is_true(const Row& row, const std::string& name) {
  const std::string& text = column(row, name);
  return text == "true" || text == "yes" || text == "1";
}

std::vector<std::string> parts_of(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t at = text.find(separator);
    if (at != 0) parts.emplace_back(text.substr(0, at));
    text = at == std::string_view::npos ? std::string_view{} : text.substr(at + 1);
  }
  return parts;
}

double number_of(const std::string& text, double fallback) {
  double value = fallback;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  return problem == std::errc{} && end == text.data() + text.size() ? value : fallback;
}

}  // namespace shaoyin::registers
