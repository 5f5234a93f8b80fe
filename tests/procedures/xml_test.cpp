// Documents for machines: only a well-formed template is taken, and what fills it cannot break it.
#include "core/procedure/xml.h"

#include <gtest/gtest.h>

namespace shaoyin::procedure {
namespace {

TEST(Xml, AWellFormedTextIsTaken) {
  for (const char* fine : {"<a/>", "<?xml version=\"1.0\"?>\n<a b='1' c:d=\"2\"><!-- x --><b>{field.x} &amp; &lt;</b></a>\n", "<警报>红</警报>"}) EXPECT_FALSE(xml_fault(fine)) << fine;
}

TEST(Xml, EveryFaultIsFound) {
  for (const char* bad : {"", "words", "<a>", "</a>", "<a></b>", "<a><b></a></b>", "<a/><b/>", "<a b=1/>", "<a b='1' b='2'/>", "<a b='<'/>", "<a>&</a>", "<a>&nbsp;</a>", "<a b='&'/>", "<a b='1/>",
                          "<!DOCTYPE a><a/>", "<a><![CDATA[x]]></a>", "<a><?x?></a>", "<a>< b</a>", "<a><!-- x -- y --></a>", "<a><!-- x</a>", "<a/>x", "<a b='1'c='2'/>", "<a>]]></a>", "< a/>"}) {
    EXPECT_TRUE(xml_fault(bad)) << bad;
  }
  std::string deep;
  for (int i = 0; i < kXmlDepthMax + 1; ++i) deep += "<a>";
  for (int i = 0; i < kXmlDepthMax + 1; ++i) deep += "</a>";
  EXPECT_TRUE(xml_fault(deep)) << "hostile files nest";
  EXPECT_TRUE(xml_fault("<a>" + std::string(kXmlBytesMax, 'x') + "</a>"));
}

TEST(Xml, WhatFillsItStaysText) {
  EXPECT_EQ(xml_escaped("<b a=\"1\" c='2'>&\x01\x1f"), "&lt;b a=&quot;1&quot; c=&apos;2&apos;&gt;&amp;");
}

TEST(Xml, PiecesOfRecordsAreWholeByThemselves) {
  const auto pieces = xml_pieces("<a><!-- each: area --><b>{area.name}</b><!-- end --></a>");
  ASSERT_TRUE(pieces);
  ASSERT_EQ(pieces->size(), 3U);
  EXPECT_EQ(pieces->at(1).each, "area");
  EXPECT_EQ(pieces->at(1).words.en, "<b>{area.name}</b>");
  EXPECT_FALSE(xml_pieces("<a><!-- each: area --><b><!-- end --></b></a>"));
  EXPECT_FALSE(xml_pieces("<a><!-- each: area --></a>"));
  EXPECT_FALSE(xml_pieces("<a><!-- end --></a>"));
  EXPECT_FALSE(xml_pieces("<a><!-- each: area --><!-- each: b --><!-- end --><!-- end --></a>"));
}

}  // namespace
}  // namespace shaoyin::procedure
