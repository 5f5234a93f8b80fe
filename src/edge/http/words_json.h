// Codes of the registers as {code, name} in the caller's language.
#pragma once

#include <boost/json.hpp>
#include <string>

#include "core/base/words.h"
#include "core/register/book.h"

namespace shaoyin::http {

[[nodiscard]] inline boost::json::object named(const std::string& code, const std::string& name) { return {{"code", code}, {"name", name}}; }

class Wording {
 public:
  Wording(const registers::Book& book, Language language) : book_(book), language_(language) {}  // book is borrowed

  // An unknown code (of an imported matter, say) is its own name.
  [[nodiscard]] boost::json::object unit(const std::string& code) const { return named(code, unit_name(code)); }
  [[nodiscard]] boost::json::object grid(const std::string& code) const { return named(code, grid_name(code)); }
  [[nodiscard]] boost::json::object category(const std::string& code) const { return named(code, category_name(code)); }
  [[nodiscard]] boost::json::value unit_or_null(const std::string& code) const { return code.empty() ? boost::json::value(nullptr) : boost::json::value(unit(code)); }

  [[nodiscard]] std::string unit_name(const std::string& code) const {
    const registers::Unit* found = book_.unit(code);
    return found != nullptr ? found->name.in(language_) : code;
  }
  [[nodiscard]] std::string grid_name(const std::string& code) const {
    const registers::Grid* found = book_.grid(code);
    return found != nullptr ? found->name.in(language_) : code;
  }
  [[nodiscard]] std::string category_name(const std::string& code) const {
    const registers::Category* found = book_.category(code);
    return found != nullptr ? found->name.in(language_) : code;
  }
  [[nodiscard]] std::string in(const Words& words) const { return words.in(language_); }
  [[nodiscard]] std::string in(const char* zh, const char* en) const { return language_ == Language::kZh ? zh : en; }
  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] const registers::Book& book() const { return book_; }

 private:
  const registers::Book& book_;
  const Language language_;
};

}  // namespace shaoyin::http
