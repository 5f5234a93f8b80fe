#include "core/base/photo.h"

#include <gtest/gtest.h>

namespace shaoyin {
namespace {

std::string segment(char marker, const std::string& content) {
  const std::size_t length = content.size() + 2;
  return std::string("\xff") + marker + static_cast<char>(length >> 8) + static_cast<char>(length & 0xff) + content;
}

const std::string kBegin("\xff\xd8", 2), kEnd("\xff\xd9", 2);
const std::string kPixels = segment('\xda', "scan") + std::string("pix\xff\x00" "els\xff\xd0more", 12);
const std::string kFrame = segment('\xe0', std::string("JFIF\0", 5)) + segment('\xe2', "ICC_PROFILE of the screen") + segment('\xdb', "tables");

TEST(Photo, LosesPositionCommentAndTailAndKeepsThePicture) {
  const std::string taken = kBegin + segment('\xe0', std::string("JFIF\0", 5)) + segment('\xe1', "Exif, 39.1 N 117.2 E") + segment('\xe2', "ICC_PROFILE of the screen") +
                            segment('\xe2', "MPF of a second picture") + segment('\xdb', "tables") + segment('\xfe', "by Mrs Wang") + kPixels + kEnd + "a film behind the picture";
  const auto kept = without_metadata(taken);
  ASSERT_TRUE(kept);
  EXPECT_EQ(*kept, kBegin + kFrame + kPixels + kEnd);
  EXPECT_EQ(without_metadata(*kept), kept) << "a clean one stays as it is";
}

TEST(Photo, ReadsSeveralScansOfOnePicture) {
  const std::string progressive = kBegin + kFrame + kPixels + segment('\xc4', "more tables") + kPixels + kEnd;
  EXPECT_EQ(without_metadata(progressive), progressive);
}

std::string chunk(const std::string& name, const std::string& content) {
  return std::string("\0\0\0", 3) + static_cast<char>(content.size()) + name + content + "sum.";
}

TEST(Photo, OfPngKeepsPixelsAndColoursAndNothingElse) {
  const std::string begin = "\x89PNG\r\n\x1a\n", end = chunk("IEND", "");
  const std::string head = chunk("IHDR", "size"), colours = chunk("iCCP", "screen"), pixels = chunk("IDAT", "pixels");
  const std::string taken = begin + head + colours + chunk("eXIf", "39.1 N 117.2 E") + chunk("tEXt", "by Mrs Wang") + chunk("tIME", "2023") + pixels + end + "a film";
  EXPECT_EQ(without_metadata(taken), begin + head + colours + pixels + end);
  const std::string whole = begin + head + pixels + end;
  for (std::size_t cut = 0; cut < whole.size(); ++cut) EXPECT_FALSE(without_metadata(whole.substr(0, cut))) << cut;
  EXPECT_FALSE(without_metadata(begin + pixels + end)) << "without its size";
}

std::string part(const std::string& name, const std::string& content) {
  return name + static_cast<char>(content.size()) + std::string("\0\0\0", 3) + content + (content.size() % 2 == 1 ? std::string("\0", 1) : "");
}
std::string riff(const std::string& parts) { return "RIFF" + std::string(1, static_cast<char>(parts.size() + 4)) + std::string("\0\0\0", 3) + "WEBP" + parts; }

TEST(Photo, OfWebpKeepsPixelsAndColoursAndSaysThatTheRestIsGone) {
  const std::string plain = part("ICCP", "screen") + part("VP8L", "pixels!");
  EXPECT_EQ(without_metadata(riff(part("VP8X", "\x2cxxx") + plain + part("EXIF", "39.1 N") + part("XMP ", "by Mrs Wang")) + "a film"), riff(part("VP8X", "\x20xxx") + plain));
  const std::string whole = riff(plain);
  EXPECT_EQ(without_metadata(whole), whole);
  for (std::size_t cut = 0; cut < whole.size(); ++cut) EXPECT_FALSE(without_metadata(whole.substr(0, cut))) << cut;
  EXPECT_FALSE(without_metadata(riff(part("VP8X", "\x02xxx") + part("ANMF", "frame")))) << "a moving picture";
  EXPECT_FALSE(without_metadata(riff(part("EXIF", "39.1 N")))) << "no picture at all";
}

TEST(Photo, RefusesWhatIsNoWholeJpeg) {
  const std::string whole = kBegin + kFrame + kPixels + kEnd;
  for (std::size_t cut = 0; cut < whole.size(); ++cut) EXPECT_FALSE(without_metadata(whole.substr(0, cut))) << cut;
  EXPECT_FALSE(without_metadata(kBegin + std::string("\xff\xe1\x00\x01", 4) + kEnd)) << "a length that counts less than itself";
}

}  // namespace
}  // namespace shaoyin
