// What the files of procedures are written in, whatever they speak of: texts in two languages, lists, expressions, types of fields.
// The sections themselves are read in procedure_file.cpp.
//
// Errors are collected, not thrown: each names its place in the file. Threads: one reader, one thread.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/procedure/procedure.h"
#include "edge/toml/toml.h"

namespace shaoyin::toml_files {

[[nodiscard]] std::vector<std::string> split(const std::string& text, char at);

class FormReader {
 protected:
  using Kind = rule::Type::Kind;
  using Slot = procedure::Slot;

  void fail(const std::string& at, const Words& why);
  bool parse(std::string_view source, const char* name, toml::table& out);
  // Names that the form does not have are slips of the pen; silence would make them rules nobody follows.
  void known(const toml::table& table, const std::string& at, const std::set<std::string>& names);
  std::string text(const toml::table& table, const char* key, const std::string& at);
  std::vector<std::string> list(const toml::table& table, const char* key, const std::string& at);
  rule::Condition parse_expr(const std::string& source, const std::string& at);
  rule::Condition expr(const toml::table& table, const char* key, const std::string& at);
  void labels(const toml::table& table, const std::string& key);
  void flatten(const toml::table& table, const std::string& prefix);
  // "text", "text?", "party", "choice:a|b", "ref:category" …
  Slot slot(std::string word, const std::string& at);
  Slot slot_of(const toml::node& node, const std::string& at);
  void bounds(const toml::table& table, const std::string& at, Slot& made);
  bool yes_no(const toml::table& table, const char* key, const std::string& at);
  void number_bounds(const toml::table& table, const std::string& at, procedure::Slot& made);
  const toml::table* table_of(const toml::table& file, const char* key);
  // In the order of the file: forms and lists show fields as the author wrote them.
  static std::vector<std::pair<std::string, const toml::node*>> ordered(const toml::table& table);

  procedure::Procedure p_;
  std::vector<Error> faults_;
};

}  // namespace shaoyin::toml_files
