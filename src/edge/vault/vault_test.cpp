#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "edge/vault/receipt_key.h"
#include "edge/vault/vault_files.h"

namespace shaoyin::vault {
namespace {

namespace fs = std::filesystem;

class Vault : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "shaoyin-vault-XXXXXX").string();
    top_ = ::mkdtemp(pattern.data());
    data_ = top_ / "data";
    fs::create_directory(data_);
    key_ = top_ / "keys" / "master.key";
  }
  void TearDown() override { fs::remove_all(top_); }
  std::unique_ptr<SodiumVault> vault() { return *SodiumVault::open_folder(key_, data_); }
  ErrorCode refused() {
    const auto opened = SodiumVault::open_folder(key_, data_);
    EXPECT_FALSE(opened.ok());
    EXPECT_FALSE(opened.error().said.empty());
    return opened ? ErrorCode::kMalformed : opened.error().code;
  }
  fs::path top_, data_, key_;
};

TEST_F(Vault, FirstStartMakesAKeyThatOnlyItsOwnerReads) {
  ASSERT_TRUE(SodiumVault::open_folder(key_, data_).ok());
  EXPECT_EQ(fs::file_size(key_), 32u);
  EXPECT_EQ(fs::status(key_).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(Vault, WhatIsSealedOpensAfterARestartAndNowhereElse) {
  auto first = vault();
  const std::string key = first->new_key();
  const std::string other = first->new_key();
  const std::string sealed = *first->seal(key, "三号楼 invented text");
  EXPECT_EQ(sealed.find("invented"), std::string::npos);
  EXPECT_NE(*first->seal(key, "same"), *first->seal(key, "same"));
  EXPECT_EQ(*vault()->open(key, sealed), "三号楼 invented text");
  EXPECT_EQ(*first->open(key, *first->seal(key, "")), "");
  EXPECT_EQ(first->open(other, sealed).error().code, ErrorCode::kDamaged);
  EXPECT_EQ(first->open("", sealed).error().code, ErrorCode::kKeyMissing);
  EXPECT_EQ(first->seal("", "x").error().code, ErrorCode::kKeyMissing);
  EXPECT_EQ(first->open("nonsense", sealed).error().code, ErrorCode::kKeyMissing);
}

TEST_F(Vault, TheReceiptKeyIsMadeOnceAndBelongsToItsMasterKey) {
  EXPECT_EQ(open_receipt_key(data_, *vault()).error().code, ErrorCode::kNotFound);
  const std::string made = *open_or_make_receipt_key(data_, *vault());
  EXPECT_EQ(*open_or_make_receipt_key(data_, *vault()), made);
  EXPECT_EQ(*open_receipt_key(data_, *vault()), made);
  EXPECT_EQ(fs::status(data_ / kReceiptKeyFile).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  SodiumVault other(Key{7});
  EXPECT_EQ(open_or_make_receipt_key(data_, other).error().code, ErrorCode::kDamaged) << "never replaced in silence";
  EXPECT_FALSE(open_receipt_key(data_, other).error().said.empty());
}

TEST_F(Vault, EveryFlippedBitAndEveryCutOfASealedTextIsFound) {
  auto opened = vault();
  const std::string key = opened->new_key();
  const std::string sealed = *opened->seal(key, "abc");
  for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
    std::string bad = sealed;
    bad[bit / 8] = static_cast<char>(bad[bit / 8] ^ (1 << (bit % 8)));
    ASSERT_EQ(opened->open(key, bad).error().code, ErrorCode::kDamaged);
  }
  for (std::size_t length = 0; length < sealed.size(); ++length) {
    ASSERT_EQ(opened->open(key, sealed.substr(0, length)).error().code, ErrorCode::kDamaged);
  }
}

TEST_F(Vault, ASealedTextCannotBePassedOffAsAFileOrAKey) {
  auto opened = vault();
  const std::string key = opened->new_key();
  const std::string sealed = *opened->seal(key, std::string(32, 'k'));
  EXPECT_FALSE(opened->open_as(SodiumVault::Purpose::kFile, key, sealed).ok());
  EXPECT_EQ(opened->open(sealed, sealed).error().code, ErrorCode::kKeyMissing);
}

TEST_F(Vault, CommitmentsAreStableAndBelongToOneMatter) {
  auto opened = vault();
  const std::string key = opened->new_key();
  const std::string one = *opened->commitment(key, "text");
  EXPECT_EQ(one.size(), 64u);
  EXPECT_EQ(one, *vault()->commitment(key, "text"));
  EXPECT_NE(one, *opened->commitment(key, "texu"));
  EXPECT_NE(one, *opened->commitment(opened->new_key(), "text"));
  EXPECT_FALSE(opened->commitment("", "text").ok());
}

TEST_F(Vault, AKeyThatOthersMayReadIsRefusedUntilMended) {
  vault();
  fs::permissions(key_, fs::perms::group_read, fs::perm_options::add);
  EXPECT_EQ(refused(), ErrorCode::kForbidden);
  fs::permissions(key_, fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_TRUE(SodiumVault::open_folder(key_, data_).ok());
}

TEST_F(Vault, AKeyInsideTheDataFolderIsRefusedHoweverItIsSpelled) {
  key_ = data_ / "master.key";
  EXPECT_EQ(refused(), ErrorCode::kForbidden);
  key_ = top_ / "elsewhere" / ".." / "data" / "deep" / "master.key";
  EXPECT_EQ(refused(), ErrorCode::kForbidden);
  fs::create_directory_symlink(data_, top_ / "alias");
  key_ = top_ / "alias" / "master.key";
  EXPECT_EQ(refused(), ErrorCode::kForbidden);
  EXPECT_TRUE(fs::is_empty(data_));
}

TEST_F(Vault, ALostKeyIsSaidAndNeverReplacedByANewOne) {
  vault();
  fs::remove(key_);
  EXPECT_EQ(refused(), ErrorCode::kKeyMissing);
  EXPECT_FALSE(fs::exists(key_));
}

TEST_F(Vault, AnotherFoldersKeyIsRefused) {
  vault();
  const fs::path other = top_ / "other";
  fs::create_directory(other);
  const fs::path other_key = top_ / "other.key";
  ASSERT_TRUE(SodiumVault::open_folder(other_key, other).ok());
  key_ = other_key;
  EXPECT_EQ(refused(), ErrorCode::kKeyMissing);
}

TEST_F(Vault, AKeyOfTheWrongSizeIsDamaged) {
  vault();
  fs::resize_file(key_, 31);
  EXPECT_EQ(refused(), ErrorCode::kDamaged);
  fs::resize_file(key_, 33);
  EXPECT_EQ(refused(), ErrorCode::kDamaged);
}

TEST_F(Vault, DoctorNeverMakesAKey) {
  EXPECT_EQ(open_master_key(key_, data_).error().code, ErrorCode::kKeyMissing);
  EXPECT_FALSE(fs::exists(key_));
}

TEST_F(Vault, FilesComeBackWholeAndLieSealedOnDisk) {
  auto opened = vault();
  VaultFiles files(*opened, data_);
  const std::string key = opened->new_key();
  const std::string photo(100'000, 'P');
  const std::string name = *files.put(key, photo);
  EXPECT_EQ(*files.put(key, photo), name);
  EXPECT_EQ(*files.get(key, name), photo);
  const fs::path path = data_ / "files" / name.substr(0, 2) / name;
  std::ifstream in(path, std::ios::binary);
  const std::string raw((std::istreambuf_iterator<char>(in)), {});
  EXPECT_EQ(raw.find("PPPP"), std::string::npos);
  const std::string elsewhere = *files.put(opened->new_key(), photo);
  EXPECT_NE(elsewhere, name);
  EXPECT_FALSE(files.get(key, elsewhere).ok());
}

TEST_F(Vault, FilesTooLargeUnknownOrSwappedAreRefused) {
  auto opened = vault();
  VaultFiles files(*opened, data_);
  const std::string key = opened->new_key();
  EXPECT_EQ(files.put(key, std::string(kFileBytesMax + 1, 'x')).error().code, ErrorCode::kTooLarge);
  EXPECT_FALSE(fs::exists(data_ / "files"));
  EXPECT_TRUE(files.put(key, std::string(kFileBytesMax, 'x')).ok());
  for (const std::string& name : {std::string("../../keys/master.key"), std::string(64, 'f'), std::string(64, '/'),
                                  std::string()}) {
    EXPECT_EQ(files.get(key, name).error().code, ErrorCode::kNotFound);
  }
  const std::string a = *files.put(key, "a");
  const std::string b = *files.put(key, "b");
  const auto path = [&](const std::string& name) { return data_ / "files" / name.substr(0, 2) / name; };
  fs::copy_file(path(a), path(b), fs::copy_options::overwrite_existing);
  EXPECT_EQ(files.get(key, b).error().code, ErrorCode::kDamaged);
  EXPECT_EQ(*files.put(key, "b"), b);  // putting it again mends it
  EXPECT_EQ(*files.get(key, b), "b");
  EXPECT_EQ(files.get("", a).error().code, ErrorCode::kKeyMissing);
}

}  // namespace
}  // namespace shaoyin::vault
