#include "core/triage/emergency.h"

#include <algorithm>
#include <optional>

#include "core/triage/letters.h"

namespace shaoyin::triage {
namespace {

std::u32string only_letters(const std::vector<Letter>& letters) {
  std::u32string result;
  for (const Letter& letter : letters) result += letter.letter;
  return result;
}

std::vector<std::string_view> divided(std::string_view text, std::string_view by) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(by), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

struct Range {
  std::size_t from, to;  // letters
};

// The first place where the first part stands and all others are near.
std::optional<Range> place_of(const std::vector<std::u32string>& parts, const std::u32string& message) {
  const std::u32string& first = parts.front();
  for (std::size_t at = message.find(first); at != std::u32string::npos; at = message.find(first, at + 1)) {
    const std::size_t low = at > EmergencyWords::kTogether ? at - EmergencyWords::kTogether : 0;
    const std::u32string_view clause = std::u32string_view(message).substr(low, at - low + first.size() + EmergencyWords::kTogether);
    Range range{at, at + first.size()};
    const bool all = std::all_of(parts.begin() + 1, parts.end(), [&](const std::u32string& part) {
      const std::size_t found = clause.find(part);
      if (found == std::u32string_view::npos) return false;
      range = {std::min(range.from, low + found), std::max(range.to, low + found + part.size())};
      return true;
    });
    if (all) return range;
  }
  return std::nullopt;
}

}  // namespace

Result<EmergencyWords> EmergencyWords::of(const std::vector<EmergencyRow>& rows) {
  EmergencyWords words;
  std::size_t parts = 0;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const auto at = [&](const char* field) { return std::string(field) + "[" + std::to_string(row) + "]"; };
    if (rows[row].code.empty()) return fault(ErrorCode::kMissingField, at("code"));
    words.codes_.push_back(rows[row].code);
    const auto phrases = divided(rows[row].phrases, " ");
    if (phrases.empty()) return fault(ErrorCode::kMissingField, at("phrases"));
    for (const std::string_view phrase : phrases) {
      Phrase& one = words.phrases_.emplace_back(Phrase{row, {}});
      for (const std::string_view part : divided(phrase, "+")) one.parts.push_back(only_letters(read_letters(part)));
      const bool blank = std::any_of(one.parts.begin(), one.parts.end(), [](const std::u32string& part) { return part.empty(); });
      if (one.parts.empty() || blank) return fault(ErrorCode::kMissingField, at("phrases"), std::string(phrase));
      parts += one.parts.size();
    }
  }
  if (parts > kPartsMax) return fault(ErrorCode::kTooLong, "phrases", "kPartsMax");
  return words;
}

std::vector<Alarm> EmergencyWords::find(std::string_view message) const {
  const auto letters = read_letters(message);
  const std::u32string text = only_letters(letters);
  std::vector<Alarm> alarms;
  std::vector<std::optional<Range>> first(codes_.size());
  for (const Phrase& phrase : phrases_) {
    const auto range = place_of(phrase.parts, text);
    if (range && (!first[phrase.row] || range->from < first[phrase.row]->from)) first[phrase.row] = range;
  }
  for (std::size_t row = 0; row < codes_.size(); ++row) {
    if (first[row]) alarms.push_back({codes_[row], letters[first[row]->from].from, letters[first[row]->to - 1].to});
  }
  return alarms;
}

}  // namespace shaoyin::triage
