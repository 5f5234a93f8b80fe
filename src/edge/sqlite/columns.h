// How rows of the port stand in columns.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/ports/store.h"
#include "edge/sqlite/database.h"

namespace shaoyin::sqlite {

// The columns of a MatterRow in the order row_from() reads them.
inline constexpr const char* kMatterColumns =
    "matter, number, kind, step, final, owner, place, community, street, category, title, channel, opened, updated, "
    "promised, next_due, look_again, closed, overdue, contested, returned, provisional, historical, parent, parties, fields";
inline constexpr int kMatterColumnCount = 26;

// Throws SqlFailed(SQLITE_CORRUPT) for a list that cannot be read.
[[nodiscard]] app::MatterRow row_from(const Rows& rows);

// Lists and maps of short texts as ledger value text.
[[nodiscard]] std::string written(const std::vector<std::string>& list);
[[nodiscard]] std::vector<std::string> read_list(const std::string& text);
[[nodiscard]] std::string written(const std::map<std::string, std::string>& map);
[[nodiscard]] std::map<std::string, std::string> read_map(const std::string& text);

// Fields of a matter or record. What was not filled in yet reads as none.
[[nodiscard]] std::string written(const std::map<std::string, Value>& fields);
[[nodiscard]] std::map<std::string, Value> read_fields(const std::string& text);

[[nodiscard]] std::string_view as_bytes(const Hash& hash);
[[nodiscard]] Hash read_hash(const std::string& bytes);

}  // namespace shaoyin::sqlite
