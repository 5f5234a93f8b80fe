#include "edge/http/form_json.h"

#include <algorithm>

namespace shaoyin::http {
namespace {

using procedure::Input;
using procedure::Slot;
using Kind = rule::Type::Kind;

const Words kPlaceTitle{"地点（网格或场所）", "Place (grid or known place)"};
const Words kChannelTitle{"来源", "How it came"};
constexpr int kEvidenceMax = 20;  // as app/inputs allows with one act

std::string label_key(const Input& input) {
  if (!input.record.empty()) return "record." + input.record + ".field." + input.field;
  return input.field.empty() ? "input." + input.name : "field." + input.field;
}

json::object field_of(const procedure::Procedure& procedure, const Input& input, const Wording& words) {
  const Slot& slot = input.slot;
  json::object field{{"title", words.in(procedure.text(label_key(input)))}, {"x-kind", kind_word(slot)}};
  if (const auto help = procedure.texts.find(label_key(input) + ".help"); help != procedure.texts.end()) field["description"] = words.in(help->second);
  if (slot.evidence || slot.list) {
    field["type"] = "array";
    field["items"] = json::object{{"type", "string"}};
    field["maxItems"] = slot.evidence ? kEvidenceMax : procedure::kListMax;
    if (!slot.optional) field["minItems"] = 1;
  } else if (slot.type.kind == Kind::kNumber) {
    field["type"] = "integer";
  } else {
    field["type"] = slot.type.kind == Kind::kYesNo ? "boolean" : "string";
  }
  if (slot.type.kind == Kind::kSealed && !slot.evidence && !slot.list) field["maxLength"] = slot.max;
  if (slot.type.kind == Kind::kInstant) field["format"] = "date-time";
  if (slot.type.kind == Kind::kChoice) {
    json::array values, labels;
    for (const std::string& option : slot.type.options) {
      values.emplace_back(option);
      labels.emplace_back(words.in(procedure.text("choice." + option)));
    }
    field["enum"] = std::move(values);
    field["x-labels"] = std::move(labels);
  }
  if (slot.personal) field["x-personal"] = true;
  return field;
}

// The usual way need not be chosen: it is the first of the list, and what is left out means it.
json::object channel_field(const procedure::Procedure& procedure, const Wording& words) {
  json::array values, labels;
  for (const std::string& channel : procedure.channels) {
    values.emplace_back(channel);
    labels.emplace_back(words.in(app::channel_words(channel)));
  }
  const std::string usual = words.in(app::channel_words(procedure.channels.front()));
  return {{"title", words.in(kChannelTitle)}, {"description", words.in(Words{"不选即为：" + usual, "Left out: " + usual})}, {"type", "string"}, {"x-kind", "choice"},
          {"enum", std::move(values)}, {"x-labels", std::move(labels)}};
}

struct Form {
  json::object properties;
  json::array required, order;

