#include "edge/sqlite/columns.h"

#include <algorithm>

namespace shaoyin::sqlite {
namespace {

[[noreturn]] void unreadable(const char* what) { throw SqlFailed{SQLITE_CORRUPT, what}; }

}  // namespace

std::string written(const std::vector<std::string>& list) {
  std::vector<Value> items;
  for (const std::string& text : list) {
    items.push_back(Value::text(text));
  }
  std::string out;
  ledger::write_value(out, Value::list(std::move(items)));
  return out;
}

std::vector<std::string> read_list(const std::string& text) {
  Value value;
  std::size_t at = 0;
  if (!ledger::read_value(text, at, value) || at != text.size() || value.kind() != Value::Kind::kList) {
    unreadable("a stored list");
  }
  std::vector<std::string> list;
  for (const Value& item : value.items()) {
    list.push_back(item.as_text());
  }
  return list;
}

std::string written(const std::map<std::string, std::string>& map) {
  std::vector<std::string> list;
  for (const auto& [name, value] : map) {
    list.push_back(name);
    list.push_back(value);
  }
  return written(list);
}

std::map<std::string, std::string> read_map(const std::string& text) {
  const std::vector<std::string> list = read_list(text);
  if (list.size() % 2 != 0) {
    unreadable("a stored map");
  }
  std::map<std::string, std::string> map;
  for (std::size_t i = 0; i < list.size(); i += 2) {
    map[list[i]] = list[i + 1];
  }
  return map;
}

std::string written(const std::map<std::string, Value>& fields) {
  std::vector<Value> items;
  for (const auto& [name, value] : fields) {
    items.push_back(Value::text(name));
    items.push_back(value);
  }
  std::string out;
  ledger::write_value(out, Value::list(std::move(items)));
  return out;
}

std::map<std::string, Value> read_fields(const std::string& text) {
  Value list;
  std::size_t at = 0;
  if (text.empty()) {
    return {};
  }
  if (!ledger::read_value(text, at, list) || at != text.size() || list.items().size() % 2 != 0) {
    unreadable("stored fields");
  }
  std::map<std::string, Value> fields;
  for (std::size_t i = 0; i < list.items().size(); i += 2) {
    fields.emplace(list.items()[i].as_text(), list.items()[i + 1]);
  }
  return fields;
}

std::string_view as_bytes(const Hash& hash) { return {reinterpret_cast<const char*>(hash.data()), hash.size()}; }

Hash read_hash(const std::string& bytes) {
  Hash hash{};
  if (bytes.size() != hash.size()) {
    unreadable("a stored hash");
  }
  std::copy(bytes.begin(), bytes.end(), hash.begin());
  return hash;
}

app::MatterRow row_from(const Rows& rows) {
  app::MatterRow row;
  row.id = {rows.number(0)};
  row.number = rows.text(1);
  row.kind = rows.text(2);
  row.step = rows.text(3);
  row.final = rows.yes(4);
  row.owner = rows.text(5);
  row.place = rows.text(6);
  row.community = rows.text(7);
  row.street = rows.text(8);
  row.category = rows.text(9);
  row.title = rows.text(10);
  row.channel = rows.text(11);
  row.opened = rows.instant(12);
  row.updated = rows.instant(13);
  row.promised = rows.maybe_instant(14);
  row.next_due = rows.maybe_instant(15);
  row.look_again = rows.maybe_instant(16);
  row.closed = rows.maybe_instant(17);
  row.overdue = rows.yes(18);
  row.contested = rows.yes(19);
  row.returned = static_cast<int>(rows.number(20));
  row.provisional = rows.yes(21);
  row.historical = rows.yes(22);
  row.parent = {rows.number(23)};
  row.parties = read_list(rows.text(24));
  row.fields = read_fields(rows.text(25));
  return row;
}

}  // namespace shaoyin::sqlite
