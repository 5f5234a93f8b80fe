#include "edge/osm/blobs.h"

#include <zlib.h>

#include <protozero/pbf_reader.hpp>

#include "edge/osm/limits.h"

namespace shaoyin::osm {
namespace {

enum : protozero::pbf_tag_type { kHeaderType = 1, kHeaderSize = 3, kRaw = 1, kRawSize = 2, kZlib = 3 };

using protozero::pbf_wire_type;

constexpr std::uint32_t of(protozero::pbf_tag_type tag, pbf_wire_type type) { return protozero::tag_and_type(tag, type); }

struct Packed {
  protozero::data_view raw, zlib;
  std::int64_t raw_size = -1;
  bool other = false;
};

Packed parts_of(const std::string& bytes) {
  Packed packed;
  for (protozero::pbf_reader blob(bytes); blob.next();) {
    switch (blob.tag_and_type()) {
      case of(kRaw, pbf_wire_type::length_delimited): packed.raw = blob.get_view(); break;
      case of(kRawSize, pbf_wire_type::varint): packed.raw_size = blob.get_int32(); break;
      case of(kZlib, pbf_wire_type::length_delimited): packed.zlib = blob.get_view(); break;
      default:
        packed.other = packed.other || (blob.tag() >= 4 && blob.tag() <= 7);
        blob.skip();
    }
  }
  return packed;
}

}  // namespace

Error refusal(ErrorCode code, std::uint64_t block, std::uint64_t byte, const std::string& zh, const std::string& en, const std::string& limit) {
  const std::string where_zh = "第 " + std::to_string(block) + " 块（字节 " + std::to_string(byte) + "）";
  const std::string where_en = "Block " + std::to_string(block) + " (byte " + std::to_string(byte) + ")";
  return fault(code, "pbf", limit.empty() ? "block " + std::to_string(block) : limit,
               {"地图文件 .osm.pbf 不能读取：" + where_zh + zh + "。请重新下载或重新导出该文件", "The map file (.osm.pbf) cannot be read: " + where_en + " " + en + ". Download or export the file again"});
}

Error BlobReader::refuse(ErrorCode code, const std::string& zh, const std::string& en, const std::string& limit) const {
  return refusal(code, block_, byte_, zh, en, limit);
}

Status BlobReader::take(std::string& into, std::size_t size) {
  into.resize(size);
  bytes_.read(into.data(), static_cast<std::streamsize>(size));
  at_ += static_cast<std::uint64_t>(bytes_.gcount());
  if (static_cast<std::size_t>(bytes_.gcount()) == size) return {};
  return refuse(ErrorCode::kMalformed, "到此中断，文件不完整", "is cut off; the file is not whole");
}

Result<std::size_t> BlobReader::read_header(std::string& type) {
  if (const Status read = take(packed_, 4); !read.ok()) return read.error();
  std::size_t size = 0;
  for (const char c : packed_) size = size << 8 | static_cast<unsigned char>(c);
  if (size > kBlobHeaderBytesMax) return refuse(ErrorCode::kMalformed, "的长度不合规定，可能不是 .osm.pbf 文件", "has an impossible length; perhaps this is no .osm.pbf file");
  if (const Status read = take(packed_, size); !read.ok()) return read.error();
  std::int64_t data_size = -1;
  for (protozero::pbf_reader header(packed_); header.next();) {
    if (header.tag_and_type() == of(kHeaderType, pbf_wire_type::length_delimited)) type = header.get_string();
    else if (header.tag_and_type() == of(kHeaderSize, pbf_wire_type::varint)) data_size = header.get_int32();
    else header.skip();
  }
  if (data_size < 0) return refuse(ErrorCode::kMalformed, "没有长度", "names no length");
  if (static_cast<std::size_t>(data_size) > kBlobBytesMax) return refuse(ErrorCode::kTooLarge, "过大", "is larger than the format allows", "kBlobBytesMax");
  return static_cast<std::size_t>(data_size);
}

Status BlobReader::unpack(Blob& blob) {
  const Packed packed = parts_of(packed_);
  if (packed.raw.size() > kBlobUnpackedMax || packed.raw_size > static_cast<std::int64_t>(kBlobUnpackedMax)) {
    return refuse(ErrorCode::kTooLarge, "解压后过大", "is larger unpacked than the format allows", "kBlobUnpackedMax");
  }
  if (packed.zlib.empty()) {
    if (packed.other) return refuse(ErrorCode::kMalformed, "使用了不支持的压缩方式（只支持 zlib）", "is packed in a way that is not read here (only zlib is)");
    blob.bytes.assign(packed.raw.data(), packed.raw.size());
    return {};
  }
  if (packed.raw_size < 0) return refuse(ErrorCode::kMalformed, "没有解压后的长度", "does not say how long it is unpacked");
  blob.bytes.resize(static_cast<std::size_t>(packed.raw_size));
  uLongf size = static_cast<uLongf>(blob.bytes.size());
  const int done = ::uncompress(reinterpret_cast<Bytef*>(blob.bytes.data()), &size, reinterpret_cast<const Bytef*>(packed.zlib.data()), static_cast<uLong>(packed.zlib.size()));
  if (done != Z_OK || size != blob.bytes.size()) return refuse(ErrorCode::kMalformed, "的压缩数据已损坏", "holds damaged packed data");
  return {};
}

Result<bool> BlobReader::next(Blob& blob) {
  byte_ = at_;
  ++block_;
  if (bytes_.peek() == std::istream::traits_type::eof()) return false;
  if (at_ > kFileBytesMax) return refuse(ErrorCode::kTooLarge, "：文件过大", "and what follows are more than is read here", "kFileBytesMax");
  try {
    blob.type.clear();
    blob.bytes.clear();
    const Result<std::size_t> size = read_header(blob.type);
    if (!size) return size.error();
    if (const Status read = take(packed_, *size); !read.ok()) return read.error();
    if (blob.type != "OSMHeader" && blob.type != "OSMData") return true;
    if (const Status unpacked = unpack(blob); !unpacked.ok()) return unpacked.error();
    return true;
  } catch (const protozero::exception&) {
    return refuse(ErrorCode::kMalformed, "已损坏", "is damaged");
  }
}

}  // namespace shaoyin::osm
