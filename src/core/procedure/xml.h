// Documents for machines (a CAP alert): the little of XML that is needed to prove a template well-formed and to fill it safely.
// No DTDs, no entities but the five, no processing instructions but the declaration at the head.
// Pure; threads: any.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/words.h"
#include "core/procedure/procedure.h"

namespace shaoyin::procedure {

inline constexpr std::size_t kXmlBytesMax = 20'000;
inline constexpr int kXmlDepthMax = 40;

// What is wrong with it; nothing when it is one well-formed element, comments and blanks around it.
[[nodiscard]] std::optional<Words> xml_fault(std::string_view text);

// & < > " ' as entities; characters that XML 1.0 cannot hold are left out.
[[nodiscard]] std::string xml_escaped(std::string_view text);

// The template in pieces: what stands between <!-- each: area --> and <!-- end --> is repeated for every record `area`. Error kMalformed, `said`:
// a block that is not closed, stands in another, or is not whole by itself.
[[nodiscard]] Result<std::vector<Paragraph>> xml_pieces(const std::string& whole);

}  // namespace shaoyin::procedure
