// A matter, a list of matters, a receipt: as text for people.
#pragma once

#include <ostream>
#include <vector>

#include "core/base/instant.h"
#include "main/cli/link.h"

namespace shaoyin::cli {

// "还剩 2 小时" / "2 h left", "超期 20 小时" / "20 h overdue"; empty without a due instant.
[[nodiscard]] std::string time_left(const Context& context, const std::string& due, Instant now);
// "2023-02-14 09:00" in China's time; empty for no instant.
[[nodiscard]] std::string local_time(const std::string& utc, const std::string& zone = {});

void print_list(const Context& context, std::ostream& out, const json::value& page, Instant now);
// The rows of a list with a heading of language-free names: what csv and xlsx hold.
[[nodiscard]] std::vector<std::vector<std::string>> list_cells(const json::array& rows);
void print_matter(const Context& context, std::ostream& out, const json::value& page, Instant now);
void print_timeline(const Context& context, std::ostream& out, const json::value& timeline, const std::string& zone);

// What was written: number, step, ledger number and hash.
void print_receipt(const Context& context, std::ostream& out, const json::value& receipt);

}  // namespace shaoyin::cli
