// A folder that an earlier release wrote shows its fields in views after the server has started.
#include <sqlite3.h>

#include "edge/sqlite/database.h"
#include "tests/http/served_folder.h"

namespace shaoyin::http {
namespace {

class FillRows : public ServedFolder {
 protected:
  void reopen() {
    end_service();
    folder_.reset();
    sqlite::Database(( root_ / "data" / "shaoyin.db").string(), SQLITE_OPEN_READWRITE).execute("UPDATE matter SET fields = NULL; DELETE FROM record_row;");
    auto opened = open(root_, clock());
    ASSERT_TRUE(opened) << opened.error().detail;
    folder_ = std::move(*opened);
    serve(root_ / "backups");
  }
  std::int64_t found(const std::string& view, const std::string& where) { return read_as(kCoordinator, "/views/district/" + view + "?as=list&where=" + where).at("total").as_int64(); }
};

TEST_F(FillRows, AnOlderFolderGetsItsFieldsAndRecords) {
  const Answer opened = as(kCoordinator, "POST", "/matters", R"({"kind":"report","input":{"place":"huizhong-jiayuan","field.what":"a dark lamp"}})");
  ASSERT_EQ(opened.status, 201) << opened.body;
  const std::string number(json::parse(opened.body).at("number").as_string());
  ASSERT_EQ(as(kClerk, "POST", "/matters/" + number + "/actions/accept", R"({"input":{"field.category":"utilities.water","field.grade":"urgent"}})").status, 200);
  ASSERT_EQ(found("open_reports", "field.grade%20==%20'urgent'"), 1);

  reopen();
  EXPECT_EQ(found("open_reports", "field.grade%20==%20'urgent'"), 0) << "as an earlier release left it";
  service_->round();
  EXPECT_EQ(found("open_reports", "field.grade%20==%20'urgent'"), 1);
  EXPECT_EQ(found("open_reports", "did.accept%20>=%20opened"), 1) << "and when it was accepted";
}

TEST_F(FillRows, TheShippedDesksHoldOverTheRolesOfARealFolder) {
  for (const desk::Fault& fault : folder_->house().rules()->desk_faults) ADD_FAILURE() << fault.file << " " << fault.at << ": " << fault.what.en;
  const auto all = std::filesystem::directory_iterator(std::filesystem::path(SHAOYIN_SOURCE_DIR) / "desks");
  EXPECT_EQ(static_cast<std::ptrdiff_t>(folder_->house().rules()->desks.size()), std::distance(begin(all), end(all)));
}

}  // namespace
}  // namespace shaoyin::http
