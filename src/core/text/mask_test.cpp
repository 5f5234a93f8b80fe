// All personal data here are invented.
#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

#include "core/base/utf8.h"
#include "core/text/mask.h"

namespace shaoyin::text {
namespace {

void expect_masked(const std::string& secret, const std::string& mark) {
  EXPECT_EQ(mask(secret), mark) << secret;
  EXPECT_EQ(mask("请联系" + secret + "，谢谢"), "请联系" + mark + "，谢谢") << secret;
  EXPECT_EQ(mask("tel: " + secret + "\n"), "tel: " + mark + "\n") << secret;
}

void expect_kept(const std::string& text) { EXPECT_EQ(mask(text, {"张三丰", "Ann"}), text); }

}  // namespace

TEST(Mask, HidesPhonesHoweverTheyAreWritten) {
  for (const char* phone :
       {"13900000000", "139 0000 0000", "139-0000-0000", "139.0000.0000", "139 - 0000 - 0000", "１３９００００００００",
        "１３９－００００－００００", "139　0000　0000", "1 3 9 0 0 0 0 0 0 0 0", "8613900000000", "+8613900000000",
        "+86 139 0000 0000", "86-139-0000-0000", "0086 13900000000", "013900000000", "139–0000–0000", "139\xC2\xA0" "00000000",
        "022-28000000", "02228000000", "(022)28000000", "0310-8000000", "03108000000", "010 6000 0000", "400-000-1234",
        "4000001234", "800 000 1234", "28000000", "2800-0000", "5800000", "580-0000", "617-555-0100", "(617) 555-0100",
        "+1 617 555 0100", "+85291230000"}) {
    const std::string masked = mask(phone);
    EXPECT_TRUE(masked == "〔电话〕" || masked == "(〔电话〕") << phone << " -> " << masked;
  }
  expect_masked("13900000000", "〔电话〕");
  expect_masked("139 0000 0000", "〔电话〕");
}

TEST(Mask, HidesEachOfSeveralPhones) {
  EXPECT_EQ(mask("13900000000/13800000000"), "〔电话〕/〔电话〕");
  EXPECT_EQ(mask("13900000000 13800000000"), "〔电话〕 〔电话〕");
  EXPECT_EQ(mask("3号楼2 13900000000"), "3号楼2 〔电话〕");
  EXPECT_EQ(mask("022-28000000转801"), "〔电话〕转801");
  EXPECT_EQ(mask("电话13900000000转1"), "电话〔电话〕转1");
}

TEST(Mask, HidesIdentityNumbersWithDigitOrX) {
  for (const char* id : {"120103199001011234", "12010319900101123X", "12010319900101123x", "120103 19900101 1234",
                         "120103-19900101-123X", "１２０１０３１９９００１０１１２３Ｘ", "120103 1990 0101 123 X"}) {
    expect_masked(id, "〔身份证〕");
  }
  EXPECT_EQ(mask("12010319900101123Xabc"), "〔身份证〕abc");
}

TEST(Mask, HidesBankCards) {
  expect_masked("6222020000000000000", "〔银行卡〕");
  expect_masked("6222 0200 0000 0000 000", "〔银行卡〕");
  EXPECT_EQ(mask("card6222020000000000000"), "card〔银行卡〕");
  expect_masked("4000000000000002", "〔银行卡〕");  // passes its check digit
  expect_kept("4000000000000003");                   // does not: some other number
}

TEST(Mask, HidesPlates) {
  for (const char* plate : {"津A12345", "津a12345", "津A·12345", "津A 12345", "津 A12345", "津A-1234学", "津AD12345",
                            "京N8P8F8", "粤Z1234港", "津Ａ１２３４５"}) {
    expect_masked(plate, "〔车牌〕");
  }
  EXPECT_EQ(mask("天津A12345堵门"), "天〔车牌〕堵门");
}

TEST(Mask, HidesMail) {
  for (const char* mail : {"nobody@example.com", "No.Body+x@mail.example.com.cn", "13900000000@example.com",
                           "nobody＠example．com"}) {
    expect_masked(mail, "〔邮箱〕");
  }
  EXPECT_EQ(mask("邮箱nobody@example.com."), "邮箱〔邮箱〕.");
  EXPECT_EQ(mask(".nobody@example.com"), ".〔邮箱〕");
}

TEST(Mask, HidesTheNamesGivenInFields) {
  EXPECT_EQ(mask("张三丰说，找张 三 丰。", {"张三丰"}), "〔姓名〕说，找〔姓名〕。");
  EXPECT_EQ(mask("欧阳小明和欧阳", {"欧阳", "欧阳小明"}), "〔姓名〕和〔姓名〕");
  EXPECT_EQ(mask("Ann called; Annual; ann", {"Ann"}), "〔姓名〕 called; Annual; 〔姓名〕");
  EXPECT_EQ(mask("li ming, LiMing", {" Li Ming "}), "〔姓名〕, 〔姓名〕");
  EXPECT_EQ(mask("阿依・古丽", {"阿依·古丽"}), "〔姓名〕");
  EXPECT_EQ(mask("什么也没有", {"", "  "}), "什么也没有");
}

TEST(Mask, LeavesEverythingElseAlone) {
  for (const char* text :
       {"", "小区中水 13号楼", "13、14、15号楼", "13 14 15 16 17 8号楼", "2023-02-14 09:00", "20230214", "2023.02.14",
        "02-14-2023 09:30", "18幢2单元301室", "12345", "110、119、96199", "120103001002003", "1201030101000001",
        "HX-2023-000123", "117.20123456, 39.1234567", "130.12345678", "3500000元", "25000000 元", "2015-2016", "3000-5000元",
        "500-1000以上", "3000-5000以上", "4242835.81元", "(4500000)万元", "补偿费4657800.元",
        "第2019-1728号", "字（2018—0015变）",
        "2023-3456789", "SN28000000", "28000000kWh", "#5800000", "京A座101", "津门A栋", "新A12", "京ABCDEF", "a@b", "@nobody",
        "nobody@localhost", "nobody@1.2.3.4", "1380013800", "113900000000", "101001234567", "\xFF\xFE 13号楼 \xC0",
        "张三", "Anna", "😀 ＡＢ １２", "120103990101123X", "91120103MA00000X1A", "12010319901301123X"}) {
    expect_kept(text);
  }
}

// Harmless pieces and secrets in any order and dress: every secret goes, every other byte stays.
TEST(Mask, LosesNothingButWhatItMasks) {
  const char* given = std::getenv("SEED");
  const std::uint64_t seed = given != nullptr ? std::strtoull(given, nullptr, 10) : std::random_device{}();
  SCOPED_TRACE("SEED=" + std::to_string(seed));
  std::mt19937_64 chance(seed);
  const auto any = [&](int low, int high) { return std::uniform_int_distribution<int>(low, high)(chance); };
  const auto digits = [&](int count) {
    std::string text;
    while (count-- > 0) {
      text += static_cast<char>('0' + any(0, 9));
    }
    return text;
  };
  const auto dressed = [&](const std::string& plain) {  // full-width here and there
    std::string text;
    const bool wide = any(0, 2) == 0;
    for (const char c : plain) {
      const bool ascii = c > 0x20 && c < 0x7F;
      text += wide && ascii && any(0, 1) == 0 ? encode_utf8(static_cast<char32_t>(c) + 0xFEE0) : std::string(1, c);
    }
    return text;
  };
  const auto grouped = [&](const std::vector<std::string>& groups) {
    const char* separators[] = {"", " ", "-", " - ", "　"};
    const std::string separator = separators[any(0, 4)];
    std::string text;
    for (const std::string& group : groups) {
      text += (text.empty() ? "" : separator) + dressed(group);
    }
    return text;
  };
  const auto two = [&](int low, int high) { return std::to_string(100 + any(low, high)).substr(1); };
  const std::vector<std::string> harmless = {"小区中水", "13号楼", "2023-02-14 09:00", "120103001002003", "3500000元",
                                             "HX-2023-000123", "burst pipe", "\xFF", "１２", "@", "京", "117.20123456"};
  for (int round = 0; round < 20'000; ++round) {
    std::string text, expected;
    for (int piece = any(1, 6); piece > 0; --piece) {
      std::string secret = harmless[static_cast<std::size_t>(any(0, static_cast<int>(harmless.size()) - 1))];
      std::string mark = secret;
      switch (any(0, 6)) {
        case 0: secret = grouped({"1" + std::to_string(any(3, 9)) + digits(1), digits(4), digits(4)}); mark = "〔电话〕"; break;
        case 1: secret = grouped({"022", std::to_string(any(2, 8)) + digits(3), digits(4)}); mark = "〔电话〕"; break;
        case 2:
          secret = grouped({"120103", std::to_string(any(1930, 2020)) + two(1, 12) + two(1, 28),
                            digits(3) + (any(0, 1) == 0 ? "X" : digits(1))});
          mark = "〔身份证〕";
          break;
        case 3: secret = "津" + dressed("A" + digits(5)); mark = "〔车牌〕"; break;
        case 4: secret = dressed("no." + digits(4) + "@example.com"); mark = "〔邮箱〕"; break;
        default: break;
      }
      text += secret + "；";
      expected += mark + "；";
    }
    ASSERT_EQ(mask(text), expected) << text;
  }
}

// Whatever the bytes, masking ends, and what holds nothing to mask comes back byte for byte.
TEST(Mask, TakesAnyBytes) {
  std::mt19937_64 chance(20230214);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (int n = static_cast<int>(chance() % 40); n > 0; --n) {
      const auto byte = static_cast<unsigned char>(chance());
      text += static_cast<char>(byte >= '0' && byte <= '9' ? byte + 0x50 : byte);
    }
    ASSERT_EQ(mask(text), text);
    static_cast<void>(search_terms(text));
  }
}

}  // namespace shaoyin::text
