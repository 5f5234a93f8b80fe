#include "edge/http/client.h"

#include <gtest/gtest.h>

namespace shaoyin::http {

TEST(Client, ReadsAnAddressInItsParts) {
  const Result<Url> url = parse_url("http://[::1]:8311/shaoyin/");
  ASSERT_TRUE(url);
  EXPECT_EQ(url->host, "::1");
  EXPECT_EQ(url->port, "8311");
  EXPECT_EQ(url->base, "/shaoyin");
  EXPECT_EQ(parse_url("http://example.invalid")->port, "80");
}

TEST(Client, RefusesAddressesItCouldNotSendSafely) {
  for (const char* text : {"https://a", "http://", "http://a:b", "http://a:123456", "http://a:99999", "http://a:0", "http://u@a", "http://a/\r\nX: 1", "ftp://a", "http://[::1"}) {
    const Result<Url> url = parse_url(text);
    ASSERT_FALSE(url) << text;
    EXPECT_EQ(url.error().field, "server") << text;
  }
}

TEST(Client, ReadsAnswersOfEitherLength) {
  const auto counted = parse_answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Type: a/b\r\n\r\nhi");
  ASSERT_TRUE(counted);
  EXPECT_EQ(counted->status, 200);
  EXPECT_EQ(counted->headers.get("content-type"), "a/b");
  EXPECT_EQ(counted->body, "hi");
  const auto chunked = parse_answer("HTTP/1.1 409 Conflict\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n3\r\n!!!\r\n0\r\n\r\n");
  ASSERT_TRUE(chunked);
  EXPECT_EQ(chunked->status, 409);
  EXPECT_EQ(chunked->body, "hi!!!");
}

TEST(Client, RefusesHalfAnAnswer) {
  for (const char* bytes : {"", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nhi", "HTTP/1.1 200 OK\r\nContent-Le", "garbage\r\n\r\n",
                            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nhi", "HTTP/1.1 2xx\r\n\r\n"}) {
    EXPECT_FALSE(parse_answer(bytes)) << bytes;
  }
}

TEST(Client, SaysWhenNobodyAnswers) {
  const Client client({"127.0.0.1", "1", ""});  // a port nobody listens on
  const auto answer = client.send("GET", "/", {}, "");
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().detail, kUnreachable);
}

TEST(Client, EncodesWhatAPathMustNotHold) { EXPECT_EQ(percent_encoded("a b/哨"), "a%20b%2F%E5%93%A8"); }

}  // namespace shaoyin::http
