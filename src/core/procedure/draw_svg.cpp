#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/procedure/check_parts.h"
#include "core/procedure/draw.h"

namespace shaoyin::procedure {
namespace {

// Pixels. A box holds the two names of a step and a line for each of its clocks.
constexpr int kBoxWidth = 220;
constexpr int kLine = 18;
constexpr int kGapX = 60;
constexpr int kGapY = 96;   // room for the labels of the arrows between two layers
constexpr int kMargin = 40;
constexpr int kLane = 22;   // between arrows that run back along the margin
constexpr int kBackLabels = 260;

struct Box { int x = 0; int y = 0; int height = 0; int layer = 0; };

// All actions that lead from one step to another share one arrow.
struct Edge { std::string from; std::string to; std::vector<Words> labels; bool people = false; };

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  return out;
}

class Picture {
 public:
  explicit Picture(const Procedure& procedure) : p_(procedure) {}

  std::string run() {
    gather_edges();
    place();
    for (const Edge& edge : edges_) draw_edge(edge);
    for (const StepSpec& step : p_.steps) draw_step(step);
    const Words title = p_.text("kind");
    return fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" role=\"img\" font-family=\"sans-serif\" font-size=\"13\">\n"
                       "<title>{2} / {3}</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
                       "<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" fill=\"#334\"/></marker></defs>\n{4}</svg>\n",
                       width_ + kBackLabels + lanes_ * kLane, height_, escaped(title.zh), escaped(title.en), body_);
  }

 private:
  void gather_edges() {
    for (const Arrow& arrow : arrows_of(p_)) {
      auto found = std::find_if(edges_.begin(), edges_.end(), [&](const Edge& edge) { return edge.from == arrow.from && edge.to == arrow.to; });
      if (found == edges_.end()) { edges_.push_back({arrow.from, arrow.to, {}, false}); found = edges_.end() - 1; }
      if (arrow.by == Arrow::By::kAuto) { found->labels.push_back({"自动", "automatic"}); continue; }
      found->people = found->people || arrow.by == Arrow::By::kAction;
      found->labels.push_back(p_.text((arrow.by == Arrow::By::kClock ? "clock." : "action.") + arrow.name));
    }
  }

  // A step lies one layer below the first step that leads to it; what nothing leads to comes last.
  std::map<std::string, int> layers() const {
    std::map<std::string, int> layer{{p_.opening().to.front(), 0}};
    std::vector<std::string> now{p_.opening().to.front()};
    int deepest = 0;
    while (!now.empty()) {
      std::vector<std::string> next;
      for (const std::string& from : now) {
        for (const Edge& edge : edges_) {
          if (edge.from != from || layer.contains(edge.to)) continue;
          deepest = layer[edge.to] = layer[from] + 1;
          next.push_back(edge.to);
        }
      }
      now = std::move(next);
    }
    for (const StepSpec& step : p_.steps) {
      if (step.final) { layer[step.name] = deepest + 1; }
      else { layer.try_emplace(step.name, deepest + 1); }
    }
    return layer;
  }

  void place() {
    std::map<int, std::vector<const StepSpec*>> rows;
    for (const auto& [name, layer] : layers()) {
      boxes_[name].layer = layer;
    }
    for (const StepSpec& step : p_.steps) rows[boxes_[step.name].layer].push_back(&step);
    std::size_t widest = 0;
    for (const auto& [layer, row] : rows) widest = std::max(widest, row.size());
    width_ = kMargin * 2 + static_cast<int>(widest) * (kBoxWidth + kGapX);
    int y = kMargin;
    for (const auto& [layer, row] : rows) {
      const int taken = static_cast<int>(row.size()) * (kBoxWidth + kGapX) - kGapX;
      int x = (width_ - taken) / 2, tallest = 0;
      for (const StepSpec* step : row) {
        Box& box = boxes_[step->name];
        box.x = x;
        box.y = y;
        box.height = kLine * (2 + static_cast<int>(step->clocks.size())) + 14;
        tallest = std::max(tallest, box.height);
        x += kBoxWidth + kGapX;
      }
      y += tallest + kGapY;
    }
    height_ = y;
  }

