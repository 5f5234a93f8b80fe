// Value text: a letter and its content, self-delimiting, one spelling per value.
#include "core/base/ensure.h"
#include "core/ledger/ledger.h"
#include "core/ledger/scan.h"

namespace shaoyin::ledger {
namespace {

void write_text(std::string& out, char letter, const std::string& text) {
  out += letter;
  out += std::to_string(text.size());
  out += ':';
  out += text;
}

void write_nested(std::string& out, const Value& value, int depth) {
  ensure(depth <= kValueDepthMax, "a value is nested no deeper than kValueDepthMax");
  switch (value.kind()) {
    case Value::Kind::kNothing: out += 'n'; return;
    case Value::Kind::kYesNo: out += value.is_yes() ? 'y' : 'x'; return;
    case Value::Kind::kNumber: out += 'i' + std::to_string(value.as_number()); return;
    case Value::Kind::kInstant: out += '@' + std::to_string(value.as_instant().ms); return;
    case Value::Kind::kText: write_text(out, 't', value.as_text()); return;
    case Value::Kind::kSealed: write_text(out, 's', value.as_text()); return;
    case Value::Kind::kList:
      out += 'l' + std::to_string(value.items().size()) + ':';
      for (const Value& item : value.items()) {
        write_nested(out, item, depth + 1);
      }
      return;
  }
}

bool read_nested(Scan& scan, Value& out, int depth);

bool read_list(Scan& scan, Value& out, int depth) {
  std::size_t count = 0;
  // Each item takes at least one byte, so a longer count is a lie; checking first keeps memory bounded.
  if (!scan.length(count) || count > scan.left()) {
    return false;
  }
  std::vector<Value> items(count);
  for (Value& item : items) {
    if (!read_nested(scan, item, depth + 1)) {
      return false;
    }
  }
  out = Value::list(std::move(items));
  return true;
}

bool read_nested(Scan& scan, Value& out, int depth) {
  if (depth > kValueDepthMax) {
    return false;
  }
  char letter = 0;
  std::int64_t number = 0;
  std::string text;
  if (!scan.any(letter)) {
    return false;
  }
  switch (letter) {
    case 'n': out = Value::nothing(); return true;
    case 'y': out = Value::yes_no(true); return true;
    case 'x': out = Value::yes_no(false); return true;
    case 'i': if (!scan.number(number)) { return false; } out = Value::number(number); return true;
    case '@': if (!scan.number(number)) { return false; } out = Value::instant({number}); return true;
    case 't': if (!scan.counted(text)) { return false; } out = Value::text(std::move(text)); return true;
    case 's': if (!scan.counted(text)) { return false; } out = Value::sealed(std::move(text)); return true;
    case 'l': return read_list(scan, out, depth);
    default: return false;
  }
}

}  // namespace

void write_value(std::string& out, const Value& value) { write_nested(out, value, 0); }

bool read_value(std::string_view text, std::size_t& at, Value& out) {
  Scan scan(text, at);
  const bool good = read_nested(scan, out, 0);
  at = scan.at();
  return good;
}

}  // namespace shaoyin::ledger
