// What may stay in clear of a text people wrote, and how it is found again. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace shaoyin::text {

// A copy of `original` with every phone number, identity-card number, bank card, licence plate, e-mail and
// each of `names` (names given in fields) replaced by ＊ marks that keep the kind visible ("〔电话〕").
// Numbers written in full-width or with spaces and dashes are found too. All other bytes stay as they are, also
// those that are no UTF-8. Left alone because they look like harmless things and are rarely anything else: dates,
// sums of money, coordinates, 15-digit grid codes (and so the identity numbers of before 2013), short public
// numbers (12345, 110), 16- to 19-digit numbers that neither begin with 62 nor pass a card's check digit.
// Marks: 〔电话〕 〔身份证〕 〔银行卡〕 〔车牌〕 〔邮箱〕 〔姓名〕. Cost: linear in the text for a handful of names.
[[nodiscard]] std::string mask(std::string_view original, const std::vector<std::string>& names = {});

// The search terms of `text`: lower-cased character bigrams of each run of CJK characters, whole words of
// Latin letters and digits. "小区中水 13号楼" -> 小区 区中 中水 13 号楼.
// Full-width letters and digits count as half-width; a character that stands alone is a term by itself. In the
// order of the text, as often as they occur; bytes that are no UTF-8 and symbols give no terms.
[[nodiscard]] std::vector<std::string> search_terms(std::string_view text);

}  // namespace shaoyin::text