  void text(int x, int y, const std::string& words, const char* more) {
    body_ += fmt::format("<text x=\"{}\" y=\"{}\" {}>{}</text>\n", x, y, more, escaped(words));
  }

  void draw_step(const StepSpec& step) {
    const Box& box = boxes_[step.name];
    const Words label = p_.text("step." + step.name);
    body_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"8\" fill=\"{}\" stroke=\"#334\" stroke-width=\"{}\"/>\n", box.x, box.y, kBoxWidth, box.height, step.final ? "#e8efe6" : "#f4f6fb", step.final ? 3 : 1);
    int y = box.y + kLine;
    text(box.x + kBoxWidth / 2, y, label.zh, "text-anchor=\"middle\" font-weight=\"bold\"");
    text(box.x + kBoxWidth / 2, y += kLine, label.en, "text-anchor=\"middle\" font-size=\"11\"");
    for (const ClockSpec& clock : step.clocks) {
      const Words name = p_.text("clock." + clock.name);
      text(box.x + 10, y += kLine, "⏱ " + name.zh + " / " + name.en, "font-size=\"11\" fill=\"#345\"");
    }
  }

  void draw_edge(const Edge& edge) {
    const Box& from = boxes_[edge.from];
    const Box& to = boxes_[edge.to];
    const char* dash = edge.people ? "" : " stroke-dasharray=\"5 4\"";
    const bool down = to.layer > from.layer;
    if (down) {
      const int x1 = from.x + kBoxWidth / 2, y1 = from.y + from.height, x2 = to.x + kBoxWidth / 2, y2 = to.y;
      body_ += fmt::format("<path d=\"M{} {}C{} {} {} {} {} {}\" fill=\"none\" stroke=\"#667\"{} marker-end=\"url(#tip)\"/>\n", x1, y1, x1, y1 + kGapY / 2, x2, y2 - kGapY / 2, x2, y2, dash);
      // Labels sit near the head, where arrows to one step part from those to others.
      draw_labels(edge, (x1 + 3 * x2) / 4, y2 - 34 - (x1 == x2 ? 0 : 12));
      return;
    }
    const int lane = width_ - kMargin + ++lanes_ * kLane;
    const int y1 = from.y + from.height / 2 + 6, y2 = to.y + to.height / 2 - 6;
    body_ += fmt::format("<path d=\"M{0} {1}H{2}V{3}H{4}\" fill=\"none\" stroke=\"#99a\"{5} marker-end=\"url(#tip)\"/>\n", from.x + kBoxWidth, y1, lane, y2, to.x + kBoxWidth, dash);
    draw_labels(edge, lane + 4, (y1 + y2) / 2 + lanes_ * 4, "start");
  }

  void draw_labels(const Edge& edge, int x, int y, const char* anchor = "middle") {
    Words joined;
    for (const Words& label : edge.labels) {
      joined.zh += (joined.zh.empty() ? "" : "、") + label.zh;
      joined.en += (joined.en.empty() ? "" : ", ") + label.en;
    }
    const std::string more = fmt::format("text-anchor=\"{}\" font-size=\"10\" paint-order=\"stroke\" stroke=\"#fff\" stroke-width=\"3\" fill=\"#223\"", anchor);
    text(x, y, joined.zh, more.c_str());
    text(x, y + 12, joined.en, more.c_str());
  }

  const Procedure& p_;
  std::vector<Edge> edges_;
  std::map<std::string, Box> boxes_;
  std::string body_;
  int width_ = 0;
  int height_ = 0;
  int lanes_ = 0;
};

}  // namespace

std::string draw_svg(const Procedure& procedure) { return Picture(procedure).run(); }

}  // namespace shaoyin::procedure
