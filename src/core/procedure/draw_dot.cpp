#include <fmt/format.h>

#include "core/procedure/check_parts.h"
#include "core/procedure/draw.h"

namespace shaoyin::procedure {
namespace {

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out + "\"";
}

std::string both(const Words& words) { return words.zh == words.en ? words.zh : words.zh + " / " + words.en; }

std::string clock_text(const Procedure& p, const ClockSpec& clock) {
  const std::string limit = clock.code.empty() ? clock.due.source : clock.code;
  return both(p.text("clock." + clock.name)) + " · " + limit;
}

std::string arrow_line(const Procedure& p, const Arrow& arrow, const std::string& prefix) {
  const bool action = p.action(arrow.name) != nullptr;
  const std::string label = arrow.by == Arrow::By::kClock ? both(p.text("clock." + arrow.name)) : action ? both(p.text("action." + arrow.name)) : "";
  const char* style = arrow.by == Arrow::By::kAuto || (!action && arrow.by != Arrow::By::kClock) ? "dashed" : arrow.by == Arrow::By::kClock ? "dotted" : "solid";
  return fmt::format("  {} -> {} [label={}, style={}];\n", quoted(prefix + arrow.from), quoted(prefix + arrow.to), quoted(label), style);
}

void draw_record(const Procedure& p, const RecordSpec& record, std::string& out) {
  const std::string prefix = record.name + ".";
  out += fmt::format("  subgraph {} {{\n    label={};\n    style=rounded;\n", quoted("cluster_" + record.name), quoted(both(p.text("record." + record.name))));
  for (const std::string& step : record.steps) {
    out += fmt::format("    {} [label={}, shape=box, style=\"rounded\", peripheries={}];\n", quoted(prefix + step), quoted(both(p.text("record." + record.name + ".step." + step))), record.is_final(step) ? 2 : 1);
  }
  for (const ClockSpec& clock : record.clocks) {
    out += fmt::format("    {} [label={}, shape=note];\n", quoted(prefix + "clock." + clock.name), quoted(clock_text(p, clock)));
    out += fmt::format("    {} -> {} [style=dotted, arrowhead=none];\n", quoted(prefix + clock.start), quoted(prefix + "clock." + clock.name));
  }
  out += "  }\n";
  for (const Arrow& arrow : arrows_of(p, record)) out += arrow_line(p, arrow, prefix);
}

}  // namespace

std::string draw_dot(const Procedure& procedure) {
  const Procedure& p = procedure;
  std::string out = fmt::format("digraph {} {{\n  rankdir=TB;\n  label={};\n  node [fontname=\"sans-serif\"];\n  edge [fontname=\"sans-serif\", fontsize=10];\n", quoted(p.kind), quoted(both(p.text("kind"))));
  for (const StepSpec& step : p.steps) {
    out += fmt::format("  {} [label={}, shape=box, peripheries={}];\n", quoted(step.name), quoted(both(p.text("step." + step.name))), step.final ? 2 : 1);
    for (const ClockSpec& clock : step.clocks) {
      const std::string note = step.name + ".clock." + clock.name;
      out += fmt::format("  {} [label={}, shape=note];\n  {} -> {} [style=dotted, arrowhead=none];\n", quoted(note), quoted(clock_text(p, clock)), quoted(step.name), quoted(note));
    }
  }
  const ActionSpec& opening = p.opening();
  out += fmt::format("  \"\" [shape=point];\n  \"\" -> {} [label={}];\n", quoted(opening.to.front()), quoted(both(p.text("action." + opening.name))));
  for (const Arrow& arrow : arrows_of(p)) out += arrow_line(p, arrow, "");
  for (const RecordSpec& record : p.records) draw_record(p, record, out);
  return out + "}\n";
}

}  // namespace shaoyin::procedure
