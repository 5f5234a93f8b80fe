#include "core/base/file_kind.h"

namespace shaoyin {

FileKind file_kind(std::string_view bytes) {
  if (bytes.starts_with("\xff\xd8\xff")) return FileKind::kJpeg;
  if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return FileKind::kPng;
  if (bytes.size() >= 12 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP") return FileKind::kWebp;
  if (bytes.starts_with("%PDF-")) return FileKind::kPdf;
  return FileKind::kOther;
}

const char* media_type(FileKind kind) {
  switch (kind) {
    case FileKind::kJpeg: return "image/jpeg";
    case FileKind::kPng: return "image/png";
    case FileKind::kWebp: return "image/webp";
    case FileKind::kPdf: return "application/pdf";
    case FileKind::kOther: break;
  }
  return "application/octet-stream";
}

Words called(FileKind kind) {
  switch (kind) {
    case FileKind::kJpeg: return {"JPEG 图片", "a JPEG picture"};
    case FileKind::kPng: return {"PNG 图片", "a PNG picture"};
    case FileKind::kWebp: return {"WebP 图片", "a WebP picture"};
    case FileKind::kPdf: return {"PDF 文件", "a PDF"};
    case FileKind::kOther: break;
  }
  return {"其他文件", "a file of another kind"};
}

}  // namespace shaoyin
