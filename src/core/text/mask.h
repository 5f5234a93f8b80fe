// What may stay in clear of a text people wrote, and how it is found again. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace shaoyin::text {

// A copy of `original` with every phone number, identity-card number, bank card, licence plate, e-mail and
// each of `names` (names given in fields) replaced by ＊ marks that keep the kind visible ("〔电话〕").
// Numbers written in full-width or with spaces and dashes are found too.
[[nodiscard]] std::string mask(std::string_view original, const std::vector<std::string>& names = {});

// The search terms of `text`: lower-cased character bigrams of each run of CJK characters, whole words of
// Latin letters and digits. "小区中水 13号楼" -> 小区 区中 中水 13 号楼
[[nodiscard]] std::vector<std::string> search_terms(std::string_view text);

}  // namespace shaoyin::text
