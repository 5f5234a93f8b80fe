#include "core/procedure/fill.h"

#include "core/procedure/xml.h"

namespace shaoyin::procedure {
namespace {

constexpr const char* kNotKnown = "——";

std::vector<std::string> path_of(const std::string& place) {
  std::vector<std::string> path(1);
  for (const char c : place) {
    if (c == '.') { path.emplace_back(); }
    else { path.back() += c; }
  }
  return path;
}

class Filler {
 public:
  Filler(const Procedure& procedure, const MatterWorld& world, const matter::Record* record, const FillFor& reader)
      : procedure_(procedure), scope_(procedure), world_(world), record_(record), reader_(reader) {}

  std::string run(const std::string& text, Language language) const {
    std::string out;
    std::size_t from = 0;
    for (const std::string& place : places_in(text)) {
      const std::size_t at = text.find('{' + place + '}', from);
      const std::string words = said(place).in(language);
      out += text.substr(from, at - from) + (reader_.xml ? xml_escaped(words) : words);
      from = at + place.size() + 2;
    }
    return out + text.substr(from);
  }

 private:
  Words said(const std::string& place) const {
    const char* nothing = reader_.xml ? "" : kNotKnown;
    if (const auto more = reader_.more.find(place); more != reader_.more.end()) return {more->second, more->second};
    const auto type = type_of_place(procedure_, scope_, place, record_ == nullptr ? std::string() : record_->type);
    const Value value = value_of(place);
    const bool shown = !reader_.may_show || reader_.may_show(place);
    if (!type || !value.known() || !shown) return {nothing, nothing};
    if (reader_.xml) {
      if (const auto plain = for_machines(value, *type)) return {*plain, *plain};
    }
    if (value.kind() != Value::Kind::kSealed) return world_.label_value(value, *type);
    const auto words = reader_.open ? reader_.open(value) : std::nullopt;
    return words ? Words{*words, *words} : Words{nothing, nothing};
  }

  static std::optional<std::string> for_machines(const Value& value, const rule::Type& type) {
    using Kind = rule::Type::Kind;
    if (value.kind() == Value::Kind::kYesNo) return value.is_yes() ? "true" : "false";
    if (value.kind() == Value::Kind::kInstant) return xml_instant(value.as_instant());
    if (type.kind == Kind::kChoice || type.kind == Kind::kStep) return value.as_text();
    return std::nullopt;
  }

  Value value_of(const std::string& place) const {
    const std::vector<std::string> path = path_of(place);
    if (record_ == nullptr || path.front() != record_->type || path.size() != 2) return world_.name(path);
    if (path[1] == "step") return Value::text(record_->step);
    if (path[1] == "number") return Value::number(record_->number);
    const auto found = record_->fields.find(path[1]);
    return found == record_->fields.end() ? Value::nothing() : found->second;
  }

  const Procedure& procedure_;
  ProcedureScope scope_;
  const MatterWorld& world_;
  const matter::Record* record_;
  const FillFor& reader_;
};

}  // namespace

const std::vector<std::string>& xml_places() {
  static const std::vector<std::string> kAll{"matter.number", "document.number", "document.issued", "language"};
  return kAll;
}

std::string xml_instant(Instant at) {
  const std::string local = format_local(at), utc = format_utc(at);  // seconds are the same everywhere
  return local.substr(0, 10) + "T" + local.substr(11) + utc.substr(16, 3) + "+08:00";
}

std::vector<std::string> places_in(const std::string& text) {
  std::vector<std::string> places;
  for (std::size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at)) {
    const std::size_t end = text.find('}', at);
    if (end == std::string::npos) break;
    places.push_back(text.substr(at + 1, end - at - 1));
    at = end + 1;
  }
  return places;
}

std::optional<rule::Type> type_of_place(const Procedure& procedure, const ProcedureScope& scope, const std::string& place, const std::string& each) {
  const std::vector<std::string> path = path_of(place);
  if (path.front().empty() || path.size() > 2) return std::nullopt;
  if (each.empty() || path.front() != each) return scope.name(path);
  if (path.size() != 2 || procedure.record(each) == nullptr) return std::nullopt;
  const rule::Shape* shape = scope.shape(each);
  const auto found = shape->find(path[1]);
  return found == shape->end() ? std::nullopt : std::optional(found->second);
}

Words fill(const Words& text, const Procedure& procedure, const MatterWorld& world, const matter::Record* record, const FillFor& reader) {
  const Filler filler(procedure, world, record, reader);
  return {filler.run(text.zh, Language::kZh), filler.run(text.en, Language::kEn)};
}

}  // namespace shaoyin::procedure
