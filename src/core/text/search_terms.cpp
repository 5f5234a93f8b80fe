// The terms under which a text is found again.
#include <algorithm>

#include "core/base/utf8.h"
#include "core/text/folded.h"
#include "core/text/mask.h"

namespace shaoyin::text {
namespace {

// Letters with accents belong to their word: "Café" is one term.
bool is_word(char32_t c) { return is_alnum(c) || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7); }

std::size_t end_of_run(const std::vector<Folded>& letters, std::size_t at, bool (*belongs)(char32_t)) {
  while (at < letters.size() && belongs(letters[at].letter)) {
    ++at;
  }
  return at;
}

std::string joined(const std::vector<Folded>& letters, std::size_t from, std::size_t to) {
  std::string word;
  for (; from < to; ++from) {
    word += encode_utf8(letters[from].letter);
  }
  return word;
}

// A character that stands alone is a term of its own, or it could never be found.
void add_bigrams(const std::vector<Folded>& letters, std::size_t from, std::size_t to, std::vector<std::string>& terms) {
  if (to - from == 1) {
    terms.push_back(joined(letters, from, to));
  }
  for (; from + 1 < to; ++from) {
    terms.push_back(joined(letters, from, from + 2));
  }
}

}  // namespace

std::vector<std::string> search_terms(std::string_view text) {
  const std::vector<Folded> letters = fold(text);
  std::vector<std::string> terms;
  for (std::size_t at = 0; at < letters.size();) {
    const std::size_t cjk = end_of_run(letters, at, is_cjk);
    const std::size_t word = end_of_run(letters, at, is_word);
    if (cjk > at) {
      add_bigrams(letters, at, cjk, terms);
    } else if (word > at) {
      terms.push_back(joined(letters, at, word));
    }
    at = std::max({cjk, word, at + 1});
  }
  return terms;
}

}  // namespace shaoyin::text
