// Reads schemas out of the document; refuses every keyword the checker would not honour.
#include <set>

#include "edge/http/schema.h"

namespace shaoyin::http {
namespace json = boost::json;

class Schemas::Reader {
 public:
  Reader(Schemas& schemas, const json::value& root) : schemas_(schemas), root_(root) {}

  Result<SchemaId> read(const json::value& schema, const std::string& where) {
    const SchemaId id = reserve();
    if (const Status status = fill(id, schema, where); !status) return status.error();
    return id;
  }

 private:
  SchemaId reserve() {
    schemas_.nodes_.push_back(std::make_unique<Node>());
    return static_cast<SchemaId>(schemas_.nodes_.size()) - 1;
  }

  static Error wrong(const std::string& where, const std::string& why) {
    return fault(ErrorCode::kMalformed, where, why);
  }

  Status fill(SchemaId id, const json::value& schema, const std::string& where) {
    if (!schema.is_object()) return wrong(where, "a schema is an object");
    const json::object& members = schema.get_object();
    for (const auto& [key, value] : members) {
      if (const Status status = keyword(*schemas_.nodes_[static_cast<std::size_t>(id)], key, value, where); !status) return status;
    }
    const Node& node = schemas_.at(id);
    if (node.pattern && node.max_length.value_or(kPatternTextMax + 1) > kPatternTextMax) {
      return wrong(where, "a pattern needs a maxLength of at most 200");
    }
    return {};
  }

  Status keyword(Node& node, std::string_view key, const json::value& value, const std::string& where) {
    static const std::set<std::string_view> notes{"title", "description", "example", "examples", "default", "contentEncoding",
                                                  "x-order", "x-labels", "x-kind"};
    if (notes.contains(key)) return {};
    if (key == "type") return types(node, value, where);
    if (key == "$ref") return refer(node.same_as, value, where);
    if (key == "items") return child(node.items, value, where + "/items");
    if (key == "propertyNames") return child(node.names, value, where + "/propertyNames");
    if (key == "properties") return properties(node, value, where);
    if (key == "additionalProperties") return additional(node, value, where);
    if (key == "unevaluatedProperties" && value == json::value(false)) return set(node.closed_over_all, true);
    if (key == "required") return texts(node.required, value, where);
    if (key == "allOf") return children(node.all_of, value, where + "/allOf");
    if (key == "anyOf") return children(node.any_of, value, where + "/anyOf");
    if (key == "oneOf") return children(node.one_of, value, where + "/oneOf");
    if (key == "const") return set(node.constant, value);
    if (key == "enum" && value.is_array()) return set(node.choices, std::vector<json::value>(value.get_array().begin(), value.get_array().end()));
    if (key == "format") return format(node, value, where);
    if (key == "pattern" && value.is_string()) return pattern(node, value.get_string(), where);
    if (key == "x-limit" && value.is_string()) return set(node.limit_name, std::string(value.get_string()));
    if (key == "x-error" && value == json::value("invalid_point")) return set(node.number_code, ErrorCode::kInvalidPoint);
    if (key == "x-typed" && value.is_string()) return typed(node, value.get_string(), where);
    return limit(node, key, value, where);
  }

  template <class T, class U>
  static Status set(T& target, U value) {
    target = std::move(value);
    return {};
  }

  static Status limit(Node& node, std::string_view key, const json::value& value, const std::string& where) {
    if (!value.is_number()) return wrong(where, "keyword " + std::string(key) + " is not known");
    const double number = value.to_number<double>();
    if (key == "minimum") return set(node.minimum, number);
    if (key == "maximum") return set(node.maximum, number);
    if (number < 0 || number > 1e15) return wrong(where, "limit out of range");
    const auto count = static_cast<std::uint64_t>(number);
    if (key == "minLength") return set(node.min_length, count);
    if (key == "maxLength") return set(node.max_length, count);
    if (key == "minItems") return set(node.min_items, count);
    if (key == "maxItems") return set(node.max_items, count);
    if (key == "maxProperties") return set(node.max_properties, count);
    return wrong(where, "keyword " + std::string(key) + " is not known");
  }

