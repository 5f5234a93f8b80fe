// A text in both languages of the house. Labels, refusals and notices live beside the thing they name.
#pragma once

#include <string>

namespace shaoyin {

enum class Language { kZh, kEn };

struct Words {
  std::string zh;
  std::string en;

  [[nodiscard]] const std::string& in(Language language) const { return language == Language::kZh ? zh : en; }
  [[nodiscard]] bool empty() const { return zh.empty() && en.empty(); }
  friend bool operator==(const Words&, const Words&) = default;
};

}  // namespace shaoyin
