#include "core/view/title.h"

#include "core/base/utf8.h"
#include "core/view/row.h"

namespace shaoyin::view {

std::string title_of(std::string_view masked) {
  const std::vector<char32_t> all = code_points(masked);
  const bool whole = all.size() <= kTitleMax;
  std::string out;
  for (std::size_t i = 0; i < (whole ? all.size() : kTitleMax - 1); ++i) out += all[i] == '\n' ? " " : encode_utf8(all[i]);
  return whole ? out : out + "…";
}

}  // namespace shaoyin::view