  static Status types(Node& node, const json::value& value, const std::string& where) {
    static const std::map<std::string_view, std::uint8_t> known{{"object", kObject}, {"array", kArray}, {"string", kString},
        {"integer", kInteger}, {"number", kNumber | kInteger}, {"boolean", kBoolean}, {"null", kNull}};
    const json::array list = value.is_array() ? value.get_array() : json::array{value};
    for (const json::value& item : list) {
      const auto found = item.is_string() ? known.find(std::string_view(item.get_string())) : known.end();
      if (found == known.end()) return wrong(where, "unknown type");
      node.types |= found->second;
    }
    return {};
  }

  Status child(SchemaId& target, const json::value& value, const std::string& where) {
    const Result<SchemaId> read_id = read(value, where);
    if (!read_id) return read_id.error();
    target = *read_id;
    return {};
  }

  Status children(std::vector<SchemaId>& target, const json::value& value, const std::string& where) {
    if (!value.is_array()) return wrong(where, "a list of schemas is expected");
    for (const json::value& item : value.get_array()) {
      SchemaId id = -1;
      if (const Status status = child(id, item, where); !status) return status;
      target.push_back(id);
    }
    return {};
  }

  Status properties(Node& node, const json::value& value, const std::string& where) {
    if (!value.is_object()) return wrong(where, "properties are an object");
    for (const auto& [name, schema] : value.get_object()) {
      SchemaId id = -1;
      if (const Status status = child(id, schema, where + "/" + std::string(name)); !status) return status;
      node.properties.emplace(name, id);
    }
    return {};
  }

  Status additional(Node& node, const json::value& value, const std::string& where) {
    if (value == json::value(false)) return set(node.closed, true);
    if (value.is_bool()) return wrong(where, "additionalProperties: true says nothing; leave it out");
    return child(node.others, value, where + "/additionalProperties");
  }

  Status texts(std::vector<std::string>& target, const json::value& value, const std::string& where) {
    if (!value.is_array()) return wrong(where, "a list of names is expected");
    for (const json::value& item : value.get_array()) {
      if (!item.is_string()) return wrong(where, "a name is text");
      target.emplace_back(item.get_string());
    }
    return {};
  }

  static Status format(Node& node, const json::value& value, const std::string& where) {
    if (value == json::value("date-time")) return set(node.date_time, true);
    if (value == json::value("password")) return {};
    return wrong(where, "unknown format");
  }

  static Status typed(Node& node, std::string_view kind, const std::string& where) {
    if (kind == "code") return set(node.typed, text::Typed::kCode);
    if (kind == "number") return set(node.typed, text::Typed::kNumber);
    if (kind == "phone") return set(node.typed, text::Typed::kPhone);
    return wrong(where, "unknown x-typed");
  }

  static Status pattern(Node& node, const json::string& value, const std::string& where) {
    try {
      node.pattern = std::regex(value.c_str(), std::regex::ECMAScript | std::regex::optimize);
    } catch (const std::regex_error&) {
      return wrong(where, "pattern cannot be read");
    }
    return {};
  }

  Status refer(SchemaId& target, const json::value& value, const std::string& where) {
    if (!value.is_string() || !value.get_string().starts_with("#/")) return wrong(where, "$ref is not within this file");
    const std::string name(value.get_string());
    if (const auto known = schemas_.references_.find(name); known != schemas_.references_.end()) return set(target, known->second);
    boost::system::error_code problem;
    const json::value* found = root_.find_pointer(name.substr(1), problem);
    if (problem || found == nullptr) return wrong(where, name + " does not exist");
    target = reserve();
    schemas_.references_.emplace(name, target);  // before reading it: a schema may refer to itself
    return fill(target, *found, name);
  }

  Schemas& schemas_;
  const json::value& root_;
};

Result<SchemaId> Schemas::add(const json::value& root, const json::value& schema, const std::string& where) {
  return Reader(*this, root).read(schema, where);
}

}  // namespace shaoyin::http
