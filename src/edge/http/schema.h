// The part of JSON Schema 2020-12 that api/openapi.yaml uses, as one small checker. A keyword it does not know is
// refused when the file is read: a limit that is written but not checked would be worse than none.
//
// Beyond the standard: every text must be clean UTF-8 (kInvalidUtf8); `x-limit` names a limit and stands in the
// detail of a refusal; `x-error` chooses the code of a wrong number; `x-typed` (code, number, phone) says that people type it, so
// that it is read as they meant it (core/text/typed.h) before it is checked, and handlers see only that. A `pattern` needs a maxLength of at most
// kPatternTextMax, because the matcher recurses over the text.
// Threads: any, once read.  Ownership: a Schemas owns all its nodes; numbers stand for them.
#pragma once

#include <boost/json.hpp>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/text/typed.h"

namespace shaoyin::http {

inline constexpr std::size_t kPatternTextMax = 200;

using SchemaId = int;

class Schemas {
 public:
  // `root` is the whole document, for "#/…" references. Error kMalformed: field is the place in the document.
  [[nodiscard]] Result<SchemaId> add(const boost::json::value& root, const boost::json::value& schema,
                                     const std::string& where);

  // `path` is how the value is called in a refusal ("input.reason"). Errors: kMissingField, kUnknownField,
  // kWrongType, kTooLong, kTooShort, kNotAChoice, kImpossibleTime, kInvalidUtf8, kInvalidPoint.
  [[nodiscard]] Status check(SchemaId schema, const boost::json::value& value, const std::string& path) const;

  // Texts of `x-typed` as they were meant, in members of objects.
  void put_right(SchemaId schema, boost::json::value& value) const;
  [[nodiscard]] std::optional<text::Typed> typed(SchemaId schema) const;  // of a text

  // A query, path or header value: text read as the schema's type, then checked.
  [[nodiscard]] Status check_text(SchemaId schema, const std::vector<std::string>& values, const std::string& path) const;

  [[nodiscard]] std::size_t size() const { return nodes_.size(); }

 private:
  enum Type : std::uint8_t { kObject = 1, kArray = 2, kString = 4, kInteger = 8, kNumber = 16, kBoolean = 32, kNull = 64 };
  struct Node {
    std::uint8_t types = 0;  // any of these; 0 for any
    std::optional<boost::json::value> constant;
    std::vector<boost::json::value> choices;
    std::optional<std::uint64_t> min_length, max_length, min_items, max_items, max_properties;
    std::optional<double> minimum, maximum;
    std::optional<std::regex> pattern;
    std::string limit_name;
    ErrorCode number_code = ErrorCode::kNotAChoice;
    std::optional<text::Typed> typed;
    bool date_time = false;
    bool closed = false;              // additionalProperties: false
    bool closed_over_all = false;     // unevaluatedProperties: false
    SchemaId others = -1;             // additionalProperties: {…}
    SchemaId names = -1;              // propertyNames
    SchemaId items = -1;
    SchemaId same_as = -1;            // $ref
    std::map<std::string, SchemaId, std::less<>> properties;
    std::vector<std::string> required;
    std::vector<SchemaId> all_of, any_of, one_of;
  };
  class Reader;

  [[nodiscard]] const Node& at(SchemaId id) const { return *nodes_[static_cast<std::size_t>(id)]; }
  [[nodiscard]] Status check_string(const Node& node, std::string_view text, const std::string& path) const;
  [[nodiscard]] Status check_number(const Node& node, double number, const std::string& path) const;
  [[nodiscard]] Status check_array(const Node& node, const boost::json::array& items, const std::string& path) const;
  [[nodiscard]] Status check_object(const Node& node, const boost::json::object& object, const std::string& path) const;
  [[nodiscard]] Status check_branches(const Node& node, const boost::json::value& value, const std::string& path) const;
  [[nodiscard]] Status check_choice(const Node& node, const boost::json::value& value, const std::string& path) const;
  [[nodiscard]] bool names_property(SchemaId id, std::string_view name) const;
  [[nodiscard]] std::uint8_t types_of(SchemaId id) const;
  [[nodiscard]] static std::uint8_t type_of(const boost::json::value& value);

  std::vector<std::unique_ptr<Node>> nodes_;
  std::map<std::string, SchemaId> references_;
};

}  // namespace shaoyin::http
