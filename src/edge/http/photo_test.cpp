#include "edge/http/photo.h"

#include <gtest/gtest.h>

namespace shaoyin::http {
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

TEST(Photo, RefusesWhatIsNoWholeJpeg) {
  const std::string whole = kBegin + kFrame + kPixels + kEnd;
  for (std::size_t cut = 0; cut < whole.size(); ++cut) EXPECT_FALSE(without_metadata(whole.substr(0, cut))) << cut;
  EXPECT_FALSE(without_metadata("\x89PNG\r\n\x1a\n"));
  EXPECT_FALSE(without_metadata(kBegin + std::string("\xff\xe1\x00\x01", 4) + kEnd)) << "a length that counts less than itself";
}

}  // namespace
}  // namespace shaoyin::http
