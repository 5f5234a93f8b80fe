// Canonical bytes of one entry, both ways.
#include "core/base/ensure.h"
#include "core/ledger/ledger.h"
#include "core/ledger/scan.h"

namespace shaoyin::ledger {
namespace {

constexpr std::string_view kFirstLine = "shaoyin-entry 1\n";

bool is_attribute_name(std::string_view name) {
  if (name.empty()) {
    return false;
  }
  for (const char letter : name) {
    const auto byte = static_cast<unsigned char>(letter);
    if (byte <= 0x20 || byte == 0x7F) {
      return false;
    }
  }
  return true;
}

void write_line(std::string& out, std::string_view name, std::int64_t number) {
  out.append(name).append(" ").append(std::to_string(number)).append("\n");
}

void write_counted(std::string& out, const std::string& text) {
  out.append(" ").append(std::to_string(text.size())).append(":").append(text);
}

bool read_line(Scan& scan, std::string_view name, std::int64_t& number) {
  return scan.word(name) && scan.word(" ") && scan.number(number) && scan.word("\n");
}

bool read_actor(Scan& scan, matter::Actor& by) {
  std::string_view as;
  char reporter = 0;
  if (!scan.word("by ") || !scan.until(' ', as) || !matter::actor_kind(as, by.as) || !scan.counted(by.person) ||
      !scan.word(" ") || !scan.counted(by.unit) || !scan.word(" ") || !scan.any(reporter) || !scan.word("\n")) {
    return false;
  }
  by.is_reporter = reporter == '1';
  return reporter == '0' || reporter == '1';
}

bool read_attribute(Scan& scan, std::string_view bytes, std::map<std::string, Value>& data) {
  std::string_view name;
  Value value;
  if (!scan.until(' ', name) || !is_attribute_name(name)) {
    return false;
  }
  if (!data.empty() && data.rbegin()->first >= name) {
    return false;  // repeated or out of order
  }
  std::size_t at = scan.at();
  if (!read_value(bytes, at, value)) {
    return false;
  }
  scan = Scan(bytes, at);
  data.emplace_hint(data.end(), name, std::move(value));
  return scan.word("\n");
}

bool read_entry(std::string_view bytes, Entry& entry) {
  Scan scan(bytes);
  std::string_view kind;
  if (!scan.word(kFirstLine) || !read_line(scan, "district", entry.district.value) ||
      !read_line(scan, "matter", entry.matter.value) || !read_line(scan, "revision", entry.revision) ||
      entry.revision < 1 || !read_line(scan, "at", entry.event.at.ms) || !read_actor(scan, entry.event.by) ||
      !scan.word("kind ") || !scan.until('\n', kind) || !matter::event_kind(kind, entry.event.kind)) {
    return false;
  }
  while (!scan.done()) {
    if (!read_attribute(scan, bytes, entry.event.data)) {
      return false;
    }
  }
  return true;
}

}  // namespace

std::string canonical_bytes(const Entry& entry) {
  ensure(entry.revision >= 1, "revisions count from 1");
  const matter::Event& event = entry.event;
  std::string out(kFirstLine);
  write_line(out, "district", entry.district.value);
  write_line(out, "matter", entry.matter.value);
  write_line(out, "revision", entry.revision);
  write_line(out, "at", event.at.ms);
  out.append("by ").append(matter::actor_name(event.by.as));
  write_counted(out, event.by.person);
  write_counted(out, event.by.unit);
  out.append(event.by.is_reporter ? " 1\n" : " 0\n");
  out.append("kind ").append(matter::event_name(event.kind)).append("\n");
  for (const auto& [name, value] : event.data) {
    ensure(is_attribute_name(name), "an attribute's name has no space and no control character");
    out.append(name).append(" ");
    write_value(out, value);
    out.append("\n");
  }
  return out;
}

Result<Entry> parse_entry(std::string_view bytes) {
  Entry entry;
  if (!read_entry(bytes, entry)) {
    return fault(ErrorCode::kDamaged, "entry", "not the canonical bytes of an entry");
  }
  return entry;
}

}  // namespace shaoyin::ledger
