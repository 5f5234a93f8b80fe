// Which files are kept for which matter.
#include <algorithm>

#include "edge/sqlite/sqlite_store.h"

namespace shaoyin::sqlite {

using app::FileRow;

namespace {

constexpr const char* kColumns = "matter, name, bytes, at, used";

std::vector<FileRow> rows_from(Rows rows) {
  std::vector<FileRow> files;
  while (rows.next()) {
    files.push_back({{rows.number(0)}, rows.text(1), rows.number(2), rows.instant(3), rows.yes(4)});
  }
  return files;
}

Status room_for(Database& database, DistrictId district, const FileRow& file, const app::FileQuota& quota) {
  Rows sums = database.query("SELECT count(*), coalesce(sum(bytes), 0) FROM file WHERE district_id = $1 AND matter = $2", district,
                             file.matter);
  if (sums.next() && sums.number(0) >= quota.files) {
    return app::over_quota("files_per_matter_max", quota);
  }
  return sums.number(1) + file.bytes > quota.bytes ? Status(app::over_quota("file_bytes_per_matter_max", quota)) : Status();
}

}  // namespace

Status SqliteStore::note_file(DistrictId district, const FileRow& file, const app::FileQuota& quota) {
  return writer_->run([&](Database& database) -> Status {
    if (!database.query("SELECT 1 FROM matter WHERE district_id = $1 AND matter = $2", district, file.matter).next()) {
      return fault(ErrorCode::kNotFound, "matter");
    }
    if (database.query("SELECT 1 FROM file WHERE district_id = $1 AND matter = $2 AND name = $3", district, file.matter, file.name).next()) {
      return {};
    }
    if (const Status room = room_for(database, district, file, quota); !room) {
      return room;
    }
    database.run("INSERT INTO file (district_id, matter, name, bytes, at, used) VALUES ($1, $2, $3, $4, $5, $6)", district,
                 file.matter, file.name, file.bytes, file.at, file.used);
    return {};
  });
}

Result<std::vector<FileRow>> SqliteStore::files(DistrictId district, MatterId matter) {
  static const std::string kSql = std::string("SELECT ") + kColumns + " FROM file WHERE district_id = $1 AND matter = $2 ORDER BY name";
  return readers_->read([&](Database& database) -> Result<std::vector<FileRow>> {
    return rows_from(database.query(kSql, district, matter));
  });
}

Result<std::vector<FileRow>> SqliteStore::forget_unused_files(DistrictId district, Instant before, int limit) {
  static const std::string kSql = std::string("SELECT ") + kColumns + " FROM file WHERE district_id = $1 AND used = 0 AND at < $2 ORDER BY at LIMIT $3";
  std::vector<FileRow> forgotten;
  const Status done = writer_->run([&](Database& database) -> Status {
    forgotten = rows_from(database.query(kSql, district, before, std::max(limit, 0)));
    for (const FileRow& file : forgotten) {
      database.run("DELETE FROM file WHERE district_id = $1 AND matter = $2 AND name = $3", district, file.matter, file.name);
    }
    return {};
  });
  return done ? Result<std::vector<FileRow>>(std::move(forgotten)) : Result<std::vector<FileRow>>(done.error());
}

}  // namespace shaoyin::sqlite
