#include "core/triage/message_grams.h"

#include <algorithm>

#include "core/triage/letters.h"

namespace shaoyin::triage {
namespace {

constexpr std::size_t kTitleLettersMax = 100;  // longer is no title, and pairs of titles are compared letter by letter

std::uint64_t gram_at(std::u32string_view letters, std::size_t at, std::size_t length) {
  std::uint64_t gram = length;
  for (std::size_t i = 0; i < length; ++i) gram = (gram ^ letters[at + i]) * 0x9E3779B97F4A7C15ull, gram ^= gram >> 29;
  return gram;
}

void add_grams(std::u32string_view letters, std::size_t length, std::vector<std::uint64_t>& grams) {
  for (std::size_t i = 0; i + length <= letters.size(); ++i) grams.push_back(gram_at(letters, i, length));
}

// What any request may begin with; longer ones first, so that none is left as half a word.
constexpr std::u32string_view kRequestWords[] = {U"关于", U"投诉", U"反映", U"咨询", U"请问", U"问问", U"问题", U"建议", U"希望", U"请求", U"举报", U"加快",
                                                 U"再次", U"强烈", U"求助", U"何时", U"领导", U"恳请", U"解决", U"严重", U"反应", U"请"};

void take_away_request_words(std::u32string& title) {
  for (const std::u32string_view word : kRequestWords) {
    for (std::size_t at = title.find(word); at != std::u32string::npos; at = title.find(word, at)) title.erase(at, word.size());
  }
}

// The longest stretch that both have.
std::u32string_view longest_shared(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> row(b.size() + 1), next(b.size() + 1);
  std::size_t length = 0, end = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b.size(); ++j) {
      next[j + 1] = a[i] == b[j] ? row[j] + 1 : 0;
      if (next[j + 1] > length) length = next[j + 1], end = i + 1;
    }
    row.swap(next);
  }
  return std::u32string_view(a).substr(end - length, length);
}

std::u32string letters_of(const std::string& text, std::size_t most) {
  std::u32string result;
  // Eight bytes a letter leave room for what is read away; what a cut in the middle of a letter leaves is skipped.
  for (const Letter& letter : read_letters(std::string_view(text).substr(0, 8 * most), Numbers::kShortKept)) {
    if (result.size() == most) break;
    result += letter.letter;
  }
  return result;
}

}  // namespace

MessageGrams grams_of(const Message& message) {
  MessageGrams grams;
  const std::u32string body = letters_of(message.text, kBodyLetters);
  grams.title_letters = message.title.empty() ? body.substr(0, kTitleLetters) : letters_of(message.title, kTitleLettersMax);
  take_away_request_words(grams.title_letters);
  for (const std::size_t length : {2u, 3u}) {
    add_grams(grams.title_letters, length, grams.title);
    if (!message.title.empty()) add_grams(grams.title_letters, length, grams.text);
    add_grams(body, length, grams.text);
  }
  add_grams(grams.title_letters, 4, grams.place);
  add_grams(body, 4, grams.place);
  for (auto* one : {&grams.title, &grams.text, &grams.place}) std::sort(one->begin(), one->end());
  return grams;
}

std::vector<std::uint64_t> shared_name(const std::u32string& a, const std::u32string& b) {
  const std::u32string_view stretch = longest_shared(a, b);
  std::vector<std::uint64_t> name;
  if (stretch.size() <= kNameLetters) add_grams(stretch, 2, name), add_grams(stretch, 3, name);
  return name;
}

}  // namespace shaoyin::triage