  void add(const std::string& name, json::object field, bool needed) {
    if (properties.contains(name)) return;
    properties[name] = std::move(field);
    order.emplace_back(name);
    if (needed) required.emplace_back(name);
  }
  void add_inputs(const procedure::Procedure& procedure, const procedure::ActionSpec& action, const std::string& prefix, const Wording& words,
                  const std::map<std::string, rule::Condition>& given) {
    for (const Input& input : action.takes) {
      // What the rule fills in by itself is asked for only when it cannot know it.
      const bool filled = given.contains(input.name);
      if (!filled) add(prefix + input.name, field_of(procedure, input, words), !input.slot.optional);
    }
  }
};

}  // namespace

std::string kind_word(const Slot& slot) {
  if (slot.evidence) return "evidence";
  const auto word = [&]() -> std::string {
    switch (slot.type.kind) {
      case Kind::kParty: return "party";
      case Kind::kPerson: return "person";
      case Kind::kPlace: return "grid";
      case Kind::kCategory: return "category";
      case Kind::kChoice: return "choice";
      case Kind::kInstant: return "instant";
      case Kind::kNumber: return "number";
      case Kind::kYesNo: return "yes_no";
      case Kind::kMatter: return "matter";
      default: return "text";
    }
  }();
  return slot.list ? word + "[]" : word;
}

json::object form_json(const app::Rules& rules, const procedure::Procedure& procedure, const procedure::ActionSpec& action, const Wording& words) {
  Form form;
  if (action.opens()) {
    form.add("place", {{"title", words.in(kPlaceTitle)}, {"type", "string"}, {"maxLength", 80}, {"x-kind", "place"}}, true);
  }
  if (action.opens() && procedure.channels.size() > 1) form.add("channel", channel_field(procedure, words), false);
  form.add_inputs(procedure, action, "", words, {});
  for (const procedure::Effect& effect : action.does) {
    if (effect.kind != procedure::Effect::Kind::kSpawn) continue;
    const auto child = rules.current(effect.target);
    if (child) form.add_inputs(*child, child->opening(), "child.", words, effect.with);
  }
  return {{"type", "object"}, {"properties", std::move(form.properties)}, {"required", std::move(form.required)},
          {"x-order", std::move(form.order)}, {"additionalProperties", false}};
}

Words input_words(const app::Rules& rules, const procedure::Procedure& procedure, const procedure::ActionSpec& action, std::string name) {
  if (action.opens() && name == "place") return kPlaceTitle;
  if (action.opens() && name == "channel") return kChannelTitle;
  if (name.starts_with("child.")) {
    for (const procedure::Effect& effect : action.does) {
      const auto child = effect.kind == procedure::Effect::Kind::kSpawn ? rules.current(effect.target) : nullptr;
      if (child) return input_words(rules, *child, child->opening(), name.substr(6));
    }
  }
  const std::size_t line = name.find('[');
  const Input* input = action.input(name.substr(0, line));
  if (input == nullptr) return {};
  Words words = procedure.text(label_key(*input));
  if (line == std::string::npos) return words;
  const int number = std::atoi(name.c_str() + line + 1) + 1;
  return {words.zh + "（第 " + std::to_string(number) + " 行）", words.en + " (line " + std::to_string(number) + ")"};
}

json::value help_json(const procedure::Procedure& procedure, const procedure::ActionSpec& action, const Wording& words) {
  const auto help = procedure.texts.find("action." + action.name + ".help");
  return help == procedure.texts.end() ? json::value(nullptr) : json::value(words.in(help->second));
}

bool is_aside(const procedure::Procedure& procedure, const procedure::ActionSpec& action) {
  constexpr std::ptrdiff_t kFewSteps = 3;  // with fewer, "most of them" says nothing
  const auto final = [&](const std::string& name) { return std::any_of(procedure.steps.begin(), procedure.steps.end(), [&](const procedure::StepSpec& step) { return step.final && step.name == name; }); };
  const auto open = std::count_if(procedure.steps.begin(), procedure.steps.end(), [](const procedure::StepSpec& step) { return !step.final; });
  const bool anywhere = action.on.empty() && open >= kFewSteps && static_cast<std::ptrdiff_t>(action.from.size()) * 2 > open;
  return anywhere && std::all_of(action.to.begin(), action.to.end(), final);
}

json::object opening_json(const app::Rules& rules, const procedure::Procedure& procedure, const Wording& words) {
  const procedure::ActionSpec& action = procedure.opening();
  return {{"name", action.name}, {"label", words.in(procedure.text("action." + action.name))}, {"help", help_json(procedure, action, words)}, {"on", nullptr},
          {"targets", json::array()}, {"to", json::array()}, {"because", action.because.empty() ? procedure.because : action.because},
          {"form", form_json(rules, procedure, action, words)}, {"danger", action.danger}, {"aside", false}};
}

}  // namespace shaoyin::http
